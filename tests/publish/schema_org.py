"""What is known of the things in pages' data, and what search engines ask of each of them.

The facts are schema.org's definitions and the lists of required and recommended properties that
Google publishes for events, breadcrumbs, organisations and local businesses (developers.google.com/
search/docs/appearance/structured-data). A property that no list here has is a fault.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

Thing = Mapping[str, Any]
# What is wrong with a value, one sentence each.
Check = Callable[[Any], Iterator[str]]

_ADDRESS = re.compile(r"https?://[^\s<>]+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d")
_BY_DAY = r"(?:[1-4]|-1)?(?:MO|TU|WE|TH|FR|SA|SU)"
_LOCATIONS = ("Place", "VirtualLocation")
_WEEKDAYS = "(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


def text(value: Any) -> Iterator[str]:
    if not isinstance(value, str) or not value.strip() or re.search("<|[\x00-\x08\x7f]", value):
        yield f"no text: {value!r}"


def like(pattern: str) -> Check:
    def check(value: Any) -> Iterator[str]:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            yield f"not like {pattern}: {value!r}"

    return check


address = like(_ADDRESS.pattern)


def when(value: Any) -> Iterator[str]:
    """A day, or a moment with its offset."""
    if not isinstance(value, str):
        yield f"no date: {value!r}"
    elif _DAY.fullmatch(value):
        date.fromisoformat(value)
    elif _MOMENT.fullmatch(value):
        datetime.fromisoformat(value)
    else:
        yield f"no date: {value!r}"


def number(value: Any) -> Iterator[str]:
    if isinstance(value, bool) or not isinstance(value, int | float):
        yield f"no number: {value!r}"


def truth(value: Any) -> Iterator[str]:
    if not isinstance(value, bool):
        yield f"neither true nor false: {value!r}"


def of(*kinds: str) -> Check:
    def check(value: Any) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"no thing: {value!r}"
        elif set(value) != {"@id"}:
            if value.get("@type") not in kinds:
                yield f"is a {value.get('@type')}, not one of {kinds}"
            yield from faults(value)

    return check


def many(check: Check) -> Check:
    """One, or several that differ."""

    def each(value: Any) -> Iterator[str]:
        values = value if isinstance(value, list) else [value]
        if not values or any(values.count(one) > 1 for one in values):
            yield f"none, or one twice: {value!r}"
        for one in values:
            yield from check(one)

    return each


_ORGANISATION = {
    "name": text,
    "url": address,
    "description": text,
    "sameAs": address,
    "telephone": text,
    "email": like(r"[^@\s]+@[^@\s]+"),
    "identifier": like(r"\d{7}-\d"),
    "image": address,
    "areaServed": many(text),
}
_PLACE = {
    "name": text,
    "url": address,
    "address": of("PostalAddress"),
    "geo": of("GeoCoordinates"),
    "telephone": text,
    "email": like(r"[^@\s]+@[^@\s]+"),
    "publicAccess": truth,
    "openingHoursSpecification": many(of("OpeningHoursSpecification")),
    "specialOpeningHoursSpecification": many(of("OpeningHoursSpecification")),
    "containsPlace": many(of("Place")),
}
KNOWN: Mapping[str, Mapping[str, Check]] = {
    "Event": {
        "name": text,
        "url": address,
        "description": text,
        "startDate": when,
        "endDate": when,
        "previousStartDate": when,
        "eventStatus": like(
            r"https://schema\.org/Event(Scheduled|Cancelled|Postponed|Rescheduled)"
        ),
        "eventAttendanceMode": like(
            r"https://schema\.org/(Offline|Online|Mixed)EventAttendanceMode"
        ),
        "eventSchedule": of("Schedule"),
        "location": many(of(*_LOCATIONS)),
        "organizer": many(of("Organization")),
        "offers": many(of("Offer")),
        "isAccessibleForFree": truth,
        "image": address,
        "inLanguage": many(like(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")),
        "typicalAgeRange": like(r"\d+-\d*|-\d+"),
        "maximumAttendeeCapacity": number,
        "superEvent": of("Event"),
        "subEvent": many(of("Event")),
    },
    "Schedule": {
        "startDate": like(_DAY.pattern),
        "endDate": like(_DAY.pattern),
        "startTime": like(r"\d\d:\d\d"),
        "endTime": like(r"\d\d:\d\d"),
        "duration": like(r"P\d+D|PT\d+H(\d+M)?"),
        "repeatFrequency": like(r"P[1-9]\d*[WM]"),
        "byDay": many(like(_BY_DAY)),
        "exceptDate": many(like(_DAY.pattern)),
        "scheduleTimezone": like("Europe/Helsinki"),
    },
    "Offer": {
        "name": text,
        "description": text,
        "price": like(r"\d+(\.\d\d?)?"),
        "priceCurrency": like("EUR"),
        "url": address,
        "availability": like(r"https://schema\.org/SoldOut"),
        "availabilityEnds": when,
    },
    "VirtualLocation": {"url": like(rf"{_ADDRESS.pattern}|tel:\+?\d+")},
    "Place": _PLACE,
    "CivicStructure": _PLACE,
    "PostalAddress": {
        "streetAddress": text,
        "postalCode": like(r"\d{5}"),
        "addressLocality": text,
        "addressCountry": like("FI"),
    },
    "GeoCoordinates": {"latitude": number, "longitude": number},
    "OpeningHoursSpecification": {
        "dayOfWeek": many(like(_WEEKDAYS)),
        "opens": like(r"\d\d:\d\d"),
        "closes": like(r"\d\d:\d\d"),
        "validFrom": like(_DAY.pattern),
        "validThrough": like(_DAY.pattern),
    },
    "Organization": _ORGANISATION,
    "GovernmentOrganization": _ORGANISATION,
    "BreadcrumbList": {"itemListElement": many(of("ListItem"))},
    "ListItem": {"position": number, "name": text, "item": address},
}
REQUIRED: Mapping[str, Sequence[str]] = {
    "Event": ("name", "startDate", "location", "eventStatus"),
    "Schedule": ("startDate", "endDate", "repeatFrequency", "byDay", "scheduleTimezone"),
    "Offer": ("price", "priceCurrency", "url"),
    "VirtualLocation": ("url",),
    "Place": ("name",),
    "CivicStructure": ("name", "url", "address"),
    "PostalAddress": ("addressCountry",),
    "GeoCoordinates": ("latitude", "longitude"),
    "OpeningHoursSpecification": ("opens", "closes"),
    "Organization": ("name", "url"),
    "GovernmentOrganization": ("name", "url"),
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("position", "name"),
}
# Of the thing that a page is about, as far as somebody wrote it.
RECOMMENDED: Mapping[str, Sequence[str]] = {
    "Event": (
        *("description", "endDate", "eventAttendanceMode", "image", "inLanguage", "offers"),
        *("organizer", "eventSchedule", "subEvent", "superEvent"),
        *("isAccessibleForFree", "typicalAgeRange", "maximumAttendeeCapacity"),
    ),
    "CivicStructure": ("geo", "telephone", "openingHoursSpecification"),
    "Organization": ("description", "email", "sameAs", "telephone", "areaServed"),
    "BreadcrumbList": (),
}


def faults(thing: Thing) -> Iterator[str]:
    """What is wrong with a thing and with those that it holds."""
    kind = thing.get("@type", "")
    known = KNOWN.get(kind)
    if known is None:
        yield f"unknown type: {kind!r}"
        return
    is_named_alone = kind == "Event" and set(thing) == {"@type", "@id", "url", "name"}
    missing = () if is_named_alone else [each for each in REQUIRED[kind] if each not in thing]
    yield from (f"{kind}: no {each}" for each in missing)
    for key, value in thing.items():
        if key == "@id":
            yield from address(value)
        elif key in known:
            yield from (f"{kind}.{key}: {each}" for each in known[key](value))
        elif key not in ("@type", "@context"):
            yield f"{kind}: unknown property {key}"
    yield from _together(thing)


def _together(thing: Thing) -> Iterator[str]:
    """What has to fit together."""
    begin, end = thing.get("startDate", ""), thing.get("endDate", "")
    if end and (len(begin) != len(end) or end < begin):
        yield f"ends before it begins: {begin}–{end}"
    if thing.get("previousStartDate", begin) == begin and "previousStartDate" in thing:
        yield f"was at the same time: {begin}"
    if "previousStartDate" in thing and not thing["eventStatus"].endswith(
        ("Rescheduled", "Cancelled", "Postponed")
    ):
        yield f"was at another time and is {thing['eventStatus']}"
    if thing.get("@type") == "BreadcrumbList":
        steps = thing["itemListElement"]
        if [each["position"] for each in steps] != list(range(1, len(steps) + 1)):
            yield "steps are not counted from one"
        if len(steps) < 2 or any("item" not in each for each in steps[:-1]):
            yield "a step leads nowhere"
