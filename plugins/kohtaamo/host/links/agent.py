"""Who asks: the User-Agent of `kohtaamo links` (RFC 9110, 10.1.5)."""

import re
import unicodedata
from collections.abc import Iterator

from kohtaamo import __version__
from kohtaamo.model.network import Identity

_UNFIT = re.compile(r"[^A-Za-z0-9 .,:/@+_~-]+")
_LONGEST = 80


def agent_of(identity: Identity) -> str | None:
    """The network's name and where to complain; None for a network that names no address.

    A role's address, of the network or its coordinator, else its repository.
    """
    contact = next(_addresses(identity), None)
    if contact is None:
        return None
    return f"Kohtaamo/{__version__} (link check; {_plain(identity.name)}; {_plain(contact)})"


def _addresses(identity: Identity) -> Iterator[str]:
    network, coordinator, repository = identity.contact, identity.coordinator, identity.repository
    if network is not None:
        yield from filter(None, (network.email, network.url))
    if coordinator is not None:
        yield from filter(None, (coordinator.email,))
    if repository is not None:
        yield from filter(None, (repository.url,))


def _plain(text: str) -> str:
    """In ASCII, without what would end the comment: `Verkko (Äänekoski)` loses dots and bows."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _UNFIT.sub("", letters).strip()[:_LONGEST]
