"""Lines → properties → components, by the grammar of RFC 5545 §3.1 and §3.4."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_NAME = re.compile(r"[A-Z0-9-]+(?=[;:=])")
_VALUE = re.compile(r'"[^"]*"|[^";:,]*')


class Unreadable(Exception):
    """The file cannot be read on from here."""


@dataclass(frozen=True)
class Property:
    """One line; `value` is as written, `parameters` without their quotes."""

    name: str
    parameters: dict[str, str]
    value: str

    @property
    def form(self) -> str:
        """`date`, `utc`, `floating`, the zone of a local time, or "" for no time at all."""
        if re.fullmatch(r"\d{8}", self.value):
            return "date" if self.parameters == {"VALUE": "DATE"} else ""
        if re.fullmatch(r"\d{8}T\d{6}Z", self.value):
            return "" if self.parameters else "utc"
        if not re.fullmatch(r"\d{8}T\d{6}", self.value):
            return ""
        return self.parameters.get("TZID", "floating")


@dataclass
class Component:
    name: str
    properties: list[Property] = field(default_factory=list)
    components: list["Component"] = field(default_factory=list)

    def every(self, name: str) -> list[Property]:
        """The properties of that name."""
        return [each for each in self.properties if each.name == name]

    def one(self, name: str) -> Property | None:
        """The first property of that name."""
        return next(iter(self.every(name)), None)

    def value(self, name: str) -> str:
        """The value of the first property of that name, "" without one."""
        found = self.one(name)
        return found.value if found else ""

    def inside(self, name: str) -> list["Component"]:
        """The components of that name directly in this one."""
        return [each for each in self.components if each.name == name]


def read(body: bytes) -> Component:
    """The calendar of a file whose lines are right."""
    top = Component("")
    open_ones = [top]
    for each in _properties(body.decode().replace("\r\n ", "")):
        if each.name == "BEGIN":
            inner = Component(each.value)
            open_ones[-1].components.append(inner)
            open_ones.append(inner)
        elif each.name == "END":
            if open_ones.pop().name != each.value or not open_ones:
                raise Unreadable(f"END:{each.value} ends what was not begun")
        else:
            open_ones[-1].properties.append(each)
    if len(open_ones) > 1:
        raise Unreadable(f"{open_ones[-1].name} has no end")
    if [each.name for each in top.components] != ["VCALENDAR"] or top.properties:
        raise Unreadable("not one VCALENDAR")
    return top.components[0]


def _properties(text: str) -> Iterator[Property]:
    for line in text.removesuffix("\r\n").split("\r\n"):
        name = _NAME.match(line)
        if name is None:
            raise Unreadable(f"no property name: {line}")
        parameters, rest = _parameters(line, name.end())
        yield Property(name[0], parameters, rest)


def _parameters(line: str, at: int) -> tuple[dict[str, str], str]:
    """The parameters from a place in a line on, and the value after them."""
    found: dict[str, str] = {}
    while line[at : at + 1] == ";":
        name = _NAME.match(line, at + 1)
        if name is None or line[name.end()] != "=":
            raise Unreadable(f"no parameter: {line}")
        value = _VALUE.match(line, name.end() + 1)
        assert value is not None
        found[name[0]] = value[0].strip('"')
        at = value.end()
    if line[at : at + 1] != ":":
        raise Unreadable(f"a parameter is not quoted: {line}")
    return found, line[at + 1 :]
