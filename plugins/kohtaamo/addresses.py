"""Where everything lives: the one place that makes addresses.

An address begins and ends with a slash (`/sv/evenemang/`), or names a file
(`/paikat/x/calendar.ics`); the words in it come from the language's words file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from kohtaamo.words.load import INTERFACE, shipped_addresses
from kohtaamo.words.words import Words

# By kind of listing the word that its address begins with, which is its section in the menu too.
SECTION_OF = {
    "all": "events",
    "place": "places",
    "municipality": "municipalities",
    "organiser": "organisers",
    "audience": "audiences",
    "topic": "topics",
    "need": "needs",
    "afar": "afar",
    "board": "notices",
    "changes": "changes",
}


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses in one language; the network's first language has no prefix."""

    words: Words
    is_first: bool

    @property
    def front(self) -> str:
        return "/" if self.is_first else f"/{self.words.tag}/"

    def section(self, word: str) -> str:
        """The first page of a section: `/tapahtumat/`, `/paikat/` …, by its word's key."""
        return f"{self.front}{self.words(f'addresses.{word}')}/"

    def under(self, word: str, slug: str) -> str:
        """One thing of a section: `/tapahtumat/<slug>/`."""
        return f"{self.section(word)}{slug}/"

    def event(self, slug: str) -> str:
        return self.under("events", slug)

    def place(self, slug: str) -> str:
        return self.under("places", slug)

    def room(self, place: str, room: str) -> str:
        """`/paikat/<slug>/tilat/<id>/`, below the page of its place."""
        return f"{self.place(place)}{self.words('addresses.rooms')}/{room}/"

    def organiser(self, slug: str) -> str:
        return self.under("organisers", slug)

    def notice(self, slug: str) -> str:
        return self.under("notices", slug)

    def page(self, slug: str) -> str:
        """A page of the network's own lies at the top: `/tietoa/`."""
        return f"{self.front}{slug}/"

    def guide(self, page: str) -> str:
        """A page of the contributors' guide: a kind of file, or `messages`."""
        return self.under("guide", self.words(f"addresses.guide_{page}"))

    def month(self, year: int, month: int) -> str:
        return f"{self.section('events')}{year:04d}/{month:02d}/"

    def listing(self, kind: str, key: str) -> str:
        """The page of a listing; its calendar and feeds lie below it."""
        word = SECTION_OF[kind]
        return self.under(word, key) if key else self.section(word)

    def paged(self, address: str, number: int) -> str:
        """Page `number` of a long listing: `L/sivu/2/`; page 1 is the listing itself."""
        return address if number == 1 else f"{address}{self.words('addresses.page')}/{number}/"


def file_of(address: str) -> str:
    """The output file of an address, relative to the output folder."""
    return address.lstrip("/") + ("index.html" if address.endswith("/") else "")


def image_file(file: str, width: int | None = None) -> str:
    """Where a picture of `content/images/` is written: `sali.png` → `images/sali-png.jpg`.

    That is its JPEG; with a width it is the WebP of at most so many pixels:
    `images/sali-png-800.webp`. The old ending stays in the name, so that `talo.png` and `talo.jpg`
    are two.
    """
    stem, _, ending = file.rpartition(".")
    return (
        f"images/{stem}-{ending}.jpg" if width is None else f"images/{stem}-{ending}-{width}.webp"
    )


def image_address(file: str, width: int | None = None) -> str:
    """The address of a picture: names that people give to files may need escaping."""
    return f"/{quote(image_file(file, width))}"


def drawing_file(address: str) -> str:
    """Where the drawn picture of a page is written: `paikat/<slug>/share.png`."""
    return f"{address.lstrip('/')}share.png"


# Sections whose pages are files under content/pages/ may be named by their own address word.
_WRITTEN_SECTIONS = frozenset({"privacy", "about"})
# Words that stand only below one thing's own address.
_BELOW_THINGS = frozenset({"rooms"})


def reserved_slugs() -> Mapping[str, frozenset[str]]:
    """By kind of file, the slugs that the portal's own addresses use at that level."""
    shipped = [shipped_addresses(tag) for tag in INTERFACE]
    numbering = frozenset(words["addresses.page"] for words in shipped if words)
    sections = {
        text
        for words in shipped
        for key, text in words.items()
        if key.removeprefix("addresses.") not in _WRITTEN_SECTIONS | _BELOW_THINGS
        and not key.startswith("addresses.guide_")
    }
    below_sections = ("place", "event", "organiser", "notice")
    return {
        **dict.fromkeys(below_sections, numbering),
        "page": frozenset((*sections, *INTERFACE, "theme", "schema", "admin", "images")),
    }
