"""The `everything` site with one text in every field: a harmless one, and hostile ones in turn."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from kohtaamo.publish.formats import feed_outputs
from kohtaamo.publish.outputs import all_outputs
from tests.editions import edition_of

from .anatomy import Anatomy, anatomy
from .content import Written, write_site
from .payloads import HARMLESS, HOSTILE, ON_PAGES, Payload

THEME = Path(__file__).parents[3] / "theme"
ENDINGS = (".ics", ".xml", ".opml", ".json", ".html", "/opening_hours.txt")


@dataclass(frozen=True)
class Published:
    """What was written, by its mark, and every file with texts that came out, by path.

    `like` has many of the files too, those without any text that was written.
    """

    written: Mapping[str, Written]
    files: Mapping[str, bytes]
    like: "Published | None" = None

    @cached_property
    def anatomies(self) -> Mapping[str, Anatomy]:
        """What each file is made of; the same at old addresses as at new ones."""
        made: dict[bytes, Anatomy] = {}
        if self.like is not None:
            made = {body: self.like.anatomies[path] for path, body in self.like.files.items()}
        for path, body in self.files.items():
            if body not in made:
                made[body] = anatomy(path, body)
        return {path: made[body] for path, body in self.files.items()}

    def ending(self, ending: str) -> Mapping[str, bytes]:
        """Files of one kind; those at old addresses, which are the same, once."""
        once = {body: path for path, body in self.files.items() if path.endswith(ending)}
        return {path: body for body, path in once.items()}


def publish(
    folder: Path, payload: Payload, *, pages: bool, like: Published | None = None
) -> Published:
    """Write a site, check that it has no error, and render it."""
    written = write_site(folder, payload)
    edition = edition_of(folder)
    images = folder / "images"
    outputs = all_outputs(edition, THEME, images) if pages else feed_outputs(edition)
    texts = (each for each in outputs if each.path.endswith(ENDINGS))
    return Published(written, {each.path: each.render() for each in texts}, like)


@pytest.fixture(scope="session")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """What the hostile ones are compared with."""
    return publish(tmp_path_factory.mktemp("harmless") / "content", HARMLESS, pages=True)


@pytest.fixture(scope="session", params=HOSTILE)
def hostile(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, harmless: Published
) -> Published:
    """One hostile text after the other; pages only of those that are made for pages."""
    folder = tmp_path_factory.mktemp("hostile") / "content"
    pages = request.param in ON_PAGES
    return publish(folder, HOSTILE[request.param], pages=pages, like=harmless)
