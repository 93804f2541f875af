"""What an event is beside the listings it belongs to, as far as lists can be narrowed by it."""

from collections.abc import Iterator

from kohtaamo.model.event import Event
from kohtaamo.model.network import Network


def extras_of(event: Event, network: Network) -> tuple[str, ...]:
    """Its facets that are no listings: `language/fi`, `accessibility/lift`, `way/online`, `free/`.

    What its premises are known to have is that of its place and what it says itself.
    """
    place = network.places.get(event.place or "")
    known = {**(place.accessibility if place else {}), **event.accessibility}
    return (
        *(f"language/{tag}" for tag in dict.fromkeys(event.languages)),
        *(f"accessibility/{key}" for key, has in known.items() if has),
        *(f"way/{way}" for way in _ways(event)),
        *(f"{key}/" for key in _said(event)),
    )


def _ways(event: Event) -> Iterator[str]:
    if event.on_site:
        yield "site"
    if event.online is not None:
        yield "online"
    if event.phone is not None:
        yield "phone"


def _said(event: Event) -> Iterator[str]:
    if event.price is not None and event.price.is_free:
        yield "free"
    if event.takes_anybody:
        yield "drop_in"
    if event.alone_ok:
        yield "alone"
