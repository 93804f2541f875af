"""The network written out for each peer: templates copied, pages and data made."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.corpus.network import Made
from benchmarks.peers import facts, meta
from benchmarks.peers.facts import Told
from benchmarks.peers.front import dump, page, put, style
from benchmarks.peers.labels import WEEKDAYS

# The last day of the week that is shown day by day.
WEEK_END = "2026-12-06"
_HERE = Path(__file__).parent
_STYLES = _HERE.parents[1] / "theme/static/css"


def write_hugo(made: Made, folder: Path) -> None:
    """A Hugo site: events in a section by municipality, places as terms of a taxonomy."""
    _start(folder, "hugo")
    for told in facts.events(made):
        fields = {key: each for key, each in told.fields.items() if key != "place"}
        if "place" in told.fields:
            fields["paikat"] = [told.fields["place"]]
        put(_event_file(folder / "content", told), page(fields, told.text))
    for told in facts.places(made):
        put(folder / f"content/paikat/{told.slug}/_index.md", page(told.fields, told.text))
    put(folder / "content/_index.md", page({"title": facts.NAME, "date": "2026-12-01"}, ""))
    _data(made, folder / "data")
    put(folder / "static/theme/kohtaamo.css", style(_STYLES))


def _start(folder: Path, name: str) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(_HERE / name, folder)


def _event_file(folder: Path, told: Told) -> Path:
    return folder / f"tapahtumat/{told.municipality}/{told.slug}.md"


def _data(made: Made, folder: Path) -> None:
    """What all pages share: organisers, labels, and the weekdays from Sunday on."""
    put(folder / "organisers.json", dump(facts.organisers(made)))
    put(folder / "terms.json", dump(facts.terms()))
    put(folder / "weekdays.json", dump([WEEKDAYS[-1], *WEEKDAYS[:-1]]))


def write_eleventy(made: Made, folder: Path) -> None:
    """An Eleventy site: Markdown pages in two folders, templates in JavaScript."""
    _start(folder, "eleventy")
    for told in facts.events(made):
        put(_event_file(folder, told), page(told.fields, told.text))
    for told in facts.places(made):
        put(folder / f"paikat/{told.slug}.md", page(told.fields, told.text))

    _data(made, folder / "data")
    put(folder / "theme/kohtaamo.css", style(_STYLES))


def write_pelican(made: Made, folder: Path) -> None:
    """A Pelican site: events are articles whose category is their place, places are pages."""
    _start(folder, "pelican")
    for told in facts.events(made):
        put(_event_file(folder / "content", told), meta.page(_meta(told), told.text))
    known = {}
    for told in facts.places(made):
        known[told.slug] = told.fields
        title = {"title": told.fields["title"]}
        put(folder / f"content/paikat/{told.slug}.md", meta.page(title, told.text))
    put(folder / "data/places.json", dump(known))
    _data(made, folder / "data")
    put(folder / "theme/static/kohtaamo.css", style(_STYLES))


def _meta(told: Told) -> dict[str, Any]:
    """What an event says, in lines of text: Pelican's own metadata has no nested values."""
    found = dict(told.fields)
    upcoming = found.get("next", "")[:10]
    found["heading"] = upcoming if upcoming and upcoming <= WEEK_END else "later"
    found["category"] = found.get("place", "muualla")
    for key in ("organisers", "audiences", "topics", "needs"):
        found[key] = ", ".join(found[key])
    found["dates"] = [
        " ".join((each["start"], each["end"], each.get("note", "-"))) for each in found["dates"]
    ]
    for key in ("pauses", "cancelled_dates"):
        found[key] = [f"{each['date']} {each['reason']}" for each in found.get(key, ())]
    if "location" in found:
        where = found["location"]
        parts = (where["name"], *where["address"].values(), where["municipality"])
        found["location"] = "; ".join(parts)
    if "registration" in found:
        found["registration"] = " ".join(found["registration"].values())
    return found


PEERS: Mapping[str, Callable[[Made, Path], None]] = {
    "hugo": write_hugo,
    "eleventy": write_eleventy,
    "pelican": write_pelican,
}
