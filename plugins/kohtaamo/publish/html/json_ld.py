"""Data about a page's thing for search engines: schema.org as JSON-LD, in the page's head.

Values are plain: no marks of languages, no HTML. Contributors' texts are in them, so no `<` is
(contract §6): nothing can end the element that holds it.
"""

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

CONTEXT = "https://schema.org"
# A thing of schema.org by its properties; values are texts, numbers, truths, things and lists.
Thing = Mapping[str, Any]


def json_ld(thing: Thing) -> Markup:
    """One thing as the content of a `script` element; properties without a value are left out."""
    text = json.dumps(
        {"@context": CONTEXT, **_said(thing)}, ensure_ascii=False, separators=(",", ":")
    )
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 - a script element holds no other mark


def _said(thing: Thing) -> dict[str, Any]:
    return {name: _value(value) for name, value in thing.items() if value not in (None, "", [], ())}


def _value(value: Any) -> Any:
    if isinstance(value, Mapping):
        return _said(value)
    return [_value(each) for each in value] if isinstance(value, list | tuple) else value
