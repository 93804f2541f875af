"""What is wrong with a feed, in sentences: the demands of the W3C feed validator, by its own names.

The modules share no code with the package and read bytes. Each names in its docstring which of the
validator's messages (validator.w3.org/feed/docs) its rules stand for; what the specifications ask
beyond that is named by its section.
"""

from .atom import atom_faults
from .jsonfeed import json_faults
from .opml import opml_faults
from .rss import rss_faults

# By file name; each takes the bytes and the address that they are served at.
CHECKS = {
    "rss.xml": rss_faults,
    "atom.xml": atom_faults,
    "feed.json": json_faults,
    "feeds.opml": opml_faults,
}


def faults(address: str, body: bytes) -> list[str]:
    """All that is wrong with the feed that an address serves."""
    return list(CHECKS[address.rpartition("/")[2]](body, address))
