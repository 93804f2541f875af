"""Two years of a network in its repository: what people wrote, when it landed, and every build.

Subscribers ask in the night before each edit, right after it and in the night after it, in the
nights around each turn of the month, and else every five to nine days.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import cycle
from pathlib import Path

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import Loaded, load
from kohtaamo.content.source.keys import thing_key, translated_into
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.make import make_edition
from kohtaamo.publish.formats import feed_outputs
from kohtaamo.publish.output import Output

SITE_URL = "https://example.fi"
# Nightly builds, and those after an edit of the day, in UTC.
NIGHT, NOON = time(1, 0), time(11, 0)
_PAUSES = (5, 9, 6, 8, 7)
_DAY = timedelta(days=1)
# Of these listings there are many, and they are made as all others are.
_ALIKE = ("aiheet/", "kenelle/", "tarvitsen/", "jarjestajat/", "sv/amnen/", "sv/for-vem/")


@dataclass
class Repository:
    """A content folder, when each of its things landed, and every language it ever was read in."""

    content: Path
    now: datetime
    changed: dict[str, datetime] = field(default_factory=dict)
    begun: dict[str, datetime] = field(default_factory=dict)
    translated: dict[str, frozenset[str]] = field(default_factory=dict)

    def land(self, path: str) -> None:
        key = thing_key(path)
        self.changed[key] = self.now
        self.begun.setdefault(key, self.now)
        if (language := translated_into(path)) is not None:
            self.translated[key] = self.translated.get(key, frozenset()) | {language}

    def write(self, path: str, text: str) -> None:
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        self.land(path)

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.content / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, (path, old)
        self.write(path, text.replace(old, new))

    def move(self, path: str, to: str) -> None:
        (self.content / to).parent.mkdir(parents=True, exist_ok=True)
        (self.content / path).rename(self.content / to)
        self.land(path)
        self.land(to)

    def delete(self, path: str) -> None:
        (self.content / path).unlink()
        self.land(path)


@dataclass(frozen=True, kw_only=True)
class Edit:
    """`write` does it; `deletes` says that people mean things to be gone."""

    day: date
    name: str
    write: Callable[[Repository], None]
    deletes: bool = False


@dataclass(frozen=True, kw_only=True)
class Poll:
    """What the portal served at `at`: the files that were asked for, and all addresses.

    `edit` is what has landed since the poll before, if anything. In the midst of a quiet month
    only the calendars and feeds of listings are asked for.
    """

    at: datetime
    edition: Edition
    files: Mapping[str, bytes]
    addresses: frozenset[str]
    edit: Edit | None = None

    @property
    def day(self) -> date:
        return self.edition.today


def _is_followed(path: str, *, is_quiet: bool) -> bool:
    files = ("calendar.ics", "atom.xml") if is_quiet else (".ics", "atom.xml")
    return path.endswith(files) and not path.startswith(_ALIKE)


def tell(site: Path, folder: Path, begin: date, end: date, edits: Sequence[Edit]) -> list[Poll]:
    """Every poll from `begin` to `end`, both included, of a copy of a site's content."""
    content = Path(shutil.copytree(site, folder / "content"))
    repository = Repository(content, datetime.combine(begin - _DAY, NOON, UTC))
    for file in sorted(content.rglob("*.*")):
        repository.land(file.relative_to(content).as_posix())
    loaded = _load(content, begin)
    polls = []
    for day, is_quiet in _nights(begin, end, {edit.day for edit in edits}):
        at = datetime.combine(day, NIGHT, UTC)
        polls.append(_poll(repository, loaded, at, is_quiet=is_quiet))
        for edit in edits:
            if edit.day == day:
                repository.now = datetime.combine(day, NOON, UTC)
                edit.write(repository)
                loaded = _load(content, day)
                polls.append(_poll(repository, loaded, repository.now, edit=edit))
    return polls


def _nights(begin: date, end: date, edits: set[date]) -> Iterator[tuple[date, bool]]:
    """The nights in which subscribers ask, and whether they are quiet ones."""
    pauses = cycle(_PAUSES)
    following = begin
    for number in range((end - begin).days + 1):
        day = begin + number * _DAY
        is_near = bool({day, day - _DAY} & edits)
        is_turn = day.day == 1 or (day + _DAY).day == 1
        if is_near or is_turn or day >= following:
            yield day, not (is_near or is_turn)
            following = day + next(pauses) * _DAY


def _load(content: Path, today: date) -> Loaded:
    loaded = load(content, today=today, reserved=reserved_slugs())
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    assert errors == []
    return loaded


def _poll(
    repository: Repository,
    loaded: Loaded,
    at: datetime,
    *,
    edit: Edit | None = None,
    is_quiet: bool = False,
) -> Poll:
    edition = make_edition(
        loaded.network,
        today=at.date(),
        site_url=SITE_URL,
        changed=dict(repository.changed),
        begun=dict(repository.begun),
        translated=dict(repository.translated),
        words=loaded.words,
    )
    outputs = list(feed_outputs(edition))
    return Poll(
        at=at,
        edition=edition,
        files=_rendered(each for each in outputs if _is_followed(each.path, is_quiet=is_quiet)),
        addresses=frozenset(each.path for each in outputs),
        edit=edit,
    )


def _rendered(outputs: Iterable[Output]) -> Mapping[str, bytes]:
    """What stands at two addresses is made once."""
    made = cache(lambda render: render())
    return {each.path: made(each.render) for each in outputs}
