"""Reads the words of every interface language the package ships, and a network's own."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from kohtaamo.content.source.read import read_document
from kohtaamo.content.source.tree import Document
from kohtaamo.words.words import Words, flatten

SHIPPED = ("fi", "sv", "en")


@cache
def shipped_words(tag: str) -> Words:
    """The words of a shipped language: all files of its folder as one tree.

    A fault in our own file is a fault of the package and raises ValueError.
    """
    texts: dict[str, str] = {}
    folder = files("kohtaamo.words").joinpath(tag)
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yml"):
            texts |= _texts_in(tag, file)
    return Words(tag=tag, texts=texts)


def shipped_addresses(tag: str) -> Mapping[str, str]:
    """The words of a shipped language that stand in addresses, by key (`addresses.events`).

    Checking one file needs no others, and reads no others.
    """
    return _texts_in(tag, files("kohtaamo.words").joinpath(tag, "addresses.yml"))


def _texts_in(tag: str, file: Traversable) -> dict[str, str]:
    path = f"words/{tag}/{file.name}"
    document, problems = read_document(path, "language", tag, None, file.read_bytes())
    if document is None or problems:
        raise ValueError(f"{path}: {problems}")
    return texts_of(document)


def texts_of(document: Document) -> dict[str, str]:
    """Every text of a words file by dotted key."""
    return {key: scalar.text for key, scalar in flatten(document.root).items()}


def words_of(languages: Iterable[str], own: Iterable[Document] = ()) -> Mapping[str, Words]:
    """The words of each language of a network, in its order; languages without words are missing.

    `own` are the checked files of `content/languages/`: whole further languages, or other words
    for some keys of a shipped one.
    """
    written = {document.slug: texts_of(document) for document in own}
    found: dict[str, Words] = {}
    for tag in languages:
        if tag in SHIPPED:
            texts = {**shipped_words(tag).texts, **written.get(tag, {})}
            found[tag] = Words(tag=tag, texts=texts)
        elif tag in written:
            found[tag] = Words(tag=tag, texts=written[tag])
    return found
