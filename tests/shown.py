"""Which pages stand for a network when all are too many: the longest of each type and language.

Types are those of the outputs: a new page type is looked at without being named anywhere.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kohtaamo.publish.html.environment import make_environment
from kohtaamo.publish.pages.all import PAGE_TYPES, page_outputs
from tests.editions import SITE_URL, edition_of

ROOT = Path(__file__).resolve().parent.parent
# Leads on to another page before anybody could look at it.
REDIRECT = "redirect"
# Types of pages that are never published.
PREVIEWS = frozenset(each.template.removesuffix(".html") for each in PAGE_TYPES if each.is_preview)
# Long pages of few forms, which are the same in every language: one language is looked at here, all
# of them by the judge `chromium`.
IN_ONE_LANGUAGE = frozenset({"guide-kind", "guide-messages"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """`kind` is the name of the template without its ending, `path` that of the file."""

    kind: str
    language: str
    path: str

    @property
    def address(self) -> str:
        return "/" + self.path.removesuffix("index.html")

    def __str__(self) -> str:
        return f"{self.kind} {self.language} {self.address}"


def pages_of(content: Path) -> tuple[Shown, ...]:
    """Every page of a network, in the order of its outputs; nothing is rendered."""
    return tuple(_pages_of(content))


def _pages_of(content: Path) -> Iterator[Shown]:
    edition = edition_of(content, site_url=SITE_URL)
    first, *others = edition.languages
    environment = make_environment(ROOT / "theme" / "templates")
    for output in page_outputs(edition, environment, is_preview=True):
        kind = output.kind.removesuffix(".html")
        if output.path.endswith(".html") and kind != REDIRECT:
            folder = output.path.partition("/")[0]
            yield Shown(kind=kind, language=folder if folder in others else first, path=output.path)


def longest(pages: Iterable[Shown], length: Callable[[Shown], int]) -> tuple[Shown, ...]:
    """Of each type in each language the page with the most in it."""
    chosen: dict[tuple[str, str], tuple[int, Shown]] = {}
    languages: dict[str, str] = {}
    for page in pages:
        is_first = languages.setdefault(page.kind, page.language) == page.language
        if page.kind in IN_ONE_LANGUAGE and not is_first:
            continue
        key, size = (page.kind, page.language), length(page)
        if key not in chosen or size > chosen[key][0]:
            chosen[key] = (size, page)
    return tuple(page for _, page in chosen.values())


def shown_of(content: Path, output: Path) -> tuple[Shown, ...]:
    """The same of a network and the folder into which it was built."""
    return longest(pages_of(content), lambda page: (output / page.path).stat().st_size)
