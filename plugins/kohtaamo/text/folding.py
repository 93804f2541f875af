"""Words compared without case, accents and kind of dash."""

import unicodedata

# Hyphens, dashes and the minus sign: people and word processors use them for one another.
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"

# Letters that Unicode does not take apart into a base letter and a mark.
_WHOLE_LETTERS = str.maketrans(
    {
        "đ": "d",
        "ŋ": "n",
        "ŧ": "t",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ł": "l",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ı": "i",
    }
)


def fold(text: str) -> str:
    """`text` in lower case without marks and compatibility forms: `Äijälä` → `aijala`."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c)).translate(_WHOLE_LETTERS)
