"""Dates alone: events, places and rooms × a window of days → when.

Nothing here reads a clock; today is an argument. Times are Europe/Helsinki wall-clock times
without a zone (`zone.local` gives them one). What comes in has been checked by the readers:
intervals of at least 1, years 2000–2100, lengths of days and not of ages.
"""
