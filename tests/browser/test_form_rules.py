"""The form's verdict is the check's, on every file of the tests and of the sample, both ways."""

from collections import Counter
from pathlib import Path
from typing import Any

from kohtaamo.content.load import load
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.source.files import find_files
from kohtaamo.content.source.read import read_bytes, read_document
from kohtaamo.content.source.tree import Mapping
from kohtaamo.publish.form.codes import CODES
from kohtaamo.publish.form.rules import TOLD
from kohtaamo.publish.form.written import written_tree
from tests.browser.form import TODAY, Form, plain
from tests.conftest import ROOT, SITES

NETWORKS = ("small", "everything", "hours", "rooms", "clashes", "neglected", "form")
BROKEN = SITES / "broken" / "content"
VERDICTS = """return given[0].map(({ kind, tree, places }) => {
    const { problems } = check(kind, tree, data.rules, "2026-12-01", places);
    return problems.map((each) => each.at + " " + each.code);
});"""
# Faults that nobody can make with the form, by why.
NOT_WITH_THE_FORM = {
    "no such key can be chosen": {"unknown-key-near"},
    "what stands in quotes is no comment": {"words-after-hash"},
    "only what there is is offered": {"unknown-reference-near"},
}
# What the check knows more of: the form refuses the same, without a guess of what was meant.
WITHOUT_A_GUESS = {
    "date-written-otherwise": "not-a-moment",
    "not-allowed-near": "not-allowed",
    "several-dates": "not-a-date",
    "several-ids": "not-a-slug",
    "span-in-one-value": "not-a-date",
    "time-with-offset": "not-a-moment",
}


def _places(network: Any) -> dict[str, Any]:
    return {slug: {"contact": bool(each.contact)} for slug, each in network.places.items()}


def _differences(form: Form, asked: list[dict[str, Any]]) -> list[str]:
    """Files of which the two do not say the same of the same fields."""
    verdicts = form.ask(VERDICTS, asked)
    assert len(verdicts) == len(asked)
    return [
        f"{one['path']}: {sorted(set(one['said']) ^ set(verdict))}"
        for one, verdict in zip(asked, verdicts, strict=True)
        if set(one["said"]) != set(verdict)
    ]


def _said(problems: Any) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for each in problems:
        code = WITHOUT_A_GUESS.get(each.code, each.code)
        if code in CODES:
            said.setdefault(each.path, []).append(f"{each.field} {code}")
    return said


def _all_of(content: Path) -> list[dict[str, Any]]:
    """Every thing of a network as the form would write it."""
    loaded = load(content, today=TODAY, reserved={})
    network, said = loaded.network, _said(loaded.problems)
    kinds = {
        "event": network.events,
        "place": network.places,
        "notice": network.notices,
        "organiser": network.organisers,
    }
    return [
        {
            "path": item.origin.path,
            "kind": kind,
            "tree": written_tree(KINDS[kind], item),
            "places": _places(network),
            "said": said.get(item.origin.path, []),
        }
        for kind, items in kinds.items()
        for item in items.values()
    ]


def test_of_every_file_that_can_be_built_it_says_what_the_check_says(form: Form) -> None:
    contents = [ROOT / "content", *(SITES / name / "content" for name in NETWORKS)]
    asked = [each for content in contents for each in _all_of(content)]
    assert len(asked) > 400
    assert sum(bool(each["said"]) for each in asked) == 5
    assert _differences(form, asked) == []


def test_of_every_faulty_file_that_it_could_make_it_says_the_same(form: Form) -> None:
    loaded = load(BROKEN, today=TODAY, reserved={})
    said = _said(loaded.problems)
    codes: dict[str, set[str]] = {}
    for each in loaded.problems:
        codes.setdefault(each.path, set()).add(each.code)
    asked, left_out = [], Counter[str]()
    for source in find_files(BROKEN, {})[0]:
        if source.kind not in TOLD or source.language is not None:
            continue
        document, _ = read_document(source.path, source.kind, source.slug, None, read_bytes(source))
        why = _why_not(codes.get(source.path, set()))
        if document is None or not isinstance(document.root, Mapping):
            why = "what it writes can be read"
        if why or document is None:
            left_out[why] += 1
            continue
        tree = plain(document.root) | ({"text": document.text} if document.text else {})
        asked.append(
            {
                "path": source.path,
                "kind": source.kind,
                "tree": tree,
                "places": _places(loaded.network),
                "said": said.get(source.path, []),
            }
        )
    assert dict(left_out) == LEFT_OUT
    assert len(asked) == COMPARED
    assert len({line.split(" ")[-1] for one in asked for line in one["said"]}) == KINDS_OF_FAULTS
    assert _differences(form, asked) == []


def _why_not(codes: set[str]) -> str:
    return next((why for why, faults in NOT_WITH_THE_FORM.items() if codes & faults), "")


LEFT_OUT = {
    "no such key can be chosen": 1,
    "only what there is is offered": 2,
    "what it writes can be read": 25,
    "what stands in quotes is no comment": 2,
}
COMPARED = 212
KINDS_OF_FAULTS = 107
