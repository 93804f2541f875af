"""What a check says of one file that somebody wrote."""

from collections.abc import Mapping
from typing import Any

import yaml

from kohtaamo.content.build.built import Built, build_file
from kohtaamo.problems.problem import Severity

FOLDERS = {
    "event": "events",
    "place": "places",
    "organiser": "organisers",
    "notice": "notices",
    "page": "pages",
    "network": "",
}
# The least that a file of each kind says.
LEAST: Mapping[str, Mapping[str, Any]] = {
    "event": {
        "title": "Kahvit",
        "start": "2026-12-03 13:00",
        "location": {"name": "Tori"},
        "organisers": ["martat"],
    },
    "place": {"name": "Tupa", "municipality": "harju"},
    "organiser": {
        "name": "Martat",
        "class": "culture",
        "sector": "association",
        "municipalities": ["harju"],
    },
    "notice": {
        "title": "Kahvinkeittäjä",
        "kind": "volunteers",
        "until": "2027-01-31",
        "municipalities": ["harju"],
        "organisers": ["martat"],
    },
    "page": {"title": "Tietoa"},
    "network": {"id": "harju-net", "name": "Harju", "languages": ["fi"]},
}


def written(kind: str, values: Mapping[str, Any]) -> bytes:
    """A file that holds these values beside the least it needs."""
    values = {**LEAST[kind], **values}
    return yaml.dump(values, Dumper=_Plain, allow_unicode=True, sort_keys=False).encode()


class _Plain(yaml.SafeDumper):
    """What is the same twice is written twice."""

    def ignore_aliases(self, _: object) -> bool:
        return True


def built(kind: str, data: bytes, ending: str = "yml") -> Built:
    """What one file gives."""
    folder, slug = FOLDERS[kind], "network" if kind == "network" else "kahvit"
    path = f"{folder}/{slug}.{ending}".lstrip("/")
    return build_file(path, kind, slug, None, data, "fi")


def codes_of(kind: str, **values: Any) -> dict[str, str]:
    """The errors of a file with these values: field and code."""
    problems = built(kind, written(kind, values)).problems
    return {each.field: each.code for each in problems if each.severity is Severity.ERROR}
