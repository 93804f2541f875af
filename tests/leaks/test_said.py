"""What commands say of a closed group: where something is wrong, and nothing that it says itself.

A check names the file's path, for whoever has to mend it; a review and a report, which many read,
do not even do that. What is said stays in logs when the file has long been mended.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from kohtaamo.care.links import links_of
from kohtaamo.commands.main import main
from tests.editions import edition_of
from tests.often import often
from tests.repositories import Repository, new_repository

from .conftest import Twice
from .haystack import leaks
from .telling import content, telling, write

Printed = pytest.CaptureFixture[str]
MADE = telling()
PATH, TEXT = next(iter(MADE.files.items()))
OPEN = {path: text.replace("access: closed", "access: open") for path, text in MADE.files.items()}
START, TERM, SOMEBODY, KEY, QUOTE = (MADE.mark(f"wrong {number}") for number in range(5))
NEW = f"events/{MADE.mark('new name')}.yml"
SAYING_MORE = f"{TEXT}location: {{name: {MADE.mark('location')}}}\nstop: {MADE.mark('stop')}\n"
NO_VALUES = TEXT.replace("start: 2026-12-08", f"start: {START}").replace("islanders", TERM)
UNKNOWN = TEXT.replace("kaamoskylan-kunta", SOMEBODY).replace("satamapaivat", SOMEBODY)
NO_KEY, UNREADABLE = f"{TEXT}{KEY}: x\n", f"{TEXT}ages: '{QUOTE}\n"
CLASH = (
    "title: Toinen\nstart: 2026-12-08 14:30\nend: 16:00\nplace: kaamostupa\nroom: tupa\n"
    "organisers: [kaamoskylan-kunta]\n"
)
# What was there, and what has come; "" is taken away.
CASES: Mapping[str, tuple[Mapping[str, str], Mapping[str, str]]] = {
    "added to a taken room": ({"events/toinen.yml": CLASH}, MADE.files),
    "deleted": (MADE.files, dict.fromkeys(MADE.files, "")),
    "renamed": (MADE.files, {PATH: "", NEW: TEXT}),
    "closed": (OPEN, MADE.files),
    "no values": ({}, {PATH: NO_VALUES}),
    "misspelt": ({}, {PATH: TEXT.replace("access: closed", "acess: closd")}),
    "added": ({}, MADE.files),
    "moved": (MADE.files, {PATH: TEXT.replace("14:00", "13:30")}),
    "faulty": (MADE.files, {PATH: SAYING_MORE}),
    "unknown names": ({}, {PATH: UNKNOWN}),
    "unknown key": ({}, {PATH: NO_KEY}),
    "unreadable": ({}, {PATH: UNREADABLE}),
}


@pytest.fixture(params=[*CASES][: often(6, len(CASES))])
def proposal(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Repository:
    """The working folder: a contribution that is not committed yet, on top of `base`."""
    before, after = CASES[request.param]
    repository = new_repository(tmp_path / "network")
    content(repository.content, before, MADE.picture)
    repository.commit("2026-09-01T10:00:00Z")
    repository.git("branch", "base")
    write(repository.content, {path: text for path, text in after.items() if text})
    for path in (path for path, text in after.items() if not text):
        (repository.content / path).unlink()
    monkeypatch.chdir(repository.folder)
    return repository


def _said(printed: Printed, command: str, *options: str) -> Mapping[str, bytes]:
    assert main([command, *options, "--today", "2026-12-01"]) in {0, 1}
    said = printed.readouterr()
    assert said.out
    return {command: (said.out + said.err).encode()}


def test_what_is_said_of_a_proposal(proposal: Repository, capsys: Printed) -> None:
    """In a pull request and in the coordinator's report rooms and times, in a check also paths."""
    assert leaks(_said(capsys, "review", "base"), MADE.marks) == []
    found = leaks(_said(capsys, "report"), MADE.marks)
    # Nobody shows the picture of a deleted group any more: somebody has to take it away.
    is_gone = not any((proposal.content / path).exists() for path in (PATH, NEW))
    pictures = ["report: folder of the picture", "report: picture"] if is_gone else []
    assert found == pictures

    names = {MADE.marks[each] for each in ("slug", "folder", "new name")}
    texts = {at: word for at, word in MADE.marks.items() if word not in names}
    options: Sequence[str] = ("--since", "base")
    found = leaks(_said(capsys, "check", *options), texts)
    assert [each for each in found if each.partition(": ")[2] not in names] == []


@pytest.mark.parametrize("form", ["github", "gitlab", "json"])
def test_in_every_format(tmp_path: Path, capsys: Printed, form: str) -> None:
    folder = content(tmp_path / "content", {PATH: NO_VALUES + f"{KEY}: x\n"}, MADE.picture)
    (found,) = _said(capsys, "check", str(folder), "--format", form).values()
    told = {line.partition(": ")[2] for line in leaks({form: found}, MADE.marks)}

    assert told == {"slug", "folder"}


def test_nobody_asks_its_links(twice: Twice) -> None:
    """A server would see who asks, and when."""
    links = {link.url: link.url.encode() for link in links_of(edition_of(twice.world.content))}

    assert links
    assert leaks(links, MADE.marks) == []
