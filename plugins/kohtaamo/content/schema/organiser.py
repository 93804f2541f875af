"""Fields of an organiser."""

from kohtaamo.content.schema.choices import Choice, Reference, TermOf
from kohtaamo.content.schema.field import Field, Record
from kohtaamo.content.schema.many import ListOf
from kohtaamo.content.schema.scalars import DATE, LINE, SHORT, URL
from kohtaamo.content.schema.shared import (
    CONTACT,
    FORMERLY,
    IMAGES,
    LANGUAGES,
    SAMPLE,
    SUMMARY,
    TEXT,
    WRITTEN_IN,
)
from kohtaamo.model.organiser import Funding, LooksFor, Organiser, Sector

FUNDING = Record(
    "funding",
    Funding,
    (
        Field(key="funder", type=LINE, is_phrase=True, example="STEA"),
        Field(key="grant", type=LINE, is_phrase=True, example="Kohdennettu toiminta-avustus"),
        Field(key="from", type=DATE, example="2026-01-01"),
        Field(key="until", type=DATE, example="2027-12-31"),
    ),
)

ORGANISER = Record(
    "organiser",
    Organiser,
    (
        Field(
            key="name", type=LINE, required=True, translatable=True, example="Kirkonkylän Martat ry"
        ),
        Field(key="class", type=TermOf("organiser-classes"), required=True, example="culture"),
        Field(key="sector", type=Choice(Sector), required=True, example="association"),
        Field(
            key="municipalities",
            type=ListOf(TermOf("municipalities")),
            required=True,
            example="[saaripitaja]",
        ),
        Field(key="business_id", type=SHORT, example='"1234567-1"'),
        SUMMARY,
        Field(key="contact", type=CONTACT, example="{role: Sihteeri}"),
        Field(key="url", type=URL, example="https://example.fi/martat"),
        Field(key="places", type=ListOf(Reference("place")), example="[kylatalo]"),
        Field(key="looks_for", type=ListOf(Choice(LooksFor)), example="[people, members]"),
        Field(key="funding", type=ListOf(FUNDING), example="[{funder: STEA}]"),
        Field(key="audiences", type=ListOf(TermOf("audiences")), example="[everyone]"),
        Field(key="topics", type=ListOf(TermOf("topics")), example="[crafts]"),
        LANGUAGES,
        IMAGES,
        Field(key="open_until", type=DATE, example="2027-12-31"),
        Field(key="checked", type=DATE, example="2026-10-01"),
        WRITTEN_IN,
        FORMERLY,
        SAMPLE,
        TEXT,
    ),
)
