"""The generated network as a folder of files, without those that `kohtaamo check` refuses."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from tests.judges.generated.series import PLACES, a_series

SERIES = 1000
SEED = 20261201
TODAY = "2026-12-01"
# How many more are tried than kept: the dice put two starts on one date now and then, and the
# checks see it.
_MORE = 60
_MUNICIPALITIES = ("kirkkolahti", "salokyla")

_NETWORK = """\
id: arvottu-verkosto
name: Arvottu verkosto
languages: [fi]
contact: {email: verkosto@example.fi}
"""
_TERM = """\
- id: {id}
  label: {{fi: {name}, sv: {name}, en: {name}}}
"""
_PLACE = """\
---
name: {name}
municipality: {municipality}
address: {{street: Raitti {number}, postcode: 01510, town: Kylä}}
coordinates: {{lat: 62.1{number}, lon: 26.4{number}}}
can_host: all
holiday_hours: closed
---
"""
_ORGANISER = """\
---
name: Kylän kerho ry
class: culture
sector: association
municipalities: [kirkkolahti, salokyla]
---
"""


@dataclass(frozen=True)
class Generated:
    """By slug, the dates of every series' rule; and how many files the checks refused."""

    dates: Mapping[str, tuple[date, ...]]
    refused: int


def write_network(folder: Path, series: int = SERIES) -> Generated:
    """Write the network into an empty folder; fewer series are the first of all."""
    _write(folder / "network.yml", _NETWORK)
    terms = (_TERM.format(id=each, name=each.title()) for each in _MUNICIPALITIES)
    _write(folder / "vocabularies" / "municipalities.yml", "".join(terms))
    _write(folder / "organisers" / "kerho.md", _ORGANISER)
    for number, slug in enumerate(PLACES, 1):
        home = _MUNICIPALITIES[number % 2]
        name = slug.replace("-", " ").capitalize()
        text = _PLACE.format(name=name, municipality=home, number=number)
        _write(folder / "places" / f"{slug}.md", text)
    return _write_series(folder, series)


def _write_series(folder: Path, series: int) -> Generated:
    dice = Random(SEED)  # noqa: S311 - dice, no secret
    tried: dict[Path, tuple[date, ...]] = {}
    for number in range(series + _MORE):
        text, dates = a_series(dice, number)
        path = folder / "events" / _MUNICIPALITIES[number % 2] / f"sarja-{number:04}.md"
        _write(path, text)
        tried[path] = dates
    refused = _refused(folder)
    kept = [path for path in tried if path not in refused][:series]
    for path in tried.keys() - kept:
        path.unlink()
    return Generated({path.stem: tried[path] for path in kept}, len(refused))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _refused(folder: Path) -> set[Path]:
    """The files in which `kohtaamo check` finds an error; a fault elsewhere is ours."""
    command = [sys.executable, "-m", "kohtaamo", "check", ".", "--format", "json"]
    said = subprocess.run(
        [*command, "--today", TODAY], capture_output=True, text=True, check=False, cwd=folder
    )
    problems = [each for each in json.loads(said.stdout or "[]") if each["severity"] == "error"]
    elsewhere = [each for each in problems if not each["path"].startswith("events/")]
    if elsewhere or said.stderr:
        raise ValueError(f"the generated network itself is faulty: {elsewhere} {said.stderr}")
    return {folder / each["path"] for each in problems}
