"""Fields of a page of the network's own."""

from kohtaamo.content.schema.choices import Reference
from kohtaamo.content.schema.field import Field, Record
from kohtaamo.content.schema.scalars import DATE, LINE
from kohtaamo.content.schema.shared import FORMERLY, SAMPLE, SUMMARY, TEXT, WRITTEN_IN
from kohtaamo.model.page import Page

PAGE = Record(
    "page",
    Page,
    (
        Field(key="title", type=LINE, required=True, translatable=True, example="Tietoa"),
        SUMMARY,
        Field(key="decided", type=DATE, example="2026-04-10"),
        Field(key="meeting", type=Reference("event"), example="verkoston-kevatkokous"),
        WRITTEN_IN,
        FORMERLY,
        SAMPLE,
        TEXT,
    ),
)
