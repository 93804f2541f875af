"""Every component of the theme with its examples: a page for those who work on the theme."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from kohtaamo.publish.html.environment import FORM_STYLE
from kohtaamo.publish.html.examples import LANGUAGE, Component, Example, components_of
from kohtaamo.publish.output import NETWORK
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.texts import Text

# What examples lead to is not there: their links lead to the beginning of the page.
_LEADS = re.compile(r' href="(?!tel:|mailto:)[^"]*"')
_NOWHERE = ' href="#content"'


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentsView:
    """`lang` is that of the examples, where the page speaks another language.

    `style` is the sheet of fields, which other pages with components do not need.
    """

    head: Head
    lang: str
    components: tuple[Component, ...]
    style: str


def components_pages(context: PageContext) -> Iterator[Page]:
    """One page: who looks for a component compares."""
    yield Page(
        at=lambda addresses: addresses.section("components"),
        make=partial(_view, context),
        subjects=(NETWORK,),
        changed=context.site.changed_network,
    )


def _view(context: PageContext) -> ComponentsView:
    words = context.words
    return ComponentsView(
        head=Head(
            title=Text(words("site.components.title")), lead=Text(words("site.components.lead"))
        ),
        lang="" if words.html == LANGUAGE else LANGUAGE,
        components=tuple(map(_leading_nowhere, components_of(context.environment))),
        style=context.link(str(context.environment.globals[FORM_STYLE])),
    )


def _leading_nowhere(component: Component) -> Component:
    return replace(component, examples=tuple(map(_nowhere, component.examples)))


def _nowhere(example: Example) -> Example:
    html = Markup(_LEADS.sub(_NOWHERE, example.html))  # noqa: S704 - HTML of our own macros
    return replace(example, html=html)
