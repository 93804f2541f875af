"""Fields of a meeting place."""

from kohtaamo.content.schema.choices import Reference, TermOf
from kohtaamo.content.schema.field import Field, Record
from kohtaamo.content.schema.forms import CanHostType, HolidayHoursType
from kohtaamo.content.schema.hours import EXCEPTION, HOURS, HOURS_EXAMPLE, SEASON
from kohtaamo.content.schema.many import ListOf, YesNoMap
from kohtaamo.content.schema.scalars import (
    COUNT,
    DATE,
    EMAIL,
    LINE,
    MINUTES,
    PHONE,
    SHORT,
    SLUG,
    URL,
    YES_NO,
)
from kohtaamo.content.schema.shared import (
    ADDRESS,
    CONTACT,
    COORDINATES,
    FORMERLY,
    IMAGES,
    LANGUAGES,
    SAMPLE,
    SUMMARY,
    TEXT,
    WRITTEN_IN,
)
from kohtaamo.model.place import (
    Booking,
    Place,
    Remote,
    Room,
    Stop,
)

STOP = Record(
    "stop",
    Stop,
    (
        Field(key="id", type=SLUG, required=True, example="sirkka"),
        Field(key="name", type=LINE, required=True, is_phrase=True, example="Sirkan kylätalo"),
        Field(
            key="municipality", type=TermOf("municipalities"), required=True, example="saaripitaja"
        ),
        Field(key="address", type=ADDRESS, example="{street: Esimerkkitie 1}"),
        Field(key="coordinates", type=COORDINATES, example="{lat: 67.81, lon: 24.81}"),
        Field(key="hours", type=ListOf(HOURS), example=HOURS_EXAMPLE),
        Field(key="dates", type=ListOf(DATE), example="[2026-12-03, 2026-12-17]"),
        Field(key="from", type=DATE, example="2026-09-01"),
        Field(key="to", type=DATE, example="2027-04-30"),
    ),
)

ROOM = Record(
    "room",
    Room,
    (
        Field(key="id", type=SLUG, required=True, example="ryhmahuone"),
        Field(key="name", type=SHORT, required=True, is_phrase=True, example="Kerhohuone"),
        Field(key="capacity", type=COUNT, example="20"),
        Field(
            key="equipment",
            type=LINE,
            is_phrase=True,
            example="Näyttö, kahvinkeitin, induktiosilmukka",
        ),
        Field(key="bookable", type=YES_NO, example="yes"),
        Field(key="price", type=LINE, is_phrase=True, example="Maksuton yhdistyksille"),
        Field(
            key="users", type=LINE, is_phrase=True, example="Yhdistykset ja asukkaiden omat ryhmät"
        ),
        Field(key="terms", type=LINE, is_phrase=True, example="Vain sisäkengät tai sukat."),
        Field(
            key="afterwards",
            type=LINE,
            is_phrase=True,
            example="Pöydät paikoilleen ja ikkunat kiinni.",
        ),
        Field(key="turnaround", type=MINUTES, example="15"),
    ),
)

BOOKING = Record(
    "booking",
    Booking,
    (
        Field(key="url", type=URL, example="https://example.fi/varaa"),
        Field(key="email", type=EMAIL, example="varaukset@example.fi"),
        Field(key="phone", type=PHONE, example="010 123 0000"),
        Field(key="terms", type=LINE, is_phrase=True, example="Varaa viimeistään viikkoa ennen."),
    ),
)

REMOTE = Record(
    "remote",
    Remote,
    (
        Field(key="url", type=URL, example="https://example.fi/etana"),
        Field(key="phone", type=PHONE, example="010 123 0003"),
        Field(key="note", type=LINE, is_phrase=True, example="Soita aukioloaikana."),
    ),
)

PLACE = Record(
    "place",
    Place,
    (
        Field(
            key="name",
            type=LINE,
            required=True,
            translatable=True,
            example="Kylätalon olohuone",
        ),
        Field(
            key="municipality", type=TermOf("municipalities"), required=True, example="saaripitaja"
        ),
        SUMMARY,
        Field(key="address", type=ADDRESS, example="{street: Kylätie 1, town: Kirkonkylä}"),
        Field(
            key="stops",
            type=ListOf(STOP),
            example="[{id: ranta, name: Rannan kylätupa, municipality: saaripitaja}]",
        ),
        Field(key="coordinates", type=COORDINATES, example="{lat: 61.428, lon: 29.370}"),
        Field(key="contact", type=CONTACT, example="{role: Hyvinvointisihteeri}"),
        Field(key="hours", type=ListOf(HOURS), example=HOURS_EXAMPLE),
        Field(
            key="seasons",
            type=ListOf(SEASON),
            example=f"[{{from: 2027-06-01, to: 2027-08-08, hours: {HOURS_EXAMPLE}}}]",
        ),
        Field(
            key="exceptions", type=ListOf(EXCEPTION), example="[{date: 2026-12-31, closed: yes}]"
        ),
        Field(key="holiday_hours", type=HolidayHoursType(HOURS), example="closed"),
        Field(key="rooms", type=ListOf(ROOM), example="[{id: ryhmahuone, name: Kerhohuone}]"),
        Field(key="can_host", type=CanHostType(), example="ask"),
        Field(key="booking", type=BOOKING, example="{email: varaukset@example.fi}"),
        Field(key="facilities", type=ListOf(TermOf("facilities")), example="[kitchen, wifi]"),
        Field(
            key="accessibility", type=YesNoMap("accessibility"), example="{step-free-entrance: yes}"
        ),
        Field(
            key="accessibility_note",
            type=LINE,
            translatable=True,
            example="Ovi on raskas, soita niin avaamme.",
        ),
        Field(
            key="getting_there",
            type=LINE,
            translatable=True,
            example="Linja-autopysäkiltä on 200 metriä.",
        ),
        Field(key="audiences", type=ListOf(TermOf("audiences")), example="[everyone]"),
        LANGUAGES,
        Field(key="remote", type=REMOTE, example="{phone: 010 123 0003}"),
        Field(
            key="first_visit",
            type=LINE,
            translatable=True,
            example="Ovella joku sanoo hei ja näyttää paikat.",
        ),
        Field(key="maintained_by", type=Reference("organiser"), example="saaripitajan-kunta"),
        Field(
            key="organisers", type=ListOf(Reference("organiser")), example="[saaripitajan-kunta]"
        ),
        Field(key="open_from", type=DATE, example="2026-09-01"),
        Field(key="open_until", type=DATE, example="2027-12-31"),
        IMAGES,
        Field(key="checked", type=DATE, example="2026-10-01"),
        Field(key="ptv_id", type=SHORT, example="00000000-0000-4000-8000-000000000000"),
        WRITTEN_IN,
        FORMERLY,
        SAMPLE,
        TEXT,
    ),
)
