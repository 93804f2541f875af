"""Content folder and settings → every output, not rendered yet; nothing is written here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kohtaamo.content.load import Loaded
from kohtaamo.host.admin import backend_for, program_in
from kohtaamo.host.faults import TwoOutputs
from kohtaamo.host.history import Logged, landings
from kohtaamo.host.order import Job
from kohtaamo.host.progress import Tell
from kohtaamo.host.read_all import read_all
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.known import Known
from kohtaamo.listings.make import make_edition
from kohtaamo.publish.admin.outputs import admin_outputs
from kohtaamo.publish.admin.setting import Admin
from kohtaamo.publish.output import Output
from kohtaamo.publish.outputs import NOTHING, all_outputs
from kohtaamo.publish.parts import Parts
from kohtaamo.publish.scope import WHOLE, Scope, owner_of

__all__ = ["Job", "TwoOutputs", "edition_of", "outputs_of", "read"]


def read(job: Job, progress: Tell | None = None) -> Loaded:
    """Read and check the content folder, in as many processes as there are cores."""
    loaded, _ = read_all(job.content, job.today, progress)
    return loaded


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
    edition = make_edition(
        loaded.network,
        today=job.today,
        site_url=job.site_url,
        changed=landed.newest,
        begun=landed.first,
        translated=landed.languages,
        words=loaded.words,
        known=known,
    )
    return replace(edition, is_searched=job.search)


def outputs_of(
    job: Job,
    edition: Edition,
    parts: Parts | None = None,
    scope: Scope = WHOLE,
    indexed: Mapping[str, str | None] = NOTHING,
) -> tuple[Output, ...]:
    """Every output of the portal, or of a scope; TwoOutputs when two want one path.

    NoForm where editing by form is switched on and cannot be had.
    `parts` are the edition's, for who asks for them too. `indexed` is what the sitemap said of
    every page, where only a scope is asked for.
    """
    images = job.content / "images"
    form = () if job.admin is None else _form(job, edition, job.admin)
    outputs = (
        *all_outputs(
            edition,
            job.theme,
            images,
            job.profile,
            parts,
            scope,
            indexed,
            is_preview=not job.publish,
        ),
        *(each for each in form if owner_of(each.subjects) in scope.owners),
    )
    paths: set[str] = set()
    for output in outputs:
        if output.path in paths:
            raise TwoOutputs(output.path)
        paths.add(output.path)
    return outputs


def _form(job: Job, edition: Edition, admin: Admin) -> Iterator[Output]:
    """The page for editing by form, and all that it needs."""
    backend = backend_for(edition.network, admin)
    program = program_in(job.admin_program)
    return admin_outputs(edition, job.theme / "static", backend, program)
