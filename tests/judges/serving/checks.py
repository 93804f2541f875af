"""What every client may rely on; each check yields the faults that it finds."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import PurePosixPath

from kohtaamo.commands.headers import FOR_EVER, headers_of
from kohtaamo.publish.media_types import media_type

from .client import Answer, Client
from .site import OLD_FILES, OLD_PAGES

Files = Mapping[str, bytes]
# Worth packing: all text, from a size on that both recipes pack.
PACKED = {"html", "css", "txt", "ics", "opml", "xml", "json"}
PACKED_FROM = 1000
CROSS_SITE = "Access-Control-Allow-Origin"


def address_of(path: str) -> str:
    """Where a file of the output folder is asked for."""
    return "/" + path.removesuffix("index.html")


def served(files: Files) -> Iterator[str]:
    """The files that a server has to give: those with a dot in front are not for the web."""
    return (path for path in files if not path.startswith("."))


def every_file(client: Client, files: Files) -> Iterator[str]:
    """Bytes, media type and headers; conditional requests, packed and plain; HEAD."""
    for path in served(files):
        address = address_of(path)
        whole = client.ask(address)
        faults = [
            *_whole(path, whole, files[path]),
            *_unchanged(client, address, whole),
            *_packed(client, path, files[path]),
            *_head(client, address, whole),
        ]
        yield from (f"{address}: {fault}" for fault in faults)


def _whole(path: str, answer: Answer, data: bytes) -> Iterator[str]:
    if answer.status != 200 or answer.body != data:
        yield f"not the file, but {answer.status} with {len(answer.body)} bytes"
    if answer.headers["Content-Type"] != media_type(path):
        yield f"Content-Type {answer.headers['Content-Type']}, not {media_type(path)}"
    if not answer.tag or not answer.headers["Last-Modified"]:
        yield "no ETag or no Last-Modified"
    if answer.headers[CROSS_SITE] != headers_of(path).get(CROSS_SITE):
        yield f"scripts of other sites: {answer.headers[CROSS_SITE]}"
    yield from _headers(path, answer)


def _headers(path: str, answer: Answer) -> Iterator[str]:
    for name, value in headers_of(path).items():
        if answer.headers.get_all(name) != [value]:
            yield f"{name}: {answer.headers.get_all(name)}, not once {value}"


def _unchanged(client: Client, address: str, whole: Answer) -> Iterator[str]:
    """RFC 9110 §13.1: nothing new costs no bytes; a client that is behind gets all of them."""
    date = whole.headers["Last-Modified"]
    earlier = format_datetime(parsedate_to_datetime(date) - timedelta(days=1), usegmt=True)
    cases = (
        ({"If-None-Match": whole.tag}, 304),
        ({"If-None-Match": f'"other", W/{whole.tag}'}, 304),
        ({"If-Modified-Since": date}, 304),
        ({"If-None-Match": '"other"'}, 200),
        ({"If-Modified-Since": earlier}, 200),
        ({"If-None-Match": '"other"', "If-Modified-Since": date}, 200),
    )
    for asking, status in cases:
        answer = client.ask(address, asking)
        body = b"" if status == 304 else whole.body
        if (answer.status, answer.body) != (status, body):
            yield f"{asking}: {answer.status} with {len(answer.body)} bytes, not {status}"
        if status == 304 and answer.headers["Cache-Control"] != whole.headers["Cache-Control"]:
            yield f"{asking}: a 304 with another Cache-Control"


def _packed(client: Client, path: str, data: bytes) -> Iterator[str]:
    """Text leaves packed to whoever can unpack it, and is known again by its tag."""
    if PurePosixPath(path).suffix.removeprefix(".") not in PACKED or len(data) < PACKED_FROM:
        return
    can = {"Accept-Encoding": "gzip"}
    answer = client.ask(address_of(path), can)
    if answer.headers["Content-Encoding"] != "gzip" or answer.plain != data:
        yield "not packed by gzip, or not the same when unpacked"
    if "Accept-Encoding" not in (answer.headers["Vary"] or ""):
        yield "packed without Vary: Accept-Encoding"
    if answer.headers["Content-Type"] != media_type(path):
        yield f"packed with Content-Type {answer.headers['Content-Type']}"
    for asking in ({**can, "If-None-Match": answer.tag}, {"If-None-Match": answer.tag}):
        again = client.ask(address_of(path), asking)
        if not answer.tag or (again.status, again.body) != (304, b""):
            yield f"the tag of the packed file is not known again ({again.status})"


def _head(client: Client, address: str, whole: Answer) -> Iterator[str]:
    answer = client.ask(address, method="HEAD")
    if answer.status != 200 or answer.body:
        yield f"HEAD: {answer.status} with {len(answer.body)} bytes"
    for name in ("Content-Type", "Content-Length", "ETag", "Last-Modified"):
        if answer.headers[name] != whole.headers[name]:
            yield f"HEAD says another {name}"


def addresses(client: Client, files: Files) -> Iterator[str]:
    """Folders without their slash, old addresses, and the style sheet with its mark."""
    for folder in ("/tapahtumat", "/sv/evenemang", "/paikat/roihankadun-olohuone"):
        answer = client.ask(folder)
        if answer.status not in (301, 308) or answer.headers["Location"] != f"{folder}/":
            yield f"{folder}: {answer.status} to {answer.headers['Location']}"
    for old, new in OLD_PAGES.items():
        answer = client.ask(old)
        if answer.status != 200 or f'content="0; url={new}"'.encode() not in answer.body:
            yield f"{old} does not lead to {new}"
    for old, new in OLD_FILES.items():
        before, now = client.ask(old), client.ask(new)
        if (before.status, before.body) != (200, now.body):
            yield f"{old}: {before.status}, and not the bytes of {new}"
        if before.headers["Content-Type"] != now.headers["Content-Type"]:
            yield f"{old} has another media type than {new}"
    marked = client.ask("/theme/kohtaamo.css?v=0123456789")
    if marked.headers.get_all("Cache-Control") != [FOR_EVER]:
        yield "the marked style sheet may not be kept"


def missing(client: Client, files: Files) -> Iterator[str]:
    """What is not there is the portal's own page, with the right status, and never "unchanged"."""
    page = files["404.html"]
    tag = client.ask("/404.html").tag
    names = ["/ei-ole/", "/ei-ole.ics", "/paikat/ei-ole/calendar.ics", "/theme/", "/built.json/"]
    names += ["/paikat/roihankadun-olohuone/rooms/", "/.nojekyll", "/.git/config", "/%2e%2e/x"]
    for address in names:
        for asking in ({}, {"If-None-Match": tag}, {"If-None-Match": "*"}):
            answer = client.ask(address, asking)
            if address == "/%2e%2e/x" and answer.status == 400:
                continue
            if (answer.status, answer.body) != (404, page):
                yield f"{address} {asking}: {answer.status} with {len(answer.body)} bytes"
            elif answer.headers["Content-Type"] != media_type("404.html"):
                yield f"{address}: a page as {answer.headers['Content-Type']}"
            else:
                yield from (f"{address}: {fault}" for fault in _headers("404.html", answer))
