"""Three networks as pages: the publishers' own, the one with every field, and the sample."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import load
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.make import make_edition
from kohtaamo.publish.outputs import all_outputs

ROOT = Path(__file__).parents[3]
THEME = ROOT / "theme"
# Pages name pictures, and do not read them.
NO_PICTURES = Path()
TODAY = date(2026, 12, 1)


@dataclass(frozen=True)
class Built:
    """Every file of a network by path, rendered in memory."""

    edition: Edition
    files: Mapping[str, bytes]

    @property
    def pages(self) -> Mapping[str, html.HtmlElement]:
        """Every HTML file, parsed."""
        return {
            path: html.document_fromstring(body.decode())
            for path, body in self.files.items()
            if path.endswith(".html")
        }

    def page(self, path: str) -> html.HtmlElement:
        return html.document_fromstring(self.files[path].decode())

    def text(self, path: str, xpath: str = "//main") -> str:
        """What a reader sees of a part of a page, blanks evened out."""
        return "\n".join(
            " ".join(str(element.text_content()).split())
            for element in self.page(path).xpath(xpath)
        )


def edition_of(
    content: Path, site_url: str = "https://verkosto.example.org", today: date = TODAY
) -> Edition:
    loaded = load(content, today=today, reserved=reserved_slugs())
    assert [each for each in loaded.problems if each.severity == "error"] == []
    return make_edition(
        loaded.network, today=today, site_url=site_url, changed={}, words=loaded.words
    )


def build(edition: Edition) -> Built:
    outputs = all_outputs(edition, THEME, NO_PICTURES)
    files = {each.path: each.render() for each in outputs if not each.path.startswith("images/")}
    return Built(edition, files)


@pytest.fixture(scope="session")
def laakso(edition: Edition) -> Built:
    """The network beside the publishers' tests."""
    return build(edition)


@pytest.fixture(scope="session")
def networks(laakso: Built) -> Callable[[str], Built]:
    """Any of the three by name, each built once."""
    made = {"laakso": laakso}
    contents = {
        "everything": ROOT / "tests" / "sites" / "everything" / "content",
        "sample": ROOT / "content",
    }

    def network(name: str) -> Built:
        if name not in made:
            made[name] = build(edition_of(contents[name]))
        return made[name]

    return network
