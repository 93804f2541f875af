"""What is known of a place's premises: yes, no, and what nobody has said."""

from collections.abc import Mapping
from dataclasses import dataclass

from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import NO_TEXT, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibilityView:
    """Each in the order of the vocabulary."""

    yes: tuple[Text, ...]
    no: tuple[Text, ...]
    unknown: tuple[Text, ...] = ()
    note: Text = NO_TEXT

    def __bool__(self) -> bool:
        return bool(self.yes or self.no or self.unknown or self.note)


def accessibility_view(
    reader: Reader,
    known: Mapping[str, bool],
    *,
    note: Text = NO_TEXT,
    with_unknown: bool = False,
) -> AccessibilityView:
    """The facts, by the vocabulary; with those that nobody has stated only where it is asked."""
    vocabulary = reader.network.vocabularies["accessibility"]
    labels = {key: reader.label(term.label) for key, term in vocabulary.items()}
    return AccessibilityView(
        yes=tuple(label for key, label in labels.items() if known.get(key) is True),
        no=tuple(label for key, label in labels.items() if known.get(key) is False),
        unknown=tuple(label for key, label in labels.items() if key not in known)
        if with_unknown
        else (),
        note=note,
    )
