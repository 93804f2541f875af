"""The content folder read on from where the last good build left it: only what changed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.build.draft import build_network
from kohtaamo.content.defaults import default_vocabularies
from kohtaamo.content.load import Loaded, assemble, first_language
from kohtaamo.content.rules.network import SAMPLE_NETWORK_ID
from kohtaamo.content.source.files import find_files
from kohtaamo.content.source.keys import thing_key
from kohtaamo.host.memory.affected import affected_by, needed_for, things_of
from kohtaamo.host.memory.lazy_network import (
    KINDS,
    builder,
    files_by_thing,
    lazy_network,
)
from kohtaamo.host.memory.state import Inputs
from kohtaamo.host.order import Job
from kohtaamo.listings.facts import Basics, Facts, basics_of, facts_of
from kohtaamo.listings.known import Known, with_fresh, with_slugs
from kohtaamo.model.network import Network
from kohtaamo.model.notice import Notice
from kohtaamo.model.organiser import Organiser
from kohtaamo.model.place import Place
from kohtaamo.problems.problem import Problem, has_errors, in_order

_FOLDERS = frozenset({"events", "places", "organisers", "notices"})
# When more has changed than this part of all files, reading everything is no slower.
_FEW = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """`loaded` with a network whose things are read when asked for, and what is known of them."""

    loaded: Loaded
    known: Known


def changed_things(before: Inputs, now: Inputs) -> set[str] | None:
    """The keys of the things of which a file has changed, come or gone.

    None when anything else has changed too, or so much that everything may as well be read.
    """
    paths = {
        path
        for path in before.files.keys() | now.files.keys()
        if _digest(before, path) != _digest(now, path)
    }
    same = before.settings == now.settings and _code(before) == _code(now)
    if not same or before.today != now.today or len(paths) * _FEW > len(now.files) + _FEW:
        return None
    if any(path.partition("/")[0] not in _FOLDERS for path in paths):
        return None
    return set(map(thing_key, paths))


def _digest(inputs: Inputs, path: str) -> str | None:
    seen = inputs.files.get(path)
    return seen.digest if seen is not None else None


def _code(inputs: Inputs) -> Mapping[str, str]:
    return {path: seen.digest for path, seen in inputs.code.items()}


def read_on(
    job: Job, changed: Collection[str], known: Known, problems: tuple[Problem, ...]
) -> Reading | None:
    """What is there now, when only `changed` things differ from what is `known`.

    `problems` are the warnings of that time. None where the changed files have errors: to say
    them all, and in the same words as ever, everything has to be read.
    """
    reserved = reserved_slugs()
    found, misplaced = find_files(job.content, reserved)
    files, build = files_by_thing(found), builder(first_language(found))
    for key in changed:
        sources = files.get(key, ())
        originals = [each for each in sources if each.language is None]
        if (sources and len(originals) != 1) or any(has_errors(build(e).problems) for e in sources):
            return None
    shared = build_network(
        (build(each) for each in found if each.kind not in KINDS), default_vocabularies()
    )
    if shared.identity.id == SAMPLE_NETWORK_ID:
        # What is said of the sample depends on everything in it.
        return None
    before = things_of(known)
    there = with_slugs(known, changed, files)
    network = lazy_network(shared, there, files, build)
    fresh = {key: each for key in changed if (each := _looked_into(key, network)) is not None}
    affected = affected_by(changed, before) | affected_by(changed, {**before, **fresh})
    fresh = {key: each for key in affected if (each := _looked_into(key, network)) is not None}
    needed = needed_for(affected, {**before, **fresh})
    of_part = (each for each in found if each.kind not in KINDS or thing_key(each.path) in needed)
    part = assemble(found, map(build, of_part), misplaced, today=job.today, reserved=reserved)
    of_affected = [each for each in part.problems if thing_key(each.path) in affected]
    if has_errors(part.problems):
        return None
    of_others = [each for each in problems if thing_key(each.path) not in affected]
    every = {each.sort_key: each for each in (*of_others, *of_affected, *misplaced)}
    now = with_fresh(there, fresh)
    return Reading(
        loaded=replace(
            part,
            network=lazy_network(part.network, now, files, build),
            problems=in_order(every.values()),
        ),
        known=now,
    )


def _looked_into(key: str, network: Network) -> Basics | Facts | None:
    """What a thing tells now; None for what is not there any more."""
    folder, _, slug = key.partition("/")
    if folder == "events":
        return facts_of(network.events[slug], network) if slug in network.events else None
    things: Mapping[str, Notice | Organiser | Place] = getattr(network, folder)
    return basics_of(things[slug]) if slug in things else None
