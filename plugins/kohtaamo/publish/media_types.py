"""Which media type each file of the portal is served with: the one list for all servers.

The preview server reads it, and the recipes in `docs/serving/` are tested against it. It knows the
kinds of files that a portal may come to have as well, so that no server has to be changed for them.
"""

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from kohtaamo.publish.formats import MEDIA_TYPES_BY_FILE
from kohtaamo.publish.ics import calendar

# What nobody knows is bytes: browsers keep such a file instead of guessing.
UNKNOWN = "application/octet-stream"

# RFC 5545 §8.1 (ics), RFC 9239 (js), RFC 7303 (xml), RFC 9649 (webp), RFC 8081 (woff2); no dot.
MEDIA_TYPES_BY_ENDING: Mapping[str, str] = MappingProxyType(
    {
        "html": "text/html; charset=utf-8",
        "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "txt": "text/plain; charset=utf-8",
        "md": "text/markdown; charset=utf-8",
        "csv": "text/csv; charset=utf-8",
        "ics": f"{calendar.MEDIA_TYPE}; charset=utf-8",
        "xml": "application/xml",
        "opml": MEDIA_TYPES_BY_FILE["feeds.opml"],
        "json": "application/json",
        "webmanifest": "application/manifest+json",
        "wasm": "application/wasm",
        # The search index is packed already, and its own script unpacks it (RFC 6713).
        "pagefind": "application/gzip",
        "pf_meta": "application/gzip",
        "pf_index": "application/gzip",
        "pf_fragment": "application/gzip",
        "svg": "image/svg+xml",
        "png": "image/png",
        "jpg": "image/jpeg",
        "webp": "image/webp",
        "avif": "image/avif",
        "woff2": "font/woff2",
        "ico": "image/vnd.microsoft.icon",
    }
)

# The names whose ending alone says too little: a feed is more than XML or JSON.
MEDIA_TYPES_BY_NAME: Mapping[str, str] = MappingProxyType(
    {
        name: media_type
        for name, media_type in MEDIA_TYPES_BY_FILE.items()
        if media_type != MEDIA_TYPES_BY_ENDING[name.rpartition(".")[2]]
    }
)


def media_type(path: str) -> str:
    """The whole Content-Type of a file, by its name, else by its ending."""
    file = PurePosixPath(path)
    by_ending = MEDIA_TYPES_BY_ENDING.get(file.suffix.removeprefix("."), UNKNOWN)
    return MEDIA_TYPES_BY_NAME.get(file.name, by_ending)
