"""Kohtaamo: a folder of small files in, an accessible portal with calendars and feeds out."""

__version__ = "0.1.0"
