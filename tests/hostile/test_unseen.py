"""Identity codes and unseen characters: in every place of a file, in whatever way written."""

import unicodedata

import pytest

from kohtaamo.publish.texts.html import page_to_html, to_html
from kohtaamo.publish.texts.plain import to_plain

from .reading import Attack, attacks, ids
from .saying import LEAST, built, codes_of, written

CODES = attacks("identity")
# Characters of these kinds that a text may hold: they are seen, or writing needs them.
SEEN_OR_NEEDED = frozenset(
    "\u00ad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
    "\t\n\r\x85\u2028\u2029"
)


@pytest.mark.parametrize("attack", CODES, ids=ids(CODES))
def test_an_identity_code_is_found_wherever_it_stands(attack: Attack) -> None:
    """In the head, in a comment, in a text, as a key; and the problem does not repeat it."""
    text = attack.text
    places = {
        3: f"---\ntitle: Kahvit\nsummary: {text}\n---\nTeksti\n",
        2: f"---\n# {text}\ntitle: Kahvit\n---\nTeksti\n",
        6: f"---\ntitle: Kahvit\n---\nTeksti\n\n{text}\n",
        5: f"---\ntitle: Kahvit\n---\n\n| {text} |\n",
    }
    for line, data in places.items():
        problems = built("page", data.encode(), "md").problems
        lines = [each.line for each in problems if each.code == "identity-code"]
        assert lines == ([line] if attack.expected == "found" else [])


@pytest.mark.parametrize("kind", LEAST)
def test_a_code_in_any_kind_of_file(kind: str) -> None:
    """Of every kind, whatever else is wrong with it."""
    data = written(kind, {"kaikkea muuta": {"a": ["131052-308T"]}})

    assert "identity-code" in {each.code for each in built(kind, data).problems}


def _unseen() -> list[str]:
    kinds = {"Cc", "Cf", "Cs"}
    every = map(chr, range(0x110000))
    noncharacters = [chr(each) for each in (0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF)]
    drawn_as_nothing = list("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2065\U000e01ff")
    hidden = [c for c in every if unicodedata.category(c) in kinds and c not in SEEN_OR_NEEDED]
    return [*hidden, *noncharacters, *drawn_as_nothing]


UNSEEN = _unseen()


def test_no_text_hides_anything() -> None:
    """Every character of Unicode that is not seen is refused in a line and in a text."""
    passed = [
        sign
        for sign in UNSEEN
        if set(codes_of("page", title=f"a{sign}b", text=f"a{sign}b").values()) == set()
    ]

    assert [f"U+{ord(sign):04X}" for sign in passed] == []


def test_no_reference_brings_what_no_file_may_hold() -> None:
    markdown = "alku " + "".join(f"&#{ord(sign)};" for sign in UNSEEN) + " loppu"
    made = [convert(markdown) for convert in (to_html, page_to_html, to_plain)]
    brought = [{f"U+{ord(sign):04X}" for sign in UNSEEN if sign in text} for text in made]

    assert brought == [set(), set(), set()]


def test_joiners_by_reference_stay_where_writing_needs_them() -> None:
    assert to_html("👩&zwj;👧 می&zwnj;خواهم a&zwj;b") == "<p>👩\u200d👧 می\u200cخواهم ab</p>\n"
