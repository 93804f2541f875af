"""Calendars that one follows side by side can be told apart, by everybody."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from math import dist
from uuid import UUID

import icalendar
import pytest
from PIL import ImageColor

from kohtaamo.publish.ics.colour import PALETTE, colour_of

Triple = tuple[float, float, float]

# Linear RGB as seen without one kind of cone: Machado, Oliveira & Fernandes 2009, severity 1.0.
VISION: Mapping[str, tuple[Triple, Triple, Triple]] = {
    "common": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanope": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranope": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanope": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# sRGB to CIE XYZ, white of D65.
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)


def linear(code: str) -> list[float]:
    shares = (part / 255 for part in ImageColor.getrgb(code)[:3])
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares]


def times(matrix: tuple[Triple, ...], vector: list[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def lab(seen: list[float]) -> tuple[float, float, float]:
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (a / b for a, b in zip(times(XYZ, seen), WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def luminance(code: str) -> float:
    return times(XYZ, linear(code))[1]


def test_names_and_codes_are_the_same_colours() -> None:
    assert [ImageColor.getrgb(each.name) for each in PALETTE] == [
        ImageColor.getrgb(each.code) for each in PALETTE
    ]


@pytest.mark.parametrize("colour", PALETTE, ids=lambda colour: colour.name)
def test_words_can_be_read_on_it_and_it_on_a_page(colour: object) -> None:
    light = luminance(getattr(colour, "code"))  # noqa: B009 - a parameter has no better type
    black, white = (light + 0.05) / 0.05, 1.05 / (light + 0.05)

    assert max(black, white) >= 4.5
    assert white >= 3


@pytest.mark.parametrize("vision", VISION)
def test_no_two_look_alike(vision: str) -> None:
    seen = {
        each.name: lab([min(1, max(0, part)) for part in times(VISION[vision], linear(each.code))])
        for each in PALETTE
    }
    alike = {
        (one, other) for one, other in combinations(seen, 2) if dist(seen[one], seen[other]) < 24
    }

    assert alike == set()


def test_the_identity_decides() -> None:
    assert [colour_of(UUID(int=number)).name for number in (0, 1, 8, 15)] == [
        "seagreen",
        "indigo",
        "seagreen",
        "darkslategray",
    ]


def named(calendars: Mapping[str, bytes], *paths: str) -> Iterator[tuple[str, str]]:
    for path in paths:
        calendar = icalendar.Calendar.from_ical(calendars[path])
        yield str(calendar.get("COLOR")), str(calendar.get("X-APPLE-CALENDAR-COLOR"))


def test_one_place_has_one_colour_in_all_languages_and_under_all_names(
    calendars: Mapping[str, bytes],
) -> None:
    place = ("paikat/myllytalo", "paikat/vanha-mylly", "sv/platser/myllytalo")
    paths = [f"{each}/{file}.ics" for each in place for file in ("calendar", "hours")]

    assert set(named(calendars, *paths)) == {("magenta", "#FF00FF")}
    assert list(
        named(
            calendars,
            "paikat/kiertava-kahvila/calendar.ics",
            "paikat/myllytalo/rooms/sali.ics",
            "tapahtumat/calendar.ics",
        )
    ) == [("maroon", "#800000"), ("chocolate", "#D2691E"), ("chocolate", "#D2691E")]


def test_a_single_event_has_none(calendars: Mapping[str, bytes]) -> None:
    own = [body for path, body in calendars.items() if path.endswith("event.ics")]

    assert [body for body in own if b"COLOR" in body] == []
    # Nor has any event within a calendar: it would win over the calendar's.
    within = (body.partition(b"BEGIN:VEVENT")[2] for body in calendars.values())
    assert [body for body in within if b"COLOR" in body] == []
