"""One file through the reader, as a check and a page take it, and what may be wrong with that."""

import json
import re
from collections.abc import Iterator, Sequence

from kohtaamo.content.build.built import Built, build_file
from kohtaamo.problems.catalogue import LANGUAGES, Catalogue, load_catalogue
from kohtaamo.problems.formats import as_github, as_json, as_text
from kohtaamo.problems.problem import Problem
from kohtaamo.publish.texts.html import page_to_html, to_html
from kohtaamo.publish.texts.plain import to_plain

from ..judging import UNSEEN, in_fragment
from .seeds import Seed

CATALOGUES = tuple(load_catalogue(language) for language in LANGUAGES)
_OLD_COMMAND = "##["
# Everything but the line ends between problems.
_HIDDEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def read(seed: Seed) -> Built:
    """What the file gives, by the public door."""
    return build_file(seed.path, seed.kind, seed.slug, seed.language, seed.data, "fi")


def faults(seed: Seed, built: Built, problems: Sequence[Problem]) -> Iterator[str]:
    """What is wrong with what was made of the file; `problems` are all that is said of it."""
    lines = 1 + seed.data.count(b"\n") + seed.data.count(b"\r")
    is_nothing = built.item is None and built.document is None and not built.terms
    if is_nothing and not problems and seed.kind not in ("vocabulary", "sources", "impact"):
        yield "neither a value nor a problem"
    for each in problems:
        if each.path != seed.path:
            yield f"{each.code} of another file: {each.path}"
        if not 1 <= each.line <= lines:
            yield f"{each.code} on line {each.line} of {lines}"
    # A check shows a hundred of a file.
    yield from _faults_of_messages(problems[:200])
    yield from _faults_of_text(getattr(built.item, "text", None) or "")


def _faults_of_messages(problems: Sequence[Problem]) -> Iterator[str]:
    for catalogue in CATALOGUES:
        for form in (as_text, as_github):
            said = form(problems, catalogue, "content")
            if _HIDDEN.search(said) or not _is_one_line_each(said, problems):
                yield f"a message with a hidden character: {said!r}"
        if _OLD_COMMAND in as_text(problems, catalogue, "."):
            yield "a command in a message"
        yield from _faults_of_json(problems, catalogue)


def _is_one_line_each(said: str, problems: Sequence[Problem]) -> bool:
    return len(said.split("\n")) == max(1, len(problems))


def _faults_of_json(problems: Sequence[Problem], catalogue: Catalogue) -> Iterator[str]:
    for each in json.loads(as_json(problems, catalogue, "content")):
        if _HIDDEN.search(each["message"] + each["path"]):
            yield f"a hidden character in JSON: {each}"


def _faults_of_text(text: str) -> Iterator[str]:
    """Of the Markdown of a file: what a page, a feed and a calendar make of it."""
    if not text:
        return
    for html in (to_html(text), page_to_html(text)):
        yield from in_fragment(html)
    if UNSEEN.search(to_plain(text)):
        yield "a hidden character in plain text"
