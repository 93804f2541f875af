"""One date into a calendar on the web: a series' file holds all dates, these links one.

Some telephones only store a file; these links open a calendar. They are addresses that Google and
Outlook.com read since years, and bring no changes, as the file does not.
"""

from datetime import datetime
from urllib.parse import quote

from kohtaamo.model.event import Event
from kohtaamo.model.translation import said
from kohtaamo.publish.pages.moments import iso
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import Link, Text
from kohtaamo.publish.wording.event import where
from kohtaamo.schedule.moments import ONE_DAY, Moment
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.text.runs import plain

_GOOGLE = (
    "https://calendar.google.com/calendar/render?action=TEMPLATE&text={title}"
    "&dates={start}%2F{end}&ctz=Europe%2FHelsinki&location={at}&details={page}"
)
_OUTLOOK = (
    "https://outlook.live.com/calendar/0/deeplink/compose?rru=addevent&subject={title}"
    "&startdt={start}&enddt={end}&location={at}&body={page}"
)
_ALL_DAY = "&allday=true"


def one_date_links(reader: Reader, event: Event, occurrence: Occurrence) -> tuple[Link, ...]:
    """Google's link and Outlook.com's, with title, time, place and the page's own address."""
    title = quote(said(event, "title", reader.language).text, safe="")
    at = quote(plain(where(reader.edition, event, occurrence, reader.language)), safe="")
    page = quote(reader.edition.site_url + reader.addresses.event(event.slug), safe="")
    start, end = occurrence.start, _behind(occurrence.end or occurrence.start)
    google = _GOOGLE.format(title=title, start=_compact(start), end=_compact(end), at=at, page=page)
    outlook = _OUTLOOK.format(title=title, start=_iso(start), end=_iso(end), at=at, page=page)
    return (
        Link(google, Text(reader.words("subscribe.google"))),
        Link(
            outlook + (_ALL_DAY if occurrence.all_day else ""),
            Text(reader.words("subscribe.outlook")),
        ),
    )


def _behind(end: Moment) -> Moment:
    """The last of whole days is included with us, and not with calendars."""
    return end if isinstance(end, datetime) else end + ONE_DAY


def _compact(moment: Moment) -> str:
    return moment.strftime("%Y%m%dT%H%M%S" if isinstance(moment, datetime) else "%Y%m%d")


def _iso(moment: Moment) -> str:
    return iso(moment).replace(":", "%3A").replace("+", "%2B")
