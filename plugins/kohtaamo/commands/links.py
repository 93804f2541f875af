"""`kohtaamo links`: asks politely whether the links of the contents still lead anywhere."""

import os
import sys
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from kohtaamo.care.links import dead, links_of
from kohtaamo.care.text import shown
from kohtaamo.care.told import tell_finding
from kohtaamo.care.words import care_words
from kohtaamo.commands.cared import read_cared
from kohtaamo.commands.memories import memories_beside
from kohtaamo.host.links.agent import agent_of
from kohtaamo.host.links.asking import DEAD, Connect, Resolve, Web, ask, connect, resolve
from kohtaamo.host.links.memory import keep_asked, recall_asked
from kohtaamo.host.links.rounds import PAUSE, Asked, Pace, Round, due, hosts_of
from kohtaamo.listings.edition import Edition
from kohtaamo.problems.visible import inert, visible
from kohtaamo.words.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """The network and the clocks: names to IP addresses, streams, the time and its passing."""

    resolve: Resolve = resolve
    connect: Connect = connect
    pace: Pace
    now: datetime


def run_links(
    content: str, today: date | None, language: str, outside: Outside | None = None
) -> int:
    """Ask every link of a content folder, and print those that lead nowhere.

    0 when none is dead, 1 when some are, 2 without a folder, or without anybody to complain to.
    """
    path = Path(content)
    cared = read_cared(path, today)
    if isinstance(cared, int):
        return cared
    edition, memories = cared.edition, memories_beside(path)
    agent = agent_of(edition.network.identity)
    if agent is None:
        print(
            "Palvelimille kerrotaan, kuka kysyy. Kirjoita tiedostoon network.yml kohtaan"
            " contact verkoston sähköpostiosoite (email).",
            file=sys.stderr,
        )
        return 2
    urls = {link.url for link in links_of(edition)}
    asked = _ask(urls, agent, memories, outside or _outside())
    return _say(edition, asked, Path(os.path.relpath(path)).as_posix(), care_words(language))


def _outside() -> Outside:
    pace = Pace(clock=time.monotonic, sleep=time.sleep)
    return Outside(pace=pace, now=datetime.now(UTC))


def _ask(
    urls: Collection[str], agent: str, memories: Path | None, outside: Outside
) -> Mapping[str, Asked]:
    """What became of each address, today or less than a day ago."""
    known = recall_asked(memories)
    asked = {url: known[url] for url in urls if url in known}
    wanted = due(urls, asked, outside.now)
    if wanted:
        _announce(wanted)
    web = Web(resolve=outside.resolve, connect=outside.connect, wait=outside.pace.wait, agent=agent)
    try:
        Round(ask=partial(ask, web=web), now=outside.now).go(wanted, asked)
    finally:
        # Whoever has been asked is not asked again, also when somebody had no time for the rest.
        keep_asked(memories, asked)
    return asked


def _announce(wanted: Collection[str]) -> None:
    hosts = hosts_of(wanted)
    seconds = max(len(wanted), (len(wanted) - len(hosts)) * PAUSE)
    print(
        f"Kysyn verkosta: osoitteita {len(wanted)}, palvelimia {len(hosts)}, yksi kerrallaan."
        f" Aikaa menee ehkä {max(1, round(seconds / 60))} min.",
        file=sys.stderr,
        flush=True,
    )


def _say(edition: Edition, asked: Mapping[str, Asked], folder: str, words: Words) -> int:
    verdicts = {url: each.verdict.value for url, each in asked.items() if each.verdict in DEAD}
    for finding in dead(edition, verdicts):
        line = tell_finding(finding, words, shown)
        print(inert(f"{visible(line.at(folder))}: {line.text}"))
    if not asked:
        print(words("care.links.none"))
    elif verdicts:
        print(words("care.links.dead", dead=len(verdicts), count=len(asked)))
    else:
        print(words("care.links.well", count=len(asked)))
    return 1 if verdicts else 0
