"""Other words for the keys: Finnish, Swedish, and what comes to mind first.

By word, the keys that can be meant: the first of them that the record has. Every field of every
record is meant by a word of each language.
"""

from types import MappingProxyType

from kohtaamo.content.schema.aliases_fi import FINNISH
from kohtaamo.content.schema.aliases_sv import SWEDISH

# English words that are no keys, or are those of another record.
_OTHER = MappingProxyType(
    {
        "color": "colour",
        "cost": "price",
        "date": "start",
        "description": "text summary alt",
        "latitude": "lat",
        "license": "licence",
        "link": "url",
        "longitude": "lon",
        "name": "name title",
        "opening_hours": "hours",
        "organiser": "organisers",
        "organizer": "organisers",
        "organizers": "organisers",
        "picture": "images",
        "tags": "topics",
        "telephone": "phone",
        "time": "start",
        "title": "title name",
        "website": "url",
        "when": "start",
        "where": "place location",
    }
)

ALIASES = MappingProxyType({**_OTHER, **SWEDISH, **FINNISH})
