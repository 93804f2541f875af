"""What needs the coordinator's care, as a page of the preview."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kohtaamo.care.make import make_report
from kohtaamo.care.told import Told, tell
from kohtaamo.care.words import care_language, care_words
from kohtaamo.model.translation import Said
from kohtaamo.publish.output import CARE
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.texts import Text
from kohtaamo.words.spoken import with_languages

# The rest is what `kohtaamo report` tells.
_MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """`lang` is that of the report, where the page speaks another language; `folder` the content's.

    In what is to be done every second part between backticks is code.
    """

    head: Head
    lang: str
    folder: str
    told: Told


def report_pages(context: PageContext) -> Iterator[Page]:
    """One page, of the day on which the site was built."""
    yield Page(
        at=lambda addresses: addresses.section("report"),
        make=partial(_view, context),
        subjects=(CARE,),
    )


def _view(context: PageContext) -> ReportView:
    words = with_languages(care_words(care_language(context.language)))

    def quote(said: Said) -> str:
        return words.quoted(said.text, said.language or words.tag)

    edition = context.edition
    report = make_report(edition, images=context.site.pictures(), most=_MOST)
    told = tell(report, words, quote, _MOST)
    lang = "" if words.html == context.words.html else words.html
    return ReportView(
        head=Head(title=Text(told.title, lang), lead=Text(told.day, lang)),
        lang=lang,
        folder="content",
        told=told,
    )
