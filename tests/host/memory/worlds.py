"""A network that is edited and built again and again, with a memory, and beside it a clean build.

Everything happens in this process. Files count as settled at once: with the real clock, every file
that was changed in the last seconds would be read again, and what tests want to see would not
happen.
"""

import io
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from time import time_ns
from types import SimpleNamespace
from typing import Any, cast

import pytest
from jinja2 import Environment, FileSystemLoader

from kohtaamo.host import portal
from kohtaamo.host.memory import memory
from kohtaamo.host.memory.store import as_json, digest
from kohtaamo.host.order import Job, Order
from kohtaamo.host.outcome import Outcome
from kohtaamo.host.search import index, lemmas
from kohtaamo.publish.drawings import card, icons
from kohtaamo.publish.html.examples import Component, components_of
from kohtaamo.publish.html.qr import qr_code
from kohtaamo.publish.pages import components, site
from tests.conftest import ROOT, SITES, files_below
from tests.repositories import Repository, new_repository

_SETTLED = 10_000_000_000
# All worlds have the same addresses, and with them the same codes.
_qr_code = cache(qr_code)
# And their themes the same mark, of which the icons are drawn.
_icon = cache(icons._drawn)
# The examples of components by all templates of a theme: most worlds have the same.
_shown: dict[tuple[object, ...], tuple[Component, ...]] = {}


def _components_of(environment: Environment) -> tuple[Component, ...]:
    (folder,) = cast("FileSystemLoader", environment.loader).searchpath
    files = ((Path(folder) / name).lstat() for name in environment.list_templates())
    made_of = (repr(environment.globals), *((each.st_mtime_ns, each.st_size) for each in files))
    if made_of not in _shown:
        _shown[made_of] = tuple(components_of(environment))
    return _shown[made_of]


@cache
def _drawn(draw: Callable[..., bytes], *given: Any) -> bytes:
    """What a function draws is kept by all that it was given: nearly all worlds have the same."""
    return draw(given[0], dict(given[1:]))


# simplemma takes seconds to load.
_FORMS = {"kirjastossa": "kirjasto"}


def _plain_index(entries: Iterable[Mapping[str, Any]]) -> dict[str, bytes]:
    """What is found, as plain files: it takes the time of no program."""
    written = [as_json(each) for each in entries]
    names = [digest(each) for each in written]
    return {"pagefind-entry.json": as_json(names), **dict(zip(names, written, strict=True))}


@dataclass(frozen=True, kw_only=True)
class Ended:
    """How a build ended, and what it said, the output folder's name apart."""

    outcome: Outcome
    said: str


@dataclass(kw_only=True)
class World:
    """A network in `folder` and how it is built; `repository` is around it where there is one.

    With `pagefind` its search index is made by that program.
    """

    folder: Path
    repository: Repository | None = None
    today: date = date(2026, 12, 1)
    site_url: str = "https://kohtaamo.example"
    profile: str = "full"
    publish: bool = False
    quarantine: bool = False
    pagefind: bool = False
    search: bool = True
    search_later: bool = False
    made: int = 0

    @property
    def content(self) -> Path:
        return self.folder / "network" / "content"

    @property
    def theme(self) -> Path:
        return self.folder / "theme"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def memory(self) -> Path:
        return self.folder / "memory"

    def build(self) -> Ended:
        """Build with the memory of the builds before."""
        return self._build(self.output, self.memory)

    def build_clean(self) -> Ended:
        """Build into the folder `clean`, as if nothing had ever been built."""
        shutil.rmtree(self.folder / "clean", ignore_errors=True)
        return self._build(self.folder / "clean", None)

    def _build(self, output: Path, kept: Path | None) -> Ended:
        job = Job(
            content=self.content,
            theme=self.theme,
            site_url=self.site_url,
            today=self.today,
            publish=self.publish,
            profile=self.profile,
            search=self.search,
        )
        said = io.StringIO()
        order = Order(
            job=job,
            output=output,
            memory=kept,
            quarantine=self.quarantine,
            search_later=self.search_later,
        )
        with redirect_stderr(said), _everything_settled(pagefind=self.pagefind):
            outcome = portal.build(order)
        name = os.path.relpath(output)
        return Ended(outcome=outcome, said=said.getvalue().replace(name, "OUT"))


@contextmanager
def _everything_settled(*, pagefind: bool) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        clock = SimpleNamespace(time_ns=lambda: time_ns() + _SETTLED)
        patched.setattr(memory, "time", clock)
        patched.setattr(site, "qr_code", _qr_code)
        patched.setattr(icons, "_drawn", _icon)
        patched.setattr(components, "components_of", _components_of)
        draw = card.card_bytes
        patched.setattr(
            card, "card_bytes", lambda each, colours: _drawn(draw, each, *sorted(colours.items()))
        )
        patched.setattr(lemmas, "forms_of", lambda word, language: _FORMS.get(word, ""))
        if not pagefind:
            patched.setattr(index, "index_files", _plain_index)
        yield


def new_world(folder: Path, site: str = "small", *, has_git: bool = False) -> World:
    """A copy of a tests' site in a folder; with a repository, it has landed there."""
    repository = new_repository(folder / "network") if has_git else None
    world = World(folder=folder, repository=repository)
    shutil.copytree(SITES / site / "content", world.content)
    shutil.copytree(ROOT / "theme", world.theme)
    if repository is not None:
        repository.commit("2026-09-01T10:00:00Z")
    return world


def assert_same(world: World, *, was_killed: bool = False) -> bool:
    """Build with the memory and without one: both end, speak and write alike.

    True when both made a site. A build that is refused leaves the output as it was; after one that
    was killed, nobody knows how that is.
    """
    before = files_below(world.output)
    warm, clean = world.build(), world.build_clean()
    assert warm.said == clean.said, f"{warm.said!r}, clean: {clean.said!r}"
    assert _verdict(warm.outcome) == _verdict(clean.outcome), f"{warm.outcome}, {clean.outcome}"
    is_built = clean.outcome.code in {0, portal.IN_PART}
    if is_built:
        found = differences(world.output, world.folder / "clean")
        assert not found, "\n".join(
            [f"{len(found)} files differ from a clean build's:", *found[:20]]
        )
    elif not was_killed:
        assert files_below(world.output) == before, "a refused build touched the output"
    return is_built


def _verdict(outcome: Outcome) -> Outcome:
    """All of it but how many files were written."""
    return replace(outcome, applied=None)


def differences(one: Path, other: Path) -> list[str]:
    """What one folder has or holds otherwise than the other: path, then line by line the first."""
    here, there = files_below(one), files_below(other)
    found = []
    for path in sorted({*here, *there}):
        if path not in here or path not in there:
            found.append(f"{path}: {'not ' if path not in here else ''}there")
        elif here[path] != there[path]:
            lines = zip(here[path].split(b"\n"), there[path].split(b"\n"), strict=False)
            first = next((f"{a[:200]!r} != {b[:200]!r}" for a, b in lines if a != b), "length")
            found.append(f"{path}: {first}")
    return found
