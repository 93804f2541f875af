"""Whatever a text field holds, every file stays whole and the text arrives as data."""

import re
from collections.abc import Iterator, Mapping

import icalendar
import vobject  # type: ignore[import-untyped]  # ships no types
from lxml import html  # type: ignore[import-untyped]  # ships no types

from kohtaamo.publish.html.policy import CONTENT_SECURITY_POLICY
from tests.editions import SITE_URL
from tests.hostile.judging import in_page

from ..feeds.reading import parsed, read
from ..feeds.rules import CHECKS, faults
from ..ics.linter import faults as calendar_faults
from ..ics.reading import saying_more
from .anatomy import unescaped
from .conftest import Published
from .payloads import evened

MARK = re.compile(r"«\d{3}»")
# Controls but tab and line feed, and carriage returns that end no line; line separators; the sign
# for what could not be read.
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffd]|\r(?!\n)")
# Names that look like HTML or hold an e-mail address are warned of, and are what they are; that
# old addresses serve the feed of the new one is tested beside the rules.
EXPECTED = re.compile(
    r"holds HTML$|holds an e-mail address$|^(the self link|feed_url) is not the address$"
)
# What the form begins with: texts as their files have them, Markdown too.
OF_FILES = re.compile(r"ilmoita/[a-z-]+\.json$")
# Nothing that a script could be started by stands in an address.
ADDRESS = re.compile(r"(?:https?|webcal|mailto|tel|geo|data):|[/#?]|[\w.]")


def test_no_calendar_has_a_fault(hostile: Published) -> None:
    found = {path: calendar_faults(body) for path, body in hostile.ending(".ics").items()}

    assert len(found) > 100
    assert {path: fault for path, fault in found.items() if fault} == {}


def test_no_feed_has_a_fault(hostile: Published) -> None:
    found = {
        path: [fault for fault in faults(f"{SITE_URL}/{path}", body) if not EXPECTED.search(fault)]
        for path, body in hostile.files.items()
        if path.rpartition("/")[2] in CHECKS
    }

    assert len(found) > 100
    assert {path: fault for path, fault in found.items() if fault} == {}


def test_nothing_is_added_and_nothing_is_lost(hostile: Published, harmless: Published) -> None:
    """As many components, properties, elements, attributes and members as of harmless text."""
    ours, theirs = hostile.anatomies, harmless.anatomies

    assert set(ours) <= set(theirs)
    found = {path for path, each in ours.items() if each.parts != theirs[path].parts}
    # Names of another first letter are another number of letters.
    assert {path for path in found if path.split("/")[-2:-1] != ["search"]} == set()


def test_every_text_arrives_whole(hostile: Published, harmless: Published) -> None:
    """Where the harmless text of a field stands, the hostile one stands, from end to end."""
    broken = [
        (path, hostile.written[mark].field, text)
        for path, each in hostile.anatomies.items()
        if not OF_FILES.match(path)
        for text in map(evened, each.texts)
        for mark in MARK.findall(text)
        if not _is_whole(text, mark, hostile.written[mark].shown)
    ]
    shown = {path: _marks(each.texts) for path, each in hostile.anatomies.items()}

    assert broken == []
    assert shown == {path: _marks(harmless.anatomies[path].texts) for path in shown}


def _marks(texts: list[str]) -> set[str]:
    return {mark for text in texts for mark in MARK.findall(text)}


def _is_whole(text: str, mark: str, shown: str) -> bool:
    """True too for a summary that was shortened, and says so."""
    if shown in text:
        return True
    begun = text[text.index(mark) :]
    return begun.endswith("…") and begun.removesuffix("…").rstrip() in shown


def test_nothing_unseen_is_left(hostile: Published) -> None:
    found = {path: UNSEEN.findall(hostile.files[path].decode()) for path in hostile.anatomies}

    assert {path: signs for path, signs in found.items() if signs} == {}


def test_no_address_starts_a_script(hostile: Published) -> None:
    addresses = {
        address
        for path, body in hostile.files.items()
        if path.endswith(".html")
        for address in re.findall(r'\s(?:href|src|srcset|action)="([^"]*)"', body.decode())
    }

    assert [each for each in addresses if not ADDRESS.match(each) or "javascript:" in each] == []


# Pages with most of what people write: html5lib reads as a browser does, and slowly.
FULL = ("index.html", "paikat/simpukka/index.html", "tapahtumat/talviuinti/index.html")


def test_a_browsers_way_of_reading_finds_nothing_to_run(hostile: Published) -> None:
    pages = {path: hostile.files[path] for path in FULL if path in hostile.files}

    assert {path: found for path, body in pages.items() if (found := in_page(body))} == {}


def test_every_page_says_what_a_browser_may_do(hostile: Published) -> None:
    """Before anything that could be run or loaded (CSP Level 3, §3.3)."""
    for path, body in hostile.files.items():
        if path.endswith(".html"):
            first, second = html.document_fromstring(body.decode()).find("head")[:2]
            assert first.get("charset") == "utf-8", path
            assert second.get("http-equiv") == "Content-Security-Policy", path
            assert second.get("content") == CONTENT_SECURITY_POLICY, path


def test_two_libraries_read_the_same_calendars(hostile: Published) -> None:
    """icalendar and vobject find the texts that stand there by the letter of RFC 5545."""
    calendars = {path: hostile.files[path] for path in (*OF_ALL, *hostile.ending("event.ics"))}
    for path, body in saying_more(calendars).items():
        text = body.decode()
        letter = [dict(each) for each in _texts(text)]

        first = icalendar.Calendar.from_ical(body)
        second = vobject.readOne(text)

        assert [_of_icalendar(each) for each in first.walk("VEVENT")] == letter, path
        assert [_of_vobject(each) for each in getattr(second, "vevent_list", [])] == letter, path


# Together with the files of single events, every VEVENT there is.
OF_ALL = ("tapahtumat/calendar.ics", "sv/evenemang/calendar.ics", "en/events/calendar.ics")
_NAMES = ("SUMMARY", "DESCRIPTION", "LOCATION")


def _texts(text: str) -> Iterator[Iterator[tuple[str, str]]]:
    lines = text.replace("\r\n ", "")
    for event in re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n", lines, re.DOTALL):
        found = dict(re.findall(r"^([A-Z-]+)[^:\r\n]*:([^\r\n]*)\r\n", event, re.MULTILINE))
        yield ((name, unescaped(found[name])) for name in _NAMES if name in found)


def _of_icalendar(event: icalendar.Event) -> Mapping[str, str]:
    return {name: str(event[name]) for name in _NAMES if name in event}


def _of_vobject(event: vobject.base.Component) -> Mapping[str, str]:
    found = {name: getattr(event, name.lower(), None) for name in _NAMES}
    return {name: each.value for name, each in found.items() if each is not None}


def test_feedparser_reads_the_same_feeds(hostile: Published) -> None:
    for path, body in hostile.ending(".xml").items():
        if path.rpartition("/")[2] in CHECKS:
            assert parsed(body) == (True, read(path.rpartition("/")[2], body)), path
