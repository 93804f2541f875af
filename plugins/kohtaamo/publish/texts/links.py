"""Which addresses a link in somebody's text may lead to."""

import re

from kohtaamo.publish.texts.unseen import without_hidden

_UNFIT = re.compile(r"[\s\\\x00-\x20\x7f-\x9f]")
# What stands before the host shows one site and leads to another, or gives a password away.
_USER = re.compile(r"https?://[^/?#]*@", re.IGNORECASE)
# From the site's own root, but not `//host`, which is another site.
_WEB = re.compile(r"https?://[^/]|/(?!/)", re.IGNORECASE)
# One to write to, and of the headers only those that whoever sends the letter has before their
# eyes: a hidden copy is nobody's wish (RFC 6068 §4). No escape but those of other letters.
_WORDS = r"(?:[^?&#%]|%(?!0[ad])[0-9a-f]{2})"
_MAIL = re.compile(
    rf"mailto:(?:[^?&#%,;]|%[89a-f][0-9a-f])+(?:[?&](?:subject|body)={_WORDS}*)*", re.IGNORECASE
)
# Digits: `*21*…#` would turn somebody's calls to another number (3GPP TS 22.030).
_PHONE = re.compile(r"tel:\+?(?:[0-9().-]|%20)+", re.IGNORECASE)


def may_lead_to(address: str) -> bool:
    """True for http, https, mailto and tel, and for addresses from the site's own root.

    Without blanks, backslashes and what cannot be seen; a letter has one reader and no header but
    a subject and a text; a telephone number is dialled, and never an order to the telephone.
    """
    if _UNFIT.search(address) or without_hidden(address) != address:
        return False
    if _WEB.match(address):
        return not _USER.match(address)
    return bool(_MAIL.fullmatch(address) or _PHONE.fullmatch(address))
