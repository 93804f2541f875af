"""Slugs: the file names that become addresses."""

import re
from functools import lru_cache

from kohtaamo.problems.problem import Refused
from kohtaamo.text.folding import fold

LONGEST = 80

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_FALLBACK = "uusi-nimi"


@lru_cache(maxsize=4_096)
def is_slug(text: str) -> bool:
    """True for `[a-z0-9]+(-[a-z0-9]+)*`, at most 80 characters, not only digits."""
    return len(text) <= LONGEST and SLUG.fullmatch(text) is not None and not text.isdecimal()


def slug_from(text: str) -> str:
    """The slug nearest to any text (`Äijäkerho` → `aijakerho`); empty when nothing is left."""
    slug = _NOT_SLUG.sub("-", fold(text)).strip("-")
    if len(slug) > LONGEST:
        cut = slug.rfind("-", 1, LONGEST + 1)
        slug = slug[: cut if cut > 0 else LONGEST]
    return f"nro-{slug[: LONGEST - 4]}" if slug.isdecimal() else slug


def free_slug(text: str, reserved: frozenset[str]) -> str:
    """A slug for any text, and none of the `reserved` ones: `Index` → `index-1`."""
    slug = slug_from(text) or _FALLBACK
    return f"{slug}-1" if slug in reserved else slug


def check_slug(text: str, reserved: frozenset[str]) -> None:
    """Refused: `slug-too-long`, `slug-only-digits`, `not-a-slug`, `slug-reserved`."""
    if is_slug(text):
        if text in reserved:
            raise Refused("slug-reserved", value=text)
        return
    suggestion = free_slug(text, reserved)
    if SLUG.fullmatch(text) is None:
        raise Refused("not-a-slug", value=text, suggestion=suggestion)
    if len(text) > LONGEST:
        raise Refused("slug-too-long", value=text, limit=str(LONGEST), suggestion=suggestion)
    raise Refused("slug-only-digits", value=text, suggestion=suggestion)
