"""Every file of the portal, by kind of maker."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from kohtaamo.listings.edition import Edition
from kohtaamo.publish.drawings.outputs import drawing_outputs
from kohtaamo.publish.facts_file import facts_outputs
from kohtaamo.publish.form.outputs import form_outputs
from kohtaamo.publish.formats import feed_outputs
from kohtaamo.publish.html.environment import make_environment
from kohtaamo.publish.html.scripts import script_outputs
from kohtaamo.publish.html.styles import style_outputs
from kohtaamo.publish.output import Output
from kohtaamo.publish.pages.all import page_outputs
from kohtaamo.publish.parts import Parts, make_parts
from kohtaamo.publish.pictures.outputs import picture_outputs
from kohtaamo.publish.profiles import PROFILES
from kohtaamo.publish.scope import WHOLE, OfPlaces, Scope, owner_of

NOTHING: Mapping[str, str | None] = MappingProxyType({})


def all_outputs(
    edition: Edition,
    theme: Path,
    images: Path,
    profile: str = "full",
    parts: Parts | None = None,
    scope: Scope = WHOLE,
    indexed: Mapping[str, str | None] = NOTHING,
    *,
    is_preview: bool = False,
) -> Iterator[Output]:
    """Pages, calendars and feeds, pictures and drawings, and the theme's files.

    `theme` holds templates/ and static/, `images` the contributors' pictures; `parts` are the
    edition's, for who asks for them too. With a `scope` no more than stands in it; `indexed` is
    then what the sitemap said of every page. A preview also has pages that are never published.
    """
    parts = parts or make_parts(edition)
    chosen = PROFILES[profile]
    environment = make_environment(theme / "templates")
    paged = replace(scope, listings=OfPlaces(scope.listings)) if chosen.is_of_places else scope
    makers = (
        page_outputs(
            edition,
            environment,
            parts,
            chosen.makes,
            images,
            paged,
            indexed,
            is_preview=is_preview,
        ),
        feed_outputs(edition, parts, chosen.makes, scope),
        facts_outputs(edition),
        form_outputs(edition),
        picture_outputs(edition, images, parts.pictures),
        drawing_outputs(edition, theme / "static", parts.pictures),
        style_outputs(theme / "static"),
        script_outputs(theme / "static"),
    )
    return (
        output
        for outputs in makers
        for output in outputs
        if owner_of(output.subjects) in scope.owners and chosen.wants(output)
    )
