"""The one list of media types."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kohtaamo.publish.media_types import UNKNOWN, media_type


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("tapahtumat/calendar.ics", "text/calendar; charset=utf-8"),
        ("tapahtumat/joululaulut/event.ics", "text/calendar; charset=utf-8"),
        ("paikat/talo/hours.ics", "text/calendar; charset=utf-8"),
        ("paikat/talo/rooms/sali.ics", "text/calendar; charset=utf-8"),
        ("tapahtumat/rss.xml", "application/rss+xml"),
        ("tapahtumat/atom.xml", "application/atom+xml"),
        ("tapahtumat/feed.json", "application/feed+json"),
        ("feeds.opml", "text/x-opml"),
        ("sitemap.xml", "application/xml"),
        ("sitemap-1.xml", "application/xml"),
        ("built.json", "application/json"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("theme/kohtaamo.css", "text/css; charset=utf-8"),
        ("theme/kohtaamo.js", "text/javascript; charset=utf-8"),
        ("images/talo.jpg", "image/jpeg"),
        ("images/talo.webp", "image/webp"),
        ("images/talo.avif", "image/avif"),
        ("favicon.ico", "image/vnd.microsoft.icon"),
        ("images/talo.png", "image/png"),
        ("tilaa/koodi.svg", "image/svg+xml"),
        ("kohtaamo.webmanifest", "application/manifest+json"),
        ("haku/search.wasm", "application/wasm"),
        ("pagefind/pagefind.fi_0123456789.pf_meta", "application/gzip"),
        ("pagefind/fragment/fi_0123456.pf_fragment", "application/gzip"),
        ("pagefind/index/fi_0123456.pf_index", "application/gzip"),
        ("pagefind/wasm.fi-simple.pagefind", "application/gzip"),
        ("RSS.XML", "application/octet-stream"),
    ],
)
def test_each_kind_of_file_has_its_type(path: str, expected: str) -> None:
    assert media_type(path) == expected


@pytest.mark.parametrize("site", ["everything", "sample"])
def test_nothing_that_is_built_is_of_an_unknown_type(
    built: Callable[[str], Path], site: str
) -> None:
    output = built(site)
    paths = [file.relative_to(output).as_posix() for file in output.rglob("*") if file.is_file()]
    assert [path for path in paths if media_type(path) == UNKNOWN] == [".nojekyll"]
