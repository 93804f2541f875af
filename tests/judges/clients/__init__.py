"""Calendar programs, feed readers and validators, each asked what it makes of our files."""
