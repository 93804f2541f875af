"""One date of a series into a calendar on the web: its file holds all dates, these links one.

Addresses that Google and Outlook.com read since years; they bring no changes, as the file does not.
"""

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import quote, urlencode

from kohtaamo.model.event import Event
from kohtaamo.model.translation import said
from kohtaamo.publish.pages.moments import iso
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import Link, Text
from kohtaamo.publish.wording.event import where
from kohtaamo.schedule.moments import ONE_DAY, Moment
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.text.runs import plain

_GOOGLE = "https://calendar.google.com/calendar/render?"
_OUTLOOK = "https://outlook.live.com/calendar/0/deeplink/compose?"


def one_date_links(reader: Reader, event: Event, occurrence: Occurrence) -> tuple[Link, ...]:
    """Google's link and Outlook.com's, with title, time, place and the page's own address."""
    title = said(event, "title", reader.language).text
    at = plain(where(reader.edition, event, occurrence, reader.language))
    page = reader.edition.site_url + reader.addresses.event(event.slug)
    start, end = occurrence.start, occurrence.end or occurrence.start
    google = {
        "action": "TEMPLATE",
        "text": title,
        "dates": f"{_compact(start)}/{_compact(_behind(end))}",
        "ctz": "Europe/Helsinki",
        "location": at,
        "details": page,
    }
    outlook = {
        "rru": "addevent",
        "subject": title,
        "startdt": iso(start),
        "enddt": iso(_behind(end)),
        "location": at,
        "body": page,
    }
    if occurrence.all_day:
        outlook["allday"] = "true"
    return (
        _link(reader, "subscribe.google", _GOOGLE, google),
        _link(reader, "subscribe.outlook", _OUTLOOK, outlook),
    )


def _link(reader: Reader, key: str, to: str, values: Mapping[str, str]) -> Link:
    return Link(to + urlencode(values, quote_via=quote, safe=""), Text(reader.words(key)))


def _behind(end: Moment) -> Moment:
    """The last of whole days is included with us, and not with calendars."""
    return end if isinstance(end, datetime) else end + ONE_DAY


def _compact(moment: Moment) -> str:
    return moment.strftime("%Y%m%dT%H%M%S" if isinstance(moment, datetime) else "%Y%m%d")
