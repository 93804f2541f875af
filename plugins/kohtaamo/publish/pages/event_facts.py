"""For whom an event is, what it costs, how one registers."""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from kohtaamo.model.event import Event
from kohtaamo.publish.pages.contact import PhoneView, phone_view
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import NO_TEXT, Link, Text, capital
from kohtaamo.publish.wording.event import ages_words, euros
from kohtaamo.publish.wording.repeats import joined
from kohtaamo.schedule.moments import Moment
from kohtaamo.words.dates import clock


@dataclass(frozen=True, slots=True, kw_only=True)
class ForWhomView:
    """Whom an event is for, and what it is about."""

    audiences: tuple[Link, ...]
    topics: tuple[Link, ...]
    needs: tuple[Link, ...]
    languages: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceLine:
    """An amount, for whom, and what else there is to say of it."""

    amount: str
    for_: Text
    note: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceView:
    """Either `word` ("Maksuton"), or lines, or a text as written; nothing when nothing is said."""

    word: str = ""
    lines: tuple[PriceLine, ...] = ()
    text: Text = NO_TEXT

    def __bool__(self) -> bool:
        return bool(self.word or self.lines or self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationView:
    """How one registers; `state` and `by` are whole sentences."""

    state: str
    by: str
    capacity: str
    url: str
    email: str
    phone: PhoneView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CostView:
    """For which ages it is, what it costs, how one registers; `welcome` says how easy it is."""

    ages: str
    price: PriceView
    registration: RegistrationView | None
    welcome: tuple[str, ...]


def for_whom(context: PageContext, event: Event) -> Markup:
    """Whom the event is for and what it is about: few are unlike others."""
    lists = event.audiences, event.topics, event.needs, event.languages
    return context.rows.fragments.once("event-whom", lists, lambda: _for_whom_view(context, event))


def cost_of(context: PageContext, event: Event) -> Markup:
    """Ages, what it costs, how one registers, what makes coming easy: alike for many events."""
    welcome = event.drop_in, event.alone_ok, event.on_site
    # What somebody has translated of a price is of this event alone.
    own = event.slug if any(each.phrases for each in event.translations.values()) else ""
    return context.rows.fragments.once(
        "event-price",
        (event.ages, event.price, event.registration, event.written_in, own, *welcome),
        lambda: CostView(
            ages=ages_words(context.words, event),
            price=_price_view(context, event),
            registration=_registration_view(context, event),
            welcome=_welcome(context, event),
        ),
    )


def _for_whom_view(reader: Reader, event: Event) -> ForWhomView:
    names = (reader.language_name(tag) for tag in event.languages)
    return ForWhomView(
        audiences=tuple(reader.term_link("audience", key) for key in event.audiences),
        topics=tuple(reader.term_link("topic", key) for key in event.topics),
        needs=tuple(reader.term_link("need", key) for key in event.needs),
        languages=joined(reader.words, names) if event.languages else "",
    )


def _price_view(reader: Reader, event: Event) -> PriceView:
    """The price as it was written; an event that says nothing claims nothing."""
    price = event.price
    if price is None:
        return PriceView()
    if price.free:
        return PriceView(word=capital(reader.words("wording.price.free")))
    return PriceView(
        lines=tuple(
            PriceLine(
                amount=euros(reader.words, item.amount),
                for_=reader.own(event, item.for_),
                note=reader.own(event, item.note),
            )
            for item in price.items
        ),
        text=reader.own(event, price.text),
    )


def _registration_view(reader: Reader, event: Event) -> RegistrationView | None:
    """How one registers; None when nothing is said of it."""
    registration = event.registration
    if registration is None:
        return None
    words = reader.words
    state, capacity = registration.state, registration.capacity
    return RegistrationView(
        state=words(f"site.registration_state.{state.value}") if state else "",
        by=_by(reader, registration.by) if registration.by else "",
        capacity=words("site.registration.capacity", count=capacity) if capacity else "",
        url=registration.url or "",
        email=registration.email or "",
        phone=phone_view(registration.phone),
    )


def _by(reader: Reader, by: Moment) -> str:
    day = reader.day(by, "on_weekday_year")
    if isinstance(by, datetime):
        hour = reader.words("dates.at", start=clock(reader.words, by))
        day = reader.words("site.registration.day_and_hour", day=day, hour=hour)
    return reader.words("site.registration.by", when=day)


def _welcome(reader: Reader, event: Event) -> tuple[str, ...]:
    said = (
        ("site.welcome.drop_in", event.drop_in is True and event.on_site),
        ("site.welcome.drop_in_afar", event.drop_in is True and not event.on_site),
        ("site.welcome.not_drop_in", event.drop_in is False),
        ("site.welcome.alone_ok", event.alone_ok is True),
    )
    return tuple(reader.words(key) for key, is_so in said if is_so)
