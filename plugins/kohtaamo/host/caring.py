"""A content folder as the coordinator's report sees it, whether it could be published or not."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from kohtaamo.content.source.files import images_below
from kohtaamo.content.source.keys import thing_key
from kohtaamo.content.source.layout import FOLDERS
from kohtaamo.host.checking import check_folder
from kohtaamo.host.closed import may_hold_closed
from kohtaamo.host.git import git
from kohtaamo.host.history import landings
from kohtaamo.host.progress import Tell
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.make import make_edition
from kohtaamo.model.network import Network
from kohtaamo.problems.problem import Problem, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Cared:
    """`problems` are those of the check; a closed group is in them as its folder only.

    `images` are the files in `content/images/`, None where files have errors: these may show any.
    `folder` is where the content lies in its repository, "" at its top; outside one, its own name.
    """

    edition: Edition
    images: Collection[str] | None
    problems: tuple[Problem, ...]
    folder: str


def look_after(
    content: Path, today: date, memories: Path | None, progress: Tell | None = None
) -> Cared:
    """Read a folder, and its history where there is one.

    Faulty files are left out, as nothing is published from them; their problems say which they are.
    """
    found = check_folder(content, today, memories, progress, is_network_wanted=True)
    loaded = found.loaded
    if loaded is None:
        raise ValueError("a network that was wanted was not read")
    landed = landings(content, today)
    edition = make_edition(
        _sound(loaded.network, loaded.problems) if loaded.faulty else loaded.network,
        today=today,
        site_url="",
        changed=landed.newest,
        begun=landed.first,
        translated=landed.languages,
        words=loaded.words,
        known=None if loaded.faulty else found.known,
    )
    return Cared(
        edition=edition,
        images=None if loaded.faulty else images_below(content / "images"),
        problems=_untold(content, loaded.network, loaded.problems)
        if loaded.faulty
        else loaded.problems,
        folder=_folder_of(content),
    )


def _folder_of(content: Path) -> str:
    # At the top of a repository git answers with an empty line.
    inside = git(content, "rev-parse", "--show-prefix")
    return inside.removesuffix("\n").rstrip("/") if inside else content.resolve().name


def _untold(root: Path, network: Network, problems: Collection[Problem]) -> tuple[Problem, ...]:
    """The problems, those of closed groups without the names of their files.

    What nobody could read counts as closed when it may be: its name may tell whom it is for.
    """
    events = network.events.values()
    closed = {thing_key(event.origin.path) for event in events if event.is_closed}
    read = {event.origin.path for event in events}
    faulty = {each.path for each in problems if each.severity is Severity.ERROR}
    closed |= {thing_key(path) for path in faulty - read if may_hold_closed(root, path)}
    # Nor can anybody tell whose a translation is that has lost its original.
    closed |= {
        thing_key(each.path)
        for each in problems
        if each.code == "translation-without-original" and each.path.startswith("events/")
    }
    return tuple(
        replace(each, path=_above(each.path), line=0) if thing_key(each.path) in closed else each
        for each in problems
    )


def _above(path: str) -> str:
    """The folder of a kind; the content folder for what lies in none of them."""
    first = path.partition("/")[0]
    return first if first in FOLDERS else "."


def _sound(network: Network, problems: Collection[Problem]) -> Network:
    """The network without things whose files, translations too, have errors."""
    faulty = {each.path for each in problems if each.severity is Severity.ERROR}

    def kept(things: Mapping[str, Any]) -> Mapping[str, Any]:
        return {
            slug: thing
            for slug, thing in things.items()
            if thing.origin.path not in faulty
            and faulty.isdisjoint(each.origin.path for each in thing.translations.values())
        }

    return replace(
        network,
        places=kept(network.places),
        events=kept(network.events),
        organisers=kept(network.organisers),
        notices=kept(network.notices),
        pages=kept(network.pages),
    )
