"""What has not been translated, and what nobody has looked over."""

from collections.abc import Collection, Iterator

from kohtaamo.care.report import Finding, OfKind, Section, Topic, Untranslated
from kohtaamo.care.sight import Sight, label_of, places_in_use
from kohtaamo.listings.table import BOARD
from kohtaamo.model.translation import languages_of

# Nobody counts visits: this is what residents come for, as far as anybody can tell.
KINDS = ("places", "events", "pages", "notices", "organisers")


def untranslated(sight: Sight) -> tuple[Untranslated, ...]:
    """What residents see now that cannot be read in a language of the network, by language.

    That are open events with a date ahead, places in use, notices on the board, all pages and
    organisers. What was written in a language needs no translation into it.
    """
    shown = {kind: tuple(_languages(sight, kind)) for kind in KINDS}
    found = []
    for language in sight.edition.languages:
        kinds = tuple(
            OfKind(kind=kind, missing=missing, every=len(things))
            for kind, things in shown.items()
            if (missing := sum(language not in each for each in things))
        )
        if kinds:
            found.append(Untranslated(language=language, kinds=kinds))
    return tuple(found)


def _languages(sight: Sight, kind: str) -> Iterator[Collection[str]]:
    """The languages of each thing of a kind that residents see now."""
    edition, today = sight.edition, sight.today.toordinal()
    match kind:
        case "places":
            yield from map(languages_of, places_in_use(sight))
        case "events":
            for slug, facts in sight.events.items():
                if facts.is_listed and sight.ends[slug] >= today:
                    yield facts.languages
        case "pages":
            yield from map(languages_of, edition.network.pages.values())
        case "notices":
            current = edition.listed[BOARD, ""].notices
            yield from (edition.known.notices[slug].languages for slug in current)
        case _:
            yield from (each.languages for each in edition.known.organisers.values())


def unreviewed(sight: Sight) -> Section | None:
    """Translations that no fluent reader has checked (`reviewed: false`), by kind and language.

    Of events only those with a date ahead.
    """
    found = list(_unreviewed(sight))
    findings = tuple(_finding(sight, *each) for each in found[: sight.most])
    return Section(topic=Topic.UNREVIEWED, count=len(found), findings=findings) if found else None


def _unreviewed(sight: Sight) -> Iterator[tuple[str, str, str]]:
    """Kind, slug and language of each."""
    edition, today = sight.edition, sight.today.toordinal()
    pages = edition.network.pages
    for kind in KINDS:
        if kind == "pages":
            for slug, page in pages.items():
                tags = sorted(tag for tag, each in page.translations.items() if not each.reviewed)
                yield from ((kind, slug, tag) for tag in tags)
        elif kind == "events":
            for slug, facts in sight.events.items():
                if facts.unreviewed and sight.ends[slug] >= today:
                    yield from ((kind, slug, tag) for tag in facts.unreviewed)
        else:
            for slug, basics in getattr(edition.known, kind).items():
                yield from ((kind, slug, tag) for tag in basics.unreviewed)


def _finding(sight: Sight, kind: str, slug: str, language: str) -> Finding:
    thing = getattr(sight.edition.network, kind)[slug]
    translation = thing.translations[language]
    field = "name" if kind in {"places", "organisers"} else "title"
    return Finding(
        topic=Topic.UNREVIEWED,
        says="translation-unreviewed",
        path=translation.origin.path,
        line=translation.origin.line("reviewed"),
        name=label_of(thing, field),
        detail=language,
    )
