"""Fields of a notice and of a page."""

from kohtaamo.content.schema.choices import Reference, TermOf
from kohtaamo.content.schema.field import Field, Record
from kohtaamo.content.schema.many import ListOf
from kohtaamo.content.schema.scalars import AGE, DATE, LINE, URL, YES_NO
from kohtaamo.content.schema.shared import (
    CONTACT,
    FORMERLY,
    LANGUAGES,
    SAMPLE,
    SUMMARY,
    TEXT,
    WRITTEN_IN,
)
from kohtaamo.model.notice import Notice, Task

TASK = Record(
    "task",
    Task,
    (
        Field(key="time", type=LINE, is_phrase=True, example="Pari tuntia viikossa"),
        Field(key="supported", type=YES_NO, example="yes"),
        Field(key="min_age", type=AGE, example="18"),
        Field(key="remote", type=YES_NO, example="no"),
    ),
)

NOTICE = Record(
    "notice",
    Notice,
    (
        Field(key="title", type=LINE, required=True, translatable=True, example="Kahvinkeittäjä?"),
        Field(key="kind", type=TermOf("notice-kinds"), required=True, example="volunteers"),
        Field(key="until", type=DATE, required=True, example="2027-01-31"),
        Field(
            key="municipalities",
            type=ListOf(TermOf("municipalities")),
            required=True,
            example="[saaripitaja]",
        ),
        Field(
            key="organisers",
            type=ListOf(Reference("organiser")),
            required=True,
            example="[elakkeensaajat]",
        ),
        Field(key="place", type=Reference("place"), example="kylatalo"),
        SUMMARY,
        Field(key="contact", type=CONTACT, example="{role: Vapaaehtoistoiminta}"),
        Field(key="url", type=URL, example="https://example.fi/"),
        Field(key="audiences", type=ListOf(TermOf("audiences")), example="[everyone]"),
        Field(key="task", type=TASK, example="{time: Pari tuntia viikossa}"),
        Field(key="published", type=DATE, example="2026-11-01"),
        LANGUAGES,
        WRITTEN_IN,
        FORMERLY,
        SAMPLE,
        TEXT,
    ),
)
