"""The marks of listings: of all they list, of what stands around them, and of the week."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kohtaamo.listings.changes import network_changed_at
from kohtaamo.listings.facts import Basics, Facts, ListingKey
from kohtaamo.listings.in_use import is_over, listed_by_municipality, state_of
from kohtaamo.listings.listing import Listing
from kohtaamo.listings.table import CHANGES
from kohtaamo.publish.ics.near import is_heavy
from kohtaamo.publish.marks.events import EventMarks
from kohtaamo.publish.marks.mark import Mark, mark_of
from kohtaamo.publish.marks.things import Things
from kohtaamo.publish.output import CALENDAR, FEED, PAGE

_WITH_NOTICES = frozenset({"municipality", "organiser"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingMarks:
    """`event` gives the marks of events; `board` that of the noticeboard.

    `members` are the events for members that pages of places and organisers tell of, `posted` the
    notices that stand on the page of a place.
    """

    things: Things
    event: EventMarks
    board: Callable[[], Mark]
    members: Mapping[ListingKey, Sequence[str]]
    around: Callable[[str, str], Mark]
    posted: Callable[[str], Sequence[str]]

    def mark(self, listing: Listing, told_as: str) -> Mark:
        """The mark of a listing of events as a page, as a calendar or as a feed."""
        return mark_of(
            listing.kind,
            network_changed_at(self.things.edition),
            sorted(listing.languages),
            "".join([self.event(slug, told_as) for slug in listing.announced]),
            self._of_members(listing, told_as),
            self.around(listing.kind, listing.key),
            self._of_board(listing, told_as),
            self._days(listing, told_as),
        )

    def _of_members(self, listing: Listing, told_as: str) -> Sequence[Mark]:
        """Their marks, on a page; calendars and feeds hold none of them."""
        if told_as != PAGE:
            return ()
        slugs = self.members.get((listing.kind, listing.key), ())
        return [self.event(slug, PAGE) for slug in slugs]

    def _of_board(self, listing: Listing, told_as: str) -> Mark | None:
        """Of a place only what stands on its page: there are many, and a notice concerns one."""
        if listing.kind == "place" and told_as == PAGE:
            return "".join([notice_mark(self.things, each) for each in self.posted(listing.key)])
        return self.board() if listing.kind in _WITH_NOTICES else None

    def _days(self, listing: Listing, told_as: str) -> Sequence[date | str | None]:
        """Of which week the page is, and of which day what may be another one every day.

        Feeds forget a date that was moved here a month after it, though its series goes on.
        """
        edition = self.things.edition
        today = edition.today
        if listing.kind == CHANGES:
            # What is off is told of until it has passed.
            return (today,)
        if told_as == FEED:
            return [slug for slug in listing.told if edition.facts[slug].visits]
        shown = [edition.facts[slug] for slug in listing.announced]
        if told_as == CALENDAR:
            return (today if is_heavy(shown) else None,)
        monday = today - timedelta(days=today.weekday())
        return (monday, today if _is_of_the_day(shown, today.toordinal()) else None)


def board_mark(things: Things, board: Listing) -> Mark:
    """The mark of the noticeboard: of every notice, on the board or not."""
    edition = things.edition
    notices = [notice_mark(things, slug) for slug in board.announced]
    return mark_of(network_changed_at(edition), notices, sorted(board.languages))


def notice_mark(things: Things, slug: str) -> Mark:
    """The mark of one notice."""
    notice = things.edition.network.notices[slug]
    return mark_of(
        slug,
        things.mark(notice, is_dated=notice.published is None),
        notice.until < things.edition.today,
        things.named((notice.place,) if notice.place else (), notice.organisers),
    )


def neighbours(things: Things) -> Callable[[str, str], Mark]:
    """What a listing's first page tells besides: its own place or organiser, what is near."""
    known, today = things.edition.known, things.edition.today
    places_in = listed_by_municipality(known.places.values(), today)
    organisers_in = listed_by_municipality(known.organisers.values(), today)
    of_kind = {"place": known.places, "organiser": known.organisers}
    by_key = {each.names[0]: each for kind in of_kind.values() for each in kind.values()}

    def near_one_that_is_over(own: Basics) -> Mark:
        """A place that is over leads to those that are not."""
        slugs = [slug for key in own.municipalities for slug in places_in.get(key, ())]
        return things.marks(known.places[slug] for slug in slugs)

    def around(kind: str, key: str) -> Mark:
        if kind in of_kind:
            # A place's rooms and hours are subjects of their own.
            own = of_kind[kind][key]
            named = [by_key[name] for name in own.refers if name in by_key]
            return mark_of(
                things.mark(own, is_dated=True),
                things.marks(named),
                [state_of(each, today) for each in (own, *named)],
                near_one_that_is_over(own) if kind == "place" and is_over(own, today) else "",
            )
        if kind != "municipality":
            return ""
        places = [known.places[slug] for slug in places_in.get(key, ())]
        organisers = [known.organisers[slug] for slug in organisers_in.get(key, ())]
        return mark_of(
            things.marks((*places, *organisers), is_dated=True),
            [state_of(each, today) for each in (*places, *organisers)],
        )

    return around


def _is_of_the_day(shown: Sequence[Facts], today: int) -> bool:
    """Something goes on for days, and stands under today's; or the calendar may be cut."""
    on = any(begin < today <= end for each in shown for begin, end in each.spans if begin != end)
    return on or is_heavy(shown)
