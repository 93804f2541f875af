"""The portal as one Pelican generator: checks in its first step, writes in its second."""

import os
import sys
from pathlib import Path
from typing import Any, NoReturn

from kohtaamo.host.apply import Applied, ForeignFolder, apply
from kohtaamo.host.build import TwoOutputs, edition_of, read, render
from kohtaamo.host.job import WrongSetting, job_of
from kohtaamo.host.progress import READING, RENDERING, shown
from kohtaamo.host.publishing import refusals
from kohtaamo.listings.edition import Edition
from kohtaamo.problems.catalogue import load_catalogue
from kohtaamo.problems.formats import as_text
from kohtaamo.problems.problem import Problem, Refused, has_errors


def keep_output(pelican: Any) -> None:
    """Pelican's own clearing comes before any check: a failed build must touch nothing."""
    pelican.delete_outputdir = False


def add_generator(_: Any) -> type["PortalGenerator"]:
    """Hand Pelican the one generator that makes the portal."""
    return PortalGenerator


def say_done(pelican: Any) -> None:
    """Say what the build did and where the result lies, before Pelican's own closing line."""
    applied: Applied | None = pelican.settings.get("KOHTAAMO_APPLIED")
    if applied is not None:
        _say(
            f"{applied.written} tiedostoa kirjoitettu, {applied.removed} poistettu,"
            f" {applied.unchanged} ennallaan: {_beside(Path(pelican.output_path))}/"
        )


class PortalGenerator:
    """What Pelican asks of a generator: a context step and an output step."""

    def __init__(
        self, context: Any, settings: dict[str, Any], path: str, theme: str, output_path: str
    ) -> None:
        self.settings = settings
        self.output = Path(output_path)
        try:
            self.job = job_of(settings, Path(path), Path(theme))
        except WrongSetting as wrong:
            _leave(str(wrong))
        self.edition: Edition | None = None
        # Pelican's own call shows a spinner; two on one terminal would be none.
        self.watched = bool(settings.get("KOHTAAMO_PROGRESS"))

    def generate_context(self) -> None:
        """Check everything; leave by SystemExit(1), output untouched, when something is wrong."""
        with shown(READING, wanted=self.watched) as progress:
            loaded = read(self.job, progress)
        problems = loaded.problems
        if self.job.publish and not loaded.faulty:
            problems = (*problems, *refusals(self.job, loaded.network))
        self._print(problems)
        if has_errors(problems):
            _leave("Sivustoa ei rakennettu. Korjaa virheet; entinen sivusto jäi ennalleen.")
        self.edition = edition_of(self.job, loaded)

    def generate_output(self, writer: Any) -> None:
        """Render every file, then put the changed ones in place."""
        if self.edition is None:
            return
        with shown(RENDERING, wanted=self.watched) as progress:
            try:
                files = render(self.job, self.edition, progress)
            except TwoOutputs as path:
                _leave(
                    f"Kaksi sivua tulisi samaan osoitteeseen: {path}. Anna toiselle tiedostolle"
                    " toinen nimi. Entinen sivusto jäi ennalleen."
                )
            except Refused as refused:
                # Every picture was whole when it was checked a moment ago.
                _leave(
                    f"Kuva {refused.values['value']} vaihtui kesken kaiken. Aja komento uudelleen."
                    " Entinen sivusto jäi ennalleen."
                )
        try:
            applied = apply(files, self.output, self.settings["OUTPUT_RETENTION"])
        except ForeignFolder as folder:
            _leave(
                f"Kansiossa {folder} on muita tiedostoja kuin tämän ohjelman tekemiä, eikä niihin"
                " kosketa. Anna toinen kansio (-o) tai tyhjennä tämä."
            )
        except OSError as error:
            _leave(f"Kansioon {_beside(self.output)} ei voi kirjoittaa: {error.strerror}.")
        self.settings["KOHTAAMO_APPLIED"] = applied

    def _print(self, problems: tuple[Problem, ...]) -> None:
        if problems:
            catalogue = load_catalogue(str(self.settings.get("MESSAGE_LANGUAGE", "fi")))
            _say(as_text(problems, catalogue, _beside(self.job.content)))


def _beside(path: Path) -> str:
    """A path as people see it from where they stand."""
    return Path(os.path.relpath(path)).as_posix()


def _leave(sentence: str) -> NoReturn:
    """Leave with one sentence instead of a traceback."""
    _say(sentence)
    raise SystemExit(1)


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
