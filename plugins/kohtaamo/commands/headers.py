"""Headers of each file beside its media type; the recipes in `docs/serving/` give the same."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from kohtaamo.publish.formats import MEDIA_TYPES_BY_FILE
from kohtaamo.publish.html.policy import CONTENT_SECURITY_POLICY

# A cancellation is to be seen within minutes; asking again costs a 304.
BRIEFLY = "public, max-age=300, must-revalidate"
# Addresses that carry a mark of their content (`?v=`) never change what they mean (RFC 8246).
FOR_EVER = "public, max-age=31536000, immutable"

# A header has to allow WebAssembly, which search needs; a <meta> may not, and needs not.
HEADER_POLICY = (
    CONTENT_SECURITY_POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    + "; frame-ancestors 'none'"
)
# Editing by form says in its <meta> what it may do, which is more than other pages may.
FORM, FORM_POLICY = "admin/", "frame-ancestors 'none'"
FOR_ALL: Mapping[str, str] = MappingProxyType(
    {
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
)


def headers_of(path: str, query: str = "") -> Mapping[str, str]:
    """The headers of a file at `path`; `query` is what stands behind the question mark.

    Calendars, feeds and hours for maps may be read by scripts of other sites (CORS): web calendars
    and readers are such. Pages may not.
    """
    is_marked = any(part.startswith("v=") for part in query.split("&"))
    caching = {"Cache-Control": FOR_EVER if is_marked else BRIEFLY}
    to_all = {"Access-Control-Allow-Origin": "*"} if _is_for_programs(path) else {}
    policy = FORM_POLICY if path.lstrip("/").startswith(FORM) else HEADER_POLICY
    return {"Content-Security-Policy": policy, **FOR_ALL, **caching, **to_all}


def _is_for_programs(path: str) -> bool:
    file = PurePosixPath(path)
    return file.suffix == ".ics" or file.name in MEDIA_TYPES_BY_FILE
