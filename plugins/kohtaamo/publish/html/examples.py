"""The components of a theme with their examples: data beside each macro, shown by the macro itself.

`components/<name>.yml` says what the component is for (`use`) and when it is not the right one
(`not_for`), and lists `examples`: each has a `caption` and the arguments of the macro by name.
`usual` holds what all examples share; an example says only what it has otherwise. `list` is the
class of the list that an item stands in, `block` that of the block around the component, where that
is another than a page's; `is_once` says that a page has the component once. An example with `lang`
stands on a page in that language.

Everything is a text in the page's language, but `true` and `false`; a text in another is written
`{text: …, lang: sv}`. What is no text has a tag: `!link` (address and text), `!number`, `!nest` for
the nest of a slug, `!qr` for the code of an address, `!html` for finished HTML, and `!component`
for what another component makes (`of`, and its arguments).
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from types import SimpleNamespace
from typing import Any

import yaml
from jinja2 import Environment, TemplateNotFound
from markupsafe import Markup

from kohtaamo.publish.html.environment import macro
from kohtaamo.publish.html.nest import nest_of
from kohtaamo.publish.html.qr import qr_code
from kohtaamo.publish.html.spoken import turned
from kohtaamo.publish.pages.texts import Link, Text
from kohtaamo.text.languages import direction_of
from kohtaamo.words.load import words_of
from kohtaamo.words.words import Words

_FOLDER = "components/"
# Examples are written in Finnish, whatever a network speaks.
LANGUAGE = "fi"
# In which sections stand apart from one another.
_PAGE = "split__main"
_MACRO = re.compile(r"{% macro \w+\((.*?)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """What a component makes of one example; `lang` where it does not stand on a Finnish page."""

    caption: str
    html: Markup
    lang: str = ""

    @property
    def direction(self) -> str:
        """That of the page it stands on."""
        return direction_of(self.lang or LANGUAGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A component and what its file of examples says; without that file it is but a name."""

    name: str
    use: str = ""
    not_for: str = ""
    list: str = ""
    block: str = _PAGE
    is_once: bool = False
    examples: tuple[Example, ...] = ()


class Plain(str):
    """A text in the page's own language: templates may ask it what they ask of any text."""

    __slots__ = ()

    @property
    def text(self) -> str:
        return str(self)

    @property
    def lang(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class _Made:
    """What another component makes of its arguments."""

    of: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stage:
    """What all examples are shown with; `names_of` gives the arguments of a component's macro."""

    environment: Environment
    words: Words
    names_of: Callable[[str], Sequence[str]]


def components_of(environment: Environment) -> Iterator[Component]:
    """Every component of the theme, by name."""
    names = environment.list_templates(extensions=["html"])
    stage = _Stage(
        environment=environment,
        words=words_of((LANGUAGE,))[LANGUAGE],
        names_of=cache(partial(_names_of, environment)),
    )
    for name in names:
        if name.startswith(_FOLDER):
            yield _component(stage, name[len(_FOLDER) : -len(".html")])


def _component(stage: _Stage, name: str) -> Component:
    try:
        said = _read(_source(stage.environment, f"{_FOLDER}{name}.yml"))
    except TemplateNotFound:
        return Component(name=name)
    usual = said.get("usual", {})
    return Component(
        name=name,
        use=said["use"],
        not_for=said["not_for"],
        list=said.get("list", ""),
        block=said.get("block", _PAGE),
        is_once="is_once" in said,
        examples=tuple(_example(stage, name, _merged(usual, each)) for each in said["examples"]),
    )


def _example(stage: _Stage, name: str, said: Mapping[str, Any]) -> Example:
    lang = said.get("lang", "")
    arguments = {key: value for key, value in said.items() if key not in ("caption", "lang")}
    html = _rendered(stage, name, arguments).strip()
    root = f'<html lang="{lang or LANGUAGE}" dir="{direction_of(lang or LANGUAGE)}">'
    made = Markup(turned("".join((root, html)))[len(root) :])  # noqa: S704 - of our own macros
    return Example(caption=said["caption"], html=made, lang=lang)


def _rendered(stage: _Stage, name: str, arguments: Mapping[str, Any]) -> Markup:
    """What a component makes; KeyError when an argument is missing, TypeError for one too many."""
    names = stage.names_of(name)
    if unknown := arguments.keys() - {*names}:
        raise TypeError(f"{name}: {sorted(unknown)}")

    def value(given: Any) -> Any:
        match given:
            case _Made():
                return _rendered(stage, given.of, given.arguments)
            case dict():
                return SimpleNamespace(**{key: value(each) for key, each in given.items()})
            case list():
                return tuple(map(value, given))
            case "true" | "false":
                return given == "true"
            case str() if type(given) is str:
                return Plain(given)
            case _:
                return given

    known = {"words": stage.words} | {key: value(each) for key, each in arguments.items()}
    return macro(stage.environment, name)(*(known[each] for each in names))


def _names_of(environment: Environment, name: str) -> Sequence[str]:
    found = _MACRO.search(_source(environment, f"{_FOLDER}{name}.html"))
    return [each.strip() for each in found[1].split(",") if each.strip()] if found else []


def _source(environment: Environment, name: str) -> str:
    loader: Any = environment.loader
    text: str = loader.get_source(environment, name)[0]
    return text


def _merged(usual: Any, own: Any) -> Any:
    """Of mappings what either says, in all depths; of anything else what the example says."""
    if not isinstance(usual, dict) or not isinstance(own, dict):
        return own
    both = {key: _merged(usual[key], own[key]) for key in usual.keys() & own.keys()}
    return usual | own | both


_BASE: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Loader(_BASE):  # type: ignore[misc]
    """YAML in which everything is text but what our tags make."""


def _link(written: str) -> Link:
    """A link without a note: its address, a blank, its text."""
    address, _, text = written.partition(" ")
    return Link(address, Text(text))


def _made(loader: Any, node: Any) -> _Made:
    said = loader.construct_mapping(node, deep=True)
    return _Made(said.pop("of"), said)


_Loader.add_constructor("!component", _made)
for _tag, _make in {
    "!link": _link,
    "!nest": nest_of,
    "!qr": qr_code,
    "!html": Markup,
    "!number": int,
}.items():
    _Loader.add_constructor(_tag, lambda loader, node, make=_make: make(node.value))


@cache
def _read(text: str) -> Mapping[str, Any]:
    """A file of examples; a pure function of its text."""
    said: Mapping[str, Any] = yaml.load(text, _Loader)  # noqa: S506 - makes nothing but the above
    return said
