"""Lists of names, written as one text."""


def names(text: str) -> frozenset[str]:
    """The names between the blanks."""
    return frozenset(text.split())
