"""Files for machines: when the site was built, which addresses there are."""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from xml.sax.saxutils import escape

from kohtaamo.listings.edition import Edition
from kohtaamo.publish.output import TODAY, Indexed, Output

# sitemaps.org: no more addresses in one file.
MOST_ADDRESSES = 50_000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

SITEMAP = "sitemap.xml"


def machine_outputs(edition: Edition, entries: Sequence[Indexed]) -> Iterator[Output]:
    """`entries` are all pages that search engines may show, in a fixed order."""
    yield Output("built.json", partial(_built, edition), "built.json", (TODAY,))
    yield Output("robots.txt", partial(_robots, edition), "robots.txt", ())
    # GitHub Pages would otherwise run Jekyll over the site.
    yield Output(".nojekyll", lambda: b"", ".nojekyll", ())
    parts = [entries[at : at + MOST_ADDRESSES] for at in range(0, len(entries), MOST_ADDRESSES)]
    if len(parts) <= 1:
        yield Output(SITEMAP, partial(_sitemap, edition, entries), SITEMAP)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield Output(SITEMAP, partial(_index, edition, names), SITEMAP)
    for name, part in zip(names, parts, strict=True):
        yield Output(name, partial(_sitemap, edition, part), SITEMAP)


def _built(edition: Edition) -> bytes:
    identity = edition.network.identity
    facts = {
        "network": identity.id,
        "built": edition.today.isoformat(),
        "languages": list(identity.languages),
    }
    return (json.dumps(facts, ensure_ascii=False, indent=2) + "\n").encode()


def _robots(edition: Edition) -> bytes:
    return f"User-agent: *\nAllow: /\n\nSitemap: {edition.site_url}/sitemap.xml\n".encode()


def _sitemap(edition: Edition, entries: Sequence[Indexed]) -> bytes:
    urls = "".join(
        f"<url><loc>{escape(edition.site_url + address)}</loc>{_lastmod(changed)}</url>\n"
        for address, changed in entries
    )
    return _xml("urlset", urls)


def _index(edition: Edition, names: Sequence[str]) -> bytes:
    sitemaps = "".join(
        f"<sitemap><loc>{escape(edition.site_url)}/{name}</loc></sitemap>\n" for name in names
    )
    return _xml("sitemapindex", sitemaps)


def _xml(element: str, content: str) -> bytes:
    start = f'<?xml version="1.0" encoding="UTF-8"?>\n<{element} xmlns="{_NAMESPACE}">\n'
    return f"{start}{content}</{element}>\n".encode()


def _lastmod(changed: str | None) -> str:
    """Nothing for pages of the day: the sitemap would change in every night."""
    return f"<lastmod>{changed}</lastmod>" if changed else ""
