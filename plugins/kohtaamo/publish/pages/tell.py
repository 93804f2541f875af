"""How to tell the network of something: by mail or telephone, and with scripts by a form."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from kohtaamo.addresses import Addresses
from kohtaamo.publish.form.outputs import FORM_FILE
from kohtaamo.publish.html.environment import FORM_STYLE
from kohtaamo.publish.output import NETWORK
from kohtaamo.publish.pages.contact import PhoneView, phone_view
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.guide_languages import guide_languages
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.texts import NO_TEXT, Text
from kohtaamo.text.runs import plain

# What one is asked to write, by what one tells of.
_ASKED = (("event", 6), ("place", 5), ("change", 3))
# What the form begins with, in the order of how often it is needed.
_ACTS = (
    ("event", "new_event"),
    ("hours", "new_hours"),
    ("change", "change"),
    ("notice", "new_notice"),
    ("place", "new_place"),
    ("organiser", "new_organiser"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedView:
    """A list of questions that a mail answers."""

    title: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TellView:
    """Whom to write to or to call; `data` and `things` are where the form finds what it needs."""

    head: Head
    who: Text
    phone: PhoneView | None
    email: str
    mail: str
    asked: tuple[AskedView, ...]
    acts: tuple[tuple[str, str], ...]
    style: str
    data: str
    things: str


def tell_pages(context: PageContext) -> Iterator[Page]:
    """One page, in the languages in which the form has words."""
    languages = guide_languages(context)
    if NETWORK[0] in context.site.scope.owners and context.language in languages:
        yield Page(
            at=_address,
            make=partial(_view, context),
            subjects=(NETWORK,),
            changed=context.site.changed_network,
            languages=languages,
        )


def _address(addresses: Addresses) -> str:
    return addresses.section("tell")


def _view(context: PageContext) -> TellView:
    words, identity = context.words, context.network.identity
    who, contact = identity.coordinator, identity.contact
    email = (who and who.email) or (contact and contact.email) or ""
    phone = (who.phone if who else None) or (contact.phone if contact else None)
    role = who.role if who else (contact.role if contact else None)
    lead = words("form.lead")
    first = context.siblings[context.edition.first_language]
    return TellView(
        head=Head(
            title=Text(words("form.title")),
            description=lead,
            lead=Text(lead),
            scripts=("form",),
        ),
        who=context.own(identity, role) if role else NO_TEXT,
        phone=phone_view(phone),
        email=email,
        mail=f"mailto:{email}?subject={quote(plain(words('form.subject')), safe='')}",
        asked=tuple(
            AskedView(
                title=words(f"form.{kind}_title"),
                questions=tuple(words(f"form.{kind}_{number}") for number in range(1, count + 1)),
            )
            for kind, count in _ASKED
        ),
        acts=tuple((act, words(f"form.{key}")) for act, key in _ACTS),
        style=context.link(str(context.environment.globals[FORM_STYLE])),
        data=context.link(f"{_address(context.addresses)}{FORM_FILE}"),
        things=context.link(_address(first)),
    )
