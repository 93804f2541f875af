"""The search index as files of the output folder: made anew only when other things can be found."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from kohtaamo.host.search import kept
from kohtaamo.host.search.fault import NoIndex
from kohtaamo.host.search.lemmas import LEMMAS, Lemmas
from kohtaamo.host.search.pagefind import index_files
from kohtaamo.host.staging import Stage, Taken, Written
from kohtaamo.listings.edition import Edition
from kohtaamo.publish.search.all import records_of
from kohtaamo.publish.search.entry import entry_of

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """`mark` is that of all that can be found; `make` gives the files, by path, or raises NoIndex.

    Without `make`, whatever index there is stays, for a build that comes after this one. Where
    it `may_fail`, a site is made without an index then.
    """

    mark: str = ""
    make: Callable[[], Files] | None = None
    may_fail: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What there is now by path, and what was made for it; `fault` says why there is nothing."""

    rows: Mapping[str, Written] = field(default_factory=dict)
    taken: Sequence[Taken] = ()
    fault: str = ""


def index_of(edition: Edition, mark: str, memory: Path | None, *, may_fail: bool) -> Index:
    """The index of an edition; base forms of words are kept in the folder for memories."""
    return Index(mark=mark, make=partial(_make, edition, memory), may_fail=may_fail)


def _make(edition: Edition, memory: Path | None) -> Files:
    forms = Lemmas(folder=memory / LEMMAS if memory else None)
    files = index_files(entry_of(record, forms) for record in records_of(edition))
    forms.keep()
    return {kept.FOLDER + path: data for path, data in files.items()}


def put_index(index: Index | None, before: Mapping[str, Written], stage: Stage) -> Made:
    """Stage the files of the index, unless those of `before` are what would be made."""
    rows = kept.rows_of(before)
    if index is None:
        return Made()
    if kept.is_of(rows, index.mark):
        return Made(rows=rows)
    if index.make is None:
        return Made(rows=kept.due(rows))
    try:
        files = index.make()
    except NoIndex as fault:
        if not index.may_fail:
            raise
        return Made(fault=str(fault))
    taken = [stage.take(path, data) for path, data in files.items()]
    told = {each.path: kept.row_of(each, index.mark, len(taken)) for each in taken}
    return Made(rows=told, taken=taken)


def stays(path: str, index: Index | None) -> bool:
    """True of a file of an index that is left as it is."""
    return index is not None and index.make is None and path.startswith(kept.FOLDER)
