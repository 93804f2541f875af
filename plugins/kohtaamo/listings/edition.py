"""One edition of the portal: everything a maker of outputs may know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from kohtaamo.listings.agenda import Agenda
from kohtaamo.listings.facts import Facts, ListingKey
from kohtaamo.listings.known import Known
from kohtaamo.listings.listing import Listing
from kohtaamo.model.network import Network
from kohtaamo.schedule.occurrences import Occurrence
from kohtaamo.words.words import Words


@dataclass(frozen=True, kw_only=True)
class Edition:
    """A checked network on one day.

    `site_url` has no slash at its end; `changed` is the aware UTC moment of the newest landing of
    each thing (by `thing_key`: `events/<slug>`) and `begun` that of its first one, `translated` the
    languages into which it is or was ever translated, all empty outside a repository.

    `known` is what every thing tells of itself without being looked into; `ahead` holds, by event
    slug, all dates from the first day of the calendar window on (`schedule.windows`) in order of
    start, closed groups too, and `occurrences` those of them that the window holds; `umbrellas` are
    the slugs that other events are part of; `listed` are the listings, which never hold closed
    groups, by kind and key; `words` by language tag, the first language first;
    `is_searched` when there is an index of what can be found.
    """

    network: Network
    today: date
    site_url: str
    changed: Mapping[str, datetime]
    begun: Mapping[str, datetime]
    translated: Mapping[str, frozenset[str]]
    known: Known
    ahead: Mapping[str, tuple[Occurrence, ...]]
    occurrences: Mapping[str, tuple[Occurrence, ...]]
    umbrellas: frozenset[str]
    listed: Mapping[ListingKey, Listing]
    words: Mapping[str, Words]
    is_searched: bool = True

    @property
    def facts(self) -> Mapping[str, Facts]:
        """Those of every event, by slug."""
        return self.known.events

    @cached_property
    def agenda(self) -> Agenda:
        """The order of all dates that pages show."""
        return Agenda(facts=self.facts, today=self.today)

    @property
    def listings(self) -> tuple[Listing, ...]:
        """All of them, in their order."""
        return tuple(self.listed.values())

    @property
    def languages(self) -> tuple[str, ...]:
        return self.network.identity.languages

    @property
    def first_language(self) -> str:
        return self.network.identity.first_language
