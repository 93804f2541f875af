"""What is left out of a folder with faults, and what is changed because of it: kind by kind.

The folder is the site `everything`, in which every kind of file names others.
"""

import shutil
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import Loaded, assemble, build_source, first_language
from kohtaamo.content.quarantine.blame import SHARED, STOPPING
from kohtaamo.content.quarantine.leave_out import Quarantined, quarantined
from kohtaamo.content.quarantine.values import Folder, Stop
from kohtaamo.content.source.files import find_files
from kohtaamo.problems.catalogue import load_catalogue
from kohtaamo.problems.problem import Problem, Severity
from tests.conftest import SITES

TODAY = date(2026, 12, 1)
FAULT = "---\nnimi: Ei näin\n---\n"
MUNICIPALITIES = "vocabularies/municipalities.yml"
MARTAT = "organisers/merilahden-martat.md"
LOGO = ("images: [{file: logo.png, alt: Valkoinen rengas vihreällä pohjalla}]\n", "")
VILLAGE = "organisers/kaamoskylan-kunta.md"


def _read(content: Path) -> Folder:
    found, misplaced = find_files(content, reserved_slugs())
    language = first_language(found)
    built = tuple(build_source(each, language) for each in found)
    return Folder(found=found, built=built, misplaced=misplaced)


def _look(folder: Folder) -> tuple[Loaded, None]:
    loaded = assemble(
        folder.found, folder.built, folder.misplaced, today=TODAY, reserved=reserved_slugs()
    )
    return loaded, None


def _lines(problems: Sequence[Problem]) -> list[str]:
    """Path, line, field, code, and the facts that the sentence names."""
    return [
        " ".join(
            part
            for part in (
                f"{each.path}:{each.line}",
                each.field,
                each.code,
                each.values.get("value", ""),
                f"({each.values['because']})" if "because" in each.values else "",
            )
            if part
        )
        for each in problems
    ]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SITES / "everything" / "content", tmp_path / "content"))


Files = Mapping[str, str | None]


@pytest.fixture
def ended(content: Path) -> Callable[[Files], Quarantined[None] | Stop]:
    """How it ends when some files hold something else, or are not there."""

    def of(files: Files) -> Quarantined[None] | Stop:
        for path, text in files.items():
            file = content / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.unlink() if text is None else file.write_text(text, "utf-8")
        folder = _read(content)
        return quarantined(folder, _look(folder)[0].problems, _look)

    return of


Ended = Callable[[Files], Quarantined[None] | Stop]


def _told(ended: Quarantined[None] | Stop) -> tuple[list[str], list[str]]:
    """What is left out, and what is changed because of it; nothing is wrong with the rest."""
    assert isinstance(ended, Quarantined), ended
    assert not ended.loaded.faulty
    return _lines(ended.rest.left_out), _lines(ended.rest.changed)


def _written(path: str, *edits: tuple[str, str]) -> str:
    """What a file of the site holds, with some edits."""
    text = (SITES / "everything" / "content" / path).read_text("utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def _event(hours: str, *more: str) -> str:
    """An event in a room that the village council has on that evening from 18:00 to 20:00."""
    start, _, end = hours.partition("-")
    lines = ("title: Ilta", f"start: 2027-01-20 {start}", f"end: 2027-01-20 {end}", *more)
    where = "place: kaamostupa\nroom: tupa\norganisers: [kaamoskylan-kunta]"
    return "\n".join(("---", *lines, where, "---", ""))


OF_MARTAT = (
    "events/merilahti/avajaiset.md:12 organisers[0]",
    "events/merilahti/levyraati-tammikuussa.md:6 organisers[0]",
    "events/merilahti/levyraati.md:6 organisers[0]",
    "events/merilahti/satamapaivat.md:14 organisers[0]",
    "events/merilahti/talviuinti.md:6 organisers[0]",
    "events/sarjat/elokuvailta.md:6 organisers[0]",
    "events/sarjat/joulukalenteri.md:6 organisers[0]",
    "events/sarjat/kirjapiiri.md:6 organisers[0]",
    "events/sarjat/paivan-kuva.md:6 organisers[0]",
    "events/sarjat/pariton-soitto.md:6 organisers[0]",
    "events/sarjat/sataman-kahvit.md:6 organisers[0]",
    "notices/talkoot.md:6 organisers[0]",
    "places/merilahti/simpukka.md:53 can_host[0]",
    "places/merilahti/simpukka.md:72 maintained_by",
    "places/merilahti/simpukka.md:73 organisers[0]",
)
OF_THE_VILLAGE = (
    "events/kaamoskyla/hallituksen-kokous.md:7 organisers[0]",
    "events/kaamoskyla/pilkkikisat.md:6 organisers[0]",
    "events/kaamoskyla/satutuokio.md:7 organisers[0]",
    "events/sarjat/aamupuuro.md:6 organisers[0]",
    "events/sarjat/avantoaamut.md:6 organisers[0]",
    "events/sarjat/inventaario.md:6 organisers[0]",
    "events/sarjat/itsenaisyyspaiva.md:6 organisers[0]",
    "events/sarjat/neljannes.md:6 organisers[0]",
    "events/sarjat/neulekerho.md:6 organisers[0]",
    "events/sarjat/neuvonta.md:6 organisers[0]",
    "places/kaamoskyla/kiertava-lukuauto.yml:27 organisers[0]",
)


@pytest.mark.parametrize(
    ("files", "left_out", "changed"),
    [
        pytest.param(
            {"events/merilahti/avajaiset.sv.md": FAULT},
            ["events/merilahti/avajaiset.sv.md:2 left-out"],
            [],
            id="a translation",
        ),
        pytest.param(
            {"network.en.yml": "nimi: x"}, ["network.en.yml:1 left-out"], [], id="of the network"
        ),
        pytest.param(
            {"events/merilahti/satamapaivat.md": FAULT},
            ["events/merilahti/satamapaivat.md:2 left-out"],
            [
                (
                    "events/merilahti/avajaiset.md:13 part_of reference-left-out satamapaivat"
                    " (events/merilahti/satamapaivat.md)"
                ),
                (
                    "pages/varmote-2026.md:5 meeting reference-left-out satamapaivat"
                    " (events/merilahti/satamapaivat.md)"
                ),
            ],
            id="an umbrella",
        ),
        pytest.param(
            {"events/merilahti/levyraati-tammikuussa.md": FAULT},
            ["events/merilahti/levyraati-tammikuussa.md:2 left-out"],
            [
                (
                    "events/merilahti/levyraati.md:9 replaced_by reference-left-out"
                    " levyraati-tammikuussa (events/merilahti/levyraati-tammikuussa.md)"
                )
            ],
            id="a successor",
        ),
        pytest.param(
            {"places/merilahti/simpukka.md": FAULT},
            [
                (
                    "events/merilahti/avajaiset.en.md:1 left-out-because"
                    " (events/merilahti/avajaiset.md)"
                ),
                (
                    "events/merilahti/avajaiset.md:5 place left-out-because"
                    " (places/merilahti/simpukka.md)"
                ),
                (
                    "events/merilahti/avajaiset.sv.md:1 left-out-because"
                    " (events/merilahti/avajaiset.md)"
                ),
                (
                    "events/sarjat/elokuvailta.md:5 place left-out-because"
                    " (places/merilahti/simpukka.md)"
                ),
                (
                    "events/sarjat/sataman-kahvit.md:5 place left-out-because"
                    " (places/merilahti/simpukka.md)"
                ),
                (
                    "events/sarjat/sataman-kahvit.sv.md:1 left-out-because"
                    " (events/sarjat/sataman-kahvit.md)"
                ),
                "places/merilahti/simpukka.en.md:1 left-out-because (places/merilahti/simpukka.md)",
                "places/merilahti/simpukka.md:2 left-out",
                "places/merilahti/simpukka.sv.md:1 left-out-because (places/merilahti/simpukka.md)",
            ],
            [
                (
                    "notices/talkoot.md:7 place reference-left-out simpukka"
                    " (places/merilahti/simpukka.md)"
                ),
                (
                    "organisers/merilahden-martat.md:14 places[0] reference-left-out simpukka"
                    " (places/merilahti/simpukka.md)"
                ),
            ],
            id="a place",
        ),
        pytest.param(
            {"organisers/merilahden-martat.md": FAULT},
            [
                (
                    "organisers/merilahden-martat.en.md:1 left-out-because"
                    " (organisers/merilahden-martat.md)"
                ),
                "organisers/merilahden-martat.md:2 left-out",
                (
                    "organisers/merilahden-martat.sv.md:1 left-out-because"
                    " (organisers/merilahden-martat.md)"
                ),
            ],
            [
                f"{at} reference-left-out merilahden-martat (organisers/merilahden-martat.md)"
                for at in OF_MARTAT
            ],
            id="an organiser",
        ),
        pytest.param(
            {"notices/talkoot.md": FAULT, "pages/tietoa.md": "x"},
            [
                "notices/talkoot.en.md:1 left-out-because (notices/talkoot.md)",
                "notices/talkoot.md:2 left-out",
                "notices/talkoot.sv.md:1 left-out-because (notices/talkoot.md)",
                "pages/tietoa.en.md:1 left-out-because (pages/tietoa.md)",
                "pages/tietoa.md:1 left-out",
                "pages/tietoa.sv.md:1 left-out-because (pages/tietoa.md)",
            ],
            [],
            id="a notice and a page",
        ),
        pytest.param(
            {"organisers/havsvikens-folkhalsa.md": None},
            [],
            [
                f"{at} unknown-left-out havsvikens-folkhalsa"
                for at in (
                    "events/merilahti/avajaiset.md:12 organisers[1]",
                    "events/merilahti/venepuheet.yml:8 organisers[0]",
                    "events/sarjat/parillinen-kavely.md:6 organisers[0]",
                    "network.yml:6 organiser",
                    "notices/lokal-sokes.md:7 organisers[0]",
                    "places/merilahti/simpukka.md:53 can_host[1]",
                )
            ],
            id="the network's own organiser",
        ),
        pytest.param(
            {"images/logo.png": "no picture"},
            ["images/logo.png:1 left-out"],
            [
                "network.yml:44 brand.logo reference-left-out logo.png (images/logo.png)",
                (
                    "organisers/merilahden-martat.md:21 images[0].file reference-left-out logo.png"
                    " (images/logo.png)"
                ),
            ],
            id="a picture",
        ),
        pytest.param(
            {
                "vocabularies/audiences.yml": _written(
                    "vocabularies/audiences.yml", ("id:", "nimi:")
                )
            },
            [],
            [
                (
                    "events/merilahti/avajaiset.md:15 audiences[1] reference-left-out islanders"
                    " (vocabularies/audiences.yml)"
                ),
                (
                    "places/merilahti/simpukka.md:65 audiences[1] reference-left-out islanders"
                    " (vocabularies/audiences.yml)"
                ),
                "vocabularies/audiences.yml:2 part-left-out",
            ],
            id="a term",
        ),
        pytest.param(
            {
                "vocabularies/municipalities.yml": _written(
                    MUNICIPALITIES, ("- id", "- nimi: x\n  id")
                )
            },
            [],
            ["vocabularies/municipalities.yml:1 part-left-out"],
            id="a part of a term",
        ),
        pytest.param(
            {"languages/se.yml": "addresses:\n  events: EI\n"},
            [],
            ["languages/se.yml:2 words-left-out"],
            id="a word",
        ),
        pytest.param(
            {"sources.yml": "x", "x.txt": "", "impact/simpukka/2026.yml": "a: ["},
            [
                "impact/simpukka/2026.yml:1 left-out",
                "sources.yml:1 left-out",
                "x.txt:1 left-out",
            ],
            [],
            id="files that nothing is made of",
        ),
        pytest.param(
            {
                "organisers/kaamoskylan-kunta.md": None,
                "organisers/kaamoskylan-kunta.yaml": _written("organisers/kaamoskylan-kunta.md"),
            },
            ["organisers/kaamoskylan-kunta.yaml:1 left-out"],
            [
                f"{at} reference-left-out kaamoskylan-kunta (organisers/kaamoskylan-kunta.yaml)"
                for at in OF_THE_VILLAGE
            ],
            id="an organiser with a wrong name",
        ),
        pytest.param(
            {"events/Merilahti/a.md": _event("8-9")},
            [],
            ["events/Merilahti:1 folder-kept", "events/merilahti:1 folder-kept"],
            id="a folder with a wrong name",
        ),
        pytest.param(
            {"organisers/kaamoskylan-kunta.md": None},
            [],
            [" ".join((at, "unknown-left-out", "kaamoskylan-kunta")) for at in OF_THE_VILLAGE],
            id="an organiser that is not there",
        ),
        pytest.param(
            {
                "organisers/kaamoskylan-kunta.md": None,
                "organisers/kylaneuvosto.md": _written(
                    VILLAGE, ("class:", "formerly: [kaamoskylan-kunta]\nclass:")
                ),
            },
            [],
            [" ".join((at, "reference-followed", "kaamoskylan-kunta")) for at in OF_THE_VILLAGE],
            id="an organiser by its former name",
        ),
        pytest.param(
            {"events/a.md": _event("8-9").replace("place: kaamostupa", "place: kaamostalo")},
            ["events/a.md:5 left-out"],
            [],
            id="a place that is not there",
        ),
        pytest.param(
            {"events/a.md": _event("8-9", "topics: [kaljakellunta]")},
            ["events/a.md:5 left-out"],
            [],
            id="an unknown term",
        ),
        pytest.param(
            {"events/a.md": _event("18:30-19")}, ["events/a.md:6 left-out"], [], id="a room"
        ),
        pytest.param(
            {"events/a.md": _event("19-21"), "events/b.md": _event("20:30-22:30")},
            ["events/a.md:6 left-out"],
            [],
            id="whoever met only one that leaves may stay",
        ),
        pytest.param(
            {"events/kaamoskyla/hallituksen-kokous.md": FAULT, "events/a.md": _event("19-21")},
            ["events/kaamoskyla/hallituksen-kokous.md:2 left-out"],
            [],
            id="nobody gives way to a faulty file",
        ),
        pytest.param(
            {"events/a/ilta.md": _event("8-9"), "events/b/ilta.md": _event("10-11")},
            ["events/a/ilta.md:1 left-out", "events/b/ilta.md:1 left-out"],
            [],
            id="two of one name",
        ),
        pytest.param(
            {"events/b/talviuinti.md": FAULT},
            ["events/b/talviuinti.md:1 left-out"],
            [],
            id="a faulty one takes no name",
        ),
        pytest.param(
            {"organisers/Uusi.md": FAULT, "organisers/uusi.md": _written(VILLAGE)},
            ["organisers/Uusi.md:1 left-out"],
            [],
            id="nor does one that must not have it",
        ),
        pytest.param(
            {"events/a.md": _event("8-9", "formerly: [pilkkikisat]")},
            ["events/a.md:5 left-out"],
            [],
            id="a former name in use",
        ),
        pytest.param(
            {
                "events/a.md": _event("8-9", "formerly: [pilkkikisat]"),
                "events/b.md": _event("10-11", "formerly: [a]"),
                "events/kaamoskyla/pilkkikisat.md": FAULT,
            },
            [
                "events/a.md:5 formerly[0] left-out-because (events/kaamoskyla/pilkkikisat.md)",
                "events/b.md:5 formerly[0] left-out-because (events/a.md)",
                "events/kaamoskyla/pilkkikisat.md:2 left-out",
            ],
            [],
            id="nobody is the heir of what waits",
        ),
        pytest.param(
            {
                "organisers/perija.md": _written(
                    VILLAGE, ("class:", "formerly: [kaamoskylan-kunta]\nclass:")
                ),
                VILLAGE: FAULT,
            },
            [
                f"{VILLAGE}:2 left-out",
                f"organisers/perija.md:3 formerly[0] left-out-because ({VILLAGE})",
            ],
            [
                f"{where} reference-left-out kaamoskylan-kunta ({VILLAGE})"
                for where in OF_THE_VILLAGE
            ],
            id="nor has anybody what names it",
        ),
        pytest.param(
            {
                "events/a.md": _event("8-9", "part_of: b"),
                "events/b.md": _event("10-11", "part_of: a"),
            },
            ["events/a.md:5 left-out"],
            ["events/b.md:5 part_of reference-left-out a (events/a.md)"],
            id="a ring",
        ),
    ],
)
def test_what_is_left_out_and_what_is_changed(
    ended: Ended, files: Files, left_out: list[str], changed: list[str]
) -> None:
    assert _told(ended(files)) == (left_out, changed)


def test_a_fault_in_the_files_of_hosts_lets_nobody_else_in(ended: Ended) -> None:
    hosts = (MARTAT, "organisers/havsvikens-folkhalsa.md")
    rest = ended(dict.fromkeys(hosts, FAULT))
    assert isinstance(rest, Quarantined)
    place = rest.loaded.network.places["simpukka"]
    assert not place.has_agreed_to(["kaamoskylan-kunta"])


@pytest.mark.parametrize(
    ("files", "path"),
    [
        ({"network.yml": "id: ["}, "network.yml"),
        ({"network.yml": None, "network.yaml": _written("network.yml")}, "network.yml"),
        ({MUNICIPALITIES: "- id: ["}, MUNICIPALITIES),
        ({MUNICIPALITIES: _written(MUNICIPALITIES, ("kaamoskyla", "Kaamoskylä"))}, MUNICIPALITIES),
        ({"network.yml": _written("network.yml", ("logo:", "logi:"))}, "network.yml"),
    ],
    ids=["the network", "its name", "the municipalities", "one of them", "a field of it"],
)
def test_what_cannot_be_left_out(ended: Ended, files: Files, path: str) -> None:
    assert ended(files) == Stop(path=path)


def test_a_further_language_whose_words_are_faulty(tmp_path: Path) -> None:
    """What it lacks is borrowed; without what nobody can lend it is not among the languages."""
    content = Path(shutil.copytree(SITES / "tongues" / "content", tmp_path / "content"))
    words = content / "languages" / "ar.yml"
    sound = words.read_text("utf-8")
    words.write_text(sound.replace("places: amakin", "places: Not A Slug"), "utf-8")
    folder = _read(content)
    one = quarantined(folder, _look(folder)[0].problems, _look)
    words.write_text(sound.replace("locale: ar", "locale: '?'"), "utf-8")
    folder = _read(content)
    other = quarantined(folder, _look(folder)[0].problems, _look)

    assert isinstance(one, Quarantined)
    assert isinstance(other, Quarantined)
    assert _told(one) == ([], ["languages/ar.yml:10 words-left-out"])
    assert one.loaded.words["ar"].texts["addresses.places"] == "paikat"
    assert _told(other) == (
        ["languages/ar.yml:1 left-out"],
        ["network.yml:4 languages[4] reference-left-out ar (languages/ar.yml)"],
    )
    assert [*other.loaded.words] == ["fi", "sv", "selko", "se"]


def test_only_codes_that_exist_stop_or_are_shared() -> None:
    assert set(load_catalogue("fi").sentences) >= SHARED | STOPPING


def test_of_every_kind_of_fault_nothing_is_left() -> None:
    """The broken site, in which every file has another fault."""
    folder = _read(SITES / "broken" / "content")
    ended = quarantined(folder, _look(folder)[0].problems, _look)

    assert isinstance(ended, Quarantined)
    assert not ended.loaded.faulty
    faulty = {each.path for each in _look(folder)[0].problems if each.severity is Severity.ERROR}
    told = {each.path for each in (*ended.rest.left_out, *ended.rest.changed)}
    assert (faulty - told, told - faulty) == (set(), {"events/yhdessa/rengas-b.md"})


@pytest.mark.parametrize(
    ("lines", "is_free"),
    [
        ("place: simpukka\nhuonne: tullisali", False),
        ("place: kaamostupa\nroom: tupa\nnimmi: Kerho", True),
        ("plaace: simpukka\nroom: tullisali", False),
        ("place: simpuka\nroom: tullisali", False),
        ("location: {name: Ranta, municipality: merilahti}\nnimmi: Kerho", True),
    ],
)
def test_a_room_is_not_called_free_when_who_takes_it_may_be_left_out(
    ended: Ended, *, lines: str, is_free: bool
) -> None:
    start = "title: Kerho\nstart: 2026-12-09 10:00\nduration: 1 h\norganisers: [merilahden-martat]"
    found = ended({"events/kerho.md": f"---\n{start}\n{lines}\n---\nTervetuloa.\n"})
    assert isinstance(found, Quarantined)
    assert "events/kerho.md" in {each.path for each in found.rest.left_out}
    rooms = found.loaded.network.places["simpukka"].rooms
    assert [room.bookable for room in rooms] == [is_free or None, None]
