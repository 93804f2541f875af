"""Web, e-mail and telephone addresses that are safe to put into a link."""

import re
from collections.abc import Collection
from urllib.parse import SplitResult, quote, urlsplit

from kohtaamo.problems.problem import Refused
from kohtaamo.problems.visible import escaped
from kohtaamo.text.folding import DASHES

LONGEST_URL = 2000
PLACEHOLDERS = ("lat", "lon", "address")

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
BARE_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::[0-9]+)?(?:[/?#].*)?", re.IGNORECASE)
_LABEL = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)")
REFUSED_IN_URL = re.compile(r'[\\<>"`]')
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_KEPT = "%!$&'()*+,/:;=?@~"
# Without `?&%#/=`, which RFC 5322 allows and which would add headers to a mailto link (RFC 6068).
LOCAL_PART = re.compile(r"[A-Za-z0-9!$'*+^_`{|}~-]+(?:\.[A-Za-z0-9!$'*+^_`{|}~-]+)*")
_LINE_BREAK = re.compile(r"%0[AaDd]")
PHONE = re.compile(r"\+?[0-9 ()-]+")
_PLAIN_DASH = {ord(dash): "-" for dash in DASHES}
_BLANKS = re.compile(r"\s+")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def parse_url(text: str, schemes: Collection[str] = ("http", "https")) -> str:
    """An address with one of `schemes`, written in ASCII (RFC 3986).

    Other letters are percent-encoded, and in the host turned into IDNA. Refused: `not-a-url`,
    `url-without-scheme`, `url-scheme`, `url-with-blank`, `url-with-password`, `url-too-long`, and
    for `mailto:` and `tel:` what their own readers refuse.
    """
    text = text.strip()
    if len(text) > LONGEST_URL:
        raise Refused("url-too-long", length=str(len(text)), limit=str(LONGEST_URL))
    if any(not c.isprintable() or c.isspace() for c in text):
        raise Refused("url-with-blank", value=escaped(text))
    scheme = _scheme(text, schemes)
    if REFUSED_IN_URL.search(text):
        raise Refused("not-a-url", value=text)
    rest = _LONE_PERCENT.sub("%25", text[len(scheme) + 1 :])
    if scheme == "mailto":
        address, mark, query = rest.partition("?")
        if _LINE_BREAK.search(query):
            raise Refused("not-a-url", value=text)
        return f"mailto:{parse_email(address)}{mark}{quote(query, safe=_KEPT)}"
    if scheme == "tel":
        return f"tel:{dial(parse_phone(rest))}"
    return _web_address(scheme, rest, text)


def parse_url_template(text: str) -> str:
    """An https address with only `{lat}`, `{lon}` and `{address}` to be filled in after the host.

    Refused: `url-placeholder`, and what `parse_url` refuses.
    """
    text = text.strip()
    for name in _PLACEHOLDER.findall(text):
        if name not in PLACEHOLDERS:
            allowed = ", ".join(f"{{{known}}}" for known in PLACEHOLDERS)
            raise Refused("url-placeholder", value=f"{{{name}}}", allowed=allowed)
    marked = _PLACEHOLDER.sub(r"~~\1~~", text)
    try:
        url = parse_url(marked, ("https",))
    except Refused as refused:
        raise Refused(refused.code, **refused.values | {"value": text}) from None
    for name in PLACEHOLDERS:
        url = url.replace(f"~~{name}~~", f"{{{name}}}")
    return url


def parse_email(text: str) -> str:
    """One plain address, `name@host` (RFC 5321 dot-string), host in lower case and ASCII.

    Refused: `not-an-email`.
    """
    text = text.strip()
    local, at, domain = text.rpartition("@")
    host = _host(domain)
    wrong = not at or host is None or "." not in host or len(local) > 64 or len(text) > 254
    if wrong or LOCAL_PART.fullmatch(local) is None:
        raise Refused("not-an-email", value=escaped(text))
    return f"{local}@{host}"


def parse_phone(text: str) -> str:
    """A number as written with single spaces: 3–20 digits, `+`, `-`, `(` and `)`.

    Refused: `not-a-phone`.
    """
    number = _BLANKS.sub(" ", text.strip()).translate(_PLAIN_DASH)
    digits = sum(c.isdigit() for c in number)
    if PHONE.fullmatch(number) is None or not 3 <= digits <= 20 or not _balanced(number):
        raise Refused("not-a-phone", value=escaped(text.strip()))
    return number


def dial(number: str) -> str:
    """What a phone dials (RFC 3966): digits and a leading `+`; `+358 (0)40` loses its `(0)`."""
    if number.startswith("+"):
        number = number.replace("(0)", "")
    return "".join(c for c in number if c in "+0123456789")


def _scheme(text: str, schemes: Collection[str]) -> str:
    match = _SCHEME.match(text)
    if match is not None and match[1].lower() in schemes:
        return match[1].lower()
    if BARE_HOST.fullmatch(text):
        raise Refused("url-without-scheme", value=text, suggestion=f"https://{text}")
    if match is None:
        raise Refused("not-a-url", value=text)
    allowed = ", ".join(f"{scheme}:" for scheme in schemes)
    raise Refused("url-scheme", value=text, scheme=f"{match[1]}:", allowed=allowed)


def _web_address(scheme: str, rest: str, text: str) -> str:
    try:
        parts = urlsplit(f"{scheme}:{rest}")
        port = parts.port
    except ValueError:
        raise Refused("not-a-url", value=text) from None
    if "@" in parts.netloc:
        raise Refused("url-with-password", value=_without_user(parts))
    host = _host(parts.hostname or "")
    if host is None or ("." not in host and host != "localhost"):
        raise Refused("not-a-url", value=text)
    where = host if port is None else f"{host}:{port}"
    path = quote(parts.path, safe=_KEPT)
    query = f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
    fragment = f"#{quote(parts.fragment, safe=_KEPT)}" if parts.fragment else ""
    return f"{scheme}://{where}{path}{query}{fragment}"


def _without_user(parts: SplitResult) -> str:
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def _host(name: str) -> str | None:
    """The host in lower-case ASCII, or None when it cannot be one (RFC 1123, IDNA)."""
    try:
        host = name.lower() if name.isascii() else name.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    if not host or len(host) > 253 or not all(map(_LABEL.fullmatch, host.split("."))):
        return None
    return host


def _balanced(number: str) -> bool:
    return number.count("(") == number.count(")") <= 1
