import pytest

from kohtaamo.content.source.yaml_events import parse_yaml
from kohtaamo.problems.problem import Report


def problems_of(text):
    report = Report("events/kahvi.md")
    parse_yaml(text, 2, report)
    return [(p.line, p.field, p.code, dict(p.values)) for p in report.problems]


@pytest.mark.parametrize(
    ("text", "line", "field", "value", "dropped"),
    [
        ("title: Talo #3\n", 2, "title", "Talo", "#3"),
        ("title: #joulu\nend: x\n", 2, "title", "", "#joulu"),
        ("topics:\n  - käsityöt #neulonta\n", 3, "topics[0]", "käsityöt", "#neulonta"),
        ("topics: [musiikki, käsityöt #3\n  ]\n", 2, "topics[1]", "käsityöt", "#3"),
        ("summary: Tule\n  Talolle #3\nend: x\n", 3, "summary", "Tule Talolle", "#3"),
    ],
)
def test_words_behind_a_hash_are_not_lost_in_silence(text, line, field, value, dropped):
    values = {"value": value, "dropped": dropped}
    assert problems_of(text) == [(line, field, "words-after-hash", values)]


@pytest.mark.parametrize(
    ("text", "value", "dropped"),
    [
        ("start: 2026-09-07   # alkaa\n", "2026-09-07", "# alkaa"),
        ("start: 2026-09-07 ## alkaa\n", "2026-09-07", "## alkaa"),
        ("end:  # päättyy\n", "", "# päättyy"),
        ("end: x #\n", "x", "#"),
    ],
)
def test_a_comment_behind_a_value_is_pointed_out(text, value, dropped):
    field = text.partition(":")[0]
    values = {"value": value, "dropped": dropped}
    assert problems_of(text) == [(2, field, "comment-after-value", values)]


@pytest.mark.parametrize(
    "text",
    [
        "# oma rivi\ntitle: Talo\n  # sisennetty\nend: x\n",
        'title: "Talo #3"\n',
        'title: "Talo" # selitys\n',
        "title: Talo#3\n",
        "hours: # aukiolo\n  - mon\n",
        "text: | # selitys\n  Talo #3\n",
    ],
)
def test_comments_that_take_nothing_away_are_fine(text):
    assert problems_of(text) == []


@pytest.mark.parametrize(
    ("text", "line", "field", "key"),
    [
        ("title:Kahvihetki\n", 2, "", "title"),
        ("title: Kahvihetki\n  start:2026-09-07\n", 3, "title", "start"),
        ("skip:\n  - date:2026-12-24\n", 3, "skip[0]", "date"),
        ("coordinates: {lat:61.0, lon: 29.1}\n", 2, "coordinates", "lat"),
    ],
)
def test_a_colon_wants_a_space_behind_it(text, line, field, key):
    assert problems_of(text) == [(line, field, "colon-without-space", {"key": key})]


def test_two_lines_without_the_space_are_two_problems():
    assert problems_of("title:Kahvihetki\nstart:2026-09-07\n") == [
        (2, "", "colon-without-space", {"key": "title"}),
        (3, "", "colon-without-space", {"key": "start"}),
    ]


@pytest.mark.parametrize(
    "text",
    ["url: https://a.fi\n", "urls: [https://a.fi, mailto:a@b.fi]\n", "note: klo:18\n", "a: b:c\n"],
)
def test_colons_within_values_are_fine(text):
    assert problems_of(text) == []
