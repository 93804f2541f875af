"""A mail by which somebody asks for a room: place, room and time filled in, the rest to be added.

Names come from contributors: they are data of the address, escaped as RFC 6068 §2 says, and cut
where they are too long for programs that take no more than some 1 600 characters.
"""

from collections.abc import Callable, Iterator
from urllib.parse import quote

from kohtaamo.model.place import Place, Room
from kohtaamo.model.translation import said_within
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.schedule.free import FreeSpan
from kohtaamo.text.runs import plain
from kohtaamo.words.dates import hours

MOST = 1_600
# Of a name, escaped: it stands in the subject and in the body.
_MOST_OF_A_NAME = 180
# RFC 6068 §5: lines of a body end in CRLF.
_LINE_END = "%0D%0A"
# Stand for a day and its hours until they are known; no name can hold them.
_DATE, _HOURS = "\x00", "\x04"
_NOT_KNOWN_YET = {"date": _DATE, "hours": _HOURS}


def asker(reader: Reader, place: Place, room: Room, email: str) -> Callable[[FreeSpan], str]:
    """A function that gives the `mailto:` address for a free time, in the language of the page.

    In a language whose letters take too much of it the body is left out, then the subject.
    """
    words = reader.words
    called = said_within(place, room.name, reader.language).text
    names = {"room": _short(called), "place": _short(_name(reader, place))}
    subject = _escaped(plain(words("room.request.subject", **_NOT_KNOWN_YET, **names)))
    body = _LINE_END.join(_escaped(plain(line)) for line in _lines(reader, names))
    bare = f"mailto:{email}"
    forms = (f"{bare}?subject={subject}&body={body}", f"{bare}?subject={subject}", bare)

    def ask(free: FreeSpan) -> str:
        day = _escaped(plain(reader.day(free.start, "on_weekday_year")))
        when = _escaped(plain(hours(words, free.start, free.end)))
        filled = (
            form.replace(_escaped(_DATE), day).replace(_escaped(_HOURS), when) for form in forms
        )
        return next((each for each in filled if len(each) <= MOST), bare)

    return ask


def _lines(reader: Reader, names: dict[str, str]) -> Iterator[str]:
    words = reader.words
    yield words("room.request.hello")
    yield ""
    yield words("room.request.wish")
    yield words("room.request.place", place=names["place"])
    yield words("room.request.room", room=names["room"])
    yield words("room.request.when", **_NOT_KNOWN_YET)
    yield ""
    for asked in ("times", "who", "what", "many", "phone"):
        yield words(f"room.request.{asked}")


def _name(reader: Reader, place: Place) -> str:
    return reader.field(place, "name").text


def _escaped(text: str) -> str:
    return quote(text, safe="")


def _short(name: str) -> str:
    """A name of which the escaped form is not too long; what is cut off is shown to be."""
    if len(_escaped(name)) <= _MOST_OF_A_NAME:
        return name
    kept = name
    while kept and len(_escaped(f"{kept}…")) > _MOST_OF_A_NAME:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
