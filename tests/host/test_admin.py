"""Editing by form is there only for who asks for it, and whole, or not at all."""

import io
import tarfile
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256, sha512
from pathlib import Path
from typing import Any

import pytest

from kohtaamo.commands import fetch_admin
from kohtaamo.host import admin as host_admin
from kohtaamo.host.build import edition_of, outputs_of, read
from kohtaamo.host.faults import NoForm
from kohtaamo.host.job import WrongSetting, job_of
from kohtaamo.host.order import Job
from kohtaamo.publish.admin import outputs as admin_outputs
from kohtaamo.publish.admin.packages import Package, Packed, served_bytes
from kohtaamo.publish.admin.setting import Admin
from tests.conftest import ROOT, TODAY

REPOSITORY = "repository: {forge: github, url: 'https://github.com/verkosto/portaali'}\n"
PROGRAM = b"import(`../locales/fi.json`)"
PACKED = Packed(
    "npm/index.js",
    "sveltia/index.js",
    sha256(PROGRAM).hexdigest(),
    instead=(("fi.json", "fi.js"),),
)


def archive_of(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return packed.getvalue()


ARCHIVE = archive_of({"package/npm/index.js": PROGRAM, "package/scripts/install.js": b"no"})
PACKAGE = Package(
    name="@form/program",
    version="1.0.0",
    integrity=b64encode(sha512(ARCHIVE).digest()).decode(),
    files=(PACKED,),
)


@pytest.fixture
def _small_program(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (fetch_admin, host_admin, admin_outputs):
        monkeypatch.setattr(module, "PACKAGES", (PACKAGE,))


def job(content: Path, program: Path, admin: object) -> Job:
    settings: dict[str, Any] = {
        "SITEURL": "https://example.fi",
        "TODAY": TODAY,
        "ADMIN": admin,
        "MEMORY_PATH": str(program),
    }
    return job_of(settings, content, ROOT / "theme")


def made(job: Job) -> dict[str, bytes]:
    outputs = outputs_of(job, edition_of(job, read(job)))
    kept = (*("admin/", "sitemap"), "robots.txt")
    return {each.path: each.render() for each in outputs if each.path.startswith(kept)}


def with_repository(content: Path) -> Path:
    with (content / "network.yml").open("a", encoding="utf-8") as file:
        file.write(REPOSITORY)
    return content


def test_without_the_setting_there_is_no_such_page(small_content: Path, tmp_path: Path) -> None:
    found = made(job(small_content, tmp_path, admin=False))
    assert set(found) == {"sitemap.xml", "robots.txt"}


@pytest.mark.usefixtures("_small_program")
def test_with_it_the_page_and_its_program_are_there_and_in_no_sitemap(
    small_content: Path, tmp_path: Path
) -> None:
    fetch_admin.unpack(PACKAGE, ARCHIVE, tmp_path / "admin")

    found = made(job(with_repository(small_content), tmp_path, admin=True))

    assert sorted(set(found) - {"sitemap.xml", "robots.txt"}) == [
        "admin/config.json",
        "admin/format.js",
        "admin/index.html",
        "admin/shapes.json",
        "admin/start.js",
        "admin/sveltia/index.js",
    ]
    assert found["admin/sveltia/index.js"] == b"import(`../locales/fi.js`)"
    assert (
        b"connect-src &#x27;self&#x27; blob: data: https://api.github.com;"
        in (found["admin/index.html"])
    )
    assert b"admin" not in found["sitemap.xml"]


@pytest.mark.usefixtures("_small_program")
@pytest.mark.parametrize("program", [None, b"somebody else's"])
def test_a_program_that_is_missing_or_another_one_is_not_served(
    small_content: Path, tmp_path: Path, program: bytes | None
) -> None:
    if program is not None:
        file = tmp_path / "admin" / PACKAGE.folder / PACKED.path
        file.parent.mkdir(parents=True)
        file.write_bytes(program)

    with pytest.raises(NoForm) as stopped:
        made(job(with_repository(small_content), tmp_path, admin=True))

    assert str(stopped.value) == (
        f"Asetus ADMIN on päällä, mutta lomakkeen ohjelma puuttuu kansiosta {tmp_path / 'admin'}"
        " tai on eri versio. Hae se komennolla inv fetch-admin, tai ota asetus pois."
    )


def test_a_network_that_does_not_say_where_its_files_are_is_told(
    small_content: Path, tmp_path: Path
) -> None:
    with pytest.raises(NoForm, match=r"^Asetus ADMIN on päällä, mutta network\.yml ei kerro"):
        made(job(small_content, tmp_path, admin=True))


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        (True, Admin()),
        (False, None),
        ({"app_id": "0123"}, Admin(app_id="0123")),
        ({"login_server": "https://a.example/"}, Admin(login_server="https://a.example")),
    ],
)
def test_the_setting_says_how_people_log_in(
    tmp_path: Path, written: object, asked: Admin | None
) -> None:
    assert job(tmp_path, tmp_path, written).admin == asked


@pytest.mark.parametrize(
    "written", ["true", 1, {"appid": "0"}, {"login_server": "http://a.example"}]
)
def test_a_setting_that_is_none_is_refused(tmp_path: Path, written: object) -> None:
    with pytest.raises(WrongSetting, match=r"^Asetus ADMIN = .* ei ole True eikä False"):
        job(tmp_path, tmp_path, written)


def test_of_an_archive_only_what_is_served_is_kept(tmp_path: Path) -> None:
    fetch_admin.unpack(PACKAGE, ARCHIVE, tmp_path)

    kept = [file for file in sorted(tmp_path.rglob("*")) if file.is_file()]
    assert kept == [tmp_path / "form-program-1.0.0" / "npm" / "index.js"]
    assert kept[0].read_bytes() == PROGRAM


def test_nothing_is_kept_of_another_archive(tmp_path: Path) -> None:
    with pytest.raises(fetch_admin.NotFetched, match="sen tarkiste on eri"):
        fetch_admin.unpack(PACKAGE, archive_of({"package/npm/index.js": b"other"}), tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_who_has_no_npm_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert fetch_admin.run_fetch_admin(str(tmp_path / "admin")) == 1

    assert capsys.readouterr().err == (
        "Ohjelmaa npm ei ole. Asenna Node.js, niin npm tulee sen mukana.\n"
    )


@pytest.mark.usefixtures("_small_program")
def test_publishing_asks_npm_for_what_is_not_there_and_only_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "packed").write_bytes(ARCHIVE)
    npm = tmp_path / "npm"
    npm.write_text(f'#!/bin/sh\n/bin/mv {tmp_path}/packed "$6/a.tgz"\n', "utf-8")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    settings = tmp_path / "publishconf.py"
    settings.write_text("ADMIN = True\nMEMORY_PATH = 'memory'\n", "utf-8")

    assert [fetch_admin.fetch_where_asked(settings) for _ in range(2)] == [0, 0]
    assert set(host_admin.program_in(tmp_path / "memory" / "admin")) == {PACKED.served}


def test_a_text_that_is_served_as_another_stands_there_once() -> None:
    with pytest.raises(ValueError, match=r"^npm/index\.js: fi\.json$"):
        served_bytes(PACKED, PROGRAM + PROGRAM)
