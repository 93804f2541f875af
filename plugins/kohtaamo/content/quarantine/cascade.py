"""What follows when files are left out: translations, references, names that were shared."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from kohtaamo.content.build.built import Built
from kohtaamo.content.build.draft import ITEM_KINDS, vocabularies_of
from kohtaamo.content.defaults import default_vocabularies
from kohtaamo.content.quarantine.free_times import without_free_times
from kohtaamo.content.quarantine.mend import Fate, See, Touched, mended
from kohtaamo.content.quarantine.values import Folder, Gone, Rest
from kohtaamo.content.rules.rule import problem_at
from kohtaamo.content.rules.walk import references
from kohtaamo.content.schema.choices import Reference, TermOf
from kohtaamo.content.schema.field import Type
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.schema.shared import IMAGE as PICTURE
from kohtaamo.content.source.files import SHARED, check_shared
from kohtaamo.content.source.keys import thing_key
from kohtaamo.content.source.layout import IMAGE, NETWORK, THINGS
from kohtaamo.content.source.walk import same_to_some_systems
from kohtaamo.problems.problem import Problem, in_order

_FOLDERS = {kind: folder for folder, kind in THINGS.items()}
# What may name something else; a translation never does.
_NAMING = frozenset({NETWORK, *ITEM_KINDS})


def left_out(path: str, line: int, field: str = "", because: str = "") -> Problem:
    """A note that a file was left out: for a fault of its own, or because of another file."""
    if because:
        values = {"because": because}
        return Problem(path=path, line=line, field=field, code="left-out-because", values=values)
    return Problem(path=path, line=line, code="left-out")


def without_files(rest: Rest, leaving: Collection[str], notes: Iterable[Problem]) -> Rest:
    """The rest without some files, and without whatever cannot be told without them."""
    rest = _leave(rest, leaving, notes)
    while True:
        rest = _without_heirs(_without_orphans(rest))
        rest, lost = _mend(rest)
        if not lost:
            return replace(rest, folder=_looked_at(rest.folder))
        rest = _leave(rest, [note.path for note in lost], lost)


def _leave(rest: Rest, leaving: Collection[str], notes: Iterable[Problem]) -> Rest:
    leaving, folder = frozenset(leaving), rest.folder
    things, waiting = dict(rest.gone.things), dict(rest.gone.waiting)
    for each in folder.found:
        if each.path in leaving and each.language is None:
            things.setdefault(thing_key(each.path), each.path)
            waiting.setdefault(thing_key(each.path), each.path)
    left = (each for each in folder.built if each.path not in leaving)
    own = (each for each in folder.found if each.path in leaving)
    return replace(
        rest,
        folder=Folder(
            found=tuple(each for each in folder.found if each.path not in leaving),
            built=without_free_times(left, own, things),
            misplaced=tuple(each for each in folder.misplaced if each.path not in leaving),
        ),
        gone=replace(rest.gone, things=things, waiting=waiting),
        left_out=(*rest.left_out, *notes),
        # What is told of a file that is left out after all says too much.
        changed=tuple(each for each in rest.changed if each.path not in leaving),
    )


def _without_orphans(rest: Rest) -> Rest:
    """Translations go with their original."""
    there = {(each.kind, each.slug) for each in rest.folder.found if each.language is None}
    orphans = [
        each
        for each in rest.folder.found
        if each.language is not None and (each.kind, each.slug) not in there
    ]
    notes = [
        left_out(each.path, 1, because=rest.gone.things.get(thing_key(each.path), each.path))
        for each in orphans
    ]
    return _leave(rest, [each.path for each in orphans], notes) if orphans else rest


def _without_heirs(rest: Rest) -> Rest:
    """Nobody takes over the name of what is only left out for now, and all that belongs to it."""
    while True:
        notes: dict[str, Problem] = {}
        for each in rest.folder.built:
            for at, because in _claims(each, rest.gone.waiting):
                note = left_out(each.path, each.item.origin.line(at), at, because)
                notes.setdefault(each.path, note)
        if not notes:
            return rest
        rest = _leave(rest, notes, notes.values())


def _claims(built: Built, waiting: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each field with a former name that belongs to a file which was left out, and that file."""
    if built.kind not in _FOLDERS or built.language is not None or built.item is None:
        return
    for index, old in enumerate(built.item.formerly):
        because = waiting.get(f"{_FOLDERS[built.kind]}/{old}")
        if because is not None:
            yield f"formerly[{index}]", because


def _mend(rest: Rest) -> tuple[Rest, list[Problem]]:
    """Every thing without what it cannot name any more; and notes of those that this loses."""
    see = _seer(rest.folder, rest.gone)
    built, changed, lost = list[Built](), list[Problem](), list[Problem]()
    for each in rest.folder.built:
        if not _names_in_vain(each, see):
            built.append(each)
            continue
        found = mended(KINDS[each.kind], each.item, see)
        if found.item is None:
            (vital,) = found.touched
            line = each.item.origin.line(vital.at)
            lost.append(left_out(each.path, line, vital.at, vital.fate.because))
            built.append(each)
        else:
            changed.extend(_noted(each, found.touched))
            built.append(replace(each, item=found.item))
    folder = replace(rest.folder, built=tuple(built))
    return replace(rest, folder=folder, changed=(*rest.changed, *changed)), lost


def _names_in_vain(built: Built, see: See) -> bool:
    item = built.item
    if built.kind not in _NAMING or built.language is not None or item is None:
        return False
    if any(see(kind, value) for _, kind, value in references(KINDS[built.kind], item)):
        return True
    brand = getattr(item, "brand", None)
    pictures = [image.file for image in getattr(item, "images", ())]
    return any(see(PICTURE, file) for file in (*pictures, brand.logo if brand else "") if file)


def _seer(folder: Folder, gone: Gone) -> See:
    """Who knows of every name what becomes of it.

    An unknown term is left to the rules: only who wrote it can know what it should be.
    """
    there: dict[str, set[str]] = {}
    for each in folder.found:
        if each.language is None:
            there.setdefault(each.kind, set()).add(each.slug)
    terms = vocabularies_of(folder.built, default_vocabularies())
    former = _renamed(folder.built)
    former_terms = {
        name: {old: term.id for term in terms[name].values() for old in term.formerly}
        for name in terms
    }

    def see(kind: Type, value: str) -> Fate | None:
        match kind:
            case Reference(of) if value not in there.get(of, ()):
                because = gone.things.get(f"{_FOLDERS[of]}/{value}") or gone.kinds.get(of, "")
                return Fate(former.get((of, value)), because)
            case TermOf(name) if value not in terms[name]:
                if value in former_terms[name] or name in gone.vocabularies:
                    return Fate(former_terms[name].get(value), gone.vocabularies.get(name, ""))
            case _ if kind is PICTURE and value not in there.get(IMAGE, ()):
                return Fate(None, gone.things.get(f"images/{value}", ""))
        return None

    return see


def _renamed(built: Iterable[Built]) -> Mapping[tuple[str, str], str]:
    """Present slugs by kind and former slug, as far as only one thing has had that."""
    found: dict[tuple[str, str], str] = {}
    claimed: set[tuple[str, str]] = set()
    for each in built:
        for old in getattr(each.item, "formerly", ()):
            key = (each.kind, old)
            if key in found:
                claimed.add(key)
            found[key] = each.slug
    return {key: slug for key, slug in found.items() if key not in claimed}


def _noted(built: Built, touched: Iterable[Touched]) -> Iterator[Problem]:
    origin = built.item.origin
    for each in touched:
        at, value, because = each.at, each.value, each.fate.because
        if each.fate.instead is not None:
            yield problem_at(origin, at, "reference-followed", value=value, guess=each.fate.instead)
        elif because:
            yield problem_at(origin, at, "reference-left-out", value=value, because=because)
        else:
            yield problem_at(origin, at, "unknown-left-out", value=value)


def _looked_at(folder: Folder) -> Folder:
    """The folder with what is wrong between the names of those files that are still there."""
    names: dict[tuple[str, str], int] = {}
    for path in (each.path for each in folder.found):
        names[_folded(path)] = names.get(_folded(path), 0) + 1
    own = (
        each
        for each in folder.misplaced
        if each.code not in SHARED
        if each.code != "names-alike" or names.get(_folded(each.path), 2) > 1
    )
    _, shared = check_shared(folder.found)
    return replace(folder, misplaced=in_order((*own, *shared)))


def _folded(path: str) -> tuple[str, str]:
    above, _, name = path.rpartition("/")
    return above, same_to_some_systems(name)
