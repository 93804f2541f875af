"""What a field and a record of fields are; every kind of file is one record of these."""

import keyword
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from kohtaamo.content.schema.aliases import ALIASES
from kohtaamo.content.source.tree import Mapping, Node, Scalar
from kohtaamo.problems.problem import Report
from kohtaamo.text.suggestions import nearest

# No more fields are listed in one sentence.
_MOST_KEYS = 8
# Keys that whole events and contacts have not, however often they are tried.
_CANCELLED = frozenset({"cancelled", "canceled", "peruttu", "inställd", "inställt"})
_NAMES = frozenset({"name", "nimi", "namn", "person", "henkilö", "yhteyshenkilö", "kontaktperson"})


class Type(Protocol):
    """How a value is read; `name` is the key of its words in the reference."""

    @property
    def name(self) -> str: ...

    def read(self, node: Node, at: str, report: Report) -> Any:
        """The typed value, or None after reporting why not; `at` is the dotted field."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One row of the schema.

    `key` is what people write and, with a `_` behind Python's own words, the model's attribute;
    `translatable` fields may stand in `<slug>.<language>.md`, what `is_phrase` says there under
    `phrases`; `unless_closed` lifts `required` from closed groups; `example` is shown in the
    reference and always reads without a problem.
    """

    key: str
    type: Type
    example: str
    required: bool = False
    translatable: bool = False
    is_phrase: bool = False
    unless_closed: bool = False

    @property
    def attribute(self) -> str:
        return f"{self.key}_" if keyword.iskeyword(self.key) else self.key


@dataclass(frozen=True)
class Record:
    """A mapping with known keys, read into one frozen model value. Itself a type of fields."""

    name: str
    model: Callable[..., Any]
    fields: tuple[Field, ...]

    @cached_property
    def by_key(self) -> dict[str, Field]:
        return {field.key: field for field in self.fields}

    @cached_property
    def _readers(self) -> dict[str, tuple[str, Callable[[Node, str, Report], Any]]]:
        """By key: the attribute of the model, and how the value is read."""
        return {field.key: (field.attribute, field.type.read) for field in self.fields}

    @cached_property
    def _required(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.required)

    @cached_property
    def homes(self) -> dict[str, str]:
        """For each key that only one record inside this one has: the field it belongs under."""
        found: dict[str, set[str]] = {}
        for field in self.fields:
            inner = getattr(field.type, "item", field.type)
            if isinstance(inner, Record):
                for key in inner.by_key:
                    found.setdefault(key, set()).add(field.key)
        return {key: homes.pop() for key, homes in found.items() if len(homes) == 1}

    @cached_property
    def aliases(self) -> dict[str, str]:
        """The key of this record that another word for it means."""
        meant = {word: keys.split() for word, keys in ALIASES.items()}
        return {
            word: next(key for key in keys if key in self.by_key)
            for word, keys in meant.items()
            if any(key in self.by_key for key in keys)
        }

    def read(self, node: Node, at: str, report: Report) -> Any:
        """The model value, or None when a required field is missing or any field is faulty."""
        before = len(report.problems)
        values = self.read_values(node, at, report)
        if values is None or len(report.problems) > before:
            return None
        return self.model(**values)

    def read_values(
        self, node: Node, at: str, report: Report, waive: bool = False
    ) -> dict[str, Any] | None:
        """Typed values by attribute; unknown and missing keys are reported.

        `waive` lifts the requirement of fields marked `unless_closed`. None when the node is no
        mapping at all.
        """
        if not isinstance(node, Mapping):
            example = self._example_in_words()
            allowed = self._keys_in_words()
            report.add(node.line, at, "needs-keys", example=example, allowed=allowed)
            return None
        values: dict[str, Any] = {}
        written: set[str] = set()
        prefix = f"{at}." if at else ""
        readers, lines = self._readers, report.lines
        for key, value in node.entries:
            reader = readers.get(key.text)
            if reader is None:
                # A key that is only misspelt is not called missing as well.
                written.add(self._report_unknown(key, prefix, report) or "")
                continue
            field = prefix + key.text
            lines[field] = value.line
            if value.is_missing:
                continue
            written.add(key.text)
            attribute, read = reader
            typed = read(value, field, report)
            if typed is not None:
                values[attribute] = typed
        self._report_missing(node, prefix, written, waive, report)
        return values

    def _report_missing(
        self, node: Mapping, prefix: str, written: set[str], waive: bool, report: Report
    ) -> None:
        """Report the required fields that are not among the `written` ones."""
        for field in self._required:
            if field.key not in written and not (waive and field.unless_closed):
                line = report.lines.get(prefix + field.key, node.line)
                report.add(
                    line, prefix + field.key, "required", example=f"{field.key}: {field.example}"
                )

    def _report_unknown(self, key: Scalar, prefix: str, report: Report) -> str | None:
        """Report a key that is none, and return the key that was probably meant."""
        if self._report_known_slip(key, prefix, report):
            return None
        if key.text in self.homes and key.text not in self.aliases:
            home = self.homes[key.text]
            report.add(key.line, prefix + key.text, "key-belongs-under", key=key.text, home=home)
            return None
        guess = nearest(key.text, self.by_key, self.aliases)
        if guess is not None:
            report.add(key.line, prefix + key.text, "unknown-key-near", key=key.text, guess=guess)
        else:
            allowed = self._keys_in_words()
            report.add(key.line, prefix + key.text, "unknown-key", key=key.text, allowed=allowed)
        return guess

    def _report_known_slip(self, key: Scalar, prefix: str, report: Report) -> bool:
        """Report a key that is no field here for a reason of its own."""
        at = prefix + key.text
        if key.text in _CANCELLED and {"status", "repeat"} <= self.by_key.keys():
            report.add(key.line, at, "cancelled-elsewhere", key=key.text)
        elif key.text in _NAMES and self.name == "contact":
            report.add(key.line, at, "name-of-a-person")
        else:
            return False
        return True

    def _keys_in_words(self) -> str:
        keys = tuple(self.by_key)
        return ", ".join((*keys[:_MOST_KEYS], "…") if len(keys) > _MOST_KEYS else keys)

    def _example_in_words(self) -> str:
        """The fields that have to be there, or the first two, as they may be written."""
        fields = self._required or self.fields[:2]
        return f"{{{', '.join(f'{field.key}: {field.example}' for field in fields)}}}"
