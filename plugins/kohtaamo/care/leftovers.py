"""What may be taken away: notices past their day, pictures that nobody shows."""

from collections.abc import Iterator

from kohtaamo.care.report import Finding, Section, Topic
from kohtaamo.care.sight import Sight, label_of


def past_notices(sight: Sight) -> Section | None:
    """Notices whose last day is over, the oldest first."""
    notices = sight.edition.network.notices.values()
    found = sorted(
        (each for each in notices if each.until < sight.today),
        key=lambda each: (each.until, each.slug),
    )
    findings = tuple(
        Finding(
            topic=Topic.NOTICES,
            says="notice-over",
            path=each.origin.path,
            line=each.origin.line("until"),
            name=label_of(each, "title"),
            day=each.until,
        )
        for each in found[: sight.most]
    )
    return Section(topic=Topic.NOTICES, count=len(found), findings=findings) if found else None


def unused_images(sight: Sight) -> Section | None:
    """Pictures that no file names. One that a closed group names is not told of either."""
    if sight.images is None:
        return None
    used = frozenset(_used(sight))
    found = sorted(image for image in sight.images if image not in used)
    findings = tuple(
        Finding(topic=Topic.IMAGES, says="image-unused", path=f"images/{image}", line=0)
        for image in found[: sight.most]
    )
    return Section(topic=Topic.IMAGES, count=len(found), findings=findings) if found else None


def _used(sight: Sight) -> Iterator[str]:
    edition = sight.edition
    for kind in (edition.facts, edition.known.places, edition.known.organisers):
        for thing in kind.values():
            yield from thing.images
    brand = edition.network.identity.brand
    if brand is not None and brand.logo is not None:
        yield brand.logo
