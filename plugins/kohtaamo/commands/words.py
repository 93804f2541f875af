"""`kohtaamo words TAG`: a words file of a further language, to be filled in."""

import sys
from pathlib import Path

from kohtaamo.content.source.read import read_document
from kohtaamo.problems.problem import Refused
from kohtaamo.text.languages import EASY_FINNISH, parse_language
from kohtaamo.words.load import INTERFACE, shipped_words, texts_of
from kohtaamo.words.template import template


def run_words(tag: str, content: str, output: str | None) -> int:
    """Print the file, or write it to `output`; what `content/languages/` holds of it is kept.

    0 when it is made, 2 for what is no language tag or a words file that cannot be read.
    """
    try:
        language = tag if tag == EASY_FINNISH else parse_language(tag)
    except Refused:
        print(f"{tag} ei ole kielen tunnus. Arabia on ar, ukraina uk.", file=sys.stderr)
        return 2
    own = Path(content) / "languages" / f"{language}.yml"
    written = dict(shipped_words(language).texts) if language in INTERFACE else {}
    if own.is_file():
        document, problems = read_document(
            f"languages/{own.name}", "language", language, None, own.read_bytes()
        )
        if document is None or problems:
            print(f"{own} ei ole kunnossa: aja `kohtaamo check`.", file=sys.stderr)
            return 2
        written |= texts_of(document)
    text = template(language, shipped_words("fi").texts, written)
    if output is None:
        print(text, end="")
        return 0
    file = Path(output)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8", newline="\n")
    print(f"Sanat ovat tiedostossa {output}. Poista ristikkomerkki riviltä, jonka käännät.")
    return 0
