"""Content folder and settings → every output file, rendered; nothing is written here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import Loaded, load
from kohtaamo.host.history import landings
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.make import make_edition
from kohtaamo.publish.outputs import all_outputs


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What one build is asked for; `theme` is the folder with `templates/` and `static/`."""

    content: Path
    theme: Path
    site_url: str
    today: date
    publish: bool


def read(job: Job) -> Loaded:
    """Read and check the content folder."""
    return load(job.content, today=job.today, reserved=reserved_slugs())


def edition_of(job: Job, loaded: Loaded) -> Edition:
    """The edition of a network without errors."""
    return make_edition(
        loaded.network,
        today=job.today,
        site_url=job.site_url,
        changed=landings(job.content),
        words=loaded.words,
    )


def render(job: Job, edition: Edition) -> Mapping[str, bytes]:
    """Every file of the portal by its path; two files at one path are a fault of the software."""
    files: dict[str, bytes] = {}
    for path, data in _rendered(job, edition):
        if path in files:
            raise ValueError(f"two outputs at {path}")
        files[path] = data
    return files


def _rendered(job: Job, edition: Edition) -> Iterator[tuple[str, bytes]]:
    for output in all_outputs(edition, job.theme):
        yield output.path, output.render()
