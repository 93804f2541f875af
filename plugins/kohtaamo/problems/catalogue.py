"""What problems say, in Finnish, Swedish and English."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kohtaamo.problems.facts import Fact, Formats
from kohtaamo.problems.problem import Problem, Severity
from kohtaamo.problems.visible import visible

# Every value as text; from libyaml when PyYAML was built with it.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

LANGUAGES = ("fi", "sv", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """One language: a sentence for each code, with places for the problem's values.

    `apart` is said above the problems that only warn, `guide` says where codes are explained.
    """

    language: str
    warning: str
    apart: str
    guide: str
    formats: Formats
    counts: Mapping[str, Mapping[str, str]]
    whole: str
    one: str
    quarantine: Mapping[str, str]
    search: Mapping[str, str]
    sentences: Mapping[str, str]

    def message(self, problem: Problem) -> str:
        """The problem's sentence, on one line whatever its values hold.

        KeyError for a code without a sentence, and for a sentence that asks for other values.
        """
        facts = {key: Fact(value, self.formats) for key, value in problem.values.items()}
        return self.sentences[problem.code].format_map(facts)

    def marked(self, problem: Problem) -> str:
        """The sentence, with the word for "warning" before it when it only warns."""
        message = self.message(problem)
        return f"{self.warning}: {message}" if problem.severity is Severity.WARNING else message

    def summary(self, files: int, errors: int, warnings: int, folder: str) -> str:
        """The last line: how many files of which folder were checked, with what result."""
        return self.whole.format(
            folder=visible(folder),
            files=self._count("files", files),
            errors=self._count("errors", errors),
            warnings=self._count("warnings", warnings),
        )

    def summary_of(self, file: str, errors: int, warnings: int) -> str:
        """The last line when one file was checked."""
        return self.one.format(
            file=visible(file),
            errors=self._count("errors", errors),
            warnings=self._count("warnings", warnings),
        )

    def built_in_part(self, left_out: int, changed: int) -> str:
        """The last line of a build that so many files were left out of, and so many changed."""
        return self._in_part("built", left_out, changed)

    def builds_in_part(self, left_out: int, changed: int) -> str:
        """The first line of such a build, before its faults: what matters most."""
        return self._in_part("first", left_out, changed)

    def _in_part(self, form: str, left_out: int, changed: int) -> str:
        return self.quarantine[form].format(
            left_out=self._count("files", left_out), changed=self._count("files", changed)
        )

    def cannot_be_left_out(self, path: str) -> str:
        """Why a build stops all the same."""
        return self.quarantine["stopped"].format(path=visible(path))

    def search_stopped(self, said: str) -> str:
        """Why a site that cannot be searched is not published; `said` is what the program said."""
        return self.search["stopped"].format(said=visible(said))

    def search_left_out(self, said: str) -> str:
        """Why a preview cannot be searched."""
        return self.search["without"].format(said=visible(said))

    def explained_in(self, file: str) -> str:
        """The line that leads from messages to what they mean."""
        return self.guide.format(file=visible(file))

    def _count(self, what: str, count: int) -> str:
        forms = self.counts[what]
        form = {0: "none", 1: "one"}.get(count, "many")
        return forms.get(form, forms["many"]).format(count=count)


def load_catalogue(language: str) -> Catalogue:
    """The catalogue of one of `LANGUAGES`."""
    if language not in LANGUAGES:
        raise ValueError(f"no messages in {language!r}; there are {', '.join(LANGUAGES)}")
    tree = load_tree("messages", language)
    summary = tree["summary"]
    return Catalogue(
        language=language,
        warning=tree["warning"],
        apart=tree["apart"],
        guide=tree["guide"],
        formats=Formats(**tree["formats"]),
        counts={what: summary[what] for what in ("files", "errors", "warnings")},
        whole=summary["whole"],
        one=summary["one"],
        quarantine=summary["quarantine"],
        search=summary["search"],
        sentences=tree["problems"],
    )


@cache
def load_tree(folder: str, language: str) -> Any:
    """A file of texts of this package: every value is text.

    Read once, as the package does not change while it runs: whoever asks may not change it either.
    """
    file = files("kohtaamo.problems").joinpath(folder, f"{language}.yml")
    return yaml.load(file.read_text("utf-8"), Loader=_LOADER)  # noqa: S506 - all text
