"""Editions of networks as they stand in their files."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import load
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.make import make_edition

# A Tuesday.
TODAY = date(2026, 12, 1)
SITE_URL = "https://example.fi"


def edition_of(
    content: Path,
    *,
    today: date = TODAY,
    site_url: str = SITE_URL,
    changed: Mapping[str, datetime] = MappingProxyType({}),
) -> Edition:
    """The edition of a folder without faults; `changed` as in `Edition`."""
    loaded = load(content, today=today, reserved=reserved_slugs())
    assert [each for each in loaded.problems if each.severity == "error"] == []
    return make_edition(
        loaded.network, today=today, site_url=site_url, changed=changed, words=loaded.words
    )
