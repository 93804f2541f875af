"""The content folder read on from where the last good reading left it: only what changed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.build.draft import build_network
from kohtaamo.content.defaults import default_vocabularies
from kohtaamo.content.load import Loaded, assemble, first_language
from kohtaamo.content.rules.network import SAMPLE_NETWORK_ID
from kohtaamo.content.source.files import SourceFile, find_files
from kohtaamo.content.source.keys import thing_key
from kohtaamo.content.source.layout import IMAGE
from kohtaamo.host.memory.affected import (
    Things,
    affected_by,
    looking_around,
    needed_for,
    stirred_by,
    things_of,
)
from kohtaamo.host.memory.lazy_network import (
    KINDS,
    BuildFile,
    builder,
    files_by_thing,
    lazy_network,
)
from kohtaamo.host.memory.rows import tell_the_same
from kohtaamo.host.memory.state import Inputs
from kohtaamo.listings.facts import Basics, Facts, basics_of, facts_of
from kohtaamo.listings.known import Known, with_fresh, with_slugs
from kohtaamo.model.network import Network
from kohtaamo.model.notice import Notice
from kohtaamo.model.organiser import Organiser
from kohtaamo.model.place import Place
from kohtaamo.problems.problem import Problem, has_errors, in_order

_FOLDERS = frozenset({"events", "places", "organisers", "notices", "images"})
# When more has changed than this part of all files, reading everything is no slower.
_FEW = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """What the last good reading knew: on which day, of which things, with which warnings."""

    today: date
    known: Known
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """`loaded` with a network whose things are read when asked for, and what is known of them.

    Nothing is known of a network with errors.
    """

    loaded: Loaded
    known: Known | None


def changed_things(before: Inputs, now: Inputs) -> set[str] | None:
    """The keys of the things and pictures of which a file has changed, come or gone.

    None when anything else has changed too, or so much that everything may as well be read; and
    when the day is an earlier one.
    """
    changed = {
        path
        for path in before.files.keys() | now.files.keys()
        if _digest(before, path) != _digest(now, path)
    }
    too_many = len(changed) * _FEW > len(now.files) + _FEW
    if too_many or not _is_same_program(before, now) or now.today < before.today:
        return None
    if any(path.partition("/")[0] not in _FOLDERS for path in changed):
        return None
    return set(map(thing_key, changed))


def sound_pictures(before: Inputs | None, now: Inputs) -> Collection[str]:
    """The paths of the pictures that are as they were at the last good reading."""
    if before is None or not _is_same_program(before, now):
        return ()
    pictures = [path for path in now.files if path.startswith("images/")]
    return {path for path in pictures if _digest(before, path) == _digest(now, path)}


def _digest(inputs: Inputs, path: str) -> str | None:
    seen = inputs.files.get(path)
    return seen.digest if seen is not None else None


def _is_same_program(before: Inputs, now: Inputs) -> bool:
    return before.settings == now.settings and _code(before) == _code(now)


def _code(inputs: Inputs) -> Mapping[str, str]:
    return {path: seen.digest for path, seen in inputs.code.items()}


def read_on(content: Path, today: date, changed: Collection[str], last: Last) -> Reading | None:
    """What is there on a day, when only `changed` things differ from what was read before.

    None where that would not say every problem in the same words as ever: all has to be read then.
    """
    reserved = reserved_slugs()
    found, misplaced = find_files(content, reserved)
    files, build = files_by_thing(found), builder(first_language(found))
    of_all = [each for each in found if each.kind not in KINDS and each.kind != IMAGE]
    shared = build_network(map(build, of_all), default_vocabularies())
    there = _built(changed, files, build)
    # What is said of the sample depends on everything in it.
    if there is None or shared.identity.id == SAMPLE_NETWORK_ID:
        return None
    known = with_slugs(last.known, changed, there)
    network = lazy_network(shared, known, files, build)
    before, fresh = things_of(last.known), _look_into(changed, network)
    if fresh is None:
        return None
    told = affected_by(changed, before, fresh)
    stirred = stirred_by(last.today, today, before, last.problems) if today > last.today else set()
    asked = told | stirred | looking_around(shared.pages, last.problems)
    needed = needed_for(asked, before, fresh)
    of_part = chain(of_all, *(files.get(key, ()) for key in sorted(needed)))
    closed = {slug for slug, each in last.known.events.items() if each.is_closed}
    part = assemble(
        found, map(build, of_part), misplaced, today=today, reserved=reserved, closed=closed
    )
    problems = _joined(part.problems, last.problems, asked, misplaced)
    if problems is None:
        return None
    loaded = replace(part, network=network, problems=problems)
    told_now = None if loaded.faulty else _look_into(told, network)
    now = None if told_now is None else _with_new(known, before, told_now)
    return Reading(loaded=loaded, known=now)


def _with_new(known: Known, before: Things, fresh: Things) -> Known:
    """What is known now; what tells the same as before is left as it is, and not kept anew."""
    new = {
        key: each
        for key, each in fresh.items()
        if key not in before or not tell_the_same(before[key], each)
    }
    return with_fresh(known, new)


def _built(
    changed: Collection[str], files: Mapping[str, Collection[SourceFile]], build: BuildFile
) -> Collection[str] | None:
    """Those of the changed things that are there and could be built; None for two of one name."""
    there = set()
    for key in changed:
        originals = [each for each in files.get(key, ()) if each.language is None]
        if len(originals) > 1 or (files.get(key) and not originals):
            return None
        if originals and build(originals[0]).item is not None:
            there.add(key)
    return there


def _joined(
    found: Iterable[Problem],
    before: Iterable[Problem],
    affected: Collection[str],
    misplaced: Iterable[Problem],
) -> tuple[Problem, ...] | None:
    """What was `found` of the affected things, and what was said `before` of all others.

    None when there are errors in other things: they may not be all, nor all that is to be said.
    """
    of_folder = {each.sort_key: each for each in misplaced}
    others = [each for each in found if thing_key(each.path) not in affected]
    if any(has_errors((each,)) and each.sort_key not in of_folder for each in others):
        return None
    of_affected = [each for each in found if thing_key(each.path) in affected]
    kept = [each for each in before if thing_key(each.path) not in affected]
    return in_order((*kept, *of_affected, *of_folder.values()))


def _look_into(keys: Collection[str], network: Network) -> Things | None:
    """What things tell now, those left out that are gone; None where errors keep them silent."""
    try:
        found = {key: _looked_into(key, network) for key in keys}
    except Exception:  # noqa: BLE001 - all is read then, and raises it when there are no errors
        return None
    return {key: each for key, each in found.items() if each is not None}


def _looked_into(key: str, network: Network) -> Basics | Facts | None:
    folder, _, slug = key.partition("/")
    if folder == "events":
        return facts_of(network.events[slug], network) if slug in network.events else None
    things: Mapping[str, Notice | Organiser | Place] = getattr(network, folder, {})
    return basics_of(things[slug]) if slug in things else None
