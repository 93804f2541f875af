"""One file alone is told what the check of the whole folder would tell it, no more and no less."""

from datetime import date
from pathlib import Path

import pytest

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import load
from kohtaamo.content.one_file import check_file
from kohtaamo.problems.problem import Problem

TODAY = date(2026, 12, 1)
ROOT = Path(__file__).parents[2]
SITES = {
    "sample": ROOT / "content",
    "broken": ROOT / "tests" / "sites" / "broken" / "content",
    "everything": ROOT / "tests" / "sites" / "everything" / "content",
}

EVENT = "organisers: [kylayhdistys]\nplace: asematalo\nroom: odotussali\n"


def _whole(root: Path) -> tuple[Problem, ...]:
    return load(root, today=TODAY, reserved=reserved_slugs()).problems


def _one(root: Path, path: str) -> tuple[Problem, ...]:
    return check_file(root, path, today=TODAY, reserved=reserved_slugs())


@pytest.mark.parametrize("root", SITES.values(), ids=SITES)
def test_every_file_of_the_sites_alone(root: Path) -> None:
    whole = _whole(root)
    files = [file for file in sorted(root.rglob("*")) if not file.is_dir()]
    assert len(files) > 50
    for file in files:
        path = file.relative_to(root).as_posix()
        holding = {path, *map(str, Path(path).parents)}
        expected = tuple(problem for problem in whole if problem.path in holding)
        assert _one(root, path) == expected, path


def _write(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def _agree(root: Path) -> dict[str, list[str]]:
    """The codes of each file with problems; every file alone has just those of the whole."""
    whole = _whole(root)
    for file in sorted(root.rglob("*.md")):
        path = file.relative_to(root).as_posix()
        assert _one(root, path) == tuple(each for each in whole if each.path == path), path
    paths = dict.fromkeys(problem.path for problem in whole)
    return {path: [each.code for each in whole if each.path == path] for path in paths}


@pytest.mark.parametrize("place", ["asematalo", '"\\u0061sematalo"'])
def test_a_room_that_another_event_has_taken(small_content: Path, place: str) -> None:
    """Whatever way the other file writes the name of the place."""
    text = EVENT.replace("asematalo", place)
    time = "start: 2027-02-03 12:00\nend: '13:00'\n"
    _write(small_content, "events/ensin.md", f"---\ntitle: Ensin\n{time}{text}---\n")
    _write(small_content, "events/sitten.md", f"---\ntitle: Sitten\n{time}{EVENT}---\n")

    assert _agree(small_content)["events/sitten.md"] == ["room-clash"]


def test_an_umbrella_takes_no_room_and_its_part_does(small_content: Path) -> None:
    time = "start: 2027-02-03 12:00\nend: '14:00'\n"
    _write(small_content, "events/paivat.md", f"---\ntitle: Päivät\n{time}{EVENT}---\n")
    _write(small_content, "events/kahvit.md", f"---\ntitle: Kahvit\n{time}{EVENT}---\n")
    assert _agree(small_content)["events/paivat.md"] == ["room-clash"]

    part = "start: 2027-02-03 18:00\nend: '19:00'\npart_of: paivat\n"
    elsewhere = "organisers: [kylayhdistys]\nonline: {url: https://example.fi/}\n"
    _write(small_content, "events/osa.md", f"---\ntitle: Osa\n{part}{elsewhere}---\n")
    assert "events/paivat.md" not in _agree(small_content)


def test_names_that_were_given_up(small_content: Path) -> None:
    time = "start: 2027-02-03 12:00\nend: '13:00'\norganisers: [kylayhdistys]\n"
    online = "online: {url: https://example.fi/}\n"
    for slug, more in {
        "uusi": "formerly: [vanha]\n",
        "toinen": 'formerly: ["v\\u0061nha"]\n',
        "viittaa": "replaced_by: vanha\nstatus: moved\nreason: Muutto\n",
    }.items():
        _write(small_content, f"events/{slug}.md", f"---\ntitle: Ilta\n{time}{online}{more}---\n")

    found = _agree(small_content)
    assert found["events/uusi.md"] == ["formerly-claimed"]
    assert found["events/viittaa.md"] == ["reference-renamed"]


def test_links_to_former_names_and_to_closed_groups(small_content: Path) -> None:
    time = "start: 2027-02-03 12:00\nend: '13:00'\n"
    more = "organisers: [kylayhdistys]\nonline: {url: https://example.fi/}\n"
    piiri = f"---\n{time}place: asematalo\nroom: odotussali\naccess: closed\n---\n"
    _write(small_content, "events/hiljainen-piiri.md", piiri)
    _write(
        small_content,
        "events/uusi.md",
        f'---\ntitle: Ilta\n{time}{more}formerly: ["v\\u0061nha"]\n---\n',
    )
    for slug, to in {
        "a": "/tapahtumat/vanha/",
        "b": "/tapahtumat/hiljainen-piiri/",
        "c": "/tapahtumat/hiljainen-piirii/",
        "d": "/paikat/assematalo/",
    }.items():
        text = f"---\ntitle: Ilta {slug}\n{time}{more}---\n[Linkki]({to})\n"
        _write(small_content, f"events/linkki-{slug}.md", text)
    _write(small_content, "events/linkki-a.sv.md", "---\ntitle: Kväll\n---\n[Hit](/sv/plats/)\n")

    found = _agree(small_content)
    assert {path: codes for path, codes in found.items() if "linkki" in path} == {
        "events/linkki-a.sv.md": ["translation-unused", "link-leads-nowhere"],
        "events/linkki-b.md": ["link-leads-nowhere"],
        "events/linkki-c.md": ["link-leads-nowhere"],
        "events/linkki-d.md": ["link-leads-nowhere-near"],
    }


def test_events_that_follow_one_another_in_a_ring(small_content: Path) -> None:
    time = (
        "start: 2027-02-03 12:00\norganisers: [kylayhdistys]\nonline: {url: https://example.fi/}\n"
    )
    moved = "status: moved\nreason: Muutto\n"
    for slug, following in {"a1": "b1", "b1": "c1", "c1": "a1"}.items():
        text = f"---\ntitle: Ilta\n{time}{moved}replaced_by: {following}\n---\n"
        _write(small_content, f"events/{slug}.md", text)

    assert _agree(small_content)["events/a1.md"] == ["refers-in-a-ring"]


def test_two_files_with_one_name(small_content: Path) -> None:
    """The rules see the last of them only."""
    time = "start: 2027-02-03 12:00\norganisers: [kylayhdistys]\n"
    for folder in ("a", "b"):
        _write(small_content, f"events/{folder}/ilta.md", f"---\ntitle: Ilta\n{time}---\n")

    found = _agree(small_content)
    assert found["events/a/ilta.md"] == ["slug-taken"]
    assert found["events/b/ilta.md"] == ["nowhere", "slug-taken"]


def test_a_vocabulary_of_which_every_file_speaks(small_content: Path) -> None:
    """That nobody has written its terms matters only where somebody refers to one."""
    _write(small_content, "vocabularies/municipalities.yml", "# Ei vielä.\n")

    codes = [each.code for each in _one(small_content, "vocabularies/municipalities.yml")]
    assert codes == ["no-terms"]
