"""Translations are into languages of the network, and terms have a name in its first one."""

from collections.abc import Iterator
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import everything, problem_at
from kohtaamo.model.origin import Origin
from kohtaamo.problems.problem import Problem


def check_languages(draft: Draft, _today: date) -> Iterator[Problem]:
    """A translation into the original's own language is an error, into an unused one a warning.

    Nothing is said while `network.yml` is faulty: its languages are not known then.
    """
    if not draft.network.identity.origin.lines:
        return
    allowed = draft.network.identity.languages
    for _kind, _record, item in everything(draft.network):
        for language, translation in item.translations.items():
            if language == item.written_in:
                yield problem_at(
                    translation.origin,
                    "",
                    "translation-of-itself",
                    language=language,
                    path=item.origin.path,
                )
            elif language not in allowed:
                yield problem_at(
                    translation.origin,
                    "",
                    "translation-unused",
                    language=language,
                    allowed=", ".join(allowed),
                )


def check_labels(draft: Draft, _today: date) -> Iterator[Problem]:
    """One warning for each vocabulary whose terms are not all named in the first language.

    The default vocabularies of the package count too: the network's own file may name them.
    """
    if not draft.network.identity.origin.lines:
        return
    language = draft.network.identity.first_language
    for name, terms in draft.network.vocabularies.items():
        nameless = [term.id for term in terms.values() if not term.label.has(language)]
        if nameless:
            yield problem_at(
                Origin(f"vocabularies/{name}.yml"),
                "",
                "labels-missing",
                language=language,
                terms=", ".join(nameless),
            )
