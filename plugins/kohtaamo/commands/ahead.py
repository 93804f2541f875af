"""What builds need that follows from the code and the templates alone."""

from pathlib import Path

from kohtaamo.content.defaults import default_vocabularies
from kohtaamo.publish.html.environment import make_environment
from kohtaamo.words.load import SHIPPED, shipped_words


def load_ahead(settings: Path) -> None:
    """Import it and work it out, in this process, without starting a thread.

    Nothing of the content is read, and the settings are not run: the templates are those of a
    theme beside them. One that has changed when a build uses it is read and compiled by the build.
    """
    # Python would find it by its name, when an address is read.
    import encodings.idna  # noqa: F401

    import kohtaamo.commands.build_end
    import kohtaamo.host.publishing
    import kohtaamo.host.run
    import kohtaamo.host.settings
    import kohtaamo.host.steps
    import kohtaamo.problems.catalogue
    import kohtaamo.problems.formats
    import kohtaamo.publish.drawings.card
    import kohtaamo.publish.drawings.colours
    import kohtaamo.publish.drawings.icons  # noqa: F401

    default_vocabularies()
    for tag in SHIPPED:
        shipped_words(tag)
    theme = settings.resolve().parent / "theme"
    if theme.is_dir():
        environment = make_environment(theme / "templates")
        for name in environment.list_templates():
            environment.get_template(name)
