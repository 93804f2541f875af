"""IMAGE of an event that has a picture of its own."""

from dataclasses import replace

from kohtaamo.listings.edition import Edition
from kohtaamo.model.common import Image
from kohtaamo.publish.ics.listing import event_calendar
from kohtaamo.publish.parts import make_parts

EVENT = "neulekahvila"
LINE = (
    b"IMAGE;DISPLAY=BADGE;FMTTYPE=image/jpeg;VALUE=URI:"
    b"https://example.fi/images/mylly/puikot-png.jpg"
)


def lines(edition: Edition, event: tuple[Image, ...], place: tuple[Image, ...]) -> list[bytes]:
    network = edition.network
    events = {EVENT: replace(network.events[EVENT], images=event)}
    places = {slug: replace(each, images=place) for slug, each in network.places.items()}
    changed = replace(edition, network=replace(network, events=events, places=places))
    body = event_calendar(make_parts(changed), events[EVENT], "fi")
    return [each for each in body.replace(b"\r\n ", b"").split(b"\r\n") if b"IMAGE" in each]


def test_the_first_picture_of_an_event_on_every_date(edition: Edition) -> None:
    own = (Image(file="mylly/puikot.png", alt="Puikot"), Image(file="talo.jpg", alt="Talo"))

    assert lines(edition, own, (Image(file="talo.jpg", alt="Talo"),)) == [LINE] * 7


def test_the_picture_of_the_place_is_not_the_events(edition: Edition) -> None:
    assert lines(edition, (), (Image(file="talo.jpg", alt="Talo"),)) == []
