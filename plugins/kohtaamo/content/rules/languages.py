"""Translations are into languages of the network, and terms have a name in its first one."""

from collections.abc import Collection, Iterator
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import everything, problem_at
from kohtaamo.content.schema.phrases import phrases_in
from kohtaamo.model.origin import Origin
from kohtaamo.model.translation import Translation
from kohtaamo.problems.problem import Problem
from kohtaamo.text.suggestions import nearest


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


def check_phrases(draft: Draft, _today: date) -> Iterator[Problem]:
    """A warning for each of `phrases` that is no text of the original any more, or never was.

    It is not shown then: the original says something else.
    """
    for _kind, record, item in everything(draft.network):
        translated = [each for each in item.translations.values() if each.phrases]
        if not translated:
            continue
        written = {each.text for each in phrases_in(record, item)}
        for translation in translated:
            for phrase in translation.phrases:
                if phrase not in written:
                    yield _unused(translation, phrase, item.origin.path, written)


def _unused(translation: Translation, phrase: str, path: str, written: Collection[str]) -> Problem:
    guess = nearest(phrase, sorted(written))
    code = "phrase-unused" if guess is None else "phrase-unused-near"
    return Problem(
        path=translation.origin.path,
        line=translation.origin.line(f"phrases.{phrase}"),
        field="phrases",
        code=code,
        values={"value": phrase, "path": path} | ({"guess": guess} if guess else {}),
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
