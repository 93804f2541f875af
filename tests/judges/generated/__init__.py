"""A network of a thousand series, as files that contributors could have written.

Made by dice from a fixed seed, so that every run and every engine reads the same files. Nothing
here knows the package: dates are found by walking through the calendar day by day.
"""
