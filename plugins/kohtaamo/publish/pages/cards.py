"""Places, organisers and notices as cards of a list."""

from dataclasses import dataclass

from markupsafe import Markup

from kohtaamo.listings.in_use import opens_on
from kohtaamo.model.common import Coordinates
from kohtaamo.model.notice import Notice
from kohtaamo.model.organiser import Organiser
from kohtaamo.model.place import Place
from kohtaamo.publish.pages.contact import PhoneView, phone_view
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.figures import nest
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import NO_TEXT, Link, Text
from kohtaamo.publish.wording.event import address_line
from kohtaamo.publish.wording.repeats import joined
from kohtaamo.schedule.in_use import stops_left
from kohtaamo.words.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class StopName:
    """Where a place that travels comes to; `at` as in the card."""

    name: Text
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCard:
    """`where` is the address, or that the place travels; `art` is the place's nest.

    `stops` are where it comes to in the municipality under which the card stands. `opens` is said
    until the place is opened. `phone` is whom to call, `ask` the words before the number.
    `number` is the place's on the map, 0 for none. `at` is where it is, `61.4286,29.3711`: said
    where a script may sort cards by it.
    """

    place: Link
    art: Markup
    summary: Text
    where: Text
    stops: tuple[StopName, ...] = ()
    at: str = ""
    opens: str = ""
    towns: tuple[Text, ...] = ()
    staffed: str = ""
    ask: str = ""
    phone: PhoneView | None = None
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserCard:
    """`municipalities` are names; `seeks` is a phrase, what it looks for."""

    organiser: Link
    summary: Text
    municipalities: tuple[Text, ...]
    sector: str
    seeks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeCard:
    """`until` is a whole phrase with the notice's last day.

    `who` are the names of those from whom it is; `time` is what a task takes, `remote` that it can
    be done from home.
    """

    notice: Link
    kind: Text
    summary: Text
    municipalities: tuple[Text, ...]
    until: str
    until_iso: str
    who: tuple[Text, ...] = ()
    time: Text = NO_TEXT
    remote: str = ""


def place_card(
    context: PageContext,
    place: Place,
    municipality: str,
    number: int = 0,
    *,
    with_spots: bool = False,
) -> PlaceCard:
    """A place in a list of those of a municipality; `with_spots` also for scripts where it is."""
    today = context.edition.today
    opens = opens_on(context.edition.known.places[place.slug], today)
    date = context.day(opens, "on_weekday_year") if opens else ""
    stops = (each for each in stops_left(place, today) if each.municipality == municipality)
    if place.address is not None:
        where = context.text(address_line(place, place.address, context.language))
    else:
        where = Text(context.words("site.place.travels") if place.stops else "")
    return PlaceCard(
        place=context.place_link(place.slug),
        art=nest(context, place.slug),
        summary=context.field(place, "summary"),
        where=where,
        stops=tuple(
            StopName(
                name=context.own(place, each.name),
                at=_at(each.coordinates) if with_spots else "",
            )
            for each in stops
        ),
        at=_at(place.coordinates) if with_spots else "",
        opens=context.words("site.place.opens", date=date) if date else "",
        ask=context.words("site.event.ask"),
        phone=phone_view(place.contact.phone if place.contact else None),
        number=number,
    )


def _at(coordinates: Coordinates | None) -> str:
    """To some ten metres; "" when nobody has said it."""
    return f"{coordinates.lat:.4f},{coordinates.lon:.4f}" if coordinates else ""


def organiser_card(reader: Reader, organiser: Organiser) -> OrganiserCard:
    """An organiser in a list."""
    return OrganiserCard(
        organiser=reader.organiser_link(organiser.slug),
        summary=reader.field(organiser, "summary"),
        municipalities=municipality_names(reader, organiser.municipalities),
        sector=reader.words(f"site.sector.{organiser.sector.value}"),
        seeks=_seeks(reader.words, organiser),
    )


def _seeks(words: Words, organiser: Organiser) -> str:
    if words.is_easy or not organiser.looks_for:
        return ""
    named = (words(f"site.looks_for.{each.value}") for each in organiser.looks_for)
    what = joined(words, (each[:1].lower() + each[1:] for each in named))
    return words("site.organiser.seeks", what=what)


def notice_card(reader: Reader, notice: Notice, own: str = "") -> NoticeCard:
    """A notice in a list; on an organiser's `own` page all know from whom it is."""
    title, task = reader.field(notice, "title"), notice.task
    organisers = reader.edition.known.organisers
    return NoticeCard(
        notice=Link(reader.link(reader.addresses.notice(notice.slug)), title),
        kind=reader.term("notice-kinds", notice.kind),
        summary=reader.field(notice, "summary"),
        municipalities=municipality_names(reader, notice.municipalities),
        until=reader.words("site.notice.until", date=reader.day(notice.until)),
        until_iso=notice.until.isoformat(),
        who=tuple(
            reader.text(organisers[slug].name_in(reader.language))
            for slug in notice.organisers
            if slug != own
        ),
        time=reader.own(notice, task.time) if task else NO_TEXT,
        remote=reader.words("site.task.from_home") if task and task.remote else "",
    )


@dataclass(frozen=True, slots=True)
class NoticeLink:
    """A notice by its title and kind, where there is no room for a card, with its last day."""

    notice: Link
    kind: str
    until_iso: str


def notice_link(reader: Reader, slug: str) -> NoticeLink:
    """A notice of the board by its slug."""
    notice = reader.network.notices[slug]
    kind = reader.network.vocabularies["notice-kinds"].get(notice.kind)
    return NoticeLink(
        notice=Link(reader.link(reader.addresses.notice(slug)), reader.field(notice, "title")),
        kind=reader.quoted(kind.label.said(reader.language)) if kind else "",
        until_iso=notice.until.isoformat(),
    )


def municipality_names(reader: Reader, keys: tuple[str, ...]) -> tuple[Text, ...]:
    """The names of municipalities, in written order."""
    return tuple(reader.term("municipalities", key) for key in keys)
