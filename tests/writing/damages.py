"""What mail programs do to a file: each takes its text and gives the bytes that arrive.

The mails are made by Python's own `email`, which knows nothing of how we read them.
"""

import html
import quopri
import textwrap
from base64 import b64encode
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from types import MappingProxyType

Damage = Callable[[str], bytes]

_SIGNATURE = "\n\nYstävällisin terveisin\nMaija Mallikas\nsihteeri\n"


def _mail(text: str, *, form: str = "plain", **parameters: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = "Maija Mallikas <maija.mallikas@example.fi>"
    message["To"] = "verkosto@example.fi"
    message["Subject"] = "Uusi tapahtuma: äiti"
    message["Date"] = "Tue, 01 Dec 2026 10:00:00 +0200"
    message.set_content(text, subtype=form, **parameters)  # type: ignore[arg-type]
    return message


def _quoted(text: str, mark: str = "> ") -> str:
    return "".join(f"{mark}{line}".rstrip() + "\n" for line in text.split("\n"))


def _flowed(text: str) -> bytes:
    """As Thunderbird sends it: broken at 72, spaces at line beginnings doubled (RFC 3676)."""
    lines = []
    for line in text.split("\n"):
        parts = _broken(line, 70)
        lines += [_stuffed(f"{part} ") for part in parts[:-1]]
        lines.append(_stuffed(parts[-1].rstrip(" ")))
    message = _mail("\n".join(lines), cte="8bit")
    message.set_param("format", "flowed")
    return message.as_bytes()


def _stuffed(line: str) -> str:
    return f" {line}" if line.startswith((" ", ">", "From ")) else line


def _broken(line: str, width: int) -> list[str]:
    bare = line.lstrip(" ")
    indent = line[: len(line) - len(bare)]
    wrapped = textwrap.wrap(
        bare, width, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )
    return [indent + wrapped[0], *wrapped[1:]] if wrapped else [line]


def _html(text: str, line: Callable[[str], str], around: str = "{}") -> bytes:
    rows = "".join(line(html.escape(row, quote=True)) for row in text.split("\n"))
    return _mail(around.format(rows), form="html", cte="quoted-printable").as_bytes()


def _hard(row: str) -> str:
    """Spaces at the beginning as HTML keeps them."""
    bare = row.lstrip(" ")
    return "&nbsp;" * (len(row) - len(bare)) + bare


def _outlook(row: str) -> str:
    return (
        f'\r\n<p class="MsoNormal"><span lang="FI">{_hard(row) or "&nbsp;"}<o:p></o:p></span></p>'
    )


def _gmail(row: str) -> str:
    return f"<div>{_hard(row)}</div>" if row else "<div><br></div>"


def _curly(text: str) -> str:
    """What a phone makes of quotes in the head; the text below stays."""
    head, fence, body = text.partition("\n---\n")
    parts = head.split('"')
    return "”".join(parts) + fence + body


def _dashes(text: str) -> str:
    return "\n".join("—" if line == "---" else line for line in text.split("\n"))


def _nbsp(text: str) -> str:
    return "\n".join(_hard(line).replace("&nbsp;", "\u00a0") for line in text.split("\n"))


def _capitals(text: str) -> str:
    """Phones begin lines with a capital."""
    head, fence, body = text.partition("\n---\n")
    return "\n".join(line[:1].upper() + line[1:] for line in head.split("\n")) + fence + body


def _forwarded(text: str) -> bytes:
    headers = "Lähettäjä: Maija <maija@example.fi>\nLähetetty: tiistai 1.12.2026\nAihe: Kerho\n\n"
    return f"Katso tämä.\n\n-----Alkuperäinen viesti-----\n{headers}{text}{_SIGNATURE}".encode()


def _answered(text: str) -> bytes:
    before = (
        "Laitoin sen portaaliin.\n\nti 1.12.2026 klo 10.00 Maija <maija@example.fi> kirjoitti:\n\n"
    )
    return (before + _quoted(f"Hei!\n\n{text}")).encode()


def _attached(text: str) -> bytes:
    message = _mail("Hei, liitteenä tapahtuma.\n\nT. Maija\n")
    message.add_attachment(
        text.encode("cp1252", "xmlcharrefreplace"),
        maintype="application",
        subtype="octet-stream",
        filename="kerho.md",
    )
    return message.as_bytes()


def _both(text: str) -> bytes:
    message = _mail(_quoted(text, ">"), cte="quoted-printable")
    message.add_alternative(f"<pre>{html.escape(text)}</pre>", subtype="html")
    return message.as_bytes()


DAMAGES: MappingProxyType[str, Damage] = MappingProxyType(
    {
        "nothing": str.encode,
        "carriage returns": lambda text: text.replace("\n", "\r\n").encode(),
        "mark of UTF-8": lambda text: text.encode("utf-8-sig"),
        "UTF-16": lambda text: text.encode("utf-16"),
        "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
        "Windows-1252": lambda text: text.encode("cp1252"),
        "read as Windows-1252": lambda text: text.encode().decode("cp1252", "ignore").encode(),
        "quoted": lambda text: _quoted(text).encode(),
        "quoted twice": lambda text: _quoted(_quoted(text)).encode(),
        "quoted without spaces": lambda text: _quoted(text, ">").encode(),
        "no-break spaces": lambda text: _nbsp(text).encode(),
        "curly quotes": lambda text: _curly(text).encode(),
        "dashes": lambda text: _dashes(text).encode(),
        "capitals": lambda text: _capitals(text).encode(),
        "indented": lambda text: textwrap.indent(text, "    ").encode(),
        "in a fence": lambda text: f"Tässä:\n\n```yaml\n{text}```\n\nT. Maija\n".encode(),
        "doubled lines": lambda text: text.replace("\n", "\n\n").encode(),
        "greeting": lambda text: f"Hei!\n\n{text}{_SIGNATURE}".encode(),
        "signature": lambda text: f"{text}\n-- \nMaija Mallikas\n010 123 4567\n".encode(),
        "from a phone": lambda text: f"{text}\nLähetetty iPhonesta\n".encode(),
        "forwarded": _forwarded,
        "answered": _answered,
        "pasted quoted-printable": lambda text: quopri.encodestring(text.encode()),
        "pasted base64": lambda text: b64encode(text.encode()),
        "mail, base64": lambda text: _mail(text, cte="base64").as_bytes(),
        "mail, quoted-printable": lambda text: _mail(text, cte="quoted-printable").as_bytes(),
        "mail, Latin-1": lambda text: _mail(text, charset="iso-8859-15").as_bytes(),
        "Thunderbird": _flowed,
        "Outlook": lambda text: _html(text, _outlook),
        "Gmail": lambda text: _html(text, _gmail, '<div dir="ltr">{}</div>'),
        "breaks": lambda text: _html(text, lambda row: f"{_hard(row)}<br>\n"),
        "attached": _attached,
        "plain and HTML": _both,
    }
)


def broken_at(text: str, width: int) -> bytes:
    """Lines of the head broken at a width, as programs without `format=flowed` do it."""
    head, fence, body = text.partition("\n---\n")
    lines = [part for line in head.split("\n") for part in _broken(line, width)]
    return ("\n".join(lines) + fence + body).encode()


def at_the_margin(text: str) -> bytes:
    """The head without any indentation, as some pages for mails send it."""
    head, fence, body = text.partition("\n---\n")
    return ("\n".join(line.lstrip(" ") for line in head.split("\n")) + fence + body).encode()
