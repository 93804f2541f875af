"""All rules of the whole network, in one list."""

from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.agreed import check_agreed
from kohtaamo.content.rules.alternatives import check_alternatives
from kohtaamo.content.rules.closed_groups import check_closed_groups
from kohtaamo.content.rules.dates import check_dates
from kohtaamo.content.rules.event_times import check_event_times
from kohtaamo.content.rules.eves import check_eves
from kohtaamo.content.rules.former_slugs import check_former_slugs
from kohtaamo.content.rules.hosts import check_hosts
from kohtaamo.content.rules.hours_gaps import check_hours_gaps
from kohtaamo.content.rules.hours_modes import check_hours_modes
from kohtaamo.content.rules.images import check_images
from kohtaamo.content.rules.languages import check_labels, check_languages, check_phrases
from kohtaamo.content.rules.links import check_links
from kohtaamo.content.rules.needs import check_needs
from kohtaamo.content.rules.network import check_network
from kohtaamo.content.rules.opening_hours import check_opening_hours
from kohtaamo.content.rules.pages import check_pages
from kohtaamo.content.rules.place import check_places
from kohtaamo.content.rules.published import check_published
from kohtaamo.content.rules.references import check_references
from kohtaamo.content.rules.relations import check_relations
from kohtaamo.content.rules.rooms import check_rooms
from kohtaamo.content.rules.rule import Rule
from kohtaamo.content.rules.status import check_status
from kohtaamo.content.rules.taking_part import check_taking_part
from kohtaamo.content.rules.undecided import check_undecided
from kohtaamo.content.rules.where import check_where
from kohtaamo.problems.problem import Problem, in_order

RULES: tuple[Rule, ...] = (
    check_network,
    check_labels,
    check_languages,
    check_phrases,
    check_references,
    check_needs,
    check_former_slugs,
    check_images,
    check_links,
    check_alternatives,
    check_pages,
    check_undecided,
    check_places,
    check_opening_hours,
    check_hours_gaps,
    check_hours_modes,
    check_eves,
    check_where,
    check_event_times,
    check_dates,
    check_relations,
    check_status,
    check_taking_part,
    check_hosts,
    check_agreed,
    check_rooms,
    check_closed_groups,
    check_published,
)


def check(draft: Draft, today: date) -> tuple[Problem, ...]:
    """What all rules find, by file and line; `today` is the date they look from."""
    return in_order(problem for rule in RULES for problem in rule(draft, today))
