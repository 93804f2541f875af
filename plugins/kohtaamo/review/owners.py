"""Whom a forge asks to review a change: its CODEOWNERS file, made of the network.

A municipality's files are those in a folder of its name, wherever it lies, and single files
elsewhere that belong to it. Sources: GitHub Docs and GitLab Docs, "Code owners" (the last rule that
fits counts); Forgejo, "Code owners" (every rule that fits counts, as a regular expression).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kohtaamo.model.event import Event
from kohtaamo.model.network import Forge, Network, Owner
from kohtaamo.model.notice import Notice
from kohtaamo.model.organiser import Organiser
from kohtaamo.model.place import Place

# Where each forge looks for it.
FILES: Mapping[Forge, str] = {
    Forge.GITHUB: ".github/CODEOWNERS",
    Forge.GITLAB: ".gitlab/CODEOWNERS",
    Forge.FORGEJO: "docs/CODEOWNERS",
}
_HEAD = "# Tehty komennolla inv codeowners: network.yml, repository.owners. Älä muuta käsin.\n"
_ACCOUNT = re.compile(r"@?([A-Za-z0-9][A-Za-z0-9_.-]*(?:/[A-Za-z0-9][A-Za-z0-9_.-]*)*)")
# What every forge takes as it stands.
_ODD = re.compile(r"[^A-Za-z0-9_/.-]")
_Thing = Place | Event | Organiser | Notice


class NoAccountError(ValueError):
    """What should be an account is none."""


class _Rule(NamedTuple):
    """The files of a municipality: a folder's name, or the path of one; "" for all files."""

    folder: str
    path: str
    accounts: Sequence[str]


def owners_file(network: Network, folder: str) -> str:
    """The text of the file, "" when the network names nobody.

    `folder` is the content folder seen from the top of the repository. NoAccountError, with what
    is written, for an account that no forge can have.
    """
    repository = network.identity.repository
    if repository is None or not repository.owners:
        return ""
    forge = repository.forge or Forge.GITHUB
    written = _as_expression if forge is Forge.FORGEJO else _as_glob
    lines = (
        f"{written(rule, folder)} {' '.join(f'@{each}' for each in rule.accounts)}\n"
        for rule in _rules(network, repository.owners)
    )
    return _HEAD + "".join(lines)


def _rules(network: Network, owners: Sequence[Owner]) -> Iterator[_Rule]:
    """Wide ones first, single files last."""
    accounts: dict[str, list[str]] = {}
    for owner in owners:
        known = accounts.setdefault(owner.municipality or "", [])
        known += [each for each in map(_account, owner.accounts) if each not in known]
    if "" in accounts:
        yield _Rule("", "", accounts.pop(""))
    for municipality in sorted(accounts):
        yield _Rule(municipality, "", accounts[municipality])
    for path, belongs in sorted(_strays(network)):
        whose = [each for name in belongs for each in accounts.get(name, ())]
        if whose:
            yield _Rule("", path, list(dict.fromkeys(whose)))


def _account(text: str) -> str:
    found = _ACCOUNT.fullmatch(text)
    if found is None:
        raise NoAccountError(text)
    return found[1]


def _strays(network: Network) -> Iterator[tuple[str, Sequence[str]]]:
    """Files that do not lie in folders of all their municipalities; none of closed groups."""
    things: Iterator[_Thing] = (
        thing
        for kind in (network.places, network.events, network.organisers, network.notices)
        for thing in kind.values()
    )
    for thing in things:
        if isinstance(thing, Event) and thing.is_closed:
            continue
        names = list(dict.fromkeys(_municipalities(thing, network)))
        above = set(thing.origin.path.split("/")[:-1])
        if not above.issuperset(names):
            yield thing.origin.path, names


def _municipalities(thing: _Thing, network: Network) -> Iterator[str]:
    match thing:
        case Place():
            named = [thing.municipality, *(stop.municipality for stop in thing.stops)]
            yield from filter(None, named)
        case Event():
            place = network.places.get(thing.place or "")
            if place is not None:
                yield from _municipalities(place, network)
            elif thing.location is not None and thing.location.municipality:
                yield thing.location.municipality
        case _:
            yield from thing.municipalities


def _as_glob(rule: _Rule, content: str) -> str:
    """As in `.gitignore`; what is no plain sign is any sign."""
    if rule.folder:
        return f"/{content}/**/{rule.folder}/"
    return f"/{content}/{_ODD.sub('?', rule.path)}" if rule.path else "*"


def _as_expression(rule: _Rule, content: str) -> str:
    if rule.folder:
        return f"{content}/(.*/)?{rule.folder}/.*"
    return f"{content}/{_ODD.sub('.', rule.path)}" if rule.path else ".*"
