"""One build from its order to its outcome, whoever asks: Pelican or the short way.

Everything is checked and rendered before anything is put in place. What people have to know is
said on stderr, in Finnish; nothing is raised for bad content, settings or folders.
"""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kohtaamo.host.apply import Applied
from kohtaamo.host.faults import NoForm, PictureChanged, ProcessLost, TwoOutputs
from kohtaamo.host.memory.memory import Memory, forget, remembering
from kohtaamo.host.order import Order
from kohtaamo.host.outcome import Outcome
from kohtaamo.host.progress import READING, RENDERING, shown
from kohtaamo.host.search.fault import NoIndex
from kohtaamo.host.staging import ForeignFolder
from kohtaamo.problems.problem import Problem, has_errors

if TYPE_CHECKING:
    from kohtaamo.host.steps import Read

# The exit code of a site that was built without what is faulty.
IN_PART = 3
_AS_BEFORE = "Entinen sivusto jäi ennalleen."
NOT_BUILT = "Sivustoa ei rakennettu. Korjaa virheet; entinen sivusto jäi ennalleen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What the first step of a build hands to the second; without `read` it is over.

    With `is_rest` something was left out of what was read.
    """

    order: Order
    outcome: Outcome
    read: "Read | None"
    is_rest: bool = False


def build(order: Order) -> Outcome:
    """Both steps, as little of them as has to be done again."""
    with remembering(order) as memory:
        if (
            memory is not None
            and memory.is_same
            and memory.is_untouched
            and not _is_due(order, memory)
        ):
            return _as_it_was(order, memory)
        return publish(check(order, memory), memory)


def _as_it_was(order: Order, memory: Memory) -> Outcome:
    """Nothing has changed: the same is said again, and nothing is done."""
    problems = memory.problems
    _say_problems(order, problems)
    return Outcome(
        code=0,
        problems=problems,
        language=order.language,
        applied=Applied(written=0, removed=0, unchanged=len(memory.written)),
    )


def check(order: Order, memory: Memory | None = None) -> Checked:
    """Read and check everything, and say what is wrong; in quarantine also what is left out."""
    # Where nothing has changed, what only a build needs is not even imported.
    from kohtaamo.host.publishing import refusals
    from kohtaamo.host.steps import read

    with shown(READING, wanted=order.is_watched) as progress:
        found = read(order.job, memory, progress)
    problems = found.loaded.problems
    outcome = Outcome(code=0, problems=problems, language=order.language)
    if order.quarantine and found.loaded.faulty:
        return _without_faults(order, outcome, found, memory)
    if order.job.publish and not found.loaded.faulty:
        problems = (*problems, *refusals(order.job, found.loaded.network))
    _say_problems(order, problems)
    outcome = replace(outcome, problems=problems)
    if has_errors(problems):
        return Checked(order=order, outcome=_stopped(outcome, NOT_BUILT), read=None)
    return Checked(order=order, outcome=outcome, read=found)


def _without_faults(
    order: Order, outcome: Outcome, found: "Read", memory: Memory | None
) -> Checked:
    """Say what is wrong and what is left out for that; it is over when that cannot be."""
    from kohtaamo.content.quarantine.values import Stop
    from kohtaamo.host.publishing import refusals
    from kohtaamo.host.steps import without_faults

    with shown(READING, wanted=order.is_watched) as progress:
        ended = without_faults(order.job, found, memory, progress)
    if isinstance(ended, Stop):
        _say_problems(order, outcome.problems)
        from kohtaamo.problems.catalogue import load_catalogue

        path = beside(order.job.content / ended.path)
        say(load_catalogue(order.language).cannot_be_left_out(path))
        return Checked(order=order, outcome=_stopped(outcome, NOT_BUILT), read=None)
    read, rest = ended
    refused = refusals(order.job, read.loaded.network) if order.job.publish else ()
    outcome = replace(outcome, problems=(*outcome.problems, *refused))
    if not refused:
        _say_in_part(order.language, rest.left_out, rest.changed, is_first=True)
    _say_problems(order, outcome.problems)
    if refused:
        return Checked(order=order, outcome=_stopped(outcome, NOT_BUILT), read=None)
    _say_problems(order, (*rest.left_out, *rest.changed))
    outcome = replace(outcome, left_out=rest.left_out, mended=rest.changed)
    return Checked(order=order, outcome=outcome, read=read, is_rest=True)


def publish(checked: Checked, memory: Memory | None = None) -> Outcome:
    """Render every file, then put the changed ones in place.

    What something was left out of is nothing to go on from: the next build begins anew.
    """
    order, found = checked.order, checked.read
    if found is None:
        return checked.outcome
    from kohtaamo.host.steps import make

    if checked.is_rest:
        memory = None
    if memory is None:
        forget(order.memory, order.output)
    try:
        with shown(RENDERING, wanted=order.is_watched) as progress:
            applied = make(order, found, memory, progress)
    except NoForm as fault:
        return _stopped(checked.outcome, f"{fault} {_AS_BEFORE}")
    except NoIndex as fault:
        return _stopped(checked.outcome, _unsearchable(order, str(fault), is_stopped=True))
    except (TwoOutputs, PictureChanged, ForeignFolder, ProcessLost, OSError) as fault:
        return _stopped(checked.outcome, _why(fault, order))
    unsearchable = ""
    if applied.unsearchable:
        unsearchable = _unsearchable(order, applied.unsearchable, is_stopped=False)
        say(unsearchable)
    code = IN_PART if checked.is_rest else 0
    return replace(checked.outcome, code=code, applied=applied, unsearchable=unsearchable)


def _is_due(order: Order, memory: Memory) -> bool:
    """True when the build before has left the search index to this one."""
    if order.search_later:
        return False
    from kohtaamo.host.search.kept import is_due, is_searched

    return is_searched(order.job) and is_due(memory.written)


def _unsearchable(order: Order, said: str, *, is_stopped: bool) -> str:
    """Why there is no search index, and the way out."""
    from kohtaamo.problems.catalogue import load_catalogue

    catalogue = load_catalogue(order.language)
    if is_stopped:
        return f"{catalogue.search_stopped(said)} {_AS_BEFORE}"
    return catalogue.search_left_out(said)


def _why(fault: Exception, order: Order) -> str:
    """What stopped a build that had no errors to say, and the way out."""
    from jinja2 import TemplateNotFound

    match fault:
        case TwoOutputs():
            return (
                f"Kaksi sivua tulisi samaan osoitteeseen: {fault}. Anna toiselle tiedostolle"
                f" toinen nimi. {_AS_BEFORE}"
            )
        case PictureChanged():
            return f"Kuva {fault} vaihtui kesken kaiken. Aja komento uudelleen. {_AS_BEFORE}"
        case ForeignFolder():
            return (
                f"Kansiossa {fault} on muita tiedostoja kuin tämän ohjelman tekemiä, eikä niihin"
                " kosketa. Anna toinen kansio (-o) tai tyhjennä tämä."
            )
        case ProcessLost():
            return (
                "Koneesta loppui muisti, tai joku keskeytti työn. Aja komento uudelleen."
                f" {_AS_BEFORE}"
            )
        case TemplateNotFound():
            # An OSError too, but it says nothing of the output.
            return (
                f"Teemasta {beside(order.job.theme)}/ puuttuu templates/{fault.name}. Tuo teeman"
                f" kaikki tiedostot samasta versiosta. {_AS_BEFORE}"
            )
    said = fault.strerror if isinstance(fault, OSError) else fault
    return f"Kansioon {beside(order.output)} ei voi kirjoittaa: {said}."


def say_done(outcome: Outcome, output: Path) -> None:
    """What the build did, and where the result lies."""
    applied = outcome.applied
    if applied is not None:
        say(
            f"{applied.written} tiedostoa kirjoitettu, {applied.removed} poistettu,"
            f" {applied.unchanged} ennallaan: {beside(output)}/"
        )
    if outcome.code == IN_PART:
        _say_in_part(outcome.language, outcome.left_out, outcome.mended, is_first=False)


def _say_in_part(
    language: str, left_out: Iterable[Problem], mended: Iterable[Problem], *, is_first: bool
) -> None:
    """How many files are left out or changed: before what is wrong, and at the end."""
    from kohtaamo.problems.catalogue import load_catalogue

    catalogue = load_catalogue(language)
    sentence = catalogue.builds_in_part if is_first else catalogue.built_in_part
    say(sentence(*(len({each.path for each in all_}) for all_ in (left_out, mended))))


def beside(path: Path) -> str:
    """A path as people see it from where they stand."""
    return Path(os.path.relpath(path)).as_posix()


def say(sentence: str) -> None:
    """One line for people; what machines read goes to stdout."""
    print(sentence, file=sys.stderr, flush=True)


def _stopped(outcome: Outcome, sentence: str) -> Outcome:
    """The end of a build that leaves the output as it was."""
    say(sentence)
    return replace(outcome, code=1, stopped=sentence)


def _say_problems(order: Order, problems: tuple[Problem, ...]) -> None:
    if problems:
        # Whoever has no warnings waits for no sentences.
        from kohtaamo.problems.catalogue import load_catalogue
        from kohtaamo.problems.formats import as_report

        say(as_report(problems, load_catalogue(order.language), beside(order.job.content)))
