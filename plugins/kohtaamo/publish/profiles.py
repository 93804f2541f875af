"""Which outputs a build makes, by the name of the setting PROFILE."""

from collections.abc import Mapping
from dataclasses import dataclass

from kohtaamo.publish.output import Output

# Of listings and of their single pages.
_OF_LISTINGS = frozenset({("listing",), ("page-of",)})
_EVERYTHING = ("all", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """`kinds` are those of outputs; None for all.

    Where `is_of_places`, of all listings only places have pages and files, and all events together
    the files of `of_all`.
    """

    kinds: frozenset[str] | None = None
    of_all: frozenset[str] = frozenset()
    is_of_places: bool = False

    def makes(self, kind: str) -> bool:
        """True when there are outputs of a kind at all."""
        return self.kinds is None or kind in self.kinds

    def wants(self, output: Output) -> bool:
        """True for an output of this profile."""
        own = next(iter(output.subjects), ())
        if not self.makes(output.kind):
            return False
        if not self.is_of_places or own[:1] not in _OF_LISTINGS or own[1:2] == ("place",):
            return True
        return own[1:3] == _EVERYTHING and output.kind in self.of_all

    def gathers(self, file: str) -> bool:
        """True when listings of events from everywhere have such a file, not only places."""
        return self.makes(file) and (not self.is_of_places or file in self.of_all)


_PEER_PAGES = frozenset({"front.html", "event.html", "place.html", "listing.html"})
_PEER_FILES = frozenset(
    {
        "calendar.ics",
        "rss.xml",
        "theme/easy.css",
        "theme/kohtaamo.css",
        "theme/more.css",
        "theme/paper.css",
        "theme/mark.svg",
        "theme/open-now.js",
        "built.json",
    }
)

PROFILES: Mapping[str, Profile] = {
    "full": Profile(),
    # What any site generator makes of such a content, for a fair race: a page for every event and
    # place, a list, a calendar and an RSS feed for every place, the front page, an RSS feed of all.
    "peer": Profile(
        kinds=_PEER_PAGES | _PEER_FILES, of_all=frozenset({"rss.xml"}), is_of_places=True
    ),
}
