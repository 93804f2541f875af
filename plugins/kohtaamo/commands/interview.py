"""What `kohtaamo new-network` asks: each question with its suggestion, each answer read at once."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from kohtaamo.commands.terminal import Terminal
from kohtaamo.content.rules.network import SAMPLE_NETWORK_ID
from kohtaamo.content.schema.field import Field, Record
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.source.tree import Node
from kohtaamo.host.job import WrongSetting, site_address
from kohtaamo.model.network import Forge, Network
from kohtaamo.problems.catalogue import Catalogue
from kohtaamo.problems.problem import Problem
from kohtaamo.text.slugs import is_slug, slug_from
from kohtaamo.words.load import SHIPPED
from kohtaamo.words.words import Words
from kohtaamo.writing.answers import Answer
from kohtaamo.writing.given import given_answer, put
from kohtaamo.writing.names import names_for
from kohtaamo.writing.region.facts import (
    Facts,
    Town,
    guessed_forge,
    guessed_site,
    said,
    suggested_id,
)

# Each question, and the field that its answer is: of `network.yml`, or of the first organiser.
FIELDS: Mapping[str, tuple[str, str]] = {
    "name": ("network", "name"),
    "area": ("network", "area"),
    "languages": ("network", "languages"),
    "repository": ("network", "repository.url"),
    "forge": ("network", "repository.forge"),
    "id": ("network", "id"),
    "role": ("network", "coordinator.role"),
    "organisation": ("network", "coordinator.organisation"),
    "sector": ("organiser", "sector"),
    "class": ("organiser", "class"),
    "email": ("network", "coordinator.email"),
    "phone": ("network", "coordinator.phone"),
}
ORDER = (
    *("name", "area", "languages", "towns", "repository", "forge", "site", "id"),
    *("role", "organisation", "sector", "class", "email", "phone"),
)
REQUIRED = frozenset(
    {"name", "languages", "towns", "id", "role", "organisation", "sector", "class", "email"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """The answers so far; `network` is an empty one, with the vocabularies that answers name."""

    terminal: Terminal
    catalogue: Catalogue
    network: Network
    nodes: dict[str, Node] = field(default_factory=dict)
    organiser: dict[str, Node] = field(default_factory=dict)
    towns: list[Town] = field(default_factory=list)
    site: list[str] = field(default_factory=list)

    @property
    def words(self) -> Words:
        return self.terminal.words

    def facts(self) -> Facts:
        """All that has been answered."""
        return Facts(
            nodes=self.nodes,
            organiser=self.organiser,
            towns=tuple(self.towns),
            site_url=self.site[0] if self.site else "",
        )

    def has(self, key: str) -> bool:
        """Whether a question has its answer."""
        if key == "towns":
            return bool(self.towns)
        if key == "site":
            return bool(self.site)
        kind, dotted = FIELDS[key]
        first, _, inner = dotted.partition(".")
        nodes = self._of(kind)
        return bool(said(nodes, dotted)) if inner else first in nodes

    def default(self, key: str) -> str:
        """What an empty answer means."""
        repository = said(self.nodes, "repository.url")
        defaults: Mapping[str, Callable[[], str]] = {
            "languages": lambda: self.words.tag,
            "role": lambda: self.words("region.role.default"),
            "forge": lambda: guessed_forge(repository),
            "site": lambda: guessed_site(repository),
            "id": lambda: suggested_id(said(self.nodes, "name"), "".join(self.site)),
        }
        return defaults[key]() if key in defaults else ""

    def is_asked(self, key: str) -> bool:
        """A forge is asked for only where there is an address."""
        if key != "forge":
            return not self.has(key)
        return bool(said(self.nodes, "repository.url")) and not self.has(key)

    def take(self, key: str, text: str) -> str:
        """Put one answer among the others; "" when that is done, else why it cannot be."""
        if key == "site":
            return self._take_site(text)
        if key == "repository" and "//" not in text:
            text = f"https://{text}"
        if key == "languages" and re.split(r"[,;\s]", text.strip(" ["))[0] not in SHIPPED:
            return self.words("region.first_language")
        if key == "id" and (reason := self._against_id(text)):
            return reason
        kind, dotted = FIELDS[key]
        answer = given_answer(KINDS[kind], dotted, text, self.names)
        if answer.node is None:
            return self._reason(answer)
        put(self._of(kind), dotted, answer.node)
        return ""

    def field(self, key: str) -> Field:
        """The schema's field that a question is about."""
        kind, dotted = FIELDS[key]
        first, _, inner = dotted.partition(".")
        found = KINDS[kind].by_key[first]
        return found.type.by_key[inner] if isinstance(found.type, Record) else found

    def names(self, asked: Field) -> Mapping[str, str]:
        """What may stand in a field, by id."""
        if asked.key == "forge":
            # Their names are names, in every language.
            return {each.value: each.value for each in Forge}
        return names_for(asked.type, self.network, self.words)

    def _of(self, kind: str) -> dict[str, Node]:
        return self.nodes if kind == "network" else self.organiser

    def _take_site(self, text: str) -> str:
        try:
            address = site_address(text if "//" in text else f"https://{text}")
        except WrongSetting:
            return self.words("region.bad_site")
        if "." not in (urlsplit(address).hostname or ""):
            return self.words("region.bad_site")
        self.site[:] = [address]
        return ""

    def _against_id(self, text: str) -> str:
        if text == SAMPLE_NETWORK_ID:
            return self.words("region.sample_id", id=text)
        if not is_slug(text):
            suggestion = slug_from(text) or "oma-verkosto"
            return self.words("region.not_slug", suggestion=suggestion)
        return ""

    def _reason(self, answer: Answer) -> str:
        for text, found in answer.unclear:
            if found.near:
                near = ", ".join(found.near)
                return self.words("writing.meant_in_line", text=text, near=near)
            return self.words("writing.unknown", text=text).strip()
        return " ".join(map(self._sentence, answer.problems))

    def _sentence(self, problem: Problem) -> str:
        fault = Problem(path="", line=1, code=problem.code, values=problem.values)
        message = self.catalogue.message(fault)
        return f"{message[:1].upper()}{message[1:]}"
