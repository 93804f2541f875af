"""The form asks for all that the schema knows, and for nothing else."""

from collections.abc import Iterator
from typing import Any

import pytest

from kohtaamo.content.schema.field import Record
from kohtaamo.content.schema.guide import records_of
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.listings.edition import Edition
from kohtaamo.model.network import Forge, Repository
from kohtaamo.publish.admin.config import config_of, shapes
from kohtaamo.publish.admin.forge import backend_of
from kohtaamo.publish.admin.setting import Admin
from tests.conftest import SITES
from tests.editions import edition_of

GITHUB = Repository(forge=Forge.GITHUB, url="https://github.com/verkosto/portaali", branch="main")
FOLDERS = {"event": "events", "place": "places", "organiser": "organisers", "notice": "notices"}


@pytest.fixture(scope="module")
def edition() -> Edition:
    return edition_of(SITES / "everything" / "content")


@pytest.fixture(scope="module")
def config(edition: Edition) -> dict[str, Any]:
    backend = backend_of(GITHUB, Admin())
    assert backend is not None
    return config_of(edition, backend)


def collection(config: dict[str, Any], folder: str) -> dict[str, Any]:
    (found,) = (each for each in config["collections"] if each["name"] == folder)
    return found  # type: ignore[no-any-return]


def field(config: dict[str, Any], folder: str, key: str) -> dict[str, Any]:
    (found,) = (each for each in collection(config, folder)["fields"] if each["name"] == key)
    return found  # type: ignore[no-any-return]


def in_the_schema(record: Record, at: str = "") -> Iterator[str]:
    """Every field below a record, as `repeat.changes.date`."""
    for each in record.fields:
        yield at + each.key
        for inner in records_of(each.type):
            yield from in_the_schema(inner, f"{at}{each.key}.")


def in_the_form(fields: list[dict[str, Any]], at: str = "") -> Iterator[str]:
    """The same of the form, whatever stands between: the ways to fill a field in."""
    for each in fields:
        here = at if each["name"] == "value" else f"{at}{each['name']}."
        if each["name"] != "value":
            yield at + each["name"]
        yield from in_the_form(each.get("fields", []), here)
        for way in each.get("types", []):
            yield from in_the_form(way["fields"], here)


@pytest.mark.parametrize(("kind", "folder"), FOLDERS.items())
def test_every_field_of_the_schema_is_in_the_form(
    config: dict[str, Any], kind: str, folder: str
) -> None:
    asked = {
        each
        for each in in_the_form(collection(config, folder)["fields"])
        if not each.startswith("accessibility.")
    }
    assert asked == {*in_the_schema(KINDS[kind]), "folder"}


def test_a_field_has_its_words_its_choices_and_an_example(config: dict[str, Any]) -> None:
    assert field(config, "events", "start") == {
        "name": "start",
        "label": "Alkaa",
        "hint": "Päivä ja kellonaika; sarjasta ensimmäinen kerta. Esimerkiksi: 2026-12-03 13:00",
        "required": True,
        "widget": "string",
    }
    assert field(config, "organisers", "sector")["options"][:2] == [
        {"value": "association", "label": "yhdistys"},
        {"value": "municipality", "label": "kunta"},
    ]
    assert field(config, "places", "municipality")["options"] == [
        {"value": "merilahti", "label": "Merilahti"},
        {"value": "kaamoskyla", "label": "Kaamoskylä"},
    ]
    assert field(config, "places", "open_from")["format"] == "YYYY-MM-DD"
    assert field(config, "notices", "organisers")["collection"] == "organisers"
    assert field(config, "notices", "organisers")["multiple"] is True


def test_a_closed_group_is_asked_for_no_title(config: dict[str, Any]) -> None:
    required = {
        folder: [each["name"] for each in collection(config, folder)["fields"] if each["required"]]
        for folder in FOLDERS.values()
    }
    assert required == {
        "events": ["start"],
        "places": ["name", "municipality"],
        "organisers": ["name", "class", "sector", "municipalities"],
        "notices": ["title", "kind", "until", "municipalities", "organisers"],
    }


def test_what_may_be_written_in_several_ways_may_be_filled_in_so(config: dict[str, Any]) -> None:
    ways = {
        key: [way["name"] for way in field(config, folder, key)["types"]]
        for folder, key in (
            ("events", "price"),
            ("places", "can_host"),
            ("places", "holiday_hours"),
        )
    }
    assert ways == {
        "price": ["plain", "listed"],
        "can_host": ["plain", "listed"],
        "holiday_hours": ["plain", "listed"],
    }


def test_a_translation_is_a_file_beside_its_original(config: dict[str, Any]) -> None:
    assert config["i18n"] == {
        "structure": "multiple_files",
        "locales": ["fi", "sv", "en"],
        "default_locale": "fi",
        "initial_locales": "default",
        "omit_default_locale_from_file_path": True,
    }
    translated = [each["name"] for each in collection(config, "events")["fields"] if "i18n" in each]
    assert translated == ["title", "summary", "first_visit", "reason", "text"]
    assert field(config, "places", "name")["required"] == ["fi"]


def test_files_lie_by_municipality_and_are_named_as_our_slugs(config: dict[str, Any]) -> None:
    events = collection(config, "events")
    assert (events["folder"], events["path"], events["slug"], events["format"]) == (
        "content/events",
        "{{fields.folder}}/{{slug}}",
        {"template": "{{title}}", "editable": ["create"]},
        "events",
    )
    assert config["slug"] == {"encoding": "ascii", "clean_accents": True, "maxlength": 80}
    assert events["aliases_field"] is False
    assert events["media_folder"] == "/content/images"
    assert events["public_folder"] == config["public_folder"] == "/images"


def test_shapes_say_only_what_stands_otherwise_in_a_file() -> None:
    made = shapes()
    assert made["notices"] == {
        "until": "date",
        "municipalities": {"many": None},
        "organisers": {"many": None},
        "contact": {"keys": {}},
        "audiences": {"many": None},
        "task": {"keys": {"supported": "yes-no", "remote": "yes-no"}},
        "published": "date",
        "languages": {"many": None},
        "formerly": {"many": None},
        "sample": "yes-no",
    }
    assert made["events"]["price"] == {"either": {"plain": None, "listed": {"many": {"keys": {}}}}}
    assert made["places"]["images"] == {"many": {"keys": {"file": "picture"}}}
