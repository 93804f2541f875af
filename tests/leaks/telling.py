"""A closed group that says everything there is to say, made from the schema.

Every text that a field can hold is a word of its own, found nowhere else; so are the file's name,
its folder, its former names, its picture and its translations. A new field of a known type is in
it by itself; a new type of value stops the tests until it is said here what it may tell.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, PngImagePlugin

from kohtaamo.content.schema.event import EVENT
from kohtaamo.content.schema.field import Field, Record, Type
from kohtaamo.content.schema.forms import PRICE_ITEM, PriceType
from kohtaamo.content.schema.many import ListOf
from kohtaamo.content.schema.recurrence import CHANGE, SPAN
from tests.conftest import SITES
from tests.publish.hostile.fields import NOT_TEXT_BY_TYPE, TEXT

EVERYTHING = SITES / "everything" / "content"
PLACE = "places/kaamoskyla/kaamostupa.md"
# Two bookings, and nothing else.
QUIET = {
    f"events/kaamoskyla/varaus-{number}.yml": (
        f"access: closed\nplace: kaamostupa\nroom: tupa\nstart: {start}\nend: {end}\n"
    )
    for number, start, end in (
        (7, "2026-12-08 13:45", "15:30"),
        (8, "2026-12-22 15:45", "17:30"),
    )
}
# The same two bookings as a series.
TIMES = {
    "access": "closed",
    "place": "kaamostupa",
    "room": "tupa",
    "start": "2026-12-08 14:00",
    "end": '"15:00"',
    "setup": "15",
    "teardown": "30",
}
_SERIES = """\
repeat:
  every: week
  times: 4
  skip: [{{from: 2026-12-29, to: 2026-12-29, reason: {}}}]
  changes:
    - {{date: 2026-12-15, cancelled: yes, reason: {}}}
    - {{date: 2026-12-22, start: "16:00", end: "17:00", reason: {}}}
"""
# What would be an error beside these, or another time.
_UNSAID = frozenset({"duration", "all_day", "location", "stop", "repeat", "status", "attendance"})
_KNOWN = {
    "status": "moved",
    "attendance": "hybrid",
    "part_of": "satamapaivat",
    "replaced_by": "levyraati",
    "organisers": "[kaamoskylan-kunta, merilahden-martat]",
    "audiences": "[islanders]",
    "written_in": "fi",
}
_LANGUAGES = ("sv", "en")
# How a word is written in a value of each type that can hold one.
_MARKED = {
    **dict.fromkeys(("line", "short", "block", "slug"), "{mark}"),
    "url": '"https://{mark}.example.fi/{mark}?{mark}#{mark}"',
    "email": "{mark}@example.fi",
    "phone": "010 777 {number}",
}


@dataclass
class Telling:
    """`files` by path, texts or pictures; `marks` are the words in them, by where each stands."""

    files: dict[str, str] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    picture: str = ""

    def mark(self, at: str) -> str:
        """A new word. No digits, blanks or capitals: it stays whole in every format."""
        number = len(self.marks)
        letters = "".join(chr(ord("a") + (number // 20**place) % 20) for place in (2, 1, 0))
        self.marks[at] = f"xq{letters}vz"
        return self.marks[at]


def telling() -> Telling:
    """The file of a group that tells all, its translations and its picture."""
    made = Telling()
    slug, folder = made.mark("slug"), made.mark("folder")
    made.picture = f"images/{made.mark('folder of the picture')}/{made.mark('picture')}.png"
    values = dict(TIMES)
    for each in EVENT.fields:
        if each.key not in values and each.key not in _UNSAID:
            values[each.key] = _KNOWN.get(each.key) or _value(made, each.key, "event", each)
    values |= {key: _KNOWN[key] for key in ("status", "attendance")}
    reasons = (made.mark("span.reason"), made.mark("change.reason"), made.mark("change.reason 2"))
    head = "".join(f"{key}: {value}\n" for key, value in values.items())
    stem = f"events/{folder}/{slug}"
    comment = made.mark("comment")
    made.files[f"{stem}.yml"] = f"# {comment}\n{head}{_SERIES.format(*reasons)}"
    for language in _LANGUAGES:
        phrases = {reasons[0]: made.mark(f"{language} phrase"), made.mark(f"{language} old"): slug}
        made.files[f"{stem}.{language}.yml"] = "".join(
            f"{each.key}: {made.mark(f'{language} {each.key}')}\n"
            for each in EVENT.fields
            if each.translatable
        ) + "".join(("phrases:\n", *(f"  {old}: {new}\n" for old, new in phrases.items())))
    return made


def unmarked(made: Telling) -> set[tuple[str, str]]:
    """The text fields of events, of all records in them, that hold none of the words."""
    records = {each.name: each for each in (*_records(EVENT), CHANGE, SPAN)}
    texts = {(name, key) for name in records for key in TEXT.get(name, "").split()}
    return {(name, key) for name, key in texts if f"{name}.{key}" not in made.marks}


def write(folder: Path, files: Mapping[str, str], picture: str = "") -> None:
    """Write texts, and a picture that tells what it shows, into a content folder."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    if picture:
        (folder / picture).parent.mkdir(parents=True, exist_ok=True)
        said = PngImagePlugin.PngInfo()
        said.add_text("Description", Path(picture).stem)
        Image.new("RGB", (40, 30), "#885522").save(folder / picture, pnginfo=said)


def content(folder: Path, files: Mapping[str, str], picture: str = "") -> Path:
    """The network with every field, and these files in it."""
    shutil.copytree(EVERYTHING, folder)
    write(folder, files, picture)
    return folder


def _value(made: Telling, at: str, record: str, said: Field) -> str:
    """A value of a field as YAML, with words of its own wherever it can hold one."""
    if (record, said.key) == ("image", "file"):
        return json.dumps(made.picture.removeprefix("images/"))
    return _typed(made, at, f"{record}.{said.key}", said.type, said.example)


def _typed(made: Telling, at: str, key: str, kind: Type, example: str) -> str:
    match kind:
        case Record():
            inside = (f"{each.key}: {_value(made, at, kind.name, each)}" for each in kind.fields)
            return f"{{{', '.join(inside)}}}"
        case ListOf():
            inner = _typed(made, at, key, kind.item, "")
            return f"[{inner}]" if inner else example
        case PriceType():
            return f"[{_typed(made, at, key, PRICE_ITEM, '')}]"
    if kind.name not in _MARKED:
        assert kind.name in NOT_TEXT_BY_TYPE, f"what may a {kind.name} tell?"
        return example
    mark = made.mark(key if key not in made.marks else f"{at} {key}")
    return _MARKED[kind.name].format(mark=mark, number=1000 + len(made.marks))


def _records(kind: Type) -> Iterator[Record]:
    match kind:
        case Record():
            yield kind
            for each in kind.fields:
                yield from _records(each.type)
        case ListOf():
            yield from _records(kind.item)
        case PriceType():
            yield PRICE_ITEM
