"""Events that a search finds: open ones with a date from Monday of this week on."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from kohtaamo.listings.table import municipalities_of
from kohtaamo.model.event import Event
from kohtaamo.model.translation import Said, said, said_within
from kohtaamo.publish.found import DAYS_TOLD
from kohtaamo.publish.search.over import over
from kohtaamo.publish.search.record import LATER, SOON, Coming, Record
from kohtaamo.publish.search.speaker import Speaker
from kohtaamo.publish.wording.event import repeats, state_words
from kohtaamo.schedule.occurrence import Occurrence

_MOST_DATES = 8
# In days from Monday: what somebody may plan for now.
_SOON = 42


def event_record(speaker: Speaker, slug: str) -> Record:
    """The record of an event that is found."""
    event = speaker.network.events[slug]
    dates = [each for each in speaker.edition.ahead[slug] if each.last_day >= speaker.monday]
    return Record(
        address=speaker.addresses.event(slug),
        language=speaker.index,
        tag=speaker.language,
        kind=speaker.kind("event"),
        title=said(event, "title", speaker.language),
        rank=_rank(speaker, dates),
        texts=speaker.texts_of(event),
        also=tuple(_also(speaker, event)),
        akin=speaker.akin(
            (("topics", event.topics), ("audiences", event.audiences), ("needs", event.needs))
        ),
        where=tuple(_where(speaker, event)),
        when=_when(speaker, event, dates),
        dates=_coming(speaker, dates),
        over=max(map(over, dates), default=0),
        state=state_words(speaker.words, event.status),
    )


def _rank(speaker: Speaker, dates: Sequence[Occurrence]) -> int:
    """By its first date that takes place."""
    until = speaker.monday + timedelta(days=_SOON)
    return SOON if any(each.takes_place and each.first_day < until for each in dates) else LATER


def _when(speaker: Speaker, event: Event, dates: Sequence[Occurrence]) -> str:
    """The rhythm of a series, else its only date."""
    rule = repeats(speaker.edition, event, speaker.language)
    return rule or (_said(speaker, dates[0]) if dates else "")


def _said(speaker: Speaker, on: Occurrence) -> str:
    moments = speaker.dates.moments(on, "on_weekday_year")
    return " ".join(part for part in (moments.date, moments.hours) if part)


def _coming(speaker: Speaker, dates: Sequence[Occurrence]) -> tuple[Coming, ...]:
    """Those of this week, and those after it up to the first that takes place."""
    until = speaker.monday + timedelta(days=DAYS_TOLD)
    is_last = (each.takes_place and each.first_day >= until for each in dates)
    later = next((at for at, found in enumerate(is_last) if found), len(dates))
    return tuple(
        Coming(
            over=over(each),
            words=_said(speaker, each),
            state=state_words(speaker.words, each.state),
        )
        for each in dates[: later + 1][:_MOST_DATES]
    )


def _where(speaker: Speaker, event: Event) -> Iterator[Said]:
    """Place and municipality, or how one joins from afar."""
    place = speaker.network.places.get(event.place or "")
    if place is not None:
        yield said(place, "name", speaker.language)
    elif event.location is not None and event.location.name:
        yield said_within(event, event.location.name, speaker.language)
    if event.on_site:
        keys = municipalities_of(event, speaker.network)
        yield from speaker.labels("municipalities", keys)
    if event.online is not None:
        yield speaker.own(speaker.words("wording.where.online"))
    if event.phone is not None:
        yield speaker.own(speaker.words("wording.where.phone", number=event.phone.number))


def _also(speaker: Speaker, event: Event) -> Iterator[Said]:
    keys = municipalities_of(event, speaker.network) if event.on_site else ()
    yield from speaker.terms("municipalities", keys)
    yield from speaker.organisers(event.organisers)
    yield from speaker.terms("topics", event.topics)
    yield from speaker.terms("audiences", event.audiences)
    yield from speaker.terms("needs", event.needs)
