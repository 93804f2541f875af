"""The municipalities of a new network: asked one by one, or given in one line."""

import re

from kohtaamo.commands.interview import Interview
from kohtaamo.text.slugs import slug_from
from kohtaamo.words.load import SHIPPED
from kohtaamo.writing.region.facts import Town
from kohtaamo.writing.region.inflected import suggested_in

# `Pietarsaari: Pietarsaaressa / Jakobstad`
_GIVEN = re.compile(r"(?P<name>[^:/]+)(?::(?P<within>[^/]+))?(?:/(?P<other>.+))?")


def take_towns(interview: Interview, text: str) -> str:
    """Municipalities in one line, with commas between; "" when that is done, else why not.

    Each may say how "in" it is said in Finnish, and its other name: in Swedish, or in Finnish
    where the network writes in Swedish first. What is not said is guessed.
    """
    for each in re.split(r"[,;]", text):
        found = _GIVEN.fullmatch(each.strip())
        if found is None:
            return interview.words("region.town_nameless")
        name = found["name"].strip()
        reason = against_town(interview, name)
        if reason:
            return reason
        own, *others = _tags(interview)
        names = {own: name, **dict.fromkeys(others, name)}
        if found["other"]:
            names |= {tag: found["other"].strip() for tag in others if tag in ("fi", "sv")}
        add_town(interview, names, (found["within"] or "").strip())
    return ""


def ask_towns(interview: Interview) -> None:
    """Ask until somebody has no more; at least one is needed."""
    terminal, words = interview.terminal, interview.words
    own, *others = _tags(interview)
    while True:
        name = terminal.ask(f"  {words('region.town')}: ")
        if not name and interview.towns:
            return
        reason = against_town(interview, name)
        if reason:
            terminal.say(f"  {reason}" if name else f"  {words('region.one_town')}")
            continue
        names = {own: name, **dict.fromkeys(others, name)}
        for tag in others:
            if tag in ("fi", "sv"):
                asked = words(f"region.town_other.{tag}")
                names[tag] = terminal.ask(f"  {asked} [{name}]: ") or name
        within = ""
        if "fi" in names:
            guess = suggested_in(names["fi"])
            if not interview.towns:
                terminal.say(words("region.town_in_help"))
            question = words("region.town_in", name=names["fi"])
            within = terminal.ask(f"  {question} {f'[{guess}] ' if guess else ''}") or guess
        add_town(interview, names, within)


def against_town(interview: Interview, name: str) -> str:
    """Why a municipality cannot be called this, "" when it can."""
    slug = slug_from(name)
    if not slug:
        return interview.words("region.town_nameless")
    if slug in {town.id for town in interview.towns}:
        return interview.words("region.town_twice", name=name)
    return ""


def add_town(interview: Interview, names: dict[str, str], within: str) -> None:
    """Add one, with how each of its languages says "in" it; `within` is the Finnish way."""
    said = {"fi": within or suggested_in(names.get("fi", ""))}
    said |= {"sv": f"i {names.get('sv', '')}", "en": f"in {names.get('en', '')}"}
    known = {tag: said[tag] for tag in names if said[tag]}
    interview.towns.append(Town(names=names, within=known))


def _tags(interview: Interview) -> list[str]:
    """The languages that municipalities are named in, the network's own first."""
    tags = [tag for tag in interview.facts().languages if tag in SHIPPED]
    return tags or ["fi"]
