"""Templates show and do not compute; everything that they show passes through autoescape."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError

from kohtaamo.publish.html.environment import make_environment

THEME = Path(__file__).parents[2] / "theme"
TEMPLATES = sorted((THEME / "templates").rglob("*.html"))
COMPONENTS = sorted((THEME / "templates" / "components").glob("*.html"))
# A module of the theme, which is a file of its own: the only way in which a page may have a script.
MODULE = (
    '<script type="module" src="{{ script.href }}"'
    '{% if script.is_first %} blocking="render"{% endif %}></script>'
)
PAGES = Path(__file__).parents[2] / "plugins" / "kohtaamo" / "publish" / "pages"


@pytest.fixture(scope="module")
def environment() -> Environment:
    return make_environment(THEME / "templates")


def test_a_text_never_becomes_markup(environment: Environment) -> None:
    template = environment.from_string("<p title='{{ text }}'>{{ text }}</p>")
    assert template.render(text="'\"<b>&") == (
        "<p title='&#39;&#34;&lt;b&gt;&amp;'>&#39;&#34;&lt;b&gt;&amp;</p>"
    )


def test_a_misspelt_name_is_an_error(environment: Environment) -> None:
    with pytest.raises(UndefinedError):
        environment.from_string("{{ fraem.title }}").render(frame=1)


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_no_template_lets_anything_pass_unescaped_or_run(file: Path) -> None:
    # Data for search engines is no script; `kohtaamo.publish.html.json_ld` leaves no `<` in it.
    data = '<script type="application/ld+json">{{ each }}</script>'
    text = file.read_text("utf-8").replace(data, "").replace(MODULE, "")
    assert re.findall(r"\|\s*safe|autoescape|<script|<style|\bstyle=|\bon[a-z]+=", text) == []


@pytest.mark.parametrize("file", COMPONENTS, ids=lambda file: file.stem)
def test_a_component_is_one_macro_of_the_name_of_its_file(file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.startswith("{# ")
    assert re.findall(r"\{% macro (\w+)\(", text) == [file.stem.replace("-", "_")]


@pytest.mark.parametrize("file", COMPONENTS, ids=lambda file: file.stem)
def test_every_component_is_used(file: Path) -> None:
    name = f"components/{file.name}"
    users = [each for each in TEMPLATES if each != file and name in each.read_text("utf-8")]
    # What many pages hold alike is made by their makers, once.
    makers = [each for each in PAGES.glob("*.py") if f'"{file.stem}"' in each.read_text("utf-8")]
    assert users or makers


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_every_import_is_needed(file: Path) -> None:
    text = file.read_text("utf-8")
    imported = re.findall(r"\{% from \S+ import (\w+) %\}", text)
    assert [name for name in imported if not re.search(rf"\b{name}\(", text)] == []
