"""The same network written out for other generators, each with templates in its own best manner.

What a page shows is what ours shows, part by part. The peers have no recurrence engine and no
opening hours: dates, weeks and bookings are worked out beforehand and written in as data.
"""
