"""Where a mail goes on after the file: signatures, greetings, what was answered to."""

import re

# A greeting alone on its line, or with a comma or the sender behind it.
_GREETING = re.compile(
    r"""(?:(?:parhain|ystävällisin|lämpimin|iloisin|kesäisin|talvisin|syys|joulu)?\s*terveisin
    | (?:yst|parh)\.?\s*terv\. | terv\. | t\. | kiittäen | kiitos\ etukäteen | yt\b
    | (?:parhain|lämpimin|iloisin)?\s*terk(?:uin|ut|kuja|kusin|\.)
    | med\ (?:vänliga?|bästa)\ hälsning(?:ar)? | (?:vänliga|bästa|varma)\ hälsningar | mvh
    | hälsningar | hälsn\. | tack\ på\ förhand
    | (?:with\ )?(?:kind|best|warm)\ regards | yours\ (?:sincerely|faithfully) | regards
    | best\ wishes | cheers\b | thanks\ in\ advance
    )[\s,.!]*(?:[^.!?]{0,60})""",
    re.VERBOSE | re.IGNORECASE,
)
_FROM_PHONE = re.compile(
    r"""(?:lähetetty|skickat|sent|hanki|skaffa|hämta|get)\s+
    (?:from|från|via|with|laitteesta|[\w-]*puhelimesta|\w*iphone\w*|\w*ipad\w*|\w*android\w*
      |\w*samsung\w*|\w*outlook\w*|\w*windows\w*|\w*yahoo\w*|\w*gmail\w*|\w*puhelim\w*|min|my)
    .{0,80}""",
    re.VERBOSE | re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"""-{3,}\s*(?:original\ message|alkuperäinen\ viesti|ursprungligt\ meddelande
        |forwarded\ message|välitetty\ viesti|edelleenlähetetty\ viesti|vidarebefordrat.*)\s*-{3,}
    | (?:begin\ forwarded\ message|alkaa\ edelleenlähetetty\ viesti)\s*:?
    | (?:on|am|den|ti|ma|ke|to|pe|la|su)\s.{3,160}\s(?:wrote|kirjoitti|skrev)(?:\s.{0,60})?:
    | .{3,160}\s(?:kirjoitti|skrev)(?:\s.{0,60})?:
    | _{10,}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HEADER = re.compile(
    r"\*?(?:from|sent|to|subject|lähettäjä|lähetetty|vastaanottaja|aihe|från|skickat|till|ämne)"
    r"\*?\s?:\*?\s.*",
    re.IGNORECASE,
)


def is_ending(lines: list[str], at: int) -> bool:
    """True when the file cannot go on at this line.

    That is `-- ` as programs write it, a greeting, `Lähetetty iPhonesta`, or the headers of the
    mail that was answered.
    """
    line = lines[at]
    said = line.strip()
    if line.rstrip() in ("--", "\u2014", "\u2013") or line == "-- ":
        return True
    if _ANSWERED.fullmatch(said) or _FROM_PHONE.fullmatch(said):
        return True
    if _HEADER.fullmatch(said) and any(
        _HEADER.fullmatch(each.strip()) for each in lines[at + 1 : at + 3]
    ):
        return True
    # In a text `Kiitos …` may begin a sentence: a greeting has an empty line before it.
    is_apart = at == 0 or not lines[at - 1].strip()
    return is_apart and bool(_GREETING.fullmatch(said))
