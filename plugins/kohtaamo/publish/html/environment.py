"""The template environment: everything that is shown passes through autoescape."""

from collections.abc import Callable
from functools import cache, cached_property
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from markupsafe import Markup

from kohtaamo.publish.html.code import PlainCode
from kohtaamo.publish.html.policy import CONTENT_SECURITY_POLICY
from kohtaamo.publish.html.scripts import script_addresses
from kohtaamo.publish.html.styles import EASY, FORM, MORE, PAPER, SCREEN, style_address

# By the name that templates know, the stylesheets for screens, paper, lists, and easy pages.
STYLES = {
    "style_address": SCREEN,
    "paper_address": PAPER,
    "more_address": MORE,
    "easy_address": EASY,
}
# And that of the form, on whose page alone it is.
FORM_STYLE = "form_address"
# Takes what it shows by position.
Macro = Callable[..., Markup]


class PageEnvironment(Environment):
    """Jinja's environment with our way of writing code, for templates that do not change."""

    code_generator_class = PlainCode

    @cached_property
    def loaded(self) -> dict[str, Template]:
        """By name, the templates that have been asked for."""
        return {}

    def get_template(self, name: str | Template, *args: Any, **options: Any) -> Template:
        """A template of the folder, without asking each time whether it is another one by now."""
        known = self.loaded.get(name) if isinstance(name, str) else None
        if known is None:
            known = super().get_template(name, *args, **options)
            self.loaded[str(known.name)] = known
        return known

    def make_globals(self, own: Any) -> dict[str, Any]:
        """All that every template knows in one mapping: nothing is added once one is loaded."""
        return {**self.globals, **(own or {})}

    @cached_property
    def macros(self) -> dict[tuple[str, str], Macro]:
        """By template and name, those that have been asked for."""
        return {}

    def macro(self, template: str, name: str) -> Macro:
        """A macro of a template: the same for as long as the environment is used."""
        key = template, name
        if key not in self.macros:
            self.macros[key] = getattr(self.get_template(template).module, name)
        return self.macros[key]


class _MadeCode(BytecodeCache):
    """The code of each template that this process has seen, by its name and text; kept nowhere."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name alone: a copy of a theme, wherever it lies, has the same code."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._code[bucket.key, bucket.checksum] = bucket.code


@cache
def _made_code() -> _MadeCode:
    """One for the process: all environments write code in the same way."""
    return _MadeCode()


def macro(environment: Environment, component: str) -> Macro:
    """The macro of a component, to be called where its HTML is the same on many pages."""
    module = environment.get_template(f"components/{component}.html").module
    made: Macro = getattr(module, component.replace("-", "_"))
    return made


def make_environment(templates: Path) -> Environment:
    """Templates of a theme folder; addresses of styles and scripts come from `static/` beside it.

    Undefined names are errors; block lines leave no blank lines behind.
    """
    environment = PageEnvironment(
        loader=FileSystemLoader(templates, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=_made_code(),
        # Templates hold no sums to be worked out beforehand; to look for them takes time.
        optimized=False,
    )
    # Templates compute nothing, and need none of Jinja's own functions.
    environment.globals.clear()
    static = templates.parent / "static"
    environment.globals[FORM_STYLE] = style_address(static, FORM)
    for name, sheet in STYLES.items():
        environment.globals[name] = style_address(static, sheet)
    environment.globals.update(script_addresses(static))
    # Our own constant without a double quote, so that it reads in the page as it does here.
    environment.globals["content_security_policy"] = Markup(CONTENT_SECURITY_POLICY)  # noqa: S704
    return environment
