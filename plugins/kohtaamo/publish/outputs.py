"""Every file of the portal, by kind of maker."""

from collections.abc import Iterator
from pathlib import Path

from kohtaamo.listings.edition import Edition
from kohtaamo.publish.formats import feed_outputs
from kohtaamo.publish.html.environment import make_environment
from kohtaamo.publish.html.styles import style_outputs
from kohtaamo.publish.output import Output
from kohtaamo.publish.pages.all import page_outputs
from kohtaamo.publish.parts import make_parts
from kohtaamo.publish.pictures.outputs import picture_outputs
from kohtaamo.publish.profiles import PROFILES


def all_outputs(
    edition: Edition, theme: Path, images: Path, profile: str = "full"
) -> Iterator[Output]:
    """Pages, calendars and feeds, pictures, and the theme's files.

    `theme` holds templates/ and static/, `images` the contributors' pictures.
    """
    parts = make_parts(edition)
    chosen = PROFILES[profile]
    makers = (
        page_outputs(edition, make_environment(theme / "templates"), parts, chosen.makes, images),
        feed_outputs(edition, parts, chosen.makes),
        picture_outputs(edition, images),
        style_outputs(theme / "static"),
    )
    return (output for outputs in makers for output in outputs if chosen.wants(output))
