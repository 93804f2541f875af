"""The words of all languages have the same keys and values, and each key is used."""

import re
import string
from pathlib import Path

import pytest

from kohtaamo.words.load import SHIPPED, shipped_words

ROOT = Path(__file__).parents[2]
FIRST = SHIPPED[0]
TEXTS = {tag: shipped_words(tag).texts for tag in SHIPPED}

# A key in the code or in a template, perhaps with parts that are only known at run time.
_LITERAL = re.compile(r"[\"']([a-z_]+(?:\.(?:[a-zA-Z0-9_-]|\{[^{}\"']*\})+)+)[\"']")
_JOINED = re.compile(r"[\"']([a-z_.]+\.)[\"'] ~ ")
_SEVERAL = re.compile(r"several\(\s*f?[\"']([^\"']+)[\"']")
_PART = re.compile(r"\{[^{}]*\}")


def sources() -> str:
    files = [*(ROOT / "plugins" / "kohtaamo").rglob("*.py"), *(ROOT / "theme").rglob("*.html")]
    return "\n".join(file.read_text("utf-8") for file in sorted(files))


def values(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("tag", SHIPPED[1:])
def test_every_language_has_the_same_keys(tag: str) -> None:
    assert sorted(TEXTS[tag]) == sorted(TEXTS[FIRST])


@pytest.mark.parametrize("tag", SHIPPED[1:])
def test_every_language_names_the_same_values(tag: str) -> None:
    different = {
        key: (values(text), values(TEXTS[tag][key]))
        for key, text in TEXTS[FIRST].items()
        if values(text) != values(TEXTS[tag][key])
    }
    assert different == {}


@pytest.mark.parametrize("tag", SHIPPED)
def test_no_text_is_empty_or_ends_in_blanks(tag: str) -> None:
    assert [key for key, text in TEXTS[tag].items() if not text or text != text.strip()] == []


def used_patterns() -> list[re.Pattern[str]]:
    """Every key that is asked for, with `.*` where a part is made at run time."""
    text = sources()
    found = {match.group(1) for match in _LITERAL.finditer(text)}
    found |= {prefix + "{}" for prefix in _JOINED.findall(text)}
    found |= {key + "." + count for key in _SEVERAL.findall(text) for count in ("one", "many")}
    return [
        re.compile(".+".join(re.escape(part) for part in _PART.split(key))) for key in sorted(found)
    ]


def test_every_key_is_used() -> None:
    patterns = used_patterns()
    unused = [
        key for key in TEXTS[FIRST] if not any(pattern.fullmatch(key) for pattern in patterns)
    ]
    assert unused == []


def test_every_key_that_is_asked_for_exists() -> None:
    asked = re.findall(r"\bwords\(\s*[\"']([a-z_]+\.[a-zA-Z0-9_.-]*[a-zA-Z0-9_-])[\"']", sources())
    several = re.findall(r"\.several\(\s*[\"']([a-z_.]+)[\"']", sources())
    wanted = {*asked, *(f"{key}.{count}" for key in several for count in ("one", "many"))}
    assert len(wanted) > 100
    assert sorted(key for key in wanted if key not in TEXTS[FIRST]) == []


@pytest.mark.parametrize("tag", SHIPPED)
def test_every_word_of_the_model_has_words(tag: str) -> None:
    """What a file may say, a page can say: enumerations of the model, in every language."""
    from kohtaamo.model import event, network, organiser, place  # noqa: PLC0415 - beside the table

    table = {
        "site.status": [each for each in event.Status if each is not event.Status.CONFIRMED],
        "site.registration_state": event.RegistrationState,
        "site.open": place.Mode,
        "site.mode": place.Mode,
        "site.holidays": place.HolidayHours,
        "site.can_host": place.CanHost,
        "site.sector": organiser.Sector,
        "site.looks_for": organiser.LooksFor,
        "site.statement.status": network.Conformance,
    }
    missing = [
        f"{key}.{each.value}"
        for key, enumeration in table.items()
        for each in enumeration
        if f"{key}.{each.value}" not in TEXTS[tag]
    ]
    assert missing == []
