"""The accessibility statement, made from `network.yml` (Finnish act 306/2019 §9)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kohtaamo.model.translation import said
from kohtaamo.publish.output import NETWORK
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.texts import NO_TEXT, Text

# The supervisor, as the law and the supervisor itself have it; not a fact of any network.
SUPERVISOR_URL = "https://www.saavutettavuusvaatimukset.fi"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """`status` is a whole sentence; without a statement the page says that none has been given."""

    head: Head
    status: str
    failing: tuple[Text, ...]
    assessed: str
    by: Text
    feedback: str
    unit: Text
    supervisor_url: str


def statement_pages(context: PageContext) -> Iterator[Page]:
    """One page, network.yml says what."""
    yield Page(
        at=lambda addresses: addresses.section("accessibility"),
        make=partial(_view, context),
        subjects=(NETWORK,),
        changed=context.site.changed_network,
    )


def _view(context: PageContext) -> StatementView:
    words, identity = context.words, context.network.identity
    given = identity.accessibility_statement
    name = said(identity, "name", context.language)
    about = words("site.statement.about", network=context.quoted(name))
    status = given.status.value if given and given.status else "unknown"
    contact = identity.contact.email if identity.contact else None
    return StatementView(
        head=Head(
            title=Text(words("site.section.accessibility")), description=about, lead=Text(about)
        ),
        status=words(f"site.statement.status.{status}"),
        failing=tuple(context.own(identity, each) for each in given.failing) if given else (),
        assessed=context.day(given.assessed) if given and given.assessed else "",
        by=context.own(identity, given.by) if given else NO_TEXT,
        feedback=(given.feedback if given else None) or contact or "",
        unit=context.own(identity, given.unit) if given else NO_TEXT,
        supervisor_url=SUPERVISOR_URL,
    )
