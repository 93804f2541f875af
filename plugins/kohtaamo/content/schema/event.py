"""Fields of an event or a series."""

from kohtaamo.content.schema.choices import Choice, Reference, TermOf
from kohtaamo.content.schema.field import Field, Record
from kohtaamo.content.schema.forms import PriceType
from kohtaamo.content.schema.many import ListOf, YesNoMap
from kohtaamo.content.schema.recurrence import REPEAT
from kohtaamo.content.schema.scalars import (
    AGE,
    COUNT,
    DATE,
    DURATION,
    EMAIL,
    END,
    LINE,
    MINUTES,
    MOMENT,
    PHONE,
    SLUG,
    URL,
    YES_NO,
)
from kohtaamo.content.schema.shared import (
    ADDRESS,
    CONTACT,
    FORMERLY,
    IMAGES,
    LANGUAGES,
    SAMPLE,
    SUMMARY,
    TEXT,
    WRITTEN_IN,
)
from kohtaamo.model.event import (
    Access,
    Ages,
    Attendance,
    Event,
    Location,
    Online,
    Phone,
    Registration,
    RegistrationState,
    Status,
)

LOCATION = Record(
    "location",
    Location,
    (
        Field(key="name", type=LINE, is_phrase=True, example="Kirkonkylän koulu"),
        Field(key="address", type=ADDRESS, example="{street: Koulutie 1, town: Kirkonkylä}"),
        Field(key="municipality", type=TermOf("municipalities"), example="saaripitaja"),
    ),
)

ONLINE = Record(
    "online",
    Online,
    (Field(key="url", type=URL, required=True, example="https://example.fi/etana"),),
)

PHONE_LINE = Record(
    "phone-line",
    Phone,
    (
        Field(key="number", type=PHONE, required=True, example="010 123 0004"),
        Field(key="note", type=LINE, is_phrase=True, example="Soita viisi minuuttia ennen."),
    ),
)

AGES = Record(
    "ages",
    Ages,
    (
        Field(key="from", type=AGE, example="7"),
        Field(key="to", type=AGE, example="12"),
    ),
)

REGISTRATION = Record(
    "registration",
    Registration,
    (
        Field(key="by", type=MOMENT, example="2026-11-30"),
        Field(key="url", type=URL, example="https://example.fi/ilmoittaudu"),
        Field(key="email", type=EMAIL, example="ilmoittautuminen@example.fi"),
        Field(key="phone", type=PHONE, example="010 123 0005"),
        Field(key="capacity", type=COUNT, example="15"),
        Field(key="state", type=Choice(RegistrationState), example="open"),
    ),
)

EVENT = Record(
    "event",
    Event,
    # What most events say comes first: guides list the fields in this order.
    (
        Field(
            key="title",
            type=LINE,
            required=True,
            unless_closed=True,
            translatable=True,
            example="Torstain kahvihetki",
        ),
        Field(key="start", type=MOMENT, required=True, example="2026-12-03 13:00"),
        Field(key="end", type=END, example='"15:00"'),
        Field(key="duration", type=DURATION, example="1 h 30 min"),
        Field(key="all_day", type=YES_NO, example="yes"),
        Field(key="repeat", type=REPEAT, example="{every: week, until: 2027-05-27}"),
        Field(key="place", type=Reference("place"), example="kylatalo"),
        Field(key="location", type=LOCATION, example="{name: Kirkonkylän koulu}"),
        Field(key="online", type=ONLINE, example="{url: https://example.fi/etana}"),
        Field(key="phone", type=PHONE_LINE, example="{number: 010 123 0004}"),
        Field(key="room", type=SLUG, example="ryhmahuone"),
        Field(
            key="organisers",
            type=ListOf(Reference("organiser")),
            required=True,
            unless_closed=True,
            example="[elakkeensaajat]",
        ),
        SUMMARY,
        Field(key="price", type=PriceType(), is_phrase=True, example="free"),
        Field(key="registration", type=REGISTRATION, example="{by: 2026-11-30}"),
        Field(key="drop_in", type=YES_NO, example="yes"),
        Field(key="alone_ok", type=YES_NO, example="yes"),
        Field(
            key="first_visit",
            type=LINE,
            translatable=True,
            example="Vetäjä ottaa sinut vastaan ovella.",
        ),
        Field(key="contact", type=CONTACT, example="{role: Kerhon vetäjä}"),
        Field(key="audiences", type=ListOf(TermOf("audiences")), example="[everyone]"),
        Field(key="topics", type=ListOf(TermOf("topics")), example="[company]"),
        Field(key="needs", type=ListOf(TermOf("needs")), example="[lonely]"),
        Field(key="ages", type=AGES, example="{from: 7, to: 12}"),
        Field(key="access", type=Choice(Access), example="open"),
        LANGUAGES,
        Field(
            key="accessibility", type=YesNoMap("accessibility"), example="{step-free-entrance: yes}"
        ),
        IMAGES,
        Field(key="status", type=Choice(Status), example="confirmed"),
        Field(key="reason", type=LINE, translatable=True, example="Vetäjä on sairaana."),
        Field(key="replaced_by", type=Reference("event"), example="viikkokahvit"),
        Field(key="part_of", type=Reference("event"), example="kesapaivat-2027"),
        Field(key="attendance", type=Choice(Attendance), example="on-site"),
        Field(key="stop", type=SLUG, example="sirkka"),
        Field(key="setup", type=MINUTES, example="30"),
        Field(key="teardown", type=MINUTES, example="15"),
        Field(key="published", type=DATE, example="2026-11-01"),
        WRITTEN_IN,
        FORMERLY,
        SAMPLE,
        TEXT,
    ),
)
