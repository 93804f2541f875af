"""What one build is asked for."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kohtaamo.publish.admin.setting import Admin


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a site is made of; `theme` is the folder with `templates/` and `static/`.

    `profile` names a set of outputs (`publish.profiles`); `search` says whether there is an index.
    With `admin` there is a page for editing by form, whose program lies in `admin_program`.
    """

    content: Path
    theme: Path
    site_url: str
    today: date
    publish: bool
    profile: str = "full"
    search: bool = True
    admin: Admin | None = None
    admin_program: Path = Path()


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A job and where its result goes; `keep` are names at the top of the output to leave alone.

    Messages are in `language`; `is_watched` when progress may be shown on a terminal; `memory` is
    the folder for what one build leaves for the next, None for none. With `quarantine`, what is
    faulty is left out of the site instead of stopping the build. With `search_later` the search
    index stays as it is, for a build that comes after this one.
    """

    job: Job
    output: Path
    keep: tuple[str, ...] = ()
    language: str = "fi"
    is_watched: bool = False
    memory: Path | None = None
    quarantine: bool = False
    search_later: bool = False
