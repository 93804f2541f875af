"""What keeps people away from an event, to be said before all else."""

from dataclasses import dataclass

from markupsafe import Markup

from kohtaamo.model.event import Access, Event, Status
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.event_when import DateLine, WhenView
from kohtaamo.publish.pages.page import NO_HTML
from kohtaamo.publish.pages.texts import NO_TEXT, Link, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OffView:
    """`whole` says of a whole event that it is cancelled, postponed or moved, `reason` why.

    `instead` leads to what replaces it; `dates` are those that do not take place.
    """

    whole: str = ""
    reason: Text = NO_TEXT
    instead: Link | None = None
    dates: tuple[DateLine, ...] = ()
    is_over: bool = False
    members_only: bool = False


_NOTHING = OffView()


def event_off(context: PageContext, event: Event, when: WhenView, instead: Link | None) -> Markup:
    """All of it as HTML; nothing for an event to which one may just come."""
    is_as_planned = event.status is Status.CONFIRMED
    view = OffView(
        whole="" if is_as_planned else context.words(f"site.status.{event.status.value}"),
        reason=NO_TEXT if is_as_planned else context.field(event, "reason"),
        instead=instead,
        dates=when.off,
        is_over=when.last is not None,
        members_only=event.access is Access.MEMBERS,
    )
    if view == _NOTHING:
        return NO_HTML
    return context.rows.fragments.component("event-off")(view, context.words)
