"""The `everything` site, with a text of our own in every text field that it writes."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kohtaamo.content.schema.field import Record, Type
from kohtaamo.content.schema.forms import FREE, PRICE_ITEM, HolidayHoursType, PriceType
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.schema.many import Labels, ListOf
from kohtaamo.content.schema.recurrence import SPAN, SkipType

from .fields import TEXT
from .payloads import Payload, evened

EVERYTHING = Path(__file__).parents[2] / "sites" / "everything" / "content"
LIMITS = {"line": 300, "short": 100}
# Folders whose files are of one kind; the network's own file lies above them.
_KINDS = {
    "places": "place",
    "events": "event",
    "organisers": "organiser",
    "notices": "notice",
    "pages": "page",
    "vocabularies": "term",
}


@dataclass(frozen=True)
class Written:
    """A text that was written: where, in which field, and how it has to be read."""

    path: str
    line: int
    field: str
    shown: str


@dataclass
class Writer:
    """Writes one site; every text has a mark of its own, the same for every payload."""

    payload: Payload
    marks: int = 0
    path: str = ""
    texts: dict[str, tuple[str, str, str]] = field(default_factory=dict)

    def line(self, at: str, limit: int) -> str:
        """The text of a one-line field."""
        mark = self._mark()
        text = self.payload.written(mark, limit)
        self.texts[mark] = (self.path, at, evened(text))
        return text

    def block(self) -> str:
        """Two paragraphs of Markdown."""
        paragraphs = []
        for _ in range(2):
            mark = self._mark()
            text, shown = self.payload.paragraph(mark)
            self.texts[mark] = (self.path, "text", shown)
            paragraphs.append(text)
        return "\n\n".join(paragraphs)

    def _mark(self) -> str:
        self.marks += 1
        return f"«{self.marks:03}»"


def write_site(folder: Path, payload: Payload) -> dict[str, Written]:
    """Write the whole content folder; every text that was written, by its mark."""
    shutil.copytree(EVERYTHING, folder)
    writer = Writer(payload)
    for file in sorted(folder.rglob("*.*")):
        if file.suffix in (".md", ".yml"):
            writer.path = file.relative_to(folder).as_posix()
            file.write_text(_rewritten(file, writer), "utf-8", newline="")
    lines = {path: _lines(folder / path) for path, _, _ in writer.texts.values()}
    return {
        mark: Written(path, lines[path][mark], at, shown)
        for mark, (path, at, shown) in writer.texts.items()
    }


def _lines(file: Path) -> dict[str, int]:
    """The line of the key that a mark belongs to; a block's text begins on the next one."""
    rows = re.split(r"\r\n|\r|\n", file.read_text("utf-8"))
    return {
        mark: number
        for number, row in enumerate(rows, start=1)
        for mark in re.findall(r"«\d{3}»", row)
    }


def _rewritten(file: Path, writer: Writer) -> str:
    kind = _KINDS.get(writer.path.partition("/")[0], "network")
    text = file.read_text("utf-8")
    if file.suffix == ".yml":
        return _dumped(_filled_file(KINDS[kind], _loaded(text), writer))
    _, head, body = re.split(r"^---\n", text, maxsplit=2, flags=re.MULTILINE)
    filled = _dumped(_filled_file(KINDS[kind], _loaded(head), writer))
    return f"---\n{filled}---\n" + (f"{writer.block()}\n" if body.strip() else "")


def _filled_file(record: Record, data: Any, writer: Writer) -> Any:
    if isinstance(data, list):
        return [
            _filled(record, each, f"[{number}].", writer.line, writer)
            for number, each in enumerate(data)
        ]
    return _filled(record, data, "", writer.line, writer)


Put = Callable[[str, int], str]


def _filled(record: Record, data: dict[str, Any], at: str, put: Put, writer: Writer) -> Any:
    texts = TEXT.get(record.name, "").split()
    return {
        key: _value(record.by_key[key].type, value, f"{at}{key}", writer, free=key in texts)
        if key in record.by_key
        else value
        for key, value in data.items()
    }


def _value(kind: Type, value: Any, at: str, writer: Writer, *, free: bool) -> Any:
    """The same value with our texts in it; `free` when the field holds what people write."""
    match kind:
        case Record():
            return _filled(kind, value, f"{at}.", writer.line, writer)
        case ListOf():
            items = value if isinstance(value, list) else [value]
            return [
                _value(kind.item, each, f"{at}[{number}]", writer, free=free)
                for number, each in enumerate(items)
            ]
        case Labels():
            return {tag: writer.line(f"{at}.{tag}", LIMITS["line"]) for tag in value}
        case PriceType() | HolidayHoursType() | SkipType() if not isinstance(value, str):
            return _value(_inside(kind), value, at, writer, free=free)
    return _text(kind, value, at, writer) if free else value


def _text(kind: Type, value: str, at: str, writer: Writer) -> str:
    if isinstance(kind, PriceType) and value in FREE:
        return value
    limit = LIMITS.get(kind.name, LIMITS["line"])
    return writer.block() if kind.name == "block" else writer.line(at, limit)


def _inside(kind: PriceType | HolidayHoursType | SkipType) -> Type:
    """What stands in such a field when it is more than one word."""
    if isinstance(kind, SkipType):
        return SPAN
    return ListOf(PRICE_ITEM if isinstance(kind, PriceType) else kind.hours)


class _Dumper(yaml.SafeDumper):
    """Every text in double quotes, or as a block scalar when it has lines."""


def _text_node(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    is_block = "\n" in text and not re.search(r"[\r\t\u0085\u2028\u2029]", text)
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if is_block else '"')


_Dumper.add_representer(str, _text_node)


def _dumped(data: Any) -> str:
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)


def _loaded(text: str) -> Any:
    """Every value as text, whatever it looks like."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # makes texts only
