"""Facts about a new network → the files that are its own, by path."""

import json
import re
from collections.abc import Mapping
from datetime import date
from importlib.resources import files

from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.schema.network import COORDINATOR
from kohtaamo.content.source.tree import Mapping as Tree
from kohtaamo.content.source.tree import Node, Scalar, Sequence
from kohtaamo.text.slugs import free_slug
from kohtaamo.words.load import SHIPPED, shipped_words
from kohtaamo.words.words import Words
from kohtaamo.writing.compose import file_text
from kohtaamo.writing.region.facts import Facts
from kohtaamo.writing.region.words import region_words
from kohtaamo.writing.yaml_text import entry_lines, item_lines

LICENCE = "CC BY 4.0"
# The pages that every network has, and the address word that each is called by.
_PAGES = {"about": "addresses.about", "privacy": "addresses.privacy", "join": ""}
_JOIN = {"fi": "mukaan", "sv": "med", "en": "join"}
_LINKS = {
    "map": "https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}",
    "address_map": "https://www.openstreetmap.org/search?query={address}",
    "journey": "https://opas.matka.fi/reitti/-/{address}::{lat},{lon}",
}
_SETTING = re.compile(r'^(SITENAME|SITEURL) = ".*"$', re.MULTILINE)
_MARKDOWN = re.compile(r"([\\`*_\[\]<>])")
_NOT_DIALLED = re.compile(r"[^+\d]")


def region_files(facts: Facts, settings: Mapping[str, str], today: date) -> dict[str, str]:
    """Every file of a new network that is not the program's; `settings` are the program's own two.

    What only a person can decide is marked `[[…]]`, or left out with a comment that asks for it.
    """
    first = facts.languages[0]
    words = region_words(first if first in SHIPPED else "fi")
    made = {
        "content/network.yml": _network(facts, words, today),
        "content/vocabularies/municipalities.yml": _towns(facts),
        "README.md": _template("readme", words.tag, _values(facts, words.tag)),
        **_pages(facts),
        **_settings(facts, settings),
    }
    path, text = _organiser(facts, today)
    return {**made, path: text}


def _network(facts: Facts, words: Words, today: date) -> str:
    """`network.yml`, with what the statement still needs as comments."""
    nodes: dict[str, Node] = {**facts.nodes, "coordinator": _in_order(facts.nodes["coordinator"])}
    nodes["contact"] = _tree({"email": facts.said("coordinator.email")})
    nodes["licence"] = Scalar(LICENCE, 1)
    if facts.said("repository.url"):
        nodes["repository"] = _joined(nodes["repository"], {"branch": "main", "public": "yes"})
    nodes["links"] = _tree(_LINKS)
    lines: list[str] = []
    for field in KINDS["network"].fields:
        if field.key in nodes:
            lines += entry_lines(field.key, nodes[field.key])
    lines.append("accessibility_statement:")
    lines += [f"  {line}" for line in words("region.statement", today=today).splitlines()]
    lines += entry_lines("feedback", Scalar(facts.said("coordinator.email"), 1), 2)
    lines += entry_lines("unit", Scalar(facts.said("coordinator.organisation"), 1), 2)
    return "\n".join(lines) + "\n"


def _in_order(coordinator: Node) -> Node:
    """Its keys as the schema has them, the role first."""
    if not isinstance(coordinator, Tree):
        return coordinator
    by_key = {key.text: (key, value) for key, value in coordinator.entries}
    keys = [each.key for each in COORDINATOR.fields]
    return Tree(tuple(by_key[key] for key in keys if key in by_key), coordinator.line)


def _towns(facts: Facts) -> str:
    lines: list[str] = []
    for town in facts.towns:
        entries: dict[str, Node] = {"id": Scalar(town.id, 1), "label": _tree(town.names)}
        if town.within:
            entries["in"] = _tree(town.within)
        pairs = tuple((Scalar(key, 1), node) for key, node in entries.items())
        lines += item_lines(Tree(pairs, 1), 0)
    return "\n".join(lines) + "\n"


def _organiser(facts: Facts, today: date) -> tuple[str, str]:
    """Whoever keeps the network is its first organiser: events need one."""
    name = facts.said("coordinator.organisation")
    contact = {
        key: facts.said(f"coordinator.{key}")
        for key in ("role", "phone", "email")
        if facts.said(f"coordinator.{key}")
    }
    towns = tuple(Scalar(town.id, 1) for town in facts.towns)
    nodes: dict[str, Node] = {
        "name": Scalar(name, 1),
        **facts.organiser,
        "municipalities": Sequence(towns, 1),
        "contact": _tree(contact),
        "checked": Scalar(today.isoformat(), 1),
    }
    folder = f"{facts.towns[0].id}/" if len(facts.towns) == 1 else ""
    return f"content/organisers/{folder}{free_slug(name, frozenset())}.md", file_text(
        "organiser", nodes
    )


def _pages(facts: Facts) -> dict[str, str]:
    """The statement pages, in those languages of the network that there are texts for."""
    first = facts.languages[0] if facts.languages[0] in SHIPPED else "fi"
    folder = files("kohtaamo.writing.region").joinpath("pages")
    made = {}
    for name, key in _PAGES.items():
        slug = shipped_words(first)(key) if key else _JOIN[first]
        for tag in dict.fromkeys((first, *facts.languages)):
            if folder.joinpath(f"{name}.{tag}.md").is_file():
                ending = "" if tag == first else f".{tag}"
                text = _template(name, tag, _values(facts, tag))
                made[f"content/pages/{slug}{ending}.md"] = text
    return made


def _template(name: str, tag: str, values: Mapping[str, str]) -> str:
    file = files("kohtaamo.writing.region").joinpath("pages", f"{name}.{tag}.md")
    return file.read_text("utf-8").format_map(values)


def _values(facts: Facts, tag: str) -> dict[str, str]:
    """What stands in the gaps of the texts, safe within Markdown."""
    words = region_words(tag if tag in SHIPPED else "fi")
    role, phone = facts.said("coordinator.role"), facts.said("coordinator.phone")
    area, organisation = facts.said("area"), facts.said("coordinator.organisation")
    dialled = _NOT_DIALLED.sub("", phone)
    return {
        "name": _plain(facts.said("name")),
        "role": _plain(role[:1].upper() + role[1:]),
        "role_small": _plain(role[:1].lower() + role[1:]),
        "email": facts.said("coordinator.email"),
        "licence": LICENCE,
        "area": words("region.page.area", area=_plain(area.rstrip("."))) if area else "",
        "keeper": words("region.page.keeper", organisation=_plain(organisation)),
        "call": words("region.page.call", phone=phone, dialled=dialled) if phone else "",
        "tell": _tell(facts, tag),
        "site": words("region.page.site", site=facts.site_url) if facts.site_url else "",
    }


def _tell(facts: Facts, tag: str) -> str:
    """Where the form of `tag` is; the network's first language has no folder of its own."""
    word = shipped_words(tag if tag in SHIPPED else "fi")("addresses.tell")
    return f"/{word}/" if tag == facts.languages[0] else f"/{tag}/{word}/"


def _settings(facts: Facts, settings: Mapping[str, str]) -> dict[str, str]:
    """The program's two settings files, with this network's name and address."""
    # A text in JSON is one in Python too.
    name = json.dumps(facts.said("name"), ensure_ascii=False)

    def own(file: str) -> str:
        values = {"SITENAME": name}
        if file == "publishconf.py":
            # Without an address publishing stops, and says what it needs.
            values["SITEURL"] = json.dumps(facts.site_url)
        return _SETTING.sub(
            lambda found: f"{found[1]} = {values[found[1]]}" if found[1] in values else found[0],
            settings[file],
        )

    return {file: own(file) for file in settings}


def _plain(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _tree(values: Mapping[str, str]) -> Tree:
    return Tree(tuple((Scalar(key, 1), Scalar(value, 1)) for key, value in values.items()), 1)


def _joined(node: Node, values: Mapping[str, str]) -> Tree:
    entries = node.entries if isinstance(node, Tree) else ()
    return Tree((*entries, *_tree(values).entries), 1)
