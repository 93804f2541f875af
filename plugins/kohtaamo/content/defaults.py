"""The vocabularies that ship with the package."""

from importlib.resources import files

from kohtaamo.content.source.read import read_document
from kohtaamo.content.source.tree import Document


def default_vocabularies() -> tuple[Document, ...]:
    """One document for each vocabulary of the package, in order of name.

    Municipalities have no default: they are each network's own. A fault in our own file is a
    fault of the package and raises ValueError.
    """
    documents = []
    folder = files("kohtaamo.content").joinpath("vocabularies")
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yml"):
            slug = file.name.removesuffix(".yml")
            document, problems = read_document(
                f"vocabularies/{file.name}", "vocabulary", slug, None, file.read_bytes()
            )
            if document is None or problems:
                raise ValueError(f"default vocabulary {file.name}: {problems}")
            documents.append(document)
    return tuple(documents)
