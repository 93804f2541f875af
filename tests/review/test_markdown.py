"""Whatever a file says is text in a forge, and nothing else."""

import html
import re

import pyromark
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kohtaamo.problems.visible import visible
from kohtaamo.review.markdown import plain

_UNSEEN = dict.fromkeys(map(ord, "\u200b\u2068\u2069"))
# All that forges have beside CommonMark.
_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_MATH
    | pyromark.Options.ENABLE_WIKILINKS
    | pyromark.Options.ENABLE_SUBSCRIPT
)

# What forges look for in a finished page: GitHub, GitLab and Forgejo together.
_FOUND = re.compile(
    r"""[@#!%~$&^*]\w | \b(?:https?|ftp|mailto):// | \bwww\. | \w> | \[\w | \b(?:GH|[A-Z]+)-\d
    | :(?!\d\d:)[\w+-]+: | \b[0-9a-f]{7,}""",
    re.VERBOSE,
)

SIGNS = st.sampled_from((*"@#!%~$&^*[]()<>`_\\|:/-+=.\"' aA1ä\u202e\u200b\n\r\tא", "www.", "GH-"))
TEXTS = st.lists(SIGNS, max_size=24).map("".join)


def _shown(markdown: str) -> str:
    """What a reader sees of a line, when it is a text in bold and the same once more."""
    page = pyromark.html(
        f"- **{markdown}**: {markdown}\n  - Otsikko: {markdown} → x", options=_OPTIONS
    )
    found = re.fullmatch(
        r"<ul>\s*<li><strong>([^<]*)</strong>: ([^<]*)\s*<ul>\s*<li>Otsikko: ([^<]*) → x</li>"
        r"\s*</ul>\s*</li>\s*</ul>\s*",
        page,
    )
    assert found, page
    assert found[1] == found[2].rstrip("\n") == found[3]
    return html.unescape(found[1])


@settings(max_examples=200, derandomize=True, deadline=None)
@given(TEXTS)
def test_any_text_is_shown_as_it_is_and_means_nothing(text: str) -> None:
    expected = " ".join(visible(text).split())
    if not expected:
        assert plain(text) == ""
        return
    shown = _shown(plain(text))

    assert shown.translate(_UNSEEN) == expected
    assert _FOUND.search(shown) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Torstain kahvit klo 13:00–15:00, Äijälä (2. krs)",
            "Torstain kahvit klo 13:00–15:00, Äijälä (2. krs)",
        ),
        ("@kunta ja #12", "&#64;&#8203;kunta ja &#35;&#8203;12"),
        ("[x](https://example.org)", "&#91;&#8203;x&#93;(https:&#8203;//example.org)"),
        ("rivi\n- toinen\u2028kolmas", "rivi - toinen kolmas"),
        ("\u202eainoa", "&#92;u202eainoa"),
        ("GH-12, KEY-3, 2026-12-03", "GH-&#8203;12, KEY-&#8203;3, 2026-12-03"),
        ("deadbeef01", "deadbe&#8203;ef01"),
        (":tada: 13:00:", ":&#8203;tada: 13:00:"),
        ("ryhma/projekti>", "ryhma/projekti&#8203;&#62;"),
        ("שלום", "&#8296;שלום&#8297;"),
        ("a" * 300, "a" * 6 + "&#8203;" + "a" * 193 + "…"),
        (" \t\n", ""),
        ("Matti, 131052-308T", f"Matti, {'&#42;&#8203;' * 10}&#42;"),
    ],
)
def test_some_texts(text: str, expected: str) -> None:
    assert plain(text) == expected
