"""What the report looks at: an edition, and how far it looks."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facts import Facts
from kohtaamo.model.place import Place
from kohtaamo.model.translation import Label, Translated

# First and last day of a date that takes place, and the place that it is at, None for none.
Dated = tuple[date, date, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """`events` are those that may be told of, by slug: no closed group is among them.

    `images` are the files in `content/images/`, None when nobody has looked. Of each topic not
    more than `most` findings are made; None for all.
    """

    edition: Edition
    events: Mapping[str, Facts]
    images: Collection[str] | None
    most: int | None

    @property
    def today(self) -> date:
        return self.edition.today

    def shown(self, found: Sequence[str]) -> Sequence[str]:
        """Those that findings are made of."""
        return found[: self.most]


def sight_of(edition: Edition, images: Collection[str] | None, most: int | None) -> Sight:
    """What is seen of an edition."""
    events = {slug: facts for slug, facts in edition.facts.items() if not facts.is_closed}
    return Sight(edition=edition, events=events, images=images, most=most)


def dates_of(facts: Facts) -> Iterator[tuple[int, int]]:
    """First and last day of every date that takes place, as `date.toordinal` counts them."""
    if facts.is_off:
        return
    off = frozenset(facts.off)
    for at, span in enumerate(facts.spans):
        if at not in off:
            yield span


def last_day(facts: Facts) -> int:
    """The last day on which the event takes place; 0 when it never does."""
    return max((last for _, last in dates_of(facts)), default=0)


def is_in_use(place: Place, today: date) -> bool:
    """False for a place that has closed for good."""
    return place.open_until is None or place.open_until >= today


def places_in_use(sight: Sight) -> Iterator[Place]:
    """All places that have not closed for good, in order of slugs."""
    return (
        place for place in sight.edition.network.places.values() if is_in_use(place, sight.today)
    )


def label_of(thing: Translated, field: str) -> Label:
    """What a thing is called, in each language that says it; the original's first."""
    own = {thing.written_in: getattr(thing, field)}
    translated = {tag: each.values.get(field, "") for tag, each in thing.translations.items()}
    return Label({**own, **{tag: name for tag, name in translated.items() if name}})


def organisers_called(edition: Edition, slugs: Iterable[str]) -> tuple[Label, ...]:
    """The names of organisers, in written order; those of faulty files are left out."""
    known = edition.known.organisers
    return tuple(Label(known[slug].called) for slug in slugs if slug in known)
