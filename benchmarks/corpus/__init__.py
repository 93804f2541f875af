"""A made-up network of any size, in Kohtaamo's own content format: what `inv bench` measures with.

The same size is the same bytes on every machine: there is no clock and no chance in it.
"""
