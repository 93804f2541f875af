"""Reads the words of every interface language the package ships, and a network's own."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from kohtaamo.content.source.read import read_document
from kohtaamo.content.source.tree import Document
from kohtaamo.text.languages import EASY_FINNISH, broader
from kohtaamo.words.pseudo import is_pseudo, pseudo_words
from kohtaamo.words.words import Words, flatten

# Complete languages: portal pages, the contributors' reference and messages.
SHIPPED = ("fi", "sv", "en")
# Languages of portal pages alone. Northern Sámi holds only words that have a source.
EASY, PARTIAL = EASY_FINNISH, "se"
INTERFACE = (*SHIPPED, EASY, PARTIAL)
# Whatever a page needs is said at least in this one.
_LAST_RESORT = "fi"


@cache
def shipped_words(tag: str) -> Words:
    """The words of a shipped language: all files of its folder as one tree.

    A fault in our own file is a fault of the package and raises ValueError.
    """
    texts: dict[str, str] = {}
    folder = files("kohtaamo.words").joinpath(tag)
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yml"):
            texts |= texts_in(tag, file)
    return Words(tag=tag, texts=texts)


@cache
def shipped_addresses(tag: str) -> Mapping[str, str]:
    """The words of a shipped language that stand in addresses, by key (`addresses.events`).

    Checking one file needs no others, and reads no others.
    """
    return texts_in(tag, files("kohtaamo.words").joinpath(tag, "addresses.yml"))


def texts_in(tag: str, file: Traversable) -> dict[str, str]:
    """Every text by dotted key in a file of the package; ValueError for a fault in it."""
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

    `own` are the checked files of `content/languages/`: further languages, or other words for some
    keys of a shipped one. What a language does not say is said in a broader one (`selko` → `fi`),
    else in the network's first language, else in Finnish.
    """
    written = {document.slug: texts_of(document) for document in own}
    tags = tuple(languages)

    @cache
    def texts(tag: str) -> Mapping[str, str]:
        shipped = shipped_words(tag).texts if tag in INTERFACE else {}
        return {**shipped, **written.get(tag, {})}

    found: dict[str, Words] = {}
    for tag in tags:
        if is_pseudo(tag):
            found[tag] = pseudo_words(tag, texts(tags[0]) or texts(_LAST_RESORT))
        elif texts(tag):
            lenders = dict.fromkeys((*broader(tag)[1:], tags[0], _LAST_RESORT))
            lent = tuple((lender, texts(lender)) for lender in lenders if lender != tag)
            found[tag] = _completed(tag, texts(tag), lent)
    return found


def _completed(
    tag: str, own: Mapping[str, str], lenders: Iterable[tuple[str, Mapping[str, str]]]
) -> Words:
    """A language's words, and for keys it lacks those of the first lender that has them."""
    texts, borrowed, whole = dict(own), dict[str, str](), None
    texts.setdefault("language.reviewed", "yes")
    for lender, lent in lenders:
        missing = [key for key in lent if key not in texts]
        texts |= {key: lent[key] for key in missing}
        borrowed |= dict.fromkeys(missing, lent.get("language.html", ""))
        if missing and all(key in lent for key in texts):
            whole = whole or Words(tag=lender, texts=lent)
    return Words(tag=tag, texts=texts, borrowed=borrowed, lender=whole)
