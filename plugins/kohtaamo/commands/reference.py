"""`kohtaamo reference`: the contributors' guides, made from the schema and from the messages."""

import sys
from collections.abc import Mapping
from pathlib import Path

from kohtaamo.commands.guides import message_file
from kohtaamo.content.schema.reference import reference_markdown
from kohtaamo.problems.catalogue import LANGUAGES, load_catalogue
from kohtaamo.problems.explanations import guide_markdown, message_guide
from kohtaamo.words.load import shipped_words


def run_reference(output: str, only_compare: bool) -> int:
    """Write the guides, or only say whether the written ones are up to date (1 when not).

    `output` is the file of all fields; the messages of each language are explained beside it.
    """
    texts = _texts(output)
    if only_compare:
        stale = [file for file, text in texts.items() if _written(file) != text]
        for file in stale:
            print(f"{file} ei ole ajan tasalla: aja `inv reference`.", file=sys.stderr)
        if not stale:
            print(f"Ajan tasalla: {_listed(texts)}.")
        return 1 if stale else 0
    for file, text in texts.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    print(f"Ohjeet on kirjoitettu: {_listed(texts)}.")
    return 0


def _texts(output: str) -> Mapping[Path, str]:
    """What stands in each file."""
    return {
        Path(output): reference_markdown(shipped_words("fi")),
        **{message_file(tag, output): _messages(tag) for tag in LANGUAGES},
    }


def _messages(language: str) -> str:
    title = shipped_words(language)("reference.messages.title")
    return guide_markdown(message_guide(load_catalogue(language)), title)


def _written(file: Path) -> str:
    return file.read_text("utf-8") if file.is_file() else ""


def _listed(files: Mapping[Path, str]) -> str:
    return ", ".join(map(str, files))
