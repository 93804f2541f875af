"""Where `kohtaamo reference` writes the contributors' guides, for it and for other commands."""

from pathlib import Path

# The fields, in Finnish; every other guide lies beside it.
FIELDS = "docs/kentat.md"


def message_file(language: str, fields: str = FIELDS) -> Path:
    """The guide of all messages in a language, as seen from the working folder.

    `viestit.md`, and `viestit.sv.md` as translations of content are called.
    """
    ending = "md" if language == "fi" else f"{language}.md"
    return Path(fields).with_name(f"viestit.{ending}")
