"""Markdown → safe HTML: contributors' texts, and the network's own pages.

Both end in one sanitiser (contract §6): a short list of elements, links with http, https, mailto
and tel only, no images, no identifiers, no classes, no styles.
"""

import re
from contextlib import suppress

import nh3

from kohtaamo.publish.texts.commonmark import as_html, has_endless_tables, is_too_deep
from kohtaamo.publish.texts.links import may_lead_to
from kohtaamo.publish.texts.unseen import without_hidden

TOP_OF_TEXT = 3
TOP_OF_PAGE = 2

_LOWEST = 6
_HEADING = re.compile(r"<(/?)h([1-6])>")
_IMAGE = re.compile(r'<img [^>]*?alt="([^"]*)"[^>]*>')
_OWN_LINK = '<a href="/'
_DEAD_LINK = re.compile(r'<a rel="[^"]*">(.*?)</a>', re.DOTALL)

# What makes Python-Markdown take quadratic time, and how much of it a page may hold.
_COSTLY = re.compile(r"[\[\]`*_<!&\\]")
_MOST_COSTLY = 3_000
# It goes over a block anew for each of its lines that may be a heading, a rule or an item.
_STEP = re.compile(r"^[ \t]*[-=*_#+]", re.MULTILINE)
_MOST_STEPS = 1_000


def _safe_attribute(_tag: str, attribute: str, value: str) -> str | None:
    if attribute == "href":
        return value if may_lead_to(value) else None
    # The sanitiser would let these two pass on every element.
    return None if attribute in {"title", "lang"} else value


_CLEANER = nh3.Cleaner(
    tags={
        *("p", "br", "hr", "strong", "em", "del", "code", "pre", "blockquote", "a"),
        *("ul", "ol", "li", "h2", "h3", "h4", "h5", "h6"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    },
    clean_content_tags=set(),
    attributes={"a": {"href"}, "ol": {"start"}},
    attribute_filter=_safe_attribute,
    set_tag_attribute_values={"th": {"scope": "col"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener noreferrer nofollow",
)


def to_html(markdown: str, *, base: str = "", top: int = TOP_OF_TEXT) -> str:
    """A contributor's Markdown as safe HTML; raw HTML in it is shown as text.

    `base` is written before links that begin at the site's root: the base path for pages, the
    whole site address for feeds. The highest heading becomes `h<top>`, so that no text outranks
    the page it stands on. Pictures come from the field `images`; here only their words are kept.
    Any input takes linear time.
    """
    return _safe(as_html(markdown), base, top)


def with_base(html: str, base: str) -> str:
    """What `to_html` gives without a base, as it gives it with this one: converting costs more."""
    return html.replace(_OWN_LINK, f'<a href="{base}/') if base else html


def page_to_html(markdown: str, *, base: str = "", top: int = TOP_OF_PAGE) -> str:
    """A page of the network's own: Python-Markdown with tables, through the same sanitiser.

    A page with thousands of brackets or the like, or nested without end, is read as contributors'
    texts are: Python-Markdown would take minutes over it, or give up.
    """
    if not (_is_costly(markdown) or has_endless_tables(markdown) or is_too_deep(markdown)):
        # Only the network's own pages need it.
        from markdown import Markdown  # noqa: PLC0415

        reader = Markdown(extensions=["tables", "sane_lists"])
        # Without these two, raw HTML is text.
        reader.preprocessors.deregister("html_block")
        reader.inlinePatterns.deregister("html")
        with suppress(RecursionError):
            return _safe(without_hidden(reader.convert(markdown)), base, top)
    return to_html(markdown, base=base, top=top)


def _is_costly(markdown: str) -> bool:
    steps = len(_STEP.findall(markdown))
    return steps > _MOST_STEPS or len(_COSTLY.findall(markdown)) > _MOST_COSTLY


def _safe(html: str, base: str, top: int) -> str:
    if "<h" in html:
        html = _with_headings_from(html, top)
    if "<img" in html:
        html = _IMAGE.sub(r"\1", html)
    # Once more: the sanitiser reads character references that the converter left as they were.
    clean = without_hidden(_CLEANER.clean(html))
    if "<a rel" in clean:
        clean = _DEAD_LINK.sub(r"\1", clean)
    return with_base(clean, base)


def _with_headings_from(html: str, top: int) -> str:
    """Headings renumbered: the highest one used becomes `top`, the next follows, none skipped."""
    used = sorted({level for _, level in _HEADING.findall(html)})
    new = {level: min(top + rank, _LOWEST) for rank, level in enumerate(used)}
    return _HEADING.sub(lambda tag: f"<{tag[1]}h{new[tag[2]]}>", html)
