"""The search index as files of the output folder: made anew only when other things can be found."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from kohtaamo.host.memory.store import as_json, digest
from kohtaamo.host.search import kept
from kohtaamo.host.search.fault import NoIndex
from kohtaamo.host.search.kept import Told
from kohtaamo.host.search.lemmas import LEMMAS, Lemmas
from kohtaamo.host.search.pagefind import index_files, recipe
from kohtaamo.host.staging import Stage, Taken, Written
from kohtaamo.listings.edition import Edition
from kohtaamo.publish.search.all import records_of
from kohtaamo.publish.search.entry import entry_of
from kohtaamo.publish.search.lemmas import Inflection

Entries = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """`mark` is that of all that can be found, `entries` gives what pagefind is told of it.

    It takes as long as so many pages as `weight` says.
    Without `entries`, whatever index there is stays, for a build that comes after this one. Where
    it `may_fail`, a site is made without an index then.
    """

    mark: str = ""
    entries: Callable[[], Entries] | None = None
    may_fail: bool = False
    weight: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What there is now by path, and what was made for it; `fault` says why there is nothing."""

    rows: Mapping[str, Written] = field(default_factory=dict)
    taken: Sequence[Taken] = ()
    fault: str = ""


def index_of(edition: Edition, mark: str, memory: Path | None, *, may_fail: bool) -> Index:
    """The index of an edition; base forms of words are kept in the folder for memories."""
    return Index(
        mark=mark,
        entries=partial(_entries, edition, memory),
        may_fail=may_fail,
        weight=len(edition.facts) * len(edition.languages),
    )


def _entries(edition: Edition, memory: Path | None) -> Entries:
    forms = Lemmas(folder=memory / LEMMAS if memory else None)
    bent = Inflection(forms=forms)
    entries = [entry_of(record, bent) for record in records_of(edition)]
    forms.keep()
    return entries


def known_index(index: Index | None, before: Mapping[str, Written]) -> Made | None:
    """The index of a build that need not look at what can be found; None where it has to.

    Nobody asks for entries while nothing can differ.
    """
    rows = kept.rows_of(before)
    past = kept.told_in(rows)
    if index is None:
        return Made()
    if past is not None and past.mark == index.mark:
        return Made(rows=rows)
    return Made(rows=kept.with_told(rows, None)) if index.entries is None else None


def put_index(index: Index, before: Mapping[str, Written], stage: Stage) -> Made:
    """Stage the files of an index; nobody runs pagefind while entries are those of `before`."""
    rows = kept.rows_of(before)
    past = kept.told_in(rows)
    entries = index.entries() if index.entries is not None else ()
    told = Told(mark=index.mark, entries=_digest(entries))
    if past is not None and past.entries == told.entries:
        return Made(rows=kept.with_told(rows, told))
    try:
        files = index_files(entries)
    except NoIndex as fault:
        if not index.may_fail:
            raise
        return Made(fault=str(fault))
    taken = [stage.take(kept.FOLDER + path, data) for path, data in files.items()]
    made = {each.path: (each.size, each.time, "", kept.OWNER) for each in taken}
    return Made(rows=kept.with_told(made, told), taken=taken)


def _digest(entries: Entries) -> str:
    """Of one after the other: all together may be more than there is room for."""
    return digest("".join((recipe(), *(digest(as_json(each)) for each in entries))).encode())


def stays(path: str, index: Index | None) -> bool:
    """True of a file of an index that is left as it is."""
    return index is not None and index.entries is None and path.startswith(kept.FOLDER)
