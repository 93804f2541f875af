"""In which languages the contributors' guide and the form are, and how one gets there."""

from kohtaamo.publish.output import GUIDE
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import Link, Text
from kohtaamo.words.load import SHIPPED


def guide_languages(reader: Reader) -> frozenset[str]:
    """Those of the network's languages in which the guide is whole; in others it has no page."""
    return frozenset(tag for tag in reader.siblings if tag in SHIPPED)


def has_guide(reader: Reader) -> bool:
    """True when this build makes the guide, and this language has it."""
    return GUIDE[0] in reader.site.scope.owners and reader.language in guide_languages(reader)


def guide_link(reader: Reader) -> Link | None:
    """The guide in this language, else in the first that has it; None where none has."""
    return _link(reader, "guide", "site.section.guide")


def tell_link(reader: Reader) -> Link | None:
    """The page of the form, which needs the same words; None where it is in another language.

    There one calls or writes.
    """
    if reader.language not in guide_languages(reader):
        return None
    return _link(reader, "tell", "form.title")


def _link(reader: Reader, section: str, name: str) -> Link | None:
    languages = guide_languages(reader)
    if not languages:
        return None
    first = next(tag for tag in reader.siblings if tag in languages)
    tag = reader.language if reader.language in languages else first
    address = reader.siblings[tag].section(section)
    return Link(reader.link(address), Text(reader.words(name)))
