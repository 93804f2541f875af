"""Everything that a search finds, in every language."""

from collections.abc import Iterator

from kohtaamo.listings.edition import Edition
from kohtaamo.publish.found import found_events, found_notices, found_organisers, found_places
from kohtaamo.publish.search.events import event_record
from kohtaamo.publish.search.record import Record
from kohtaamo.publish.search.speaker import Speaker, make_speaker
from kohtaamo.publish.search.things import notice_record, organiser_record, place_record
from kohtaamo.publish.search.ways import found_terms, page_records, section_records, term_record


def records_of(edition: Edition) -> Iterator[Record]:
    """Every record once, by language; of what several makers tell, the first is kept.

    Closed groups and those for members are nowhere in it.
    """
    for tag in edition.languages:
        taken: set[str] = set()
        for record in _records(make_speaker(edition, tag)):
            if record.address not in taken:
                taken.add(record.address)
                yield record


def _records(speaker: Speaker) -> Iterator[Record]:
    edition = speaker.edition
    yield from page_records(speaker)
    yield from section_records(speaker)
    for kind, key in found_terms(edition):
        yield term_record(speaker, kind, key)
    for slug in found_places(edition):
        yield place_record(speaker, slug)
    for slug in found_organisers(edition):
        yield organiser_record(speaker, slug)
    for slug in found_notices(edition):
        yield notice_record(speaker, slug)
    for slug in found_events(edition):
        yield event_record(speaker, slug)
