"""Names of files and folders, and ways to other files, in the folder and in fields."""

import os
from pathlib import Path

import pytest

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import load
from kohtaamo.content.source.files import find_files
from kohtaamo.content.source.layout import RESERVED
from tests.editions import TODAY

from .reading import Attack, attacks, ids
from .saying import codes_of, written

NAMES, PATHS = attacks("names"), attacks("paths", 2)
# Of these texts, the ones that are slugs.
NO_ATTACK = frozenset({"x"})


def _content(folder: Path) -> Path:
    (folder / "content").mkdir()
    (folder / "content" / "network.yml").write_bytes(written("network", {}))
    return folder / "content"


def _codes(content: Path) -> dict[str, set[str]]:
    """By path, the codes of all errors and warnings of names and places."""
    found: dict[str, set[str]] = {}
    loaded = load(content, today=TODAY, reserved=reserved_slugs())
    for each in loaded.problems:
        found.setdefault(each.path, set()).add(each.code)
    assert found.pop("network.yml", set()) <= {"statement-missing"}
    return found


def test_every_name_is_refused(tmp_path: Path) -> None:
    """Each in a content folder of its own; what is said can be shown anywhere."""
    said: dict[str, set[str]] = {}
    paths = ""
    for number, attack in enumerate(NAMES):
        (tmp_path / str(number)).mkdir()
        content = _content(tmp_path / str(number))
        is_folder = attack.text.endswith("/")
        file = content / (f"{attack.text}kahvit.md" if is_folder else attack.text)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"<html>")
        found = _codes(content)
        said[attack.text] = set().union(*found.values())
        paths += "".join(found)

    assert {
        each.text: said[each.text] for each in NAMES if each.expected not in said[each.text]
    } == {}
    assert paths.isprintable()
    assert "131052" not in paths


def test_every_reserved_name_is_refused_for_every_thing(tmp_path: Path) -> None:
    content = _content(tmp_path)
    wanted = set()
    for kind, folder in (("event", "events"), ("place", "places"), ("page", "pages")):
        for name in RESERVED | reserved_slugs()[kind]:
            file = content / folder / f"{name}.md"
            file.parent.mkdir(exist_ok=True)
            file.write_text("---\n---\n", "utf-8")
            wanted.add(f"{folder}/{name}.md")

    _, problems = find_files(content, reserved_slugs())

    refused = {"slug-reserved", "slug-only-digits"}
    assert {each.path for each in problems if each.code in refused} == wanted


def test_no_link_is_followed(tmp_path: Path) -> None:
    """To a file, to a folder, to nothing, to itself, out of the folder and within."""
    content, secret = _content(tmp_path), tmp_path / "secret"
    secret.mkdir()
    (secret / "salaisuus.md").write_bytes(written("notice", {"title": "Salaisuus"}))
    (content / "notices").mkdir()
    links = {
        "notices/tiedosto.md": secret / "salaisuus.md",
        "notices/kansio": secret,
        "notices/poissa.md": tmp_path / "poissa",
        "notices/silmukka": content / "notices",
        "notices/itse.md": content / "notices" / "itse.md",
        "notices/kone.md": Path("/etc/passwd"),
        "images": secret,
        "pages": content / "notices",
        "notices/sama.md": content / "network.yml",
    }
    for path, target in links.items():
        (content / path).symlink_to(target)

    assert _codes(content) == {path: {"symlink"} for path in links}


def test_no_pipe_and_no_socket_is_opened(tmp_path: Path) -> None:
    """Reading a pipe would wait for ever."""
    content = _content(tmp_path)
    (content / "events").mkdir()
    os.mkfifo(content / "events" / "putki.md")
    os.mkfifo(content / "network.fi.yml")

    assert _codes(content) == {
        "events/putki.md": {"not-a-regular-file"},
        "network.fi.yml": {"not-a-regular-file"},
    }


def test_names_that_some_systems_take_for_one(tmp_path: Path) -> None:
    """By case, by Unicode form, by letters that fold to one; files and folders."""
    content = _content(tmp_path)
    pairs = (
        ("images/talo.jpg", "images/TALO.jpg"),
        ("images/päivä.jpg", "images/pa\u0308iva\u0308.jpg"),
        ("images/strasse.jpg", "images/straße.jpg"),
        ("images/filmi.jpg", "images/ﬁlmi.jpg"),
        ("images/Sali/x.jpg", "images/sali/x.jpg"),
        ("images/kelvin.jpg", "images/\u212aelvin.jpg"),
    )
    for path in (each for pair in pairs for each in pair):
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes(b"x")

    found = _codes(content)

    alike = {path for path, codes in found.items() if "names-alike" in codes}
    assert alike == {path.rpartition("/x.jpg")[0] or path for pair in pairs for path in pair}


REFERENCES = ("place", "part_of", "replaced_by", "room", "stop")
LISTS = ("organisers", "audiences", "topics", "formerly")


@pytest.mark.parametrize("attack", PATHS, ids=ids(PATHS))
def test_no_field_leads_to_another_file(attack: Attack) -> None:
    """What names another thing, a term, a room or a former name is a slug and nothing else."""
    text = attack.text
    found = codes_of("event", **dict.fromkeys(REFERENCES, text), **{key: [text] for key in LISTS})

    assert found == dict.fromkeys(REFERENCES, "not-a-slug") | {
        f"{key}[0]": "not-a-slug" for key in LISTS
    }
    rooms = codes_of(
        "place",
        rooms=[{"id": text, "name": "Sali"}],
        stops=[{"id": text, "name": "Tori", "municipality": text}],
        maintained_by=text,
        can_host=[text],
    )
    assert set(rooms) == {
        "rooms[0].id",
        "stops[0].id",
        "stops[0].municipality",
        "maintained_by",
        "can_host[0]",
    }


def test_no_picture_lies_outside_its_folder(tmp_path: Path) -> None:
    content = _content(tmp_path)
    (content / "places").mkdir()
    images = [{"file": each.text, "alt": "Talo"} for each in PATHS]
    images += [{"file": f"{each.text}.jpg", "alt": "Talo"} for each in PATHS]
    (content / "places" / "tupa.yml").write_bytes(written("place", {"images": images}))

    loaded = load(content, today=TODAY, reserved=reserved_slugs())

    codes = {each.field: each.code for each in loaded.problems if "images" in each.field}
    assert len(codes) == len(images)
    assert set(codes.values()) <= {"image-format", "image-path", "unknown-image"}
