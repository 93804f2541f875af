"""Content folder and settings → every output, not rendered yet; nothing is written here."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.build.built import Built
from kohtaamo.content.build.draft import build_network
from kohtaamo.content.defaults import default_vocabularies
from kohtaamo.content.load import (
    Loaded,
    build_source,
    draft_of,
    first_language,
    own_words,
    problems_of,
)
from kohtaamo.content.source.files import SourceFile, find_files
from kohtaamo.host.faults import TwoOutputs
from kohtaamo.host.history import Logged, landings
from kohtaamo.host.order import Job
from kohtaamo.host.progress import Tell
from kohtaamo.host.workers import beside, processes, share
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.known import Known, known_of
from kohtaamo.listings.make import make_edition
from kohtaamo.model.network import Network
from kohtaamo.publish.output import Output
from kohtaamo.publish.outputs import NOTHING, all_outputs
from kohtaamo.publish.parts import Parts
from kohtaamo.publish.scope import WHOLE, Scope
from kohtaamo.words.load import words_of

__all__ = ["Job", "TwoOutputs", "edition_of", "outputs_of", "read"]

# So many files are read together; below twice as many another process is not worth its start.
_TOGETHER = 400


def read(job: Job, progress: Tell | None = None) -> Loaded:
    """Read and check the content folder, in as many processes as there are cores."""
    loaded, _ = read_all(job, progress)
    return loaded


def read_all(job: Job, progress: Tell | None = None) -> tuple[Loaded, Known | None]:
    """The same, and what its things tell; None when there are errors.

    The rules are looked through in a process of their own meanwhile.
    """
    reserved = reserved_slugs()
    found, misplaced = find_files(job.content, reserved)
    language = first_language(found)
    groups = [found[at : at + _TOGETHER] for at in range(0, len(found), _TOGETHER)]
    shared = share(
        [partial(_build_all, group, language) for group in groups],
        processes(),
        None if progress is None else lambda number: progress(number, len(groups)),
    )
    built = tuple(chain.from_iterable(shared))
    network = build_network(built, default_vocabularies())
    words = words_of(network.identity.languages, own_words(built))
    draft = draft_of(found, built, network, reserved, words)
    is_large = len(groups) > 1
    checking = partial(problems_of, draft, built, misplaced, job.today)
    checked = beside(checking) if is_large else checking
    known, fault = _known_of(network) if is_large else (None, None)
    problems = checked()
    loaded = Loaded(network=network, words=words, problems=problems, files=len(found))
    if loaded.faulty:
        return loaded, None
    if fault is not None:
        raise fault
    return loaded, known or known_of(network)


def _known_of(network: Network) -> tuple[Known | None, Exception | None]:
    """What things tell; of things with errors that are not known yet, nothing may be asked."""
    try:
        return known_of(network), None
    except Exception as fault:  # noqa: BLE001 - raised when the rules find no errors
        return None, fault


def _build_all(group: Sequence[SourceFile], language: str) -> list[Built]:
    return [build_source(source, language) for source in group]


def edition_of(
    job: Job,
    loaded: Loaded,
    known: Known | None = None,
    logged: Logged | None = None,
    uncommitted: Iterable[str] | None = None,
) -> Edition:
    """The edition of a network without errors.

    `known` is what the things tell, `logged` what git's log says and `uncommitted` which files have
    not landed as they are, for who knows them already.
    """
    landed = landings(job.content, job.today, logged, uncommitted)
    return make_edition(
        loaded.network,
        today=job.today,
        site_url=job.site_url,
        changed=landed.newest,
        begun=landed.first,
        translated=landed.languages,
        words=loaded.words,
        known=known,
    )


def outputs_of(
    job: Job,
    edition: Edition,
    parts: Parts | None = None,
    scope: Scope = WHOLE,
    indexed: Mapping[str, str | None] = NOTHING,
) -> tuple[Output, ...]:
    """Every output of the portal, or of a scope; TwoOutputs when two want one path.

    `parts` are the edition's, for who asks for them too. `indexed` is what the sitemap said of
    every page, where only a scope is asked for.
    """
    images = job.content / "images"
    outputs = tuple(all_outputs(edition, job.theme, images, job.profile, parts, scope, indexed))
    paths: set[str] = set()
    for output in outputs:
        if output.path in paths:
            raise TwoOutputs(output.path)
        paths.add(output.path)
    return outputs
