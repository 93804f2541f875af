"""Which outputs a build makes, by the name of the setting PROFILE."""

from collections.abc import Callable, Mapping

from kohtaamo.publish.output import Output, of_listing

_PEER_PAGES = frozenset(
    {"front.html", "event.html", "place.html", "theme/kohtaamo.css", "built.json"}
)
_PEER_OF_PLACES = frozenset({"listing.html", "calendar.ics", "rss.xml"})


def is_of_peers(output: Output) -> bool:
    """What any site generator makes of such a content: no more than this, for a fair race.

    A page for every event and place, a list, a calendar and an RSS feed for every place, the front
    page and one RSS feed for all.
    """
    if output.kind in _PEER_PAGES:
        return True
    own = next(iter(output.subjects), ())
    if own[:2] == ("listing", "place"):
        return output.kind in _PEER_OF_PLACES
    return own == of_listing("all", "") and output.kind == "rss.xml"


PROFILES: Mapping[str, Callable[[Output], bool]] = {
    "full": lambda output: True,
    "peer": is_of_peers,
}
