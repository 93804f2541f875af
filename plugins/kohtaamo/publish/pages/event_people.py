"""Who arranges an event, and whom to ask."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from kohtaamo.model.event import Event
from kohtaamo.publish.pages.contact import ContactView, contact_for_event
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.texts import Link

ViewOf = Callable[[PageContext, Event], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleView:
    """Who arranges the event, and whom to ask."""

    organisers: tuple[Link, ...]
    contact: ContactView


def people_of(context: PageContext, event: Event) -> Markup:
    """Alike for all events of the same organisers and place that name no contact of their own."""
    return _made(context, "event-people", event, _people)


def ask_of(context: PageContext, event: Event) -> Markup:
    """The first way to ask, to stand beside when and where: alike wherever the people are."""
    return _made(context, "event-ask", event, contact_for_event)


def _made(context: PageContext, name: str, event: Event, view: ViewOf) -> Markup:
    if event.contact is not None:
        return context.rows.fragments.made(name, view(context, event))
    key = event.organisers, event.place
    return context.rows.fragments.once(name, key, lambda: view(context, event))


def _people(context: PageContext, event: Event) -> PeopleView:
    return PeopleView(
        organisers=tuple(context.organiser_link(each) for each in event.organisers),
        contact=contact_for_event(context, event),
    )
