"""The words of one interface language, by dotted key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kohtaamo.content.source import tree
from kohtaamo.text.languages import html_tag, is_easy
from kohtaamo.text.runs import run

# Forms for numbers that only some languages have (`kohtaamo.words.plurals`).
_FURTHER = (".zero", ".two", ".few")


@dataclass(frozen=True)
class Words:
    """`tag` is the address prefix and file name; `html` the `lang` of pages; `locale` Babel's.

    `texts` holds every text by dotted key; `{name}` stands for a value. `borrowed` are the keys
    that the language has no words of its own for, each with the `lang` of the language that lends
    them; `lender` is the one whose words are whole.
    With `says_languages` texts of other languages come marked (`kohtaamo.text.runs`): for HTML.
    """

    tag: str
    texts: Mapping[str, str]
    borrowed: Mapping[str, str] = field(default_factory=dict)
    lender: "Words | None" = None
    says_languages: bool = False

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its values filled in; KeyError for an unknown key."""
        text = self.texts[key]
        return text.format_map(values) if values else text

    def several(self, key: str, count: int, **values: object) -> str:
        """`key.one` for exactly one, else `key.many`; `{count}` is filled in.

        A language with further forms (`key.few`) takes the one that CLDR says.
        """
        form = "one" if count == 1 else "many"
        if key in self._with_further_forms:
            from kohtaamo.words.plurals import form_for  # noqa: PLC0415 - Babel, for few languages

            form = form_for(self.locale, count)
            form = form if f"{key}.{form}" in self.texts else "many"
        return self(f"{key}.{form}", count=count, **values)

    @cached_property
    def _with_further_forms(self) -> frozenset[str]:
        stems = (key.rpartition(".") for key in self.texts if key.endswith(_FURTHER))
        return frozenset(stem for stem, _, _ in stems if f"{stem}.many" in self.texts)

    def speaker(self, prefix: str) -> "Words":
        """Who says a sentence that is put together from all keys of a prefix.

        Half a rule in Sámi and half in Finnish is neither: the lender says all of it.
        """
        if self.lender is None or not any(key.startswith(prefix) for key in self.borrowed):
            return self
        return self.lender

    def quoted(self, text: str, tag: str) -> str:
        """A text that somebody wrote in the language `tag`, as a value for a sentence of ours."""
        if not self.says_languages or tag == self.tag or not text:
            return text
        return run(html_tag(tag), text)

    @cached_property
    def html(self) -> str:
        return self.texts["language.html"]

    @property
    def is_easy(self) -> bool:
        """True for easy language, whose pages show fewer things."""
        return is_easy(self.html)

    @property
    def is_reviewed(self) -> bool:
        """False when no fluent reader has checked these words."""
        return self.texts["language.reviewed"] == "yes"

    @cached_property
    def locale(self) -> str:
        return self.texts["language.locale"]


def flatten(node: tree.Node, prefix: str = "") -> dict[str, tree.Scalar]:
    """A nested mapping of texts as one mapping by dotted key; lists are not words and left out."""
    if isinstance(node, tree.Scalar):
        return {prefix: node}
    texts: dict[str, tree.Scalar] = {}
    if isinstance(node, tree.Mapping):
        for key, value in node.entries:
            texts |= flatten(value, f"{prefix}.{key.text}" if prefix else key.text)
    return texts
