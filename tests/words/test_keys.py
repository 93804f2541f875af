"""The words of all languages have the same keys and values, and each key is used."""

import re
import string
from pathlib import Path

import pytest

from kohtaamo.words.keys import PATTERNS, is_of_reference, is_read
from kohtaamo.words.load import EASY, INTERFACE, PARTIAL, SHIPPED, shipped_words

ROOT = Path(__file__).parents[2]
FIRST = SHIPPED[0]
TEXTS = {tag: shipped_words(tag).texts for tag in INTERFACE}

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


def test_easy_finnish_has_every_word_that_pages_need() -> None:
    """Whoever adds a word says it in easy Finnish too: common words, one thing a sentence."""
    needed = {key for key in TEXTS[FIRST] if not is_of_reference(key)}
    assert needed - set(TEXTS[EASY]) == set(), "add these to words/selko/"
    assert set(TEXTS[EASY]) - needed == set()


def test_a_partial_language_has_no_key_that_nobody_uses() -> None:
    assert set(TEXTS[PARTIAL]) - set(TEXTS[FIRST]) == set()


def test_every_word_of_a_partial_language_has_a_source() -> None:
    """Few words that are right: `docs/languages.md` says where each comes from."""
    documented = (ROOT / "docs" / "languages.md").read_text("utf-8").casefold()
    words = {
        " ".join(re.findall(r"[^\W\d_]+", part))
        for key, text in TEXTS[PARTIAL].items()
        for part in _PART.split(text)
        if not key.startswith(("addresses.", "language.")) and key not in PATTERNS
    }
    names_of_formats = {"RSS", "Atom", "JSON Feed"}
    assert {word for word in words - names_of_formats if word.casefold() not in documented} == set()


@pytest.mark.parametrize("tag", INTERFACE[1:])
def test_every_language_names_the_same_values(tag: str) -> None:
    different = {
        key: (values(TEXTS[FIRST][key]), values(text))
        for key, text in TEXTS[tag].items()
        if values(TEXTS[FIRST][key]) != values(text)
    }
    assert different == {}


def test_easy_finnish_shortens_nothing_and_keeps_sentences_short() -> None:
    """No abbreviation, and at most 15 words a sentence (Kotus, see `docs/languages.md`)."""
    short = re.compile(r"\b(klo|esim|mm|ym|jne|yms|ks|puh|v|h|min|tms|n)\b\.?")
    texts = {key: _PART.sub("", text) for key, text in TEXTS[EASY].items() if is_read(key)}
    assert {key: text for key, text in texts.items() if short.search(text)} == {}
    sentences = {
        key: sentence
        for key, text in texts.items()
        for sentence in re.split(r"[.?!:]", text)
        if len(sentence.split()) > 15
    }
    assert sentences == {}


@pytest.mark.parametrize("tag", INTERFACE)
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
    # These have words of their own (`tests/care/test_messages.py`, `tests/writing/`).
    wanted = {key for key in wanted if not key.startswith(("care.", "writing.", "region."))}
    assert sorted(key for key in wanted if key not in TEXTS[FIRST]) == []


@pytest.mark.parametrize("tag", [*SHIPPED, EASY])
def test_every_word_of_the_model_has_words(tag: str) -> None:
    """What a file may say, a page can say: enumerations of the model, in every language."""
    from kohtaamo.model import event, fitting, network, organiser, place  # noqa: PLC0415 - beside the table

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
        "needs.event": fitting.EventTrait,
        "needs.place": fitting.PlaceTrait,
    }
    missing = [
        f"{key}.{each.value}"
        for key, enumeration in table.items()
        for each in enumeration
        if f"{key}.{each.value}" not in TEXTS[tag]
    ]
    assert missing == []
