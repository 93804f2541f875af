"""Whole pages, as readers get them; only the stylesheet's mark of its content is left out.

After a change that is meant, `KOHTAAMO_GOLDEN=write` writes them anew; the difference is then part
of the change that is reviewed.
"""

import os
import re
from pathlib import Path

import pytest

from .conftest import Built

GOLDEN = Path(__file__).parent / "golden"

PAGES = (
    "index.html",
    # A series with everything that can happen to its dates; translated, and not translated.
    "tapahtumat/neulekahvila/index.html",
    "sv/evenemang/neulekahvila/index.html",
    "en/events/torikahvit/index.html",
    # A place with rooms, one of them taken by a closed group; one that travels.
    "paikat/myllytalo/index.html",
    "sv/platser/kiertava-kahvila/index.html",
    "tapahtumat/2026/12/index.html",
    "kunnat/harju/index.html",
    "en/organisers/myllyn-vaki/index.html",
    "muutokset/index.html",
    "ilmoitustaulu/kahvinkeittaja/index.html",
    "saavutettavuus/index.html",
    "404.html",
    # An old address.
    "tapahtumat/torikahvi/index.html",
)


@pytest.mark.parametrize("path", PAGES)
def test_the_page_is_as_it_was_reviewed(laakso: Built, path: str) -> None:
    golden = GOLDEN / path
    page = re.sub(rb"\.css\?v=[0-9a-f]{6}", b".css?v=", laakso.files[path])
    if os.environ.get("KOHTAAMO_GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(page)
    assert page.decode() == golden.read_bytes().decode()
