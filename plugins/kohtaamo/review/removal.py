"""What goes with a thing that a contribution removes, and what of it is left behind."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from kohtaamo.content.source.keys import thing_key
from kohtaamo.listings.table import LISTING_KINDS
from kohtaamo.model.event import Access, Event
from kohtaamo.review.markdown import plain
from kohtaamo.review.naming import Names, Naming, names_in
from kohtaamo.review.news import News, Part
from kohtaamo.review.removed import (
    LISTINGS,
    Gone,
    addresses_of,
    pages_and_terms,
    subscribed,
    touches_others,
)
from kohtaamo.review.speaker import Speaker
from kohtaamo.review.touched import Contribution, Touch
from kohtaamo.review.veil import Veil

# So many are named, and of the others how many there are.
_MOST, _MOST_TOLD = 5, 10
_VOCABULARIES = {kind: vocabulary for vocabulary, kind in LISTINGS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Removals:
    """The news, with what goes with each thing that is removed.

    `others` are removed pages and terms, each its line and what is to be said of it; `linked` is to
    how many of all these a text links still.
    """

    news: tuple[News, ...]
    others: tuple[tuple[str, tuple[str, ...]], ...] = ()
    linked: int = 0


def with_removals(
    contribution: Contribution, veil: Veil, speakers: tuple[Speaker, Speaker], news: Iterable[News]
) -> Removals:
    """What goes with all that is removed; `speakers` know the names of either side."""
    news = tuple(news)
    if not touches_others(contribution) and all(each.part is not Part.REMOVED for each in news):
        return Removals(news=news)
    was, now = (names_in(side.network) for side in (contribution.before, contribution.after))
    before, after = speakers
    teller = _Teller(
        contribution=contribution, veil=veil, before=before, after=after, was=was, now=now
    )
    gone = {each.pair.key: _gone(each) for each in news if each.part is Part.REMOVED}
    others = tuple(pages_and_terms(contribution))
    # Of a whole season that goes at once nobody reads more than titles.
    lines = {key: tuple(teller.lines(gone[key])) for key in islice(gone, _MOST_TOLD)}
    return Removals(
        news=tuple(replace(each, lines=lines.get(each.pair.key, each.lines)) for each in news),
        others=tuple(
            (teller.head(each), tuple(teller.lines(each))) for each in others[:_MOST_TOLD]
        ),
        linked=sum(any(teller.linking(each)) for each in (*gone.values(), *others)),
    )


def _gone(news: News) -> Gone:
    old = news.pair.things[0]
    return Gone(name=news.pair.kind, slug=old.slug, item=old)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Teller:
    """Tells of what is removed; `was` and `now` is what the files of either side name."""

    contribution: Contribution
    veil: Veil
    before: Speaker
    after: Speaker
    was: Names
    now: Names

    def head(self, gone: Gone) -> str:
        """The line of a page or term."""
        words = self.after.words
        if gone.name == "page":
            about, title = words("review.kind.page"), plain(gone.item.title)
        else:
            about = words("review.kind.term", path=self._path(gone.item.origin.path))
            title = self.before.term(gone.name, gone.slug)
        return words("review.head", title=title, about=about)

    def lines(self, gone: Gone) -> Iterator[str]:
        """What names it, what ends with it, and what of it is left."""
        yield from self._named(gone)
        yield from self._ends(gone)
        yield from self._orphans(gone)

    def _named(self, gone: Gone) -> Iterator[str]:
        name = (gone.name, gone.slug)
        still = self.now.by_name.get(name, ())
        kept = {each.path for each in still}
        freed = (each for each in self.was.by_name.get(name, ()) if each.path not in kept)
        yield from self._listed("named", self._where(still))
        yield from self._listed("linked", map(self._path, self.linking(gone)))
        yield from self._listed("freed", map(self._title, freed))

    def linking(self, gone: Gone) -> Iterator[str]:
        """The files in whose texts a link leads to it; none where that leads on to another."""
        if not self._heirs(gone):
            for name in (gone.slug, *gone.item.formerly):
                for path in addresses_of(self.contribution.before, replace(gone, slug=name)):
                    yield from (each.path for each in self.now.by_path.get(path, ()))

    def _heirs(self, gone: Gone) -> list[str]:
        """What those are called that have its name among their former ones."""
        things = getattr(self.contribution.after.network, f"{gone.name}s", {}).values()
        return [plain(self._called(each)) for each in things if gone.slug in each.formerly]

    def _ends(self, gone: Gone) -> Iterator[str]:
        words, address = self.after.words, next(addresses_of(self.contribution.before, gone), "")
        led_on = self._heirs(gone)
        if led_on or not address:
            yield from self._listed("led_on", led_on)
            return
        files, old = [plain(each) for each in subscribed(gone)], len(gone.item.formerly)
        form = "subscribed" if files else "address"
        listed = self.after.listed(files, 2 * _MOST)
        line = words(f"review.removal.{form}", address=plain(address), files=listed)
        yield words.several("review.removal.former", old, ends=line) if old else line
        if isinstance(gone.item, Event):
            yield from self._left(gone.item)

    def _left(self, event: Event) -> Iterator[str]:
        """Whose calendars and feeds it vanishes from; none when they have let go of it."""
        key, lost = thing_key(event.origin.path), self.contribution.lost
        if event.access is not Access.OPEN or key not in {thing_key(each.path) for each in lost}:
            return
        network = self.contribution.before.network
        keys = ((kind.name, key) for kind in LISTING_KINDS for key in kind.keys_of(event, network))
        yield from self._listed("left", (self._listing(kind, key) for kind, key in keys))

    def _listing(self, kind: str, key: str) -> str:
        if kind in _VOCABULARIES:
            return self.before.term(_VOCABULARIES[kind], key)
        named = f"review.removal.listing.{kind}"
        return self.before.name(kind, key) if key else self.after.words(named)

    def _orphans(self, gone: Gone) -> Iterator[str]:
        """Translations without their original, and pictures that nothing shows any more."""
        key, problems = thing_key(gone.item.origin.path), self.contribution.after.problems
        yield from self._listed(
            "translations",
            (
                self._path(each.path)
                for each in problems
                if each.code == "translation-without-original" and thing_key(each.path) == key
            ),
        )
        shown = (image.file for image in getattr(gone.item, "images", ()))
        left = (f"images/{file}" for file in shown if file not in self.now.pictures)
        touch = self.contribution.files.get
        yield from self._listed(
            "pictures", (self._path(each) for each in left if touch(each) is not Touch.REMOVED)
        )

    def _listed(self, form: str, names: Iterable[str]) -> Iterator[str]:
        """One line that names some of them, each once; none without any."""
        if every := list(dict.fromkeys(filter(None, names))):
            yield self.after.words(f"review.removal.{form}", names=self.after.listed(every, _MOST))

    def _where(self, still: Sequence[Naming]) -> Iterator[str]:
        """`content/events/kerho.md (rivi 6, organisers)`; of a closed group only that there is."""
        by_path: dict[str, list[str]] = {}
        for each in still:
            line, field = self.after.words("review.line", line=each.line), each.at.partition("[")[0]
            by_path.setdefault(each.path, []).extend((line, plain(field)))
        for path, facts in by_path.items():
            about = "" if self.veil.covers(path) else f" ({', '.join(facts[: 2 * _MOST])})"
            yield f"{self._path(path)}{about}"

    def _path(self, path: str) -> str:
        if self.veil.covers(path):
            return self.after.words("review.booking.name")
        return plain(self.contribution.path(path))

    def _title(self, naming: Naming) -> str:
        """What the file that named it is of; "" for what is gone too and for closed groups."""
        touch = self.contribution.files.get(naming.path)
        if touch is Touch.REMOVED or self.veil.covers(naming.path):
            return ""
        return self.after.words("review.removal.title", title=plain(self._called(naming.item)))

    @staticmethod
    def _called(item: Any) -> str:
        return str(getattr(item, "title", None) or item.name)
