"""Events and places as a contributor's file would make them, with the required fields filled."""

from collections.abc import Callable
from typing import Any

import pytest

from kohtaamo.model.event import Event
from kohtaamo.model.origin import Origin
from kohtaamo.model.place import Place


def _make_event(slug: str = "torstain-kahvihetki", **fields: Any) -> Event:
    return Event(
        slug=slug,
        **{
            "title": "Torstain kahvihetki",
            "written_in": "fi",
            "origin": Origin(f"events/{slug}.md"),
            **fields,
        },
    )


def _make_place(slug: str = "asemantalo", **fields: Any) -> Place:
    return Place(
        slug=slug,
        **{
            "name": "Asemantalo",
            "municipality": "rautjarvi",
            "written_in": "fi",
            "origin": Origin(f"places/{slug}.md"),
            **fields,
        },
    )


@pytest.fixture(scope="session")
def make_event() -> Callable[..., Event]:
    """`make_event(start=…, …)`: an event with the fields given and the required ones."""
    return _make_event


@pytest.fixture(scope="session")
def make_place() -> Callable[..., Place]:
    """`make_place(hours=…, …)`: a place with the fields given and the required ones."""
    return _make_place
