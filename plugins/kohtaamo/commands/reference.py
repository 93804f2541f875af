"""`kohtaamo reference`: the contributors' reference, made from the schema."""

import sys
from pathlib import Path

from kohtaamo.content.schema.reference import reference_markdown
from kohtaamo.words.load import shipped_words


def run_reference(output: str, only_compare: bool) -> int:
    """Write the reference, or only say whether the written one is up to date (1 when not)."""
    file = Path(output)
    text = reference_markdown(shipped_words("fi"))
    current = file.read_text("utf-8") if file.is_file() else ""
    if only_compare:
        if current != text:
            print(f"{output} ei ole ajan tasalla: aja `inv reference`.", file=sys.stderr)
            return 1
        print(f"{output} on ajan tasalla.")
        return 0
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8", newline="\n")
    print(f"Kenttien ohje on kirjoitettu tiedostoon {output}.")
    return 0
