"""The layout of the content folder: which file may stand where, and what it is."""

import re
from types import MappingProxyType

NETWORK = "network"
IMAGE = "image"
VOCABULARY = "vocabulary"
LANGUAGE = "language"
SOURCES = "sources"
IMPACT = "impact"

# Folders of things: they nest freely, the file name is the slug.
THINGS = MappingProxyType(
    {
        "places": "place",
        "events": "event",
        "organisers": "organiser",
        "notices": "notice",
        "pages": "page",
    }
)
# Folders with a fixed inside.
FIXED = MappingProxyType(
    {
        "images": IMAGE,
        "vocabularies": VOCABULARY,
        "languages": LANGUAGE,
        "impact": IMPACT,
    }
)
FOLDERS = (*THINGS, *FIXED)
SINGLE_FILES = MappingProxyType({"network.yml": NETWORK, "sources.yml": SOURCES})
KINDS_OF_LISTS = frozenset({VOCABULARY, SOURCES})

VOCABULARIES = (
    "municipalities",
    "audiences",
    "topics",
    "needs",
    "facilities",
    "accessibility",
    "organiser-classes",
    "notice-kinds",
)
IMAGE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".avif")

# No file or folder of these names can be stored on Windows, whatever its ending.
DEVICES = frozenset(
    {"con", "nul", "prn", "aux"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
# Taken at every level: pages of the portal, and names that some systems cannot store.
RESERVED = frozenset({"index", "404", "feeds", "api", "cname"}) | DEVICES

# What people call the folders and files before they know their names.
ALIASES = MappingProxyType(
    {
        "paikat": "places",
        "kohtaamispaikat": "places",
        "platser": "places",
        "tapahtumat": "events",
        "evenemang": "events",
        "jarjestajat": "organisers",
        "järjestäjät": "organisers",
        "yhdistykset": "organisers",
        "organizers": "organisers",
        "arrangörer": "organisers",
        "ilmoitukset": "notices",
        "ilmoitustaulu": "notices",
        "anslag": "notices",
        "sivut": "pages",
        "sidor": "pages",
        "kuvat": "images",
        "bilder": "images",
        "pictures": "images",
        "photos": "images",
        "sanastot": "vocabularies",
        "kielet": "languages",
        "vaikuttavuus": "impact",
        "verkosto": "network",
        "nätverk": "network",
        "lähteet": "sources",
        "kunnat": "municipalities",
        "kohderyhmät": "audiences",
        "aiheet": "topics",
        "tarpeet": "needs",
        "tilat": "facilities",
        "varustelu": "facilities",
        "esteettömyys": "accessibility",
        "ilmoituslajit": "notice-kinds",
    }
)

# Made by operating systems, editors and git, never by a person who writes content. A name that
# anybody could give to a file or folder of their own is not among them.
IGNORED_FILES = re.compile(
    r"""\.git(?:keep|ignore|attributes|modules)? | \.editorconfig | \.directory
    | \.DS_Store | \.localized | Icon\r | \._.+
    | Thumbs\.db | ehthumbs\.db | desktop\.ini
    | .+~ | \#.+\# | \.\#.+ | \..+\.sw[a-p] | ~\$.+ | \.~lock\..+\#
    """,
    re.VERBOSE | re.IGNORECASE,
)
IGNORED_FOLDERS = re.compile(
    r"""\.git | \.vscode | \.idea | \.obsidian
    | __MACOSX | \.AppleDouble | \.Spotlight-V100 | \.fseventsd | \.TemporaryItems | \.Trashes
    | \.Trash(?:-[0-9]+)? | \$RECYCLE\.BIN | System\ Volume\ Information
    """,
    re.VERBOSE | re.IGNORECASE,
)
