"""Places, organisers and notices that a search finds."""

from collections.abc import Iterator
from datetime import date

from kohtaamo.listings.in_use import municipalities_on
from kohtaamo.model.place import Place
from kohtaamo.model.translation import Said, said, said_within
from kohtaamo.publish.search.over import day_over
from kohtaamo.publish.search.record import SOON, Record
from kohtaamo.publish.search.speaker import Speaker
from kohtaamo.publish.wording.event import address_line
from kohtaamo.words.dates import day


def place_record(speaker: Speaker, slug: str) -> Record:
    """The record of a place that is found."""
    place = speaker.network.places[slug]
    basics = speaker.edition.known.places[slug]
    municipalities = municipalities_on(basics, speaker.monday)
    is_for_good = not all(basics.lasts.values())
    last = max(basics.lasts.values(), default=0)
    return Record(
        address=speaker.addresses.place(slug),
        language=speaker.index,
        tag=speaker.language,
        kind=speaker.kind("place"),
        title=said(place, "name", speaker.language),
        rank=SOON,
        # Who looks for a town means its place.
        called=tuple(speaker.terms("municipalities", municipalities)),
        texts=speaker.texts_of(place),
        also=tuple(_also_of_place(speaker, place)),
        akin=speaker.akin([("audiences", place.audiences)]),
        where=tuple(speaker.labels("municipalities", municipalities)),
        over=0 if is_for_good else day_over(date.fromordinal(last)),
    )


def _also_of_place(speaker: Speaker, place: Place) -> Iterator[Said]:
    for address in (place.address, *(stop.address for stop in place.stops)):
        if line := address_line(place, address, speaker.language):
            yield line
    for field in ("getting_there", "first_visit"):
        if text := said(place, field, speaker.language):
            yield text
    for stop in place.stops:
        yield said_within(place, stop.name, speaker.language)
    yield from speaker.labels("facilities", place.facilities)
    yield from speaker.terms("audiences", place.audiences)
    yield from speaker.organisers(place.organisers)


def organiser_record(speaker: Speaker, slug: str) -> Record:
    """The record of an organiser."""
    organiser = speaker.network.organisers[slug]
    return Record(
        address=speaker.addresses.organiser(slug),
        language=speaker.index,
        tag=speaker.language,
        kind=speaker.kind("organiser"),
        title=said(organiser, "name", speaker.language),
        texts=speaker.texts_of(organiser),
        also=(
            *speaker.terms("municipalities", organiser.municipalities),
            *speaker.labels("organiser-classes", (organiser.class_,)),
            *speaker.terms("topics", organiser.topics),
            *speaker.terms("audiences", organiser.audiences),
        ),
        akin=speaker.akin((("topics", organiser.topics), ("audiences", organiser.audiences))),
        where=tuple(speaker.labels("municipalities", organiser.municipalities)),
        over=day_over(organiser.open_until) if organiser.open_until else 0,
    )


def notice_record(speaker: Speaker, slug: str) -> Record:
    """The record of a notice that is found."""
    notice, words = speaker.network.notices[slug], speaker.words
    until = words("site.notice.until", date=day(words, notice.until))
    return Record(
        address=speaker.addresses.notice(slug),
        language=speaker.index,
        tag=speaker.language,
        kind=speaker.kind("notice"),
        title=said(notice, "title", speaker.language),
        texts=speaker.texts_of(notice),
        also=(
            *speaker.labels("notice-kinds", (notice.kind,)),
            *speaker.terms("municipalities", notice.municipalities),
            *speaker.organisers(notice.organisers),
            *speaker.terms("audiences", notice.audiences),
        ),
        akin=speaker.akin([("audiences", notice.audiences)]),
        where=tuple(speaker.labels("municipalities", notice.municipalities)),
        # It stands within a line.
        when=until[:1].lower() + until[1:],
        over=day_over(notice.until),
    )
