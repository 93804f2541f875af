"""The process that builds for a preview: it is kept while its code is, and never longer."""

import importlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kohtaamo.commands.loaded import is_as_loaded, loaded_code
from tests.commands.conftest import PORTAL, Serve
from tests.conftest import ROOT

# The number of the process that a build has been forked from.
TELL = "import os\nprint('Rakentaja', os.getppid(), flush=True)\n"
TOLD = r"^Rakentaja (\d+)$"
# Long after whatever was saved: its state is the one that was loaded.
LATER = 10_000_000_000


@pytest.fixture(scope="session")
def code_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where changed code lies: what is compiled of it is known by its place."""
    return tmp_path_factory.mktemp("code")


@pytest.fixture
def code(code_folder: Path) -> Path:
    """A folder with a copy of the package, to be changed."""
    shutil.rmtree(code_folder)
    shutil.copytree(ROOT / "plugins" / "kohtaamo", code_folder / "kohtaamo")
    return code_folder


def _save(content: Path, title: str) -> None:
    event = content / "events" / "joululaulut.md"
    text = event.read_text("utf-8").partition("\n")[2].partition("\n")[2]
    event.write_text(f"---\ntitle: {title}\n{text}", "utf-8")


def test_one_process_stands_by_while_only_content_changes(
    served: Serve, small_content: Path
) -> None:
    serving = served(TELL)
    first = serving.told(TOLD)
    serving.told(PORTAL)
    for number in range(3):
        _save(small_content, f"Laulut {number}")
        assert serving.told(TOLD) == first
        assert serving.told(r"(muuttui)\.$") == "muuttui"


def test_saved_code_builds_at_once(served: Serve, small_content: Path, code: Path) -> None:
    """Words and modules alike."""
    serving = served(code=code)
    port = int(serving.told(PORTAL))
    package = code / "kohtaamo"
    for file, before, after, shown in (
        (package / "words/fi/site.yml", "Sivua ei löytynyt", "Eksyit", "Eksyit"),
        (package / "publish/pages/not_found.py", 'words("site.not_found.title")', "'Oho'", "Oho"),
    ):
        text = file.read_text("utf-8")
        assert before in text
        file.write_text(text.replace(before, after), "utf-8")
        _save(small_content, shown)
        serving.told(r"(muuttui)\.$")
        assert f"<h1>{shown}</h1>" in serving.get(port, "/ei-ole/")[2]
        assert f"<h1>{shown}</h1>" in serving.get(port, "/tapahtumat/joululaulut/")[2]


def test_code_that_is_broken_for_a_while(served: Serve, small_content: Path, code: Path) -> None:
    serving = served(code=code)
    port = int(serving.told(PORTAL))
    steps = code / "kohtaamo" / "host" / "steps.py"
    good = steps.read_text("utf-8")

    steps.write_text(f"{good}\nraise RuntimeError('kesken')\n", "utf-8")
    _save(small_content, "Laulut 1")
    assert serving.told(r"^(Viat näkyvät) myös selaimessa")
    assert "RuntimeError: kesken" in serving.get(port, "/_kohtaamo/faults/")[2]

    steps.write_text(good, "utf-8")
    _save(small_content, "Laulut 2")
    serving.told(r"(muuttui)\.$")
    assert "Laulut 2" in serving.get(port, "/tapahtumat/joululaulut/")[2]


def test_a_process_that_was_ended_is_begun_again(served: Serve, small_content: Path) -> None:
    serving = served(TELL)
    first = int(serving.told(TOLD))
    port = int(serving.told(PORTAL))

    os.kill(first, signal.SIGKILL)
    _save(small_content, "Laulut")

    assert int(serving.told(TOLD)) != first
    serving.told(r"(muuttui)\.$")
    assert "Laulut" in serving.get(port, "/tapahtumat/joululaulut/")[2]


@pytest.mark.parametrize("victim", ["os.getpid()", "os.getppid()"])
def test_a_build_that_was_ended_is_told_and_the_next_one_builds(
    served: Serve, small_content: Path, victim: str
) -> None:
    serving = served()
    port = int(serving.told(PORTAL))
    settings = small_content.parent / "pelicanconf.py"
    good = settings.read_text("utf-8")

    end = f"import os, signal\nos.kill({victim}, signal.SIGKILL)\nsignal.pause()\n"
    settings.write_text(f"{good}{end}", "utf-8")
    assert serving.told(r"^(Viat näkyvät) myös selaimessa")

    settings.write_text(good, "utf-8")
    serving.told(r"^(Mikään ei muuttunut)")
    assert serving.get(port, "/")[0] == 200


def test_nothing_is_left_of_it(served: Serve) -> None:
    """Neither of an idle one nor of one that builds: each would hold the preview's output open."""
    serving = served(TELL)
    serving.told(PORTAL)
    assert serving.interrupt() == 0
    assert serving.told(r"^(Lopetettu\. .*)$")
    assert serving.said.get(timeout=60) is None


def test_it_does_not_outlive_a_preview_that_was_killed(served: Serve) -> None:
    serving = served(TELL)
    serving.told(PORTAL)
    serving.process.kill()
    while serving.said.get(timeout=60) is not None:
        pass


def test_files_of_modules_are_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "kohtaamo_kokeilu.py"
    module.write_text("A = 1\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.import_module(module.stem)

    now = time.time_ns()
    code = loaded_code(now + LATER)
    assert is_as_loaded(code)

    old = module.stat()
    module.write_text("A = 2\n", "utf-8")
    os.utime(module, ns=(old.st_atime_ns, old.st_mtime_ns))
    assert not is_as_loaded(code)
    assert is_as_loaded(loaded_code(time.time_ns() + LATER))
    # Saved while it was being loaded: either state may be the one.
    assert not is_as_loaded(loaded_code(time.time_ns()))
    monkeypatch.delitem(sys.modules, module.stem)


def test_files_of_the_package_are_watched(code: Path) -> None:
    """Also those that are no modules, or come anew."""
    program = f"""
import time
from pathlib import Path
from kohtaamo.commands.loaded import is_as_loaded, loaded_code
package = Path({str(code)!r}) / "kohtaamo"
def change(file):
    code = loaded_code(time.time_ns() + {LATER})
    assert is_as_loaded(code)
    file.write_text("# uusi", "utf-8")
    return not is_as_loaded(code)
print(change(package / "words/fi/site.yml"), change(package / "publish/new.py"))
"""
    assert _run(program, code) == "True True\n"


def test_all_that_a_build_needs_is_loaded_ahead(small_content: Path) -> None:
    """Our own modules, without a thread: a process with threads cannot be forked safely."""
    program = f"""
import sys, threading
from pathlib import Path
from kohtaamo.commands.ahead import load_ahead
load_ahead(Path({str(ROOT / "pelicanconf.py")!r}))
threads, before = threading.active_count(), set(sys.modules)
from datetime import date
from kohtaamo.host.run import run
content = Path({str(small_content)!r})
event = content / "events/joululaulut.md"
for text in ("", "Yksi lause lisää."):
    event.write_text(event.read_text("utf-8") + text, "utf-8")
    report = run(content, content.parent / "site", Path("pelicanconf.py"), date(2026, 12, 1))
    assert report.code == 0
print(threads, sorted(name for name in set(sys.modules) - before if name.startswith("kohtaamo")))
"""
    settings = small_content.parent / "pelicanconf.py"
    theme = str(ROOT / "theme")
    settings.write_text(
        f"from kohtaamo.host.settings import *\nTHEME = {theme!r}\nSEARCH = False\n", "utf-8"
    )
    assert _run(program, ROOT / "plugins", small_content.parent) == "1 []\n"


def _run(program: str, code: Path, folder: Path = ROOT) -> str:
    environment = {**os.environ, "PYTHONPATH": str(code)}
    command = [sys.executable, "-c", program]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment, cwd=folder
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
