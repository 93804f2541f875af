"""Why there is no search index."""


class NoIndex(Exception):
    """Pagefind is not there, or has failed; says what it said."""
