"""What the form's page loads: rules and words of a language, and the network's own lists."""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.source.layout import RESERVED
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.in_use import is_listed, municipalities_on
from kohtaamo.listings.table import BOARD, municipalities_of
from kohtaamo.model.network import Identity
from kohtaamo.publish.about_event import addresses_in
from kohtaamo.publish.form.questions import QUESTIONS, choices, questions, vocabularies
from kohtaamo.publish.form.rules import form_rules
from kohtaamo.publish.form.written import written_tree
from kohtaamo.words.names import language_name
from kohtaamo.words.words import Words

Data = Any
# What a place or an event is most often held in, beside the languages of the portal.
_LANGUAGES = ("fi", "sv", "en", "se", "ru", "uk", "ar", "so", "et")


def form_data(edition: Edition, language: str) -> bytes:
    """The schema, its rules and the questions in a language; places, organisers, terms by name."""
    # Only this page needs sentences.
    from kohtaamo.problems.catalogue import load_catalogue  # noqa: PLC0415

    words = edition.words[language]
    addresses = addresses_in(edition, edition.first_language)
    base = f"{urlsplit(edition.site_url).path.rstrip('/')}/"
    return _json(
        {
            "language": language,
            "home": base,
            "sections": {
                kind: addresses.section(word)
                for kind, word in (("event", "events"), ("place", "places"), ("notice", "notices"))
            },
            "rules": form_rules(load_catalogue(language), words),
            "kinds": {kind: questions(kind, words) for kind in QUESTIONS},
            "words": {key: words(f"form.{key}") for key in _keys(words)},
            "labels": {
                name: [
                    [term.id, term.label.said(language).text]
                    for term in edition.network.vocabularies[name].values()
                ]
                for name in sorted(set(vocabularies()))
            }
            | {"languages": [[tag, language_name(words, tag) or tag] for tag in _LANGUAGES]}
            | dict(choices(words)),
            "places": dict(_places(edition, language)),
            "organisers": [
                [slug, each.name_in(language).text, list(each.municipalities)]
                for slug, each in edition.known.organisers.items()
            ],
            "network": _network(edition.network.identity),
            # Names that no file may have, of whatever kind.
            "reserved": sorted(RESERVED | reserved_slugs()["event"]),
        }
    )


def _keys(words: Words) -> Iterable[str]:
    return (
        key.removeprefix("form.")
        for key in words.texts
        if key.startswith("form.") and not key.startswith("form.said.")
    )


def _places(edition: Edition, language: str) -> Iterable[tuple[str, Data]]:
    """The places that are in use, with their rooms and whether they can be asked."""
    for slug, each in edition.known.places.items():
        if is_listed(edition, slug):
            place = edition.network.places[slug]
            yield (
                slug,
                {
                    "name": each.name_in(language).text,
                    "in": list(each.municipalities),
                    "contact": place.contact is not None,
                    "rooms": list(each.rooms.items()),
                    "stops": [[stop.id, stop.name] for stop in place.stops],
                },
            )


def _network(identity: Identity) -> Data:
    who = identity.coordinator
    contact = identity.contact
    email = (who and who.email) or (contact and contact.email) or ""
    repository = identity.repository
    return {
        "name": identity.name,
        "email": email,
        "written_in": identity.first_language,
        "repository": repository
        and repository.forge
        and repository.url
        and {
            "forge": repository.forge.value,
            "url": repository.url,
            "branch": repository.branch,
            "public": repository.public,
        },
    }


def things_data(edition: Edition, municipality: str) -> bytes:
    """The public events, places and notices of a municipality.

    By folder and slug, each thing as its own file might say it: what the form begins with when
    somebody changes or copies it. Of closed groups, and of what is for members, there is nothing.
    """
    network, listing = edition.network, edition.listed["municipality", municipality]
    announced = (network.events[slug] for slug in listing.announced)
    things: list[tuple[str, Any]] = [
        *(
            ("event", each)
            for each in announced
            if municipality in municipalities_of(each, network)
        ),
        *(
            ("place", network.places[slug])
            for slug, each in edition.known.places.items()
            if municipality in municipalities_on(each, edition.today)
        ),
        *(
            ("notice", network.notices[slug])
            for slug in edition.listed[BOARD, ""].notices
            if municipality in network.notices[slug].municipalities
        ),
    ]
    return _json({f"{kind}s/{each.slug}": written_tree(KINDS[kind], each) for kind, each in things})


def _json(data: Data) -> bytes:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # A pattern looks for the sign of what could not be read; no file of ours holds it.
    return text.replace("\ufffd", "\\ufffd").encode()
