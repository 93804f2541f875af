"""Which files of a folder are to blame for its errors."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from kohtaamo.content.quarantine.values import Folder, Gone, Stop
from kohtaamo.content.source.keys import thing_key
from kohtaamo.content.source.layout import NETWORK, THINGS, VOCABULARY
from kohtaamo.problems.problem import Problem, Severity, has_errors

# Without what these name there is no network, or nobody knows what there is of it.
STOPPING = frozenset({"network-missing", "no-content-folder", "no-terms", "unreadable-folder"})
# More than one file takes part in these; or they say nothing by themselves (`more-problems`).
SHARED = frozenset(
    {
        "formerly-claimed",
        "formerly-in-use",
        "more-problems",
        "names-alike",
        "refers-in-a-ring",
        "refers-to-closed",
        "room-clash",
        "room-too-small",
        "room-turnaround",
        "slug-taken",
        "translation-elsewhere",
        "translation-taken",
        "umbrella-repeats",
    }
)
# What the network's own file can do without, and an organiser of that name.
_LOGO, _ORGANISER = "brand.logo", "organiser"
_REFERENCES = frozenset({"unknown-reference", "unknown-reference-near", "reference-renamed"})
_VOCABULARIES = "vocabularies/"
# Of these `other` is the path of a file that was there first.
_CLASHES = frozenset({"room-clash", "room-turnaround"})


def errors_in(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that stop publishing."""
    return tuple(each for each in problems if each.severity is Severity.ERROR)


def stop_in(folder: Folder, errors: Iterable[Problem]) -> Stop | None:
    """What cannot be left out and has an error: the network's own file, a folder nobody can read.

    Without any municipality no place is anywhere.
    """
    network = f"{NETWORK}.yml"
    for each in errors:
        is_ours = each.path == network and not _may_be_missing(each)
        if is_ours or each.code in STOPPING:
            return Stop(path=each.path)
    has_network = any(
        each.kind == NETWORK and each.language is None and each.item is not None
        for each in folder.built
    )
    return None if has_network else Stop(path=network)


def _may_be_missing(problem: Problem) -> bool:
    """True of the network's file for what somebody else has taken away from it."""
    is_gone = problem.field == _ORGANISER and problem.code in _REFERENCES
    return is_gone or problem.field == _LOGO


def to_blame(folder: Folder, gone: Gone, errors: Iterable[Problem]) -> AbstractSet[str]:
    """The paths to leave out or to mend now.

    Those with faults of their own come first. An error between several files is one only when all
    of them are in order by themselves: whoever shares a room with a faulty event is not silenced.
    Nobody is to blame for a reference that leads nowhere: what names it is mended.
    """
    errors = tuple(errors)
    faulty = {each.path for each in folder.built if has_errors(each.problems)}
    missing = gone_with(folder, gone, errors)
    blamed = [e for e in errors if e.path in faulty or not _is_excused(e, missing)]
    own = {each.path for each in blamed if each.path in faulty or each.code not in SHARED}
    return own or _losers(blamed)


def gone_with(folder: Folder, gone: Gone, errors: Iterable[Problem]) -> Gone:
    """What is gone, with all that is refused by its name and with what faulty vocabularies had."""
    found = {each.path: each for each in folder.found}
    things, kinds, vocabularies = dict(gone.things), dict(gone.kinds), dict(gone.vocabularies)
    for each in errors:
        source = found.get(each.path)
        if source is None:
            for key in _keys_of(each):
                things.setdefault(key, each.path)
                if key.startswith(_VOCABULARIES):
                    vocabularies.setdefault(key.removeprefix(_VOCABULARIES), each.path)
            kind = THINGS.get(each.values.get("suggestion", ""))
            if each.code == "misnamed-folder" and kind is not None:
                kinds.setdefault(kind, each.path)
        elif source.kind == VOCABULARY:
            vocabularies.setdefault(source.slug, each.path)
    return replace(gone, things=things, kinds=kinds, vocabularies=vocabularies)


def _keys_of(problem: Problem) -> tuple[str, ...]:
    """The keys that others know a file by that is refused: by its name, by the right name."""
    above, _, _ = problem.path.rpartition("/")
    right = problem.values.get("suggestion")
    names = (problem.path, f"{above}/{right}" if above and right else right)
    return tuple(dict.fromkeys(thing_key(name) for name in names if name))


def _is_excused(problem: Problem, gone: Gone) -> bool:
    """True when somebody else may have taken away or renamed what a reference should lead to.

    Of terms only where the vocabulary has lost some: they are not everybody's to take away.
    """
    if problem.code in _REFERENCES:
        return True
    match problem.code:
        case "unknown-image" | "unknown-image-near":
            return True
        case "unknown-term" | "unknown-term-near":
            return problem.values["vocabulary"] in gone.vocabularies
        case "image-format":
            return f"images/{problem.values['value']}" in gone.things
    return False


def _losers(errors: Iterable[Problem]) -> AbstractSet[str]:
    """Who gives way in what is wrong between files: whoever the problem stands with.

    Of two that want one room, the one that begins later; it may stay when the other has to leave
    for yet another.
    """
    losers: set[str] = set()
    clashes: dict[str, set[str]] = {}
    for each in errors:
        if each.code in _CLASHES:
            clashes.setdefault(each.path, set()).add(each.values["other"])
        elif each.code != "more-problems":
            losers.add(each.path)
    return losers | _late(clashes, losers)


def _late(clashes: Mapping[str, AbstractSet[str]], losers: AbstractSet[str]) -> AbstractSet[str]:
    """Of events by path, each with those that were first, the ones that cannot stay beside them."""
    waiting = {path: others - losers for path, others in clashes.items() if path not in losers}
    late: set[str] = set()
    while waiting:
        free = {path for path, others in waiting.items() if not others - late}
        beaten = {path for path, others in waiting.items() if others - late - waiting.keys()}
        if not free and not beaten:
            return late | waiting.keys()
        late |= beaten
        waiting = {path: waiting[path] for path in waiting if path not in free | beaten}
    return late
