"""A calendar for each place: what plain Pelican has no setting for."""

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer


class Calendars(Generator):
    """Writes paikat/<slug>/calendar.ics from the template calendar.ics."""

    def generate_output(self, writer: Writer) -> None:
        """Write all calendars, after articles and pages are known."""
        template = self.env.get_template("calendar.ics")
        for category, articles in self.context["categories"]:
            if category.slug in self.settings["PLACES"]:
                path = f"paikat/{category.slug}/calendar.ics"
                named = {"category": category, "category_articles": articles}
                writer.write_file(path, template, self.context, **named)


def register() -> None:
    """Tell Pelican about the generator."""
    signals.get_generators.connect(_calendars)


def _calendars(_: object) -> type[Generator]:
    return Calendars
