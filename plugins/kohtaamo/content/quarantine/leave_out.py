"""One step away from the faults of a folder, and all steps until there are none."""

from collections.abc import Callable, Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import chain
from typing import Generic, TypeVar

from kohtaamo.content.build.built import Built
from kohtaamo.content.discreet import discreet, private_keys
from kohtaamo.content.load import Loaded
from kohtaamo.content.quarantine.blame import errors_in, gone_with, stop_in, to_blame
from kohtaamo.content.quarantine.cascade import left_out, without_files
from kohtaamo.content.quarantine.values import Folder, Rest, Stop
from kohtaamo.content.quarantine.words import sound_network, sound_terms, sound_words
from kohtaamo.content.rules.rule import problem_at
from kohtaamo.content.source.layout import LANGUAGE, NETWORK, VOCABULARY
from kohtaamo.model.network import Identity
from kohtaamo.problems.problem import Problem, in_order
from kohtaamo.words.load import INTERFACE

T = TypeVar("T")
Look = Callable[[Folder], tuple[Loaded, T]]

# With one of them would go everything that is there.
_MUNICIPALITIES = "vocabularies/municipalities.yml"
# Of these kinds a part may be left out.
_SOUND = {VOCABULARY: sound_terms, LANGUAGE: sound_words, NETWORK: sound_network}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined(Generic[T]):
    """The network without its faults, and what was done to make it so."""

    loaded: Loaded
    more: T
    rest: Rest


def quarantined(
    folder: Folder, problems: Iterable[Problem], look: Look[T]
) -> Quarantined[T] | Stop:
    """Leave out what is faulty until nothing is; Stop for what cannot be left out.

    `problems` are those of the folder; `look` loads one and finds its problems. Every step leaves
    out a file, a fault or a part of one, so there is a last one.
    """
    rest = Rest(folder=folder)
    errors, private = errors_in(problems), private_keys(folder.built)
    while True:
        step = leave_out(rest, errors)
        if isinstance(step, Stop):
            return step
        rest = step
        loaded, more = look(rest.folder)
        if not loaded.faulty:
            return Quarantined(loaded=loaded, more=more, rest=_told_of(rest, private))
        errors = errors_in(loaded.problems)


def leave_out(rest: Rest, errors: Collection[Problem]) -> Rest | Stop:
    """What is left without the files that are to blame; `errors` are all of the rest's."""
    folder = rest.folder
    stop = stop_in(folder, errors)
    if stop is not None:
        return stop
    less = _without(rest, to_blame(folder, rest.gone, errors), errors)
    if isinstance(less, Rest) and less.folder == folder:
        # Nobody in particular is to blame, and mending has not helped.
        return _without(rest, {each.path for each in errors}, errors)
    return less


def _without(rest: Rest, blamed: AbstractSet[str], errors: Iterable[Problem]) -> Rest | Stop:
    """The rest without what is wrong in the files that are to blame."""
    folder = rest.folder
    faults: dict[str, list[Problem]] = {}
    for each in errors:
        if each.path in blamed:
            faults.setdefault(each.path, []).append(each)
    of_blamed = list(chain.from_iterable(faults.values()))
    rest = replace(rest, gone=gone_with(folder, rest.gone, of_blamed))
    found = {each.path for each in folder.found}
    refused = {path for path in faults if path not in found}
    if not refused <= {each.path for each in folder.misplaced}:
        return Stop(path=min(refused))
    sound, notes = _sound_parts(folder, faults)
    rest = replace(rest, folder=_with(folder, sound), changed=(*rest.changed, *notes))
    leaving = faults.keys() - sound.keys()
    spoken = _without_languages(rest, leaving)
    if isinstance(spoken, Stop):
        return spoken
    rest = spoken
    open_folders = {path for path in refused if any(one.startswith(f"{path}/") for one in found)}
    told = [_told(rest, path, faults[path]) for path in leaving - open_folders]
    rest = without_files(rest, leaving, told)
    if any(each.values.get("because") == _MUNICIPALITIES for each in rest.left_out):
        return Stop(path=_MUNICIPALITIES)
    kept = (Problem(path=path, line=1, code="folder-kept") for path in open_folders)
    return replace(rest, changed=(*rest.changed, *kept))


def _sound_parts(
    folder: Folder, faults: Mapping[str, Collection[Problem]]
) -> tuple[Mapping[str, Built], list[Problem]]:
    """Of vocabularies and words files what can be used, by path, and a note of each."""
    sound: dict[str, Built] = {}
    notes: list[Problem] = []
    for each in folder.built:
        if each.path in faults and each.kind in _SOUND and each.language is None:
            part = _SOUND[each.kind](each, faults[each.path])
            if part is not None:
                sound[each.path] = part
                code = "words-left-out" if each.kind == LANGUAGE else "part-left-out"
                line = min(fault.line for fault in faults[each.path])
                notes.append(Problem(path=each.path, line=line, code=code))
    return sound, notes


def _with(folder: Folder, parts: Mapping[str, Built]) -> Folder:
    return replace(folder, built=tuple(parts.get(each.path, each) for each in folder.built))


def _without_languages(rest: Rest, leaving: Collection[str]) -> Rest | Stop:
    """A further language whose words cannot be used is none of the portal's for now."""
    gone = {
        each.slug: each.path
        for each in rest.folder.found
        if each.kind == LANGUAGE and each.path in leaving and each.slug not in INTERFACE
    }
    network = next(each for each in rest.folder.built if _is_network(each))
    identity: Identity = network.item
    if identity.first_language in gone:
        return Stop(path=gone[identity.first_language])
    changed = [
        problem_at(
            identity.origin,
            f"languages[{index}]",
            "reference-left-out",
            value=tag,
            because=gone[tag],
        )
        for index, tag in enumerate(identity.languages)
        if tag in gone
    ]
    if not changed:
        return rest
    languages = tuple(tag for tag in identity.languages if tag not in gone)
    item = replace(identity, languages=languages)
    folder = _with(rest.folder, {network.path: replace(network, item=item)})
    return replace(rest, folder=folder, changed=(*rest.changed, *changed))


def _is_network(built: Built) -> bool:
    return built.kind == NETWORK and built.language is None


def _told(rest: Rest, path: str, faults: Iterable[Problem]) -> Problem:
    """Why a file is left out: by its first fault, or by what was taken from it before that."""
    earlier = next((each for each in rest.changed if each.path == path), None)
    if earlier is not None and "because" in earlier.values:
        return left_out(path, earlier.line, earlier.field, earlier.values["because"])
    return left_out(path, min(each.line for each in faults))


def _told_of(rest: Rest, private: AbstractSet[str]) -> Rest:
    """In order, and nothing that tells of closed groups."""
    left_out, changed = (
        in_order(discreet(each, private)) for each in (rest.left_out, rest.changed)
    )
    return replace(rest, left_out=left_out, changed=changed)
