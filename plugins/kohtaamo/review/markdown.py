"""Texts that somebody else wrote, as plain words in a forge's Markdown.

Whatever a file says, the forge shows it as it was written: no link, picture, HTML, list or table
comes of it, nobody is called (`@name`), nothing is referred to (`#1`, `GH-1`, a commit), and no
sign turns other text around. What a renderer would only find after it has resolved entities
(GitHub, GitLab and Forgejo look for names, numbers and addresses in the finished text) is parted
by a space that has no width.
"""

import re
import unicodedata

from kohtaamo.problems.visible import shortened, visible
from kohtaamo.text.identity_codes import hide_identity_codes

LONGEST = 200

_PARTED = "\u200b"
# Where a forge would see more than text: each is a place between two characters.
_SIGNALS = re.compile(
    r"""
      (?<=[@\#!%~$&^*\[]) (?=\S)            # @name #1 !1 %1 ~label $1 &1 ^alert *iteration [item
    | (?=>)                                 # group/project>
    | (?<=:) (?=//|(?![0-9]{2}:)[\w+-]+:)   # https:// :smile:, but not 13:00:
    | (?<=[Ww][Ww][Ww]) (?=\.)              # www.
    | (?<=[A-Z]-) (?=[0-9])                 # GH-1, KEY-1
    | (?<=[Gg][Hh]-) (?=[0-9])
    | (?<=\b[0-9a-fA-F]{6}) (?=[0-9a-fA-F]) # the name of a commit
    """,
    re.VERBOSE,
)
_MARKS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\\`*_[]<>#|~$@&!" + _PARTED})
# First strong isolate, pop directional isolate.
_ISOLATED = "&#8296;{text}&#8297;"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def plain(text: str, limit: int = LONGEST) -> str:
    """`text` on one line, at most `limit` characters of it; "" when there is nothing to see.

    Personal identity codes are not repeated. It may stand anywhere but at the beginning of a line.
    """
    shown = shortened(" ".join(visible(hide_identity_codes(text)).split()), limit)
    marked = _SIGNALS.sub(_PARTED, shown).translate(_MARKS)
    if any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in shown):
        return _ISOLATED.format(text=marked)
    return marked
