"""What somebody says of a new network, and what can be worked out from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import urlsplit

from kohtaamo.content.rules.network import SAMPLE_NETWORK_ID
from kohtaamo.content.source.tree import Mapping as Tree
from kohtaamo.content.source.tree import Node, Scalar
from kohtaamo.text.slugs import LONGEST, slug_from

# Forges that say by their name what they are.
_FORGES = MappingProxyType(
    {"github.com": "github", "gitlab.com": "gitlab", "codeberg.org": "forgejo"}
)
# Where each of them shows pages of `owner/name`.
_PAGES = MappingProxyType(
    {"github": "github.io", "gitlab": "gitlab.io", "forgejo": "codeberg.page"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A municipality: its names by language, and how each language says "in" it."""

    names: Mapping[str, str]
    within: Mapping[str, str]

    @property
    def id(self) -> str:
        return slug_from(next(iter(self.names.values())))


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Answers to all questions: those to fields of `network.yml` in `nodes`, by key."""

    nodes: Mapping[str, Node] = field(default_factory=dict)
    organiser: Mapping[str, Node] = field(default_factory=dict)
    towns: tuple[Town, ...] = ()
    site_url: str = ""

    def said(self, key: str) -> str:
        """The answer to a dotted key, "" for none."""
        return said(self.nodes, key)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the network, the first one first."""
        node = self.nodes.get("languages")
        items = getattr(node, "items", (node,))
        return tuple(each.text for each in items if isinstance(each, Scalar))


def said(nodes: Mapping[str, Node], key: str) -> str:
    """The text at a dotted key among answers, "" for none."""
    first, _, inner = key.partition(".")
    node = nodes.get(first)
    if inner and isinstance(node, Tree):
        return said({name.text: value for name, value in node.entries}, inner)
    return node.text if isinstance(node, Scalar) and not inner else ""


def guessed_forge(repository: str) -> str:
    """The forge that an address belongs to, "" where its name does not say."""
    return _FORGES.get((_parts(repository)[0]).removeprefix("www."), "")


def guessed_site(repository: str) -> str:
    """Where the forge of an address would show the portal, "" where that is not known."""
    host, path = _parts(repository)
    forge = guessed_forge(repository)
    owner, _, name = path.strip("/").removesuffix(".git").partition("/")
    if not forge or not owner or not name or "/" in name or host not in _FORGES:
        return ""
    own = f"{owner.lower()}.{_PAGES[forge]}"
    return f"https://{own}" if name.lower() == own else f"https://{own}/{name}"


def suggested_id(name: str, site_url: str) -> str:
    """An id that no other network has: of its own domain, else of its name.

    An address below a domain that many share (`example.github.io/verkosto`) gives its path too.
    """
    host, path = _parts(site_url)
    slug = slug_from(f"{host.removeprefix('www.')}{path}") if "." in host else slug_from(name)
    slug = slug[:LONGEST].strip("-")
    return "" if slug == SAMPLE_NETWORK_ID else slug


def _parts(address: str) -> tuple[str, str]:
    """Host and path of an address; two empty texts for what is none."""
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        return (parts.hostname or "").lower(), parts.path
    except ValueError:
        return "", ""
