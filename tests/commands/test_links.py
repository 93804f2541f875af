"""`kohtaamo links`: every link is asked politely, and the dead ones are told with file and line."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kohtaamo.care.links import links_of
from kohtaamo.commands.links import Outside, run_links
from tests.conftest import SITES
from tests.editions import edition_of
from tests.outside import NOON, PUBLIC, Internet, internet

Printed = pytest.CaptureFixture[str]
THURSDAY = date(2027, 4, 15)
NAMES = {f"{name}.example": (PUBLIC,) for name in ("tupa", "yhdistys", "kunta")}
NAMES["sisainen.example"] = ("192.168.1.1",)
ANSWERS = {
    "HEAD http://tupa.example/": (404, ""),
    "GET http://tupa.example/": (404, ""),
    "HEAD http://yhdistys.example/sv": (500, ""),
    "GET http://yhdistys.example/sv": (500, ""),
}


@pytest.fixture(scope="module")
def running() -> Iterator[Internet]:
    with internet(ANSWERS, NAMES) as net:
        yield net


@pytest.fixture
def net(running: Internet) -> Internet:
    for seen in (running.asked, running.slept, running.agents):
        seen.clear()
    return running


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small network with links in fields, texts, translations, and where nobody may look."""
    folder = Path(shutil.copytree(SITES / "small" / "content", tmp_path / "content"))
    (tmp_path / "pelicanconf.py").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)
    place = folder / "places" / "asematalo.md"
    head, text = place.read_text("utf-8").split("can_host: all\n")
    place.write_text(
        f"{head}can_host: all\nbooking: {{url: 'http://tupa.example/'}}\n{text}", "utf-8"
    )
    organiser = folder / "organisers" / "kylayhdistys.md"
    organiser.write_text(
        organiser.read_text("utf-8").replace("class:", "url: http://yhdistys.example\nclass:")
        + "\n\nKatso [kunnan sivut](http://kunta.example/a?b=ä) tai <http://sisainen.example/>,\n"
        "[sama](http://tupa.example/) ja [muuta](/tilaa/) tai <mailto:a@example.fi>.\n"
        "[kunnan](http://kunta.example/1), [sivuja](http://kunta.example/2)\n",
        "utf-8",
    )
    (folder / "organisers" / "kylayhdistys.sv.md").write_text(
        "---\nname: Byförening\n---\n\n[sida](http://yhdistys.example/sv)\n", "utf-8"
    )
    closed = folder / "events" / "varaus-1.md"
    closed.write_text(closed.read_text("utf-8") + "\n<http://salainen.example/>\n", "utf-8")
    (folder / "events" / "mennyt.md").write_text(
        "---\ntitle: Mennyt\nplace: asematalo\norganisers: [kylayhdistys]\n"
        "start: 2027-03-01 12:00\n---\n<http://mennyt.example/>\n",
        "utf-8",
    )
    network = folder / "network.yml"
    network.write_text(network.read_text("utf-8").replace("[fi]", "[fi, sv]"), "utf-8")
    return folder


def test_links_are_found_with_file_and_line(content: Path) -> None:
    found = [
        f"{each.path}:{each.line} {each.url}"
        for each in links_of(edition_of(content, today=THURSDAY))
    ]
    assert found == [
        "organisers/kylayhdistys.md:3 http://yhdistys.example",
        "organisers/kylayhdistys.md:18 http://kunta.example/a?b=%C3%A4",
        "organisers/kylayhdistys.md:18 http://sisainen.example/",
        "organisers/kylayhdistys.md:19 http://tupa.example/",
        "organisers/kylayhdistys.md:20 http://kunta.example/1",
        "organisers/kylayhdistys.md:20 http://kunta.example/2",
        "organisers/kylayhdistys.sv.md:5 http://yhdistys.example/sv",
        "places/asematalo.md:22 http://tupa.example/",
    ]


def _run(outside: Outside, language: str = "fi") -> int:
    return run_links("content", THURSDAY, language, outside)


DEAD = (
    "content/organisers/kylayhdistys.md:18: http://sisainen.example/: osoite ei johda yleiseen"
    " verkkoon.\n"
    "content/organisers/kylayhdistys.md:19: http://tupa.example/: sivua ei enää ole.\n"
    "content/organisers/kylayhdistys.sv.md:5: http://yhdistys.example/sv: palvelimessa on vika.\n"
    "content/places/asematalo.md:22: http://tupa.example/: sivua ei enää ole.\n"
    "Toimimattomia linkkejä 3 (osoitteita kaikkiaan 7).\n"
)


def test_dead_links_are_told_and_nobody_is_asked_twice_a_day(
    content: Path, net: Internet, capsys: Printed
) -> None:
    assert _run(net.outside()) == 1
    said = capsys.readouterr()
    assert said.out == DEAD
    assert said.err == (
        "Kysyn verkosta: osoitteita 7, palvelimia 4, yksi kerrallaan. Aikaa menee ehkä 1 min.\n"
    )
    assert [each for each in net.asked if each.startswith("HEAD")] == [
        "HEAD http://kunta.example/1",
        "HEAD http://tupa.example/",
        "HEAD http://yhdistys.example/",
        "HEAD http://kunta.example/2",
        "HEAD http://yhdistys.example/sv",
        "HEAD http://kunta.example/a?b=%C3%A4",
    ]
    # Before a second request to a server, GET after HEAD too; others are asked meanwhile.
    assert net.slept == [2.0] * 3
    (agent,) = net.agents
    assert agent.endswith(" (link check; Lehtijarven kohtaamispaikka; asematalo@example.fi)")
    net.asked.clear()
    assert _run(net.outside(NOON + timedelta(hours=23))) == 1
    assert capsys.readouterr() == (DEAD, "")
    assert net.asked == []
    assert _run(net.outside(NOON + timedelta(hours=24))) == 1
    assert len(net.asked) == 8
    assert content.is_dir()


def test_a_link_that_was_taken_out_is_forgotten(
    content: Path, net: Internet, capsys: Printed
) -> None:
    _run(net.outside())
    capsys.readouterr()
    for file in ("organisers/kylayhdistys.md", "organisers/kylayhdistys.sv.md"):
        text = (content / file).read_text("utf-8")
        head, _, _ = text.partition("\n---\n")
        (content / file).write_text(f"{head.replace('url: http://yhdistys.example', '')}\n---\n")
    place = content / "places" / "asematalo.md"
    place.write_text(place.read_text("utf-8").replace("http://tupa", "http://kunta"), "utf-8")
    assert _run(net.outside(), "sv") == 0
    assert capsys.readouterr().out == "Alla länkar är i sin ordning (1 adresser).\n"
    assert "tupa" not in (content.parent / ".kohtaamo" / "links.json").read_text("utf-8")


def test_without_links_and_elsewhere_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, net: Internet, capsys: Printed
) -> None:
    shutil.copytree(SITES / "small" / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    assert _run(net.outside(), "en") == 0
    assert capsys.readouterr() == ("The content has no links to the web.\n", "")
    assert [each.name for each in tmp_path.iterdir()] == ["content"]


def test_who_gives_no_address_may_not_ask(content: Path, net: Internet, capsys: Printed) -> None:
    network = content / "network.yml"
    network.write_text(network.read_text("utf-8").replace("  email: asema", "  # asema"), "utf-8")
    assert _run(net.outside()) == 2
    assert capsys.readouterr().err == (
        "Palvelimille kerrotaan, kuka kysyy. Kirjoita tiedostoon network.yml kohtaan contact"
        " verkoston sähköpostiosoite (email).\n"
    )
    assert net.asked == []
