"""What tests of the whole way share: contents to change, and sites that are built once."""

import fcntl
import io
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir, redirect_stderr
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kohtaamo.commands.main import main
from kohtaamo.host import read_all, render
from tests.often import often
from tests.warm import warm_python

ROOT = Path(__file__).resolve().parent.parent
SITES = ROOT / "tests" / "sites"
TODAY = "2026-12-01"

# How fast a machine is, and what else it does, is no fault of what is tested.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


def kohtaamo_build(content: Path, output: Path, *options: str, today: str = TODAY) -> None:
    """Build a content folder for a day, the tests' own; what it says is shown when it fails.

    In this process, which need not load and compile everything each time.
    """
    said = io.StringIO()
    with chdir(ROOT), redirect_stderr(said):
        code = main(["build", str(content), "-o", str(output), "--today", today, *options])
    assert code == 0, said.getvalue()


def built_once(folder: Path, site: str, content: Path, *options: str) -> Path:
    """The output folder of a site, built by whoever of several processes comes first."""
    output, done = folder / site, folder / f"{site}.done"
    folder.mkdir(exist_ok=True)
    with (folder / f"{site}.lock").open("w") as lock:
        # Whoever comes second waits for the first; closing the file lets it go.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            kohtaamo_build(content, output, *options)
            done.touch()
    return output


def files_below(folder: Path) -> Mapping[str, bytes]:
    """Every file by its path in the folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.fixture
def small_content(tmp_path: Path) -> Path:
    """A copy of the small site's content folder, to be changed; not in a repository."""
    return Path(shutil.copytree(SITES / "small" / "content", tmp_path / "content"))


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run of the tests, the same in all of its workers."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session", autouse=True)
def _compiled_once(shared: Path) -> Iterator[None]:
    """Where compiled code may not be kept beside the code, commands that tests start share it.

    Otherwise each of them would compile the whole package for itself.
    """
    with pytest.MonkeyPatch.context() as patched:
        if os.environ.get("PYTHONDONTWRITEBYTECODE"):
            patched.delenv("PYTHONDONTWRITEBYTECODE")
            patched.setenv("PYTHONPYCACHEPREFIX", str(shared / "compiled"))
        yield


@pytest.fixture(scope="session", autouse=True)
def _one_process_each() -> Iterator[None]:
    """A build within a test's own process uses no other one: tests are run on all cores anyway.

    What a process that was forked for one build has found out, templates above all, is lost with
    it. That any number of processes makes the same is tested in tests/host/memory/test_processes.
    """
    with pytest.MonkeyPatch.context() as patched:
        for module in (read_all, render):
            patched.setattr(module, "processes", often(lambda: 1, module.processes))
        yield


@pytest.fixture(scope="session")
def python(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """`python -m` a module of ours, without the time that loading it takes (`tests/warm.py`).

    For commands to which nothing but their arguments, folder and streams is given.
    """
    with warm_python(tmp_path_factory.mktemp("python"), ROOT, TODAY) as program:
        yield program


@pytest.fixture(scope="session")
def built(shared: Path) -> Callable[[str], Path]:
    """`built("small")`: the output folder of a site, built once for all workers; not to be changed.

    `small` and `everything` are the tests' own, `sample` is the network of content/.
    """
    made: dict[str, Path] = {}

    def output_of(site: str) -> Path:
        if site not in made:
            content = ROOT / "content" if site == "sample" else SITES / site / "content"
            made[site] = built_once(shared / "built", site, content)
        return made[site]

    return output_of
