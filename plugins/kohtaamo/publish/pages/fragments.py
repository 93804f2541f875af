"""Finished pieces of HTML that many pages of one language hold alike, each made once."""

from collections.abc import Callable

from jinja2 import Environment
from markupsafe import Markup

from kohtaamo.publish.html.environment import Macro, macro
from kohtaamo.publish.pages.easy import plainer
from kohtaamo.words.words import Words


class Fragments:
    """The theme's components as functions, and what they have made.

    A component's macro takes what it shows and, last, the words of the language.
    """

    __slots__ = ("_environment", "_macros", "_made", "_words")

    def __init__(self, environment: Environment, words: Words) -> None:
        self._environment = environment
        self._words = words
        self._macros: dict[str, Macro] = {}
        self._made: dict[tuple[object, ...], Markup] = {}

    def component(self, name: str) -> Macro:
        """The macro of a component of the theme."""
        if name not in self._macros:
            self._macros[name] = macro(self._environment, name)
        return self._macros[name]

    def once(self, name: str, key: tuple[object, ...], shows: Callable[[], object]) -> Markup:
        """What a component makes of something; `key` says of what, and then it is not asked again.

        Whatever the component shows must follow from its name and the key.
        """
        key = name, *key
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self.made(name, shows())
        return made

    def made(self, name: str, shows: object) -> Markup:
        """What a component makes of something that no other page has alike."""
        return self.component(name)(plainer(shows) if self._words.is_easy else shows, self._words)
