"""Fields of a calendar to import, one entry of `sources.yml`."""

from enum import StrEnum

from kohtaamo.content.schema.choices import Choice, Reference, TermOf
from kohtaamo.content.schema.field import Field, Record
from kohtaamo.content.schema.many import ListOf
from kohtaamo.content.schema.scalars import LINE, SLUG, URL


class ImportedAs(StrEnum):
    """What the entries of an imported calendar are."""

    EVENTS = "events"
    RESERVATIONS = "reservations"


# Read so that its faults are found; nothing is imported yet, so it stands for no value.
SOURCE = Record(
    "source",
    dict,
    (
        Field(key="id", type=SLUG, required=True, example="kunnan-kalenteri"),
        Field(key="url", type=URL, example="https://example.fi/kalenteri.ics"),
        Field(key="file", type=LINE, example="kalenteri.ics"),
        Field(
            key="organiser",
            type=Reference("organiser"),
            required=True,
            example="saaripitajan-kunta",
        ),
        Field(key="municipality", type=TermOf("municipalities"), example="saaripitaja"),
        Field(key="aliases", type=ListOf(LINE), example="[Kunnan tapahtumat]"),
        Field(key="as", type=Choice(ImportedAs), example="events"),
    ),
)
