"""Fields of opening hours: of a week, a season, an exception."""

from kohtaamo.content.schema.choices import Choice
from kohtaamo.content.schema.field import Field, Record
from kohtaamo.content.schema.many import ListOf, Weekdays
from kohtaamo.content.schema.scalars import CLOSES, DATE, LINE, OPENS, SHORT, YES_NO
from kohtaamo.model.place import Hours, HoursException, Mode, Season

HOURS = Record(
    "hours",
    Hours,
    (
        Field(key="days", type=Weekdays(), required=True, example="mon-fri"),
        Field(key="from", type=OPENS, required=True, example='"10:00"'),
        Field(key="to", type=CLOSES, required=True, example='"16:00"'),
        Field(key="mode", type=Choice(Mode), example="staffed"),
        Field(key="note", type=LINE, is_phrase=True, example="Kahvila on auki."),
    ),
)
HOURS_EXAMPLE = '[{days: mon-fri, from: "10:00", to: "16:00"}]'

SEASON = Record(
    "season",
    Season,
    (
        Field(key="from", type=DATE, required=True, example="2027-06-01"),
        Field(key="to", type=DATE, required=True, example="2027-08-08"),
        Field(key="name", type=SHORT, is_phrase=True, example="Kesä"),
        Field(key="hours", type=ListOf(HOURS), required=True, example=HOURS_EXAMPLE),
    ),
)

EXCEPTION = Record(
    "exception",
    HoursException,
    (
        Field(key="date", type=DATE, example="2026-12-31"),
        Field(key="from", type=DATE, example="2026-12-28"),
        Field(key="to", type=DATE, example="2026-12-30"),
        Field(key="closed", type=YES_NO, example="yes"),
        Field(key="hours", type=ListOf(HOURS), example=HOURS_EXAMPLE),
        Field(key="reason", type=LINE, is_phrase=True, example="Inventaario"),
    ),
)
