"""Whatever is taken down, nothing of it is left: no address, no link, no entry, no identity.

Each thing of a network is removed, and the files that name it are mended as the check asks, or
left to the quarantine. A few of them in `make test`, all in the judge `thorough`.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml

from kohtaamo.addresses import file_of, reserved_slugs
from kohtaamo.content.load import Loaded, assemble, build_source, first_language, load
from kohtaamo.content.quarantine.leave_out import Quarantined, quarantined
from kohtaamo.content.quarantine.values import Folder
from kohtaamo.content.source.files import find_files
from kohtaamo.content.source.keys import thing_key
from kohtaamo.content.source.layout import THINGS
from kohtaamo.ids import item_id
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.make import make_edition
from kohtaamo.problems.problem import Severity
from kohtaamo.publish.about_event import addresses_in
from kohtaamo.publish.outputs import all_outputs
from tests.conftest import ROOT, SITES
from tests.often import often

TODAY = date(2026, 12, 1)
SITE_URL = "https://verkosto.example.org"
SAMPLE = ROOT / "content"
# Nothing can be in no municipality, and without its texts nothing is published.
_NOT_ALONE = frozenset({"network", "vocabularies/municipalities"})
# A page of the portal's own, which is there without a text too.
_ABOUT = "pages/tietoa"
# Of each kind the one that most others name.
_FEW = (
    *("everything organisers/merilahden-martat", "everything events/satamapaivat"),
    "small notices/kahvinkeittaja",
)
_FEW_LEFT_OUT = ("everything places/simpukka",)


def _things(site: str) -> Iterator[str]:
    """The keys of all things, pages, pictures and further vocabularies of a site."""
    content = _content(site)
    paths = (file.relative_to(content).as_posix() for file in sorted(content.rglob("*.*")))
    for key in dict.fromkeys(map(thing_key, paths)):
        if key not in {*_NOT_ALONE, _ABOUT}:
            yield f"{site} {key}"


def _content(site: str) -> Path:
    return SAMPLE if site == "sample" else SITES / site / "content"


ALL = (*_things("everything"), *_things("small"), *list(_things("sample"))[::30])


@pytest.mark.parametrize("what", often(_FEW, ALL))
def test_nothing_is_left_of_what_is_taken_down(what: str, tmp_path: Path) -> None:
    site, key = what.split()
    content = _without(site, key, tmp_path)
    before = _loaded(_content(site))
    while errors := [each for each in _loaded(content).problems if _is_error(each)]:
        _mend(content, errors[0])

    after = _loaded(content)
    assert_gone(before, after, content)


@pytest.mark.parametrize("what", often(_FEW_LEFT_OUT, ALL))
def test_nor_when_nobody_mends_what_names_it(what: str, tmp_path: Path) -> None:
    site, key = what.split()
    content = _without(site, key, tmp_path)
    folder = _folder(content)
    ended = quarantined(folder, _look(folder)[0].problems, _look)

    assert isinstance(ended, Quarantined), ended
    assert_gone(_loaded(_content(site)), ended.loaded, content)


def _without(site: str, key: str, folder: Path) -> Path:
    """A copy of a site without the files of a thing."""
    content = folder / "content"
    shutil.copytree(_content(site), content)
    for file in list(content.rglob("*.*")):
        if thing_key(file.relative_to(content).as_posix()) == key:
            file.unlink()
    return content


def _loaded(content: Path) -> Loaded:
    return load(content, today=TODAY, reserved=reserved_slugs())


def _is_error(problem: Any) -> bool:
    return problem.severity is Severity.ERROR


def _mend(content: Path, problem: Any) -> None:
    """As the check asks: a name that leads nowhere is dropped; a file that needs it goes whole."""
    file = content / problem.path
    names = problem.code.startswith(("unknown-", "reference-"))
    if not names or not _dropped(file, re.findall(r"\w[\w-]*", problem.field)):
        assert thing_key(problem.path) not in _NOT_ALONE, problem
        file.unlink()


def _dropped(file: Path, steps: list[str]) -> bool:
    """Take a field or an entry out of the head of a file; False when all of it is not enough."""
    text = file.read_text("utf-8")
    parts = text.split("---\n", 2) if file.suffix == ".md" else ["", text, ""]
    head = yaml.load(parts[1], yaml.BaseLoader)  # noqa: S506 - gives texts and nothing else
    above: Any = head
    if steps[-1] == "file":
        steps = steps[:-1]
    for step in steps[:-1]:
        above = above[_key(above, step)]
    last = steps[-1]
    if not isinstance(above, list) and last not in above:
        return False
    del above[_key(above, last)]
    new = yaml.safe_dump(head, allow_unicode=True, sort_keys=False)
    file.write_text(f"---\n{new}---\n{parts[2]}" if file.suffix == ".md" else new, "utf-8")
    return True


def _key(above: Any, step: str) -> Any:
    return int(step) if isinstance(above, list) else step


def _folder(content: Path) -> Folder:
    found, misplaced = find_files(content, reserved_slugs())
    language = first_language(found)
    built = tuple(build_source(each, language) for each in found)
    return Folder(found=found, built=built, misplaced=misplaced)


def _look(folder: Folder) -> tuple[Loaded, None]:
    reserved = reserved_slugs()
    return assemble(
        folder.found, folder.built, folder.misplaced, today=TODAY, reserved=reserved
    ), None


def _edition(loaded: Loaded) -> Edition:
    return make_edition(
        loaded.network, today=TODAY, site_url=SITE_URL, changed={}, words=loaded.words
    )


def assert_gone(before: Loaded, after: Loaded, content: Path) -> None:
    """No file of the site tells of what is not in it any more, and every address leads to a file.

    The site is that of `after`; `before` was there until now.
    """
    texts = _texts(after, content)
    everything = "\n".join(texts.values())
    for mark in _marks(before, after):
        assert mark not in everything, [path for path, text in texts.items() if mark in text]
    astray = {
        (address, path)
        for path, text in texts.items()
        for address in _ADDRESS.findall(text)
        if file_of(unquote(address)) not in texts
    }
    assert astray == set()


def _texts(loaded: Loaded, content: Path) -> dict[str, str]:
    """Every file of a site, whole lines of calendars; of what is no text only that it is there."""
    edition, texts = _edition(loaded), dict[str, str]()
    for each in all_outputs(edition, ROOT / "theme", content / "images"):
        text = "" if _is_fixed(each.path) else each.render().decode()
        texts[each.path] = text.replace("\r\n ", "") if each.path.endswith(".ics") else text
    return texts


def _marks(before: Loaded, after: Loaded) -> Iterator[str]:
    """The addresses and identities of all that is gone, under old names too."""
    edition, network = _edition(before), before.network
    for kind in THINGS.values():
        there = getattr(after.network, f"{kind}s")
        for slug, thing in getattr(network, f"{kind}s").items():
            if slug in there:
                continue
            if kind != "page":
                form = kind if kind in ("event", "notice") else f"listing/{kind}"
                yield str(item_id(network.identity.id, form, slug, thing.formerly))
            for language in edition.languages:
                make = getattr(addresses_in(edition, language), kind)
                yield from (make(name) for name in (slug, *thing.formerly))


# Links of pages, and addresses in whatever a program reads.
_ADDRESS = re.compile(
    r'(?:(?:https|webcal)://verkosto\.example\.org|\b(?:href|src|action)=")(/[^"<>\s\\,;#?]*)'
)


def _is_fixed(path: str) -> bool:
    """What the package holds, and pictures: nothing of the content is in their bytes."""
    return path.startswith(("theme/", "images/", "schema/")) or path.endswith((".png", ".ico"))


def test_what_is_looked_for_is_there_before() -> None:
    """What cannot be found in a whole site would never be missed."""
    content = _content("small")
    loaded = _loaded(content)
    empty = replace(loaded.network, events={}, places={}, organisers={}, notices={})
    everything = "\n".join(_texts(loaded, content).values())
    marks = list(_marks(loaded, replace(loaded, network=empty)))

    missing = [mark for mark in marks if mark not in everything]
    # A closed group has none.
    assert missing == [str(item_id("pieni-verkosto", "event", "varaus-1")), "/tapahtumat/varaus-1/"]
