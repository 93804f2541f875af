"""Organisers from whom nothing has been heard."""

from dateutil.relativedelta import relativedelta

from kohtaamo.care.report import Finding, Section, Topic
from kohtaamo.care.sight import Sight, label_of, places_in_use

_MONTHS = 6


def quiet_organisers(sight: Sight) -> Section | None:
    """Organisers with nothing ahead and nothing in the last six months.

    Something is an event that takes place, open to all or for members, a notice whose last day is
    not longer ago, or a place that they keep. Whose file is younger than that has only just come;
    who has closed (`open_until`) is not asked.
    """
    active = _active(sight)
    network = sight.edition.network
    quiet = (network.organisers[slug] for slug in network.organisers if slug not in active)
    found = [
        each
        for each in quiet
        if each.open_until is None or each.open_until >= sight.today
        if not _is_new(sight, each.slug)
    ]
    findings = tuple(
        Finding(
            topic=Topic.QUIET_ORGANISERS,
            says="organiser-quiet",
            path=each.origin.path,
            name=label_of(each, "name"),
        )
        for each in found[: sight.most]
    )
    topic = Topic.QUIET_ORGANISERS
    return Section(topic=topic, count=len(found), findings=findings) if found else None


def _active(sight: Sight) -> frozenset[str]:
    since = sight.today - relativedelta(months=_MONTHS)
    active: set[str] = set()
    first = since.toordinal()
    for slug, facts in sight.events.items():
        if sight.ends[slug] >= first:
            active.update(facts.organisers)
    for notice in sight.edition.network.notices.values():
        if notice.until >= since:
            active.update(notice.organisers)
    for place in places_in_use(sight):
        active.update(filter(None, (place.maintained_by, *place.organisers)))
    return frozenset(active)


def _is_new(sight: Sight, slug: str) -> bool:
    """True when its file first landed less than six months ago, under whatever name."""
    edition = sight.edition
    names = edition.known.organisers[slug].names
    begun = [edition.begun[name] for name in names if name in edition.begun]
    since = sight.today - relativedelta(months=_MONTHS)
    return bool(begun) and min(begun).date() > since
