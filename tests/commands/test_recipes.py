"""The recipes of docs/serving/ say of every file what the one list of media types says."""

import re
import subprocess
import sys
from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path

import pytest

from kohtaamo.commands.headers import BRIEFLY, FOR_ALL, FOR_EVER, headers_of
from kohtaamo.publish.formats import MEDIA_TYPES_BY_FILE
from kohtaamo.publish.media_types import MEDIA_TYPES_BY_ENDING, MEDIA_TYPES_BY_NAME, media_type

RECIPES = Path(__file__).resolve().parents[2] / "docs" / "serving"


@pytest.fixture
def nginx() -> str:
    return (RECIPES / "nginx.conf").read_text("utf-8")


@pytest.fixture
def caddy() -> str:
    return (RECIPES / "Caddyfile").read_text("utf-8")


def without_charset(types: Mapping[str, str]) -> dict[str, str]:
    return {name: each.partition(";")[0] for name, each in types.items()}


def test_nginx_knows_each_ending(nginx: str) -> None:
    block = nginx.partition("types {")[2].partition("}")[0]
    found = {ending: name for name, ending in re.findall(r"(\S+/\S+)\s+(\w+);", block)}
    assert found == without_charset(MEDIA_TYPES_BY_ENDING)


def test_nginx_knows_each_feed_by_its_name(nginx: str) -> None:
    found = {
        name.replace("\\", ""): media_type
        for name, media_type in re.findall(
            r"location ~ /(\S+)\$ +\{ types \{ \} default_type (\S+); \}", nginx
        )
    }
    assert found == dict(MEDIA_TYPES_BY_NAME)


def test_nginx_says_the_character_set_where_the_list_does(nginx: str) -> None:
    (types,) = re.findall(r"charset_types ([^;]+);", nginx)
    # nginx says it of HTML in any case.
    assert {*types.split(), "text/html"} == {
        each.partition(";")[0] for each in MEDIA_TYPES_BY_ENDING.values() if "charset" in each
    }


def test_caddy_knows_each_ending_and_each_feed_by_its_name(caddy: str) -> None:
    types = dict(re.findall(r'header @(\w+) Content-Type "([^"]+)"', caddy))
    endings = {"rss": "rss.xml", "atom": "atom.xml", "feed": "feed.json"}
    assert {endings.get(name, name): each for name, each in types.items()} == {
        **MEDIA_TYPES_BY_ENDING,
        **MEDIA_TYPES_BY_NAME,
    }


def test_both_give_the_headers_that_all_files_have(nginx: str, caddy: str) -> None:
    added = dict(re.findall(r'add_header (\S+) "([^"]+)" always;', nginx))
    assert added == dict(FOR_ALL)
    assert "add_header Content-Security-Policy $kohtaamo_policy always;" in nginx
    (block,) = re.findall(r"\theader \{\n(.*?)\n\t\}", caddy, re.DOTALL)
    assert dict(re.findall(r'(\S+) "([^"]+)"', block)) == dict(FOR_ALL)
    for recipe in (nginx, caddy):
        assert recipe.count(f'"{BRIEFLY}"') == recipe.count(f'"{FOR_EVER}"') == 1


def test_the_policy_in_the_header_allows_what_search_needs_and_no_frames() -> None:
    assert headers_of("index.html")["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"
        " img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none';"
        " frame-ancestors 'none'"
    )


def test_both_give_the_policy_of_pages_and_let_editing_by_form_have_its_own(
    nginx: str, caddy: str
) -> None:
    pages, form = (
        headers_of(path)["Content-Security-Policy"] for path in ("index.html", "admin/index.html")
    )
    assert form == "frame-ancestors 'none'"
    (block,) = re.findall(r"map \$uri \$kohtaamo_policy \{\n(.*?)\n\}", nginx, re.DOTALL)
    assert dict(re.findall(r'(\S+) +"([^"]+)";', block)) == {"default": pages, "~^/admin/": form}
    found = re.findall(r'header @(\w+) Content-Security-Policy "([^"]+)"', caddy)
    assert found == [("form", form), ("pages", pages)]
    assert "@form path /admin/*" in caddy
    assert "@pages not path /admin/*" in caddy


def test_only_addresses_with_a_mark_are_kept_for_ever() -> None:
    kept = {
        query: headers_of("theme/kohtaamo.css", query)["Cache-Control"]
        for query in ("", "v=0123456789", "a=1&v=2", "view=1")
    }
    assert kept == {
        "": "public, max-age=300, must-revalidate",
        "v=0123456789": "public, max-age=31536000, immutable",
        "a=1&v=2": "public, max-age=31536000, immutable",
        "view=1": "public, max-age=300, must-revalidate",
    }


@pytest.mark.parametrize(
    ("path", "open_to_all"),
    [
        ("tapahtumat/calendar.ics", True),
        ("paikat/talo/rooms/sali.ics", True),
        ("tapahtumat/rss.xml", True),
        ("tapahtumat/atom.xml", True),
        ("tapahtumat/feed.json", True),
        ("feeds.opml", True),
        ("paikat/talo/opening_hours.txt", True),
        ("index.html", False),
        ("sitemap.xml", False),
        ("built.json", False),
    ],
)
def test_scripts_of_other_sites_read_calendars_and_feeds_only(path: str, open_to_all: bool) -> None:
    assert ("Access-Control-Allow-Origin" in headers_of(path)) == open_to_all


def test_both_let_the_same_files_be_read_by_scripts_of_other_sites(nginx: str, caddy: str) -> None:
    (pattern,) = re.findall(r'~(\S+) "\*";', nginx)
    (globs,) = re.findall(r"@readers path (.+)", caddy)
    paths = [f"/paikat/talo/{name}" for name in (*MEDIA_TYPES_BY_FILE, "hours.ics", "index.html")]
    wanted = ["Access-Control-Allow-Origin" in headers_of(path[1:]) for path in paths]
    assert [re.search(pattern, path) is not None for path in paths] == wanted
    assert [any(fnmatch(path, glob) for glob in globs.split()) for path in paths] == wanted


def test_object_storage_gets_every_file_once_with_its_type(tmp_path: Path) -> None:
    paths = ("index.html", "404.html", "tapahtumat/index.html", "tapahtumat/calendar.ics")
    paths += ("tapahtumat/rss.xml", "tapahtumat/atom.xml", "tapahtumat/feed.json", "sitemap.xml")
    paths += ("built.json", "feeds.opml", "robots.txt", "theme/kohtaamo.css", "images/talo.jpg")
    paths += ("paikat/talo/rooms/sali.ics", "paikat/talo/hours.ics")
    done = subprocess.run(
        [sys.executable, str(RECIPES / "object_storage.py"), "a folder", "storage:kohtaamo"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(RECIPES.parents[1] / "plugins")},
    )
    lines = done.stdout.splitlines()
    given = {path: [line for line in lines if sends(line, path)] for path in paths}

    assert {path: len(found) for path, found in given.items()} == dict.fromkeys(paths, 1)
    for path, (line,) in given.items():
        assert f"'Content-Type: {media_type(path)}'" in line
        assert "'Cache-Control: public, max-age=300, must-revalidate'" in line
        assert line.startswith("rclone sync --checksum ")
        assert line.endswith(" 'a folder' storage:kohtaamo")
    assert [
        path for path in (".nojekyll", ".git/config") for line in lines if sends(line, path)
    ] == []
    # Pages come last: what they show and name is there before them.
    assert "Content-Type: text/html" in lines[-1]


def sends(line: str, path: str) -> bool:
    """Whether rclone sends a file: the first rule that fits it counts."""
    for sign, pattern in re.findall(r"--filter '([+-]) ([^']+)'", line):
        if fnmatch(path, pattern) or fnmatch(Path(path).name, pattern):
            return bool(sign == "+")
    return True
