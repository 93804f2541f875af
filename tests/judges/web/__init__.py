"""Judges of pages: other programs' eyes on every page, or on the longest of every type."""
