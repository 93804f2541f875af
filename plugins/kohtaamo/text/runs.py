"""Runs: pieces of a text in another language than the text around them, marked within it.

A sentence is put together from texts of several people: a Swedish sentence names a Finnish place.
As long as it is plain text a run stands between control characters that no content may hold; HTML
says it as `lang` in the end (`kohtaamo.publish.html.spoken`). Runs may hold runs.
"""

import re

START, OF, END = "\x02", "\x01", "\x03"

# What a run begins with, and where it ends.
_MARK = re.compile(f"{START}[^{OF}]*{OF}|{END}")
_FIRST_LETTER = re.compile(f"((?:{START}[^{OF}]*{OF})*)(.)", re.DOTALL)


def run(lang: str, text: str) -> str:
    """`text` marked as being in `lang`, an HTML language tag."""
    return f"{START}{lang}{OF}{text}{END}"


def plain(text: str) -> str:
    """The text without its marks: for addresses and all that is not HTML."""
    return _MARK.sub("", text) if START in text else text


def capital(text: str) -> str:
    """The text as a sentence begins: only its first letter changes."""
    if not text.startswith(START):
        return text[:1].upper() + text[1:]
    return _FIRST_LETTER.sub(lambda match: match[1] + match[2].upper(), text, count=1)
