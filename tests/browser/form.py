"""The form's own modules, asked in a browser, and what the check says of the same."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Request

from kohtaamo.content.load import load
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.source.tree import Node, Scalar, Sequence
from kohtaamo.publish.form.data import form_data
from kohtaamo.publish.form.written import written_tree
from tests.conftest import ROOT, SITES
from tests.editions import edition_of

CONTENT = SITES / "form" / "content"
PARTS = ROOT / "theme" / "static" / "js"
TODAY = date(2026, 12, 1)
Tree = dict[str, Any]


class Form:
    """The modules of one page, by name, and what the form of a network knows."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.route("**/parts/*.js", lambda route: route.fulfill(path=PARTS / _name(route.request)))
        self.data = json.loads(form_data(edition_of(CONTENT), "fi"))

    def ask(self, code: str, *given: Any) -> Any:
        """What a function body gives; it may use every function of the modules, and `given`."""
        names = (
            "address",
            "check",
            "dates",
            "file",
            "when",
            "model",
            "read",
            "send",
            "series",
            "say",
        )
        modules = ", ".join(f"import('/parts/form-{name}.js')" for name in names)
        script = f"""async ([data, given]) => {{
            const found = Object.assign({{}}, ...await Promise.all([{modules}]));
            return new Function(...Object.keys(found), "data", "given", {json.dumps(code)})(
                ...Object.values(found), data, given);
        }}"""
        return self._page.evaluate(script, [self.data, list(given)])


def _name(request: Request) -> str:
    return request.url.rpartition("/")[2]


def plain(node: Node) -> Any:
    """What was written, as the form has it: texts, lists and fields."""
    if isinstance(node, Scalar):
        return "" if node.is_missing else node.text
    if isinstance(node, Sequence):
        return [plain(each) for each in node.items]
    return {key.text: plain(value) for key, value in node.entries}


def read_files(texts: dict[str, str], folder: Path) -> tuple[dict[str, Tree], list[str]]:
    """By path, the trees of files beside the form's own network; and all problems of all."""
    for path, text in texts.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    loaded = load(folder, today=TODAY, reserved={})
    network = loaded.network
    kinds = {
        "event": network.events,
        "place": network.places,
        "notice": network.notices,
        "organiser": network.organisers,
    }
    trees = {
        item.origin.path: written_tree(KINDS[kind], item)
        for kind, items in kinds.items()
        for item in items.values()
        if item.origin.path in texts
    }
    problems = [f"{each.path}: {each.field}: {each.code} {each.values}" for each in loaded.problems]
    return trees, problems
