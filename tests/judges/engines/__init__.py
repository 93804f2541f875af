"""Other people's recurrence engines against our dates: the same rows, from files and from us."""
