"""The Pelican plugin: `PLUGINS = ["kohtaamo.host"]`. The only room that imports Pelican."""

import sys


def register() -> None:
    """Connect the portal to Pelican's signals.

    Imported here, so that `kohtaamo.host.settings` can be read without importing Pelican. Pelican
    would only log a package that is missing and go on to an empty site: SystemExit(1) instead.
    """
    try:
        from pelican import signals

        from kohtaamo.host import steps  # noqa: F401 - whatever a build will need
        from kohtaamo.host.generator import add_generator, keep_output, leave_with_code, say_result
    except ImportError as error:
        print(missing_package(error), file=sys.stderr)
        raise SystemExit(1) from None
    signals.initialized.connect(keep_output)
    signals.initialized.connect(leave_with_code)
    signals.get_generators.connect(add_generator)
    signals.finalized.connect(say_result)


def missing_package(error: ImportError) -> str:
    """What to do when a package that a build needs is not installed."""
    return (
        f"Kohtaamoa ei voi käynnistää: {error}."
        " Asenna sen paketit: python -m pip install -r requirements.lock"
    )
