"""Builds of ours and of the peers, one after the other in turn, and what they took."""
