"""HTML at the rim: the template environment and the one stylesheet."""
