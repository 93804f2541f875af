"""Content folder and settings → every output file, rendered; nothing is written here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import Loaded, load
from kohtaamo.host.history import landings
from kohtaamo.host.progress import Tell
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.make import make_edition
from kohtaamo.publish.outputs import all_outputs


class TwoOutputs(Exception):
    """Two makers want one path; the checks should have named the files behind them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What one build is asked for; `theme` is the folder with `templates/` and `static/`."""

    content: Path
    theme: Path
    site_url: str
    today: date
    publish: bool


def read(job: Job, progress: Tell | None = None) -> Loaded:
    """Read and check the content folder."""
    return load(job.content, today=job.today, reserved=reserved_slugs(), progress=progress)


def edition_of(job: Job, loaded: Loaded) -> Edition:
    """The edition of a network without errors."""
    landed = landings(job.content, job.today)
    return make_edition(
        loaded.network,
        today=job.today,
        site_url=job.site_url,
        changed=landed.newest,
        begun=landed.first,
        translated=landed.languages,
        words=loaded.words,
    )


def render(job: Job, edition: Edition, progress: Tell | None = None) -> Mapping[str, bytes]:
    """Every file of the portal by its path; TwoOutputs when two want one."""
    outputs = tuple(all_outputs(edition, job.theme, job.content / "images"))
    files: dict[str, bytes] = {}
    for number, output in enumerate(outputs, start=1):
        if output.path in files:
            raise TwoOutputs(output.path)
        files[output.path] = output.render()
        if progress is not None:
            progress(number, len(outputs))
    return files
