"""A small right network, to which each test adds files as a contributor would."""

from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from kohtaamo.content.load import load
from kohtaamo.problems.catalogue import load_catalogue
from kohtaamo.problems.formats import as_text

TODAY = date(2026, 12, 1)

BASE = {
    "network.yml": """\
id: koivuranta
name: Koivurannan kohtaamispaikat
languages: [fi, sv]
accessibility_statement:
  status: partial
  failing: [Kuvista puuttuu kuvauksia.]
  assessed: 2026-10-01
  by: Oma arvio
  feedback: verkosto@example.fi
  unit: Koivurannan kunta
""",
    "vocabularies/municipalities.yml": """\
- id: koivuranta
  label: {fi: Koivuranta}
""",
    "organisers/kunta.md": """\
---
name: Koivurannan kunta
class: public-health
sector: municipality
municipalities: [koivuranta]
---
""",
    "organisers/martat.md": """\
---
name: Koivurannan Martat
class: culture
sector: association
municipalities: [koivuranta]
---
""",
    "places/tupa.md": """\
---
name: Tupa
municipality: koivuranta
address: {street: Rantatie 3}
hours: [{days: mon-fri, from: 9:00, to: 18:00}]
holiday_hours: closed
rooms: [{id: sali, name: Sali, capacity: 20, turnaround: 15}]
organisers: [kunta]
exceptions: [{date: 2026-12-24, hours: [{days: daily, from: 9:00, to: 18:00}]}]
---
""",
}

Check = Callable[..., list[str]]


Picture = Callable[[str], bytes]


@pytest.fixture
def picture() -> Picture:
    """A small picture in a format, by Pillow's name of it."""

    def made(form: str) -> bytes:
        out = BytesIO()
        Image.new("RGB", (4, 3), "green").save(out, form)
        return out.getvalue()

    return made


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Write files over the small network, check it (on 1.12.2026), give the lines in English."""

    def run(files: Mapping[str, str | bytes | None], today: date = TODAY) -> list[str]:
        for path, content in {**BASE, **files}.items():
            if content is not None:
                file = tmp_path / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content.encode() if isinstance(content, str) else content)
        loaded = load(tmp_path, today=today, reserved={})
        return as_text(loaded.problems, load_catalogue("en"), "").splitlines()

    return run


@pytest.fixture
def event() -> Callable[..., str]:
    """An event's file: Tuesday 8.12.2026 at 15–17 in the house, unless said otherwise."""

    def write(extra: str = "", **keys: str | None) -> str:
        given: dict[str, str | None] = {
            "title": "Lukuilta",
            "start": "2026-12-08 15:00",
            "end": "17:00",
            "place": "tupa",
            "organisers": "[kunta]",
            **keys,
        }
        lines = [f"{key}: {value}" for key, value in given.items() if value is not None]
        return "\n".join(["---", *lines, *([extra] if extra else []), "---", ""])

    return write
