"""The template environment: everything that is shown passes through autoescape."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kohtaamo.publish.html.policy import CONTENT_SECURITY_POLICY
from kohtaamo.publish.html.styles import style_address


def make_environment(templates: Path) -> Environment:
    """Templates of a theme folder; the stylesheet's address comes from `static/` beside it.

    Undefined names are errors; block lines leave no blank lines behind.
    """
    environment = Environment(
        loader=FileSystemLoader(templates, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    # Templates compute nothing; each name here is looked at by every import of a macro.
    environment.globals.clear()
    environment.globals["style_address"] = style_address(templates.parent / "static")
    # Our own constant without a double quote, so that it reads in the page as it does here.
    environment.globals["content_security_policy"] = Markup(CONTENT_SECURITY_POLICY)  # noqa: S704
    return environment
