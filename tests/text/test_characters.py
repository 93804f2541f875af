import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kohtaamo.problems.problem import Refused
from kohtaamo.text.characters import clean_block, clean_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Kahvihetki  ", "Kahvihetki"),
        ("Ka\u0308tko\u0308", "Kätkö"),
        ("kaksi\nriviä", "kaksi riviä"),
        ("kaksi \r\n\t riviä", "kaksi riviä"),
        ("yksi\u2028kaksi\u2029kolme\u0085neljä", "yksi kaksi kolme neljä"),
        ("sarkain\tvälissä", "sarkain välissä"),
        ("10\u00a0€", "10\u00a0€"),
        ("lento\u00adkone", "lento\u00adkone"),
        ("\n\n", ""),
    ],
)
def test_one_line_in_composed_form(text, line):
    assert clean_line(text) == line


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d👧",
        "❤\ufe0f\u200d🔥",
        "👩🏽\u200d🚀",
        "🏳\ufe0f\u200d🌈",
        "می\u200cخواهم",
        "क्\u200dष",
        "☕\ufe0f",
        "葛\U000e0100",
    ],
)
def test_joiners_and_variation_selectors_stay_where_writing_needs_them(text):
    assert clean_line(text) == unicodedata.normalize("NFC", text)
    assert clean_block(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("unseen", "name"),
    [
        ("\x00", "U+0000"),
        ("\x07", "U+0007"),
        ("\x0b", "U+000B"),
        ("\x0c", "U+000C"),
        ("\x1f", "U+001F"),
        ("\x7f", "U+007F"),
        ("\x9b", "U+009B"),
        ("\u061c", "U+061C ARABIC LETTER MARK"),
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("\u200c", "U+200C ZERO WIDTH NON-JOINER"),
        ("\u200d", "U+200D ZERO WIDTH JOINER"),
        ("\u200f", "U+200F RIGHT-TO-LEFT MARK"),
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u2060", "U+2060 WORD JOINER"),
        ("\u2067", "U+2067 RIGHT-TO-LEFT ISOLATE"),
        ("\u3164", "U+3164 HANGUL FILLER"),
        ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("\U0001d173", "U+1D173 MUSICAL SYMBOL BEGIN BEAM"),
        ("\U0001bca0", "U+1BCA0 SHORTHAND FORMAT LETTER OVERLAP"),
        ("\ufffe", "U+FFFE"),
        ("\U0001ffff", "U+1FFFF"),
        ("\U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
        ("\ud800", "U+D800"),
    ],
)
def test_what_cannot_be_seen_is_named_with_the_words_before_it(refusal, unseen, name):
    values = {"character": name, "after": "Tule mukaan", "row": "1"}
    text = f"Tule mukaan{unseen} kahville"
    assert refusal(clean_line, text) == ("control-character", values)
    assert refusal(clean_block, text) == ("control-character", values)


def test_trimming_never_hides_what_cannot_be_seen(refusal):
    values = {"character": "U+001F", "after": "", "row": "1"}
    assert refusal(clean_line, "\x1fTalo") == ("control-character", values)


def test_in_a_block_the_row_is_named(refusal):
    values = {"character": "U+200B ZERO WIDTH SPACE", "after": "toinen rivi", "row": "3"}
    text = "ensimmäinen\n\ntoinen rivi\u200b"
    assert refusal(clean_block, text)[1]["row"] == values["row"]


@pytest.mark.parametrize(
    ("broken", "letter"), [("Ã¤", "ä"), ("Ã¶", "ö"), ("Ã¥", "å"), ("Ã„", "Ä"), ("\ufffd", "?")]
)
def test_letters_broken_by_a_wrong_encoding_are_seen(refusal, broken, letter):
    values = {"value": broken, "letter": letter, "after": "Kohtaamispaikka P", "row": "1"}
    assert refusal(clean_line, f"Kohtaamispaikka P{broken}ivi") == ("broken-letters", values)


def test_length_is_limited(refusal):
    assert clean_line("ä" * 300) == "ä" * 300
    values = {"length": "301", "limit": "300"}
    assert refusal(clean_line, "ä" * 301) == ("too-long", values)
    assert refusal(clean_line, "abcd", 3) == ("too-long", {"length": "4", "limit": "3"})
    values = {"length": "20001", "limit": "20000"}
    assert refusal(clean_block, "a" * 20_001) == ("too-long", values)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("\n\n  sisennetty\n\n\n", "  sisennetty"),
        ("yksi\r\nkaksi\rkolme", "yksi\nkaksi\nkolme"),
        ("yksi\u2028kaksi", "yksi\nkaksi"),
        ("rivi  \nvaihto", "rivi  \nvaihto"),
        ("\tkoodia", "\tkoodia"),
    ],
)
def test_a_block_keeps_its_lines(text, block):
    assert clean_block(text) == block


@settings(derandomize=True, deadline=None, database=None)
@given(st.text(max_size=200))
def test_a_clean_line_stays_as_it_is_and_holds_no_break(text):
    try:
        line = clean_line(text)
    except Refused:
        return
    assert clean_line(line) == line
    assert not set(line) & set("\n\r\t\u0085\u2028\u2029")
    assert line.encode().decode() == line


def test_sixty_thousand_blanks_are_no_trouble(refusal):
    assert refusal(clean_line, "a" + " " * 60_000 + "ä")[0] == "too-long"
    assert clean_line("a" + "\n \t" * 20_000 + "ä") == "a ä"


def test_no_control_character_or_lone_surrogate_gets_through(refusal):
    breaks = {"\t", "\n", "\r", "\u0085"}
    for point in (*range(0xA0), *range(0xD800, 0xE000)):
        character = chr(point)
        if unicodedata.category(character) in {"Cc", "Cs"} and character not in breaks:
            assert refusal(clean_line, f"a{character}b")[0] == "control-character"
            assert refusal(clean_block, f"a{character}b")[0] == "control-character"
