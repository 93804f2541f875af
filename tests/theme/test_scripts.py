"""The theme's scripts: small modules for browsers of 2019, without words of their own."""

import gzip
import re
from pathlib import Path

import pytest

from kohtaamo.publish.html.scripts import (
    OF_DAYS,
    OF_LISTS,
    OF_NOTICES,
    PARTS,
    SCRIPTS,
    script_addresses,
    script_bytes,
    script_outputs,
)
from tests.conftest import ROOT

STATIC = ROOT / "theme" / "static"
# A script that a page waits for would be heavier than what it adds.
MOST_BYTES = 1_500
MOST_LINES = 124
# Each is a page of its own, in whose place no page of the server comes.
LARGER = {"filter": (3_500, 290), "search": (1_650, 140)}
# They ask for pages, calendars and facts of the site itself, once somebody has made a choice.
ASKING = frozenset({"filter", "join"})
# No page asks for all of them.
ALL_BYTES = 10_450
# The form is on no page but its own, and is asked for there only; a module is one thought, too.
FORM = ("form", *PARTS)
FORM_PART_BYTES, FORM_PART_LINES = 4_000, 250
FORM_BYTES = 30_000
OTHERS = tuple(name for name in SCRIPTS if name not in FORM)
# Whose days are meant: the one text in a script that is no name of something on the page.
ZONE = "Europe/Helsinki"
# What lines of calendars begin with is no word of a language.
LINES_OF_CALENDARS = r'"[A-Z-]+:[A-Z]*"'


def test_every_file_is_a_module_that_pages_can_ask_for() -> None:
    every = (*SCRIPTS, *PARTS)
    assert sorted(file.stem for file in (STATIC / "js").iterdir()) == sorted(every)
    assert [each.path for each in script_outputs(STATIC)] == [
        f"theme/{name}.js" for name in SCRIPTS
    ]
    assert [each.render() for each in script_outputs(STATIC)] == [
        script_bytes(STATIC, name) for name in SCRIPTS
    ]


def test_its_address_follows_its_content_and_not_its_comments(tmp_path: Path) -> None:
    (tmp_path / "js").mkdir()
    for name in (*SCRIPTS, *PARTS):
        (tmp_path / "js" / f"{name}.js").write_bytes(b"say()\n")
    file = tmp_path / "js" / "open-now.js"
    addresses = []
    for text in (
        b'say("1 // 2"); // here\n',
        b'// Said.\n\n  say ( "1 // 2" ); /* here */\r\n',
        b"say()\n",
    ):
        file.write_bytes(text)
        addresses.append(script_addresses(tmp_path)["open-now"])
    assert script_bytes(tmp_path, "open-now") == b"say()"
    assert re.fullmatch(r"/theme/open-now\.js\?v=[0-9a-f]{6}", addresses[0])
    assert addresses[0] == addresses[1] != addresses[2]


def test_the_parts_of_the_form_are_joined_to_one_module(tmp_path: Path) -> None:
    (tmp_path / "js").mkdir()
    for name in PARTS:
        (tmp_path / "js" / f"{name}.js").write_bytes(b"export const a = 1;\n")
    (tmp_path / "js" / "form-ask.js").write_bytes(
        b'// Asks.\nimport * as read from "./form-read.js";\n'
        b'import { a, b } from "./form-say.js";\n\nconst c = 1;\nexport function h() {\n  a();\n}\n'
    )
    (tmp_path / "js" / "form.js").write_bytes(b'import { h } from "./form-ask.js";\nh();\n')
    served = script_bytes(tmp_path, "form").decode()
    assert served.startswith("const form_read=(()=>{const a=1;return{a};})();")
    assert (
        "const form_ask=(()=>{const read=form_read;const{a,b}=form_say;const c=1;"
        "function h(){a();}\nreturn{h};})();"
    ) in served
    assert served.endswith("const{h}=form_ask;h();")


@pytest.mark.parametrize("name", FORM)
def test_a_part_imports_from_those_before_it(name: str) -> None:
    """And in a way that joining understands: one line for each."""
    text = (STATIC / "js" / f"{name}.js").read_text("utf-8")
    imported = re.findall(r'^import .*"\./([a-z-]+)\.js";$', text, re.MULTILINE)
    assert len(imported) == len(re.findall(r"\bimport\b", re.sub(r"//.*", "", text)))
    before = PARTS[: PARTS.index(name)] if name in PARTS else PARTS
    assert set(imported) <= set(before)
    joined = script_bytes(STATIC, "form").decode()
    assert not re.search(r"^(?:import|export) ", joined, re.MULTILINE)


def test_what_it_imports_is_what_the_page_asks_for(tmp_path: Path) -> None:
    (tmp_path / "js").mkdir()
    for name in OTHERS:
        (tmp_path / "js" / f"{name}.js").write_bytes(b'import { say } from "./past.js";\n')
    for name in FORM:
        (tmp_path / "js" / f"{name}.js").write_bytes(b"")
    past = tmp_path / "js" / "past.js"
    past.write_bytes(b"say()")
    before = script_addresses(tmp_path)
    marked = before["past"].rpartition("/")[2]
    assert script_bytes(tmp_path, "days") == f'import{{say}}from"./{marked}";'.encode()
    past.write_bytes(b"say(1)")
    after = script_addresses(tmp_path)
    assert [name for name in OTHERS if before[name] == after[name]] == []


@pytest.mark.parametrize("name", OTHERS)
def test_what_it_imports_is_never_found_late(name: str) -> None:
    """The page asks for it too: whatever days need comes with them, and so with lists."""
    text = (STATIC / "js" / f"{name}.js").read_text("utf-8")
    imported = set(re.findall(r'^import .* from "\./([a-z-]+)\.js";$', text, re.MULTILINE))
    assert text.count("import {") == len(imported)
    # Pages with lists, with hours or with a search ask for what is of days.
    assert imported <= {*OF_DAYS, *(OF_LISTS if name in OF_LISTS else ())}
    assert not imported or name in {*OF_NOTICES, *OF_LISTS, "open-now"}


@pytest.mark.parametrize("name", [*SCRIPTS, *PARTS])
def test_it_is_small_and_runs_in_browsers_of_2019(name: str) -> None:
    text = (STATIC / "js" / f"{name}.js").read_text("utf-8")
    most_bytes, most_lines = LARGER.get(name, (MOST_BYTES, MOST_LINES))
    if name in FORM:
        most_bytes, most_lines = FORM_PART_BYTES, FORM_PART_LINES
    alone = (
        (STATIC / "js" / f"{name}.js").read_bytes() if name in FORM else script_bytes(STATIC, name)
    )
    assert len(gzip.compress(alone, 9)) <= most_bytes
    assert len(text.splitlines()) <= most_lines
    code = re.sub(r"//.*", "", text)
    # Optional chaining, `??`, private names, young methods, top-level await; lines in a text.
    younger = r"\?\.(?!\d)|\?\?|(?<![\"'])#\w|\.at\(|\.replaceAll\(|^await|\.flat\(|`(?!\])"
    assert re.findall(younger, code, re.MULTILINE) == []
    # Texts are text, and nothing is asked of the network or kept.
    unsafe = (
        r"innerHTML|outerHTML|insertAdjacentHTML|eval|Function\(|fetch\(|XMLHttp|[sS]torage|cookie"
    )
    # The form keeps a draft in the browser, and loads what it asks and what there is.
    asking = {"form-ready": {"fetch("}, "form-things": {"fetch("}}
    allowed = {"form": {"fetch(", "Storage"}, **asking}.get(name, set())
    if name in ASKING:
        code = code.replace("fetch(address", "")
    assert set(re.findall(unsafe, code)) <= allowed


@pytest.mark.parametrize(("names", "most"), [(OTHERS, ALL_BYTES), (("form",), FORM_BYTES)])
def test_all_of_them_are_small(names: tuple[str, ...], most: int) -> None:
    packed = (gzip.compress(script_bytes(STATIC, name), 9) for name in names)
    assert sum(map(len, packed)) <= most


@pytest.mark.parametrize("name", FORM)
def test_the_form_has_all_sentences_from_words_files(name: str) -> None:
    code = re.sub(r"//.*", "", (STATIC / "js" / f"{name}.js").read_text("utf-8"))
    sentences = r"[åäö]|[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}"
    assert [each for each in re.findall(r'"([^"\n]*)"', code) if re.search(sentences, each)] == []


@pytest.mark.parametrize("name", OTHERS)
def test_it_says_nothing_of_its_own(name: str) -> None:
    """Every text in it is a name of something on the page; sentences come from words files."""
    code = re.sub(r"//.*", "", (STATIC / "js" / f"{name}.js").read_text("utf-8"))
    texts = re.findall(r'"([^"]*)"', re.sub(LINES_OF_CALENDARS, '""', code.replace(ZONE, "")))
    assert [each for each in texts if re.search(r"[A-ZÅÄÖ]|\w \w|[åäö]", each)] == []
