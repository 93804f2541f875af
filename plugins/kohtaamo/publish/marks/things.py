"""The marks of single things: of their files, of when they landed, of their pictures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kohtaamo.listings.changes import Item, keys_of
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facts import Basics, Facts
from kohtaamo.publish.marks.mark import Mark, mark_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Things:
    """`digests` are those of all files of a thing together, by `thing_key`; of pictures by path.

    Each mark is made once.
    """

    edition: Edition
    digests: Mapping[str, str]
    made: dict[tuple[str, bool], Mark] = field(default_factory=dict)

    def mark(self, item: Item, *, is_dated: bool = False) -> Mark:
        """The mark of one thing; `is_dated` when without a landing it is as of today."""
        names = keys_of(item)
        key = (names[0], is_dated)
        if key not in self.made:
            self.made[key] = self._made(item, names, is_dated)
        return self.made[key]

    def marks(self, items: Iterable[Item], *, is_dated: bool = False) -> Mark:
        """Those of several, joined."""
        return "".join(self.mark(each, is_dated=is_dated) for each in items)

    def named(self, places: Iterable[str], organisers: Iterable[str]) -> Mark:
        """The marks of the places and organisers that something names by slug."""
        known = self.edition.known
        pairs = ((places, known.places), (organisers, known.organisers))
        return self.marks(
            things[slug] for slugs, things in pairs for slug in slugs if slug in things
        )

    def _made(self, item: Item, names: Sequence[str], is_dated: bool) -> Mark:
        edition, digests = self.edition, self.digests
        landed = [
            (edition.changed.get(name), edition.begun.get(name), edition.translated.get(name, ()))
            for name in names
        ]
        moments = [(changed, first, sorted(tags)) for changed, first, tags in landed]
        has_landed = any(changed for changed, _, _ in landed)
        files = item.images if isinstance(item, Basics | Facts) else ()
        return mark_of(
            # What was kept as JSON comes back as a list.
            tuple(names),
            digests.get(names[0]),
            moments,
            [digests.get(f"images/{file}") for file in files],
            edition.today if is_dated and not has_landed else None,
        )
