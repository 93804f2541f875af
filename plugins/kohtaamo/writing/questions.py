"""Which fields are asked for, and in which order; the fields themselves are the schema's."""

from dataclasses import dataclass
from types import MappingProxyType

KINDS = ("event", "place", "organiser", "notice")

# Asked of everybody, in this order: what is required, and what hardly any file can do without.
FIRST = MappingProxyType(
    {
        "event": ("title", "start", "end", "place", "room", "organisers", "summary"),
        "place": ("name", "municipality", "summary", "address", "hours", "holiday_hours"),
        "organiser": ("name", "class", "sector", "municipalities", "summary"),
        "notice": ("title", "kind", "until", "municipalities", "organisers", "summary"),
    }
)
# Of a closed group nothing else may be said.
CLOSED = ("start", "end", "place", "room")
# Where an event is when it is at no place of the network: one of these.
ELSEWHERE = ("location", "online", "phone")


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that are asked together when somebody wants to add them; `name` is a key of words."""

    name: str
    fields: tuple[str, ...]


GROUPS = MappingProxyType(
    {
        "event": (
            Group("series", ("repeat",)),
            Group("text", ("text", "first_visit")),
            Group("price", ("price", "registration", "drop_in", "alone_ok")),
            Group("whom", ("audiences", "topics", "needs", "ages", "languages")),
            Group("afar", ("online", "phone")),
            Group("contact", ("contact", "accessibility", "images")),
            Group(
                "rare", ("duration", "all_day", "stop", "setup", "teardown", "part_of", "access")
            ),
        ),
        "place": (
            Group("text", ("text", "first_visit")),
            Group("getting_there", ("getting_there", "coordinates")),
            Group("contact", ("contact", "remote")),
            Group("rooms", ("rooms", "can_host", "booking")),
            Group("equipment", ("facilities", "accessibility", "accessibility_note")),
            Group("whom", ("audiences", "languages")),
            Group("keepers", ("maintained_by", "organisers")),
            Group("seasons", ("seasons", "exceptions", "open_from", "open_until")),
            Group("rare", ("stops", "images", "ptv_id")),
        ),
        "organiser": (
            Group("text", ("text",)),
            Group("contact", ("contact", "url")),
            Group("whom", ("audiences", "topics", "languages")),
            Group("where", ("places", "looks_for")),
            Group("rare", ("business_id", "funding", "images", "open_until")),
        ),
        "notice": (
            Group("text", ("text",)),
            Group("contact", ("contact", "url", "place")),
            Group("task", ("task",)),
            Group("whom", ("audiences", "languages")),
        ),
    }
)
# Filled in with the day on which the file is made.
DATED = MappingProxyType({"event": "published", "notice": "published", "place": "checked"})
# Nothing that a new file says: what happens to it later, and what is worked out.
LATER = frozenset(
    {
        *("status", "reason", "replaced_by", "attendance", "written_in", "formerly", "sample"),
        *("published", "checked"),
    }
)
