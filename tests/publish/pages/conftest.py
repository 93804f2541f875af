"""Three networks as pages: the publishers' own, the one with every field, and the sample."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from kohtaamo.listings.edition import Edition
from kohtaamo.publish.output import Output
from kohtaamo.publish.outputs import all_outputs
from tests import editions
from tests.editions import TODAY

ROOT = Path(__file__).parents[3]
THEME = ROOT / "theme"
# Most pages name none; whoever looks at pictures says where they lie.
NO_PICTURES = Path()


class Files(Mapping[str, bytes]):
    """Every file by path, rendered when it is first looked at: most tests look at one page."""

    def __init__(self, outputs: Iterable[Output]) -> None:
        self._outputs = {each.path: each for each in outputs}
        self._rendered: dict[str, bytes] = {}

    def __getitem__(self, path: str) -> bytes:
        if path not in self._rendered:
            self._rendered[path] = self._outputs[path].render()
        return self._rendered[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._outputs)

    def __len__(self) -> int:
        return len(self._outputs)


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
        """What a reader sees of a part of a page without scripts, blanks evened out."""
        page = self.page(path)
        for unseen in page.xpath("//template"):
            unseen.drop_tree()
        return "\n".join(" ".join(str(each.text_content()).split()) for each in page.xpath(xpath))


def edition_of(
    content: Path, site_url: str = "https://verkosto.example.org", today: date = TODAY
) -> Edition:
    return editions.edition_of(content, site_url=site_url, today=today)


def build(edition: Edition, images: Path = NO_PICTURES) -> Built:
    outputs = all_outputs(edition, THEME, images)
    return Built(edition, Files(each for each in outputs if not each.path.startswith("images/")))


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
            made[name] = build(edition_of(contents[name]), contents[name] / "images")
        return made[name]

    return network
