"""The tasks of `inv`, by what they are about; `tasks.py` at the top puts them together."""
