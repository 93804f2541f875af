"""The form by which anybody tells the portal of something: what it asks, and by which rules."""
