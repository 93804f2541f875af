"""How lists are cut into pages (contract §4)."""

from collections.abc import Sequence

PAGE_SIZE = 100


def page_count(items: Sequence[object]) -> int:
    """How many pages a list takes, at least one."""
    return pages_for(len(items))


def pages_for(items: int) -> int:
    """How many pages so many items take, at least one."""
    return max(1, -(-items // PAGE_SIZE))


def page_slice(page: int) -> slice:
    """Which items of a list stand on one of its pages, counted from 1."""
    return slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
