"""Our way of writing templates' code gives what Jinja's own gives, and refuses what it refuses."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import (
    BaseLoader,
    DictLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    UndefinedError,
)
from markupsafe import Markup, escape

from kohtaamo.publish.html.code import shown
from kohtaamo.publish.html.environment import PageEnvironment, macro
from kohtaamo.publish.html.examples import components_of

THEME = Path(__file__).parents[2] / "theme" / "templates"
HOSTILE = "<script>'\"&amp;</script>\u2028]]> ä {{ 1 }} {% if %}"

TEMPLATES = {
    "base.html": (
        '{% from "components/list-of.html" import list_of %}\n'
        "<title>{{ page.title }}</title>\n"
        "{% block content required %}{% endblock %}\n"
        "{{ list_of(page.others, 2) }}<p>{{ page.html }}{{ page.number }}</p>\n"
    ),
    "page.html": (
        '{% extends "base.html" %}\n'
        '{% from "components/link.html" import link %}\n'
        "{% block content %}\n"
        "{% for each in page.links if each.text %}{{ link(each) }}{{ ', ' if not loop.last }}\n"
        "{% else %}<p>{{ words('none', name=page.title) }}</p>{% endfor %}\n"
        "{{ page.links | length }}{{ page.title ~ '<' }}{{ 'a<b' }}\n"
        "{% endblock %}\n"
    ),
    "components/link.html": (
        '{% macro link(to) -%}<a href="{{ to.href }}"'
        '{% if to.lang %} lang="{{ to.lang }}"{% endif %}>{{ to.text }}</a>{%- endmacro %}'
    ),
    "components/list-of.html": (
        '{% from "components/link.html" import link %}\n'
        "{% macro list_of(all, level) %}\n"
        "<h{{ level }}>{{ all | length }}</h{{ level }}>\n"
        "{% for each in all %}<li>{{ link(each) }}</li>\n{% endfor %}\n{%- endmacro %}"
    ),
}


def _environment(kind: type[Environment], loader: BaseLoader | None = None) -> Environment:
    return kind(
        loader=loader or DictLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )


def _link(text: str, lang: str = "") -> SimpleNamespace:
    return SimpleNamespace(href=f"/x/?{text}", text=text, lang=lang)


def _words(key: str, **values: str) -> str:
    return f"{key} <b> {values}"


PAGES = [
    SimpleNamespace(
        title=HOSTILE,
        links=[_link(HOSTILE, "sv"), _link(""), _link("plain")],
        others=[_link(HOSTILE)],
        html=Markup("<b>made by us</b>"),
        number=3,
    ),
    SimpleNamespace(title="", links=[], others=[], html=Markup(""), number=0.5),
]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_what_jinjas_own_code_makes_of_it(page: SimpleNamespace) -> None:
    ours, jinjas = (
        _environment(kind).get_template("page.html").render(page=page, words=_words)
        for kind in (PageEnvironment, Environment)
    )

    assert ours == jinjas
    assert "<script" not in ours


def test_components_make_of_their_examples_what_jinjas_own_code_makes() -> None:
    loader = FileSystemLoader(THEME)
    ours, jinjas = (
        [*components_of(_environment(kind, loader))] for kind in (PageEnvironment, Environment)
    )

    assert ours == jinjas
    assert any(each.examples for each in ours)


def test_a_component_called_by_itself_is_html_already() -> None:
    made = macro(_environment(PageEnvironment), "link")(_link("<i>"))

    assert made == Markup('<a href="/x/?&lt;i&gt;">&lt;i&gt;</a>')
    assert type(made) is Markup


@pytest.mark.parametrize("value", [HOSTILE, "", "plain", 7, None, Markup("<b>"), Path("<a>")])
def test_what_is_shown_is_escaped_as_the_library_escapes(value: object) -> None:
    assert shown(value) == escape(value)


@pytest.mark.parametrize("character", [chr(code) for code in range(0x250)])
def test_every_character_is_escaped_as_the_library_escapes_it(character: str) -> None:
    assert shown(character) == escape(character)


@pytest.mark.parametrize(
    ("template", "error"),
    [
        ("{{ paeg.title }}", UndefinedError),
        ("{{ paeg }}", UndefinedError),
        ("{{ page.titel }}", AttributeError),
        ("{{ words('none').titel }}", AttributeError),
        ("{{ wrods('none') }}", UndefinedError),
        ('{% from "components/lnik.html" import link %}', TemplateNotFound),
        ('{% from "components/link.html" import lnik %}', AttributeError),
        ('{% from "components/link.html" import link %}{{ link() }}', TypeError),
        ('{% from "components/link.html" import link %}{{ link(page, page) }}', TypeError),
    ],
)
def test_a_slip_of_the_pen_is_an_error(template: str, error: type[Exception]) -> None:
    environment = _environment(PageEnvironment)

    with pytest.raises(error):
        environment.from_string(template).render(page=PAGES[0], words=_words)
