"""What the report looks at: an edition, and how far it looks."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facts import Facts
from kohtaamo.model.place import Place
from kohtaamo.model.translation import Label, Translated
from kohtaamo.schedule.in_use import closes_on
from kohtaamo.schedule.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """`events` are those that may be told of, by slug: no closed group is among them.

    `ends` are the last days on which they take place, as `date.toordinal` counts them, 0 for never.
    `images` are the files in `content/images/`, None when nobody has looked. Of each topic not
    more than `most` findings are made; None for all.
    """

    edition: Edition
    events: Mapping[str, Facts]
    ends: Mapping[str, int]
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
    ends = {slug: last_day(facts) for slug, facts in events.items()}
    return Sight(edition=edition, events=events, ends=ends, images=images, most=most)


def dates_of(facts: Facts) -> Sequence[Span]:
    """First and last day of every date that takes place, by start."""
    if not facts.off:
        return facts.spans
    off = frozenset(facts.off)
    return tuple(span for at, span in enumerate(facts.spans) if at not in off)


def last_day(facts: Facts) -> int:
    """The last day on which the event takes place, as `date.toordinal` counts; 0 for never."""
    dates = dates_of(facts)
    if not facts.declares:
        # All dates are alike, so the last one ends last.
        return dates[-1][1] if dates else 0
    return max((last for _, last in dates), default=0)


def is_in_use(place: Place, today: date) -> bool:
    """False for a place that has closed for good, or comes to no stop any more."""
    last = closes_on(place)
    return last is None or last >= today


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
