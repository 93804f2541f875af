"""Fields of a page of the network's own."""

from kohtaamo.content.schema.field import Field, Record
from kohtaamo.content.schema.scalars import LINE
from kohtaamo.content.schema.shared import FORMERLY, SAMPLE, SUMMARY, TEXT, WRITTEN_IN
from kohtaamo.model.page import Page

PAGE = Record(
    "page",
    Page,
    (
        Field(key="title", type=LINE, required=True, translatable=True, example="Tietoa"),
        SUMMARY,
        WRITTEN_IN,
        FORMERLY,
        SAMPLE,
        TEXT,
    ),
)
