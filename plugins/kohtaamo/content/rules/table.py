"""The rows of simple rules, by what they are about; what a row says, see `rows.py`."""

from types import MappingProxyType

from kohtaamo.content.rules.rows import Row

# Finland with its sea areas, WGS 84: south, north, west, east.
_LATITUDES = ("59", "71")
_LONGITUDES = ("19", "32")
_DAY = "1440"


def _swapped(first: str, last: str, at: str, each: str = "", *, day: str = "start") -> Row:
    """A span of days that ends before it begins."""
    values = {day: first, "end": last}
    return Row(code="span-swapped", at=at, when=(("less", last, first),), values=values, each=each)


def _abroad(at: str, each: str = "") -> tuple[Row, ...]:
    """A point outside Finland, said once."""
    lat, lon = f"{at}.lat", f"{at}.lon"
    values = {"lat": lat, "lon": lon}
    code = "coordinates-abroad"
    return (
        Row(code=code, at=at, when=(("outside", lat, *_LATITUDES),), values=values, each=each),
        Row(code=code, at=at, when=(("outside", lon, *_LONGITUDES),), values=values, each=each),
    )


def _no_clock(at: str, each: str = "") -> Row:
    """An event that takes all day has no times of day."""
    when = (("has", "/all_day"), ("clocked", at))
    return Row(
        code="all-day-with-time", at=at.strip("."), when=when, values={"value": at}, each=each
    )


def _bare(at: str) -> Row:
    """A new date of an event with times needs its time too."""
    when = (("lacks", "/all_day"), ("dated", at))
    values = {"value": at}
    return Row(code="change-without-time", at=at, when=when, values=values, each="repeat.changes")


EVENT_TIMES = (
    Row(code="end-and-duration", at="duration", when=(("has", "duration", "end"),)),
    Row(
        code="start-without-time",
        at="start",
        when=(("dated", "start"), ("lacks", "all_day")),
        values={"value": "start"},
    ),
    _no_clock("start"),
    _no_clock("end"),
    _no_clock("start", "repeat.changes"),
    _no_clock("end", "repeat.changes"),
    _no_clock(".", "repeat.extra"),
    Row(
        code="all-day-duration",
        at="duration",
        when=(("uneven", "duration", _DAY), ("has", "all_day")),
    ),
    Row(
        code="end-before-start",
        at="end",
        when=(("has", "all_day"), ("less", "end", "start")),
        values={"start": "start", "end": "end"},
    ),
    Row(
        code="end-without-time",
        at="end",
        when=(("dated", "end"), ("clocked", "start"), ("lacks", "all_day")),
        values={"value": "end"},
    ),
    Row(
        code="room-without-end",
        at="room",
        when=(("has", "room"), ("lacks", "end", "duration", "all_day"), ("clocked", "start")),
    ),
)

WHERE = (
    Row(
        code="place-and-location",
        at="location",
        when=(("has", "location", "place"),),
        values={"place": "place"},
    ),
    Row(
        code="nowhere",
        at="",
        when=(("lacks", "place", "location", "online", "phone"), ("not", "access", "closed")),
    ),
    Row(
        code="location-empty",
        at="location",
        when=(
            ("has", "location"),
            ("lacks", "location.name", "location.address", "location.municipality"),
        ),
    ),
    Row(code="stop-without-place", at="stop", when=(("has", "stop"), ("lacks", "place"))),
    Row(code="room-without-place", at="room", when=(("has", "room"), ("lacks", "place"))),
    Row(
        code="room-without-place",
        at="room",
        when=(("has", "room"), ("lacks", "place", "/place")),
        each="repeat.changes",
    ),
)

STATUS = (
    Row(
        code="reason-missing",
        at="status",
        when=(("not", "status", "confirmed"), ("lacks", "reason"), ("not", "access", "closed")),
        values={"status": "status"},
    ),
    Row(
        code="replaced-but-confirmed",
        at="replaced_by",
        when=(("has", "replaced_by"), ("is", "status", "confirmed")),
    ),
    Row(
        code="reason-without-status",
        at="reason",
        when=(("has", "reason"), ("is", "status", "confirmed")),
    ),
)

TAKING_PART = (
    Row(
        code="registration-nowhere",
        at="registration",
        when=(
            ("has", "registration"),
            ("not", "access", "closed"),
            ("not", "registration.state", "full"),
            ("not", "registration.state", "closed"),
            ("lacks", "registration.url", "registration.email", "registration.phone"),
            ("lacks", "contact", "@place.contact"),
        ),
    ),
    Row(
        code="drop-in-with-deadline",
        at="registration.by",
        when=(("has", "drop_in", "registration.by"),),
        values={"by": "registration.by"},
    ),
    Row(
        code="ages-swapped",
        at="ages.to",
        when=(("less", "ages.to", "ages.from"),),
        values={"first": "ages.from", "last": "ages.to"},
    ),
    Row(
        code="price-below-cents",
        at="amount",
        when=(("finer", "amount", "2"),),
        values={"value": "amount"},
        each="price",
    ),
    Row(code="price-of-nothing", at="price", when=(("zeros", "price", "amount"),)),
)

SERIES_BOUNDS = (
    Row(code="until-and-times", at="repeat.times", when=(("has", "repeat.until", "repeat.times"),)),
    Row(
        code="series-without-end",
        at="repeat",
        when=(("has", "repeat"), ("lacks", "repeat.until", "repeat.times")),
    ),
    Row(
        code="until-before-start",
        at="repeat.until",
        when=(("lacks", "repeat.times"), ("less", "repeat.until", "start")),
        values={"until": "repeat.until", "start": "day start"},
    ),
)

CHANGES = (
    Row(
        code="change-twice",
        at="date",
        when=(("again", "date"),),
        values={"value": "date"},
        each="repeat.changes",
    ),
    Row(
        code="change-of-nothing",
        at="date",
        when=(("lacks", "cancelled", "start", "end", "place", "room"),),
        values={"value": "date"},
        each="repeat.changes",
    ),
    Row(
        code="cancelled-and-changed",
        at="cancelled",
        when=(("has", "cancelled"), ("any", "start", "end", "place", "room")),
        values={"keys": "?start end place room"},
        each="repeat.changes",
    ),
    _bare("start"),
    _bare("end"),
)

PLACE = (
    Row(code="place-without-address", at="", when=(("lacks", "address", "stops", "remote"),)),
    Row(code="id-twice", at="id", when=(("again", "id"),), values={"value": "id"}, each="rooms"),
    Row(code="id-twice", at="id", when=(("again", "id"),), values={"value": "id"}, each="stops"),
    *_abroad("coordinates"),
    *_abroad("coordinates", "stops"),
    _swapped("open_from", "open_until", "open_until"),
    _swapped("from", "to", "to", "stops"),
    Row(
        code="stop-dates-and-span",
        at="dates",
        when=(("has", "dates"), ("any", "from", "to")),
        each="stops",
    ),
    Row(
        code="stop-without-times",
        at="",
        when=(("lacks", "hours", "dates", "/hours"),),
        values={"value": "id"},
        each="stops",
    ),
)

OPENING = (
    Row(
        code="holiday-hours-missing",
        at="hours",
        when=(("any", "hours", "seasons"), ("lacks", "holiday_hours")),
    ),
    _swapped("from", "to", "to", "seasons"),
    Row(
        code="exception-date-and-span",
        at="date",
        when=(("has", "date"), ("any", "from", "to")),
        each="exceptions",
    ),
    Row(
        code="exception-without-date",
        at="",
        when=(("lacks", "date", "from"),),
        each="exceptions",
    ),
    Row(
        code="span-swapped",
        at="to",
        when=(("lacks", "date"), ("less", "to", "from")),
        values={"start": "from", "end": "to"},
        each="exceptions",
    ),
    Row(
        code="exception-closed-with-hours",
        at="closed",
        when=(("has", "closed", "hours"),),
        each="exceptions",
    ),
    Row(
        code="exception-says-nothing",
        at="",
        when=(("lacks", "closed", "hours"),),
        each="exceptions",
    ),
)


def _future(key: str) -> Row:
    values = {"value": key, "today": "today"}
    return Row(code="date-in-future", at=key, when=(("later", key),), values=values)


NOTICE = (_swapped("published", "until", "until"), _future("published"))
EVENT_PUBLISHED = (_future("published"),)
PLACE_CHECKED = (_future("checked"),)
PAGE_DECIDED = (_future("decided"),)
ORGANISER = (_future("checked"), _swapped("from", "until", "until", "funding"))

# What holds of single events and places, beside what is asked of dates.
EVENT = (*EVENT_TIMES, *WHERE, *STATUS, *TAKING_PART, *EVENT_PUBLISHED)
PLACE_ALONE = (*PLACE, *OPENING, *PLACE_CHECKED)

# By kind of file, everything that may be asked of one.
OF_KINDS = MappingProxyType(
    {
        "event": (*EVENT, *SERIES_BOUNDS, *CHANGES),
        "place": PLACE_ALONE,
        "notice": NOTICE,
        "organiser": ORGANISER,
    }
)
