"""The vocabularies that ship with the package."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from kohtaamo.content.build.item import build_terms
from kohtaamo.content.source.read import read_document
from kohtaamo.model.terms import Term


@cache
def default_vocabularies() -> Mapping[str, tuple[Term, ...]]:
    """The terms of each vocabulary of the package, by name.

    Municipalities have no default: they are each network's own. A fault in our own file is a
    fault of the package and raises ValueError.
    """
    found = {}
    folder = files("kohtaamo.content").joinpath("vocabularies")
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yml"):
            path, slug = f"vocabularies/{file.name}", file.name.removesuffix(".yml")
            document, problems = read_document(path, "vocabulary", slug, None, file.read_bytes())
            if document is None or problems:
                raise ValueError(f"default vocabulary {file.name}: {problems}")
            found[slug], problems = build_terms(document)
            if problems:
                raise ValueError(f"default vocabulary {file.name}: {problems}")
    return found
