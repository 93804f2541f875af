"""The short way to every command: `inv --list` shows them.

Each task calls a command line that works by itself too, with the Python that runs `inv`, in the
repository's folder, and leaves with that command's own exit code.
"""

import os
import subprocess
import sys
from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

ROOT = Path(__file__).resolve().parent
CONTENT, OUTPUT = "content", "output"
# Every lock: for all systems and Pythons from the oldest we support on, with hashes, no address.
UV_COMPILE = (
    "pip compile --upgrade --quiet --universal --python-version 3.11 --generate-hashes"
    " --no-emit-index-url --custom-compile-command"
)
LOCKS = {
    "requirements-build.lock": "--group build",
    "requirements.lock": "pyproject.toml -c requirements-build.lock",
    "requirements-test.lock": "pyproject.toml --extra test -c requirements-build.lock"
    " -c requirements.lock",
}


def _python(module: str, *arguments: str) -> None:
    """Run `python -m module arguments`; a failure ends the task with the same exit code."""
    with subprocess.Popen([sys.executable, "-m", module, *arguments], cwd=ROOT) as process:
        try:
            code = process.wait()
        except KeyboardInterrupt:
            # The command hears Ctrl+C too: let it end in its own way and have the last word.
            code = process.wait()
    if code:
        raise Exit(code=code)


def _say(sentence: str) -> None:
    """Print a task's last line, after all that the command before it printed."""
    print(sentence, flush=True)


def _given(**options: str) -> list[str]:
    """Return `--name value` for every option that has a value.

    The others stay away, so that each default lives in the command itself.
    """
    return [part for name, value in options.items() if value for part in (f"--{name}", value)]


@task(
    help={
        "format": "text for people, or a form for a forge: kohtaamo check --help lists them",
        "lang": "language of the messages: fi, sv or en",
        "since": "a commit: say also what subscribers would lose by the changes after it",
        "today": "the day the check is for, as 2026-12-01",
    }
)
def check(
    _: Context,
    format: str = "",  # noqa: A002 - the option's name
    lang: str = "",
    since: str = "",
    today: str = "",
) -> None:
    """Say everything that is wrong in content/; nothing is written."""
    options = _given(format=format, lang=lang, since=since, today=today)
    _python("kohtaamo", "check", CONTENT, *options)


@task(
    help={
        "base": "what the contribution would be merged into, as origin/main",
        "lang": "language of the review: fi, sv or en",
        "today": "the day the review is for, as 2026-12-01",
    }
)
def review(_: Context, base: str, lang: str = "", today: str = "") -> None:
    """Say in Markdown what a contribution changes, and whether it may be merged."""
    _python("kohtaamo", "review", base, CONTENT, *_given(lang=lang, today=today))


@task(
    help={
        "format": "text, or markdown for an issue",
        "lang": "language of the report: fi, sv or en",
        "today": "the day the report is for, as 2026-12-01",
    }
)
def report(
    _: Context,
    format: str = "",  # noqa: A002 - the option's name
    lang: str = "",
    today: str = "",
) -> None:
    """Say what in content/ needs the coordinator's care."""
    _python("kohtaamo", "report", CONTENT, *_given(format=format, lang=lang, today=today))


@task(help={"lang": "language of what it says: fi, sv or en"})
def links(_: Context, lang: str = "") -> None:
    """Ask politely whether the links of content/ still lead anywhere (uses the network)."""
    _python("kohtaamo", "links", CONTENT, *_given(lang=lang))


_QUARANTINE = "leave faulty files out, publish the others and exit with 3"


@task(help={"today": "the day the site is built for, as 2026-12-01", "quarantine": _QUARANTINE})
def build(_: Context, today: str = "", quarantine: bool = False) -> None:
    """Build a preview of content/ into output/."""
    options = [*_given(today=today), *(["--quarantine"] if quarantine else [])]
    _python("kohtaamo", "build", CONTENT, "-o", OUTPUT, *options)


@task(help={"quarantine": _QUARANTINE})
def publish(_: Context, quarantine: bool = False) -> None:
    """Build the site that is put on the web into output/, with publishconf.py."""
    options = ["--fatal", "warnings", *(["-e", "QUARANTINE=true"] if quarantine else [])]
    _python("pelican", CONTENT, "-o", OUTPUT, "-s", "publishconf.py", *options)
    _say(f"published {CONTENT}/ into {OUTPUT}/")


@task(help={"port": "port on this machine, 8000 if not given"})
def serve(_: Context, port: str = "") -> None:
    """Check, build and serve content/ on this machine, and build again on every change."""
    _python("kohtaamo", "serve", CONTENT, "-o", OUTPUT, *_given(port=port))


@task
def lint(_: Context) -> None:
    """Check the code's style, layout and types."""
    _python("ruff", "check", ".")
    _python("ruff", "format", "--check", ".")
    _python("mypy", "plugins", "tasks.py")
    _say("style, layout and types are in order in plugins/, tests/ and tasks.py")


@task(lint)
def test(_: Context) -> None:
    """Check style and types, then run all tests on two processors."""
    _python("pytest", "-n", "2")
    _say("all tests in tests/ pass")


# Every test that compares with files that were reviewed.
GOLDEN_TESTS = (
    "tests/commands/test_review.py",
    "tests/content/clashes/test_rooms_site.py",
    "tests/review/test_clashes.py",
    "tests/publish/test_golden.py",
    "tests/publish/osm/test_file.py",
    "tests/publish/pages/test_golden_pages.py",
    "tests/theme/test_examples.py",
    "tests/browser/test_trees.py",
    "tests/care/test_golden.py",
)


@task
def golden(_: Context) -> None:
    """Write all golden files anew: feeds, calendars, pages, reports, what screen readers hear."""
    os.environ["KOHTAAMO_GOLDEN"] = "write"
    _python("pytest", "-q", *GOLDEN_TESTS)
    _say("golden files written: look at their difference before you commit them")


@task(
    help={
        "files": "mutated files, 20000 if not given",
        "builds": "whole builds of 200 mutated files each, 50 if not given",
        "seed": "another number, other files; 1 if not given",
        "processes": "how many at once, 2 if not given",
    }
)
def fuzz(
    _: Context, files: str = "", builds: str = "", seed: str = "", processes: str = ""
) -> None:
    """Make files worse by the thousand, and look for what breaks; takes about half an hour."""
    options = _given(files=files, builds=builds, seed=seed, processes=processes)
    _python("tests.hostile.fuzz", *options)


@task(help={"folder": "where to, output-screenshots/ if not given"})
def screenshots(_: Context, folder: str = "output-screenshots") -> None:
    """Make pictures of every type of page: phone and desk, light and dark."""
    _python("tests.browser.screenshots", folder)


@task
def fetch_admin(_: Context) -> None:
    """Fetch the program behind editing by form from the npm registry (uses the network)."""
    _python("kohtaamo", "fetch-admin")


@task
def reference(_: Context) -> None:
    """Write the contributors' reference anew from the schema."""
    _python("kohtaamo", "reference")


@task
def lock(_: Context) -> None:
    """Write the requirements*.lock files anew, with the newest versions that fit (needs uv)."""
    for path, inputs in LOCKS.items():
        _python("uv", *UV_COMPILE.split(), "make lock", *inputs.split(), "-o", path)
    _say("locked versions written: " + ", ".join(LOCKS))


@task(
    help={
        "sizes": "S, M, L or XL, with commas between; L if not given",
        "profiles": "peer and full",
        "peers": "hugo, eleventy and pelican",
        "runs": "runs of each, in turn; 5 if not given",
        "write": "write the figures into docs/performance.md",
    }
)
def bench(
    _: Context,
    sizes: str = "",
    profiles: str = "",
    peers: str = "",
    runs: str = "",
    write: bool = False,
) -> None:
    """Race our builds against other generators' and print the figures."""
    options = _given(sizes=sizes, profiles=profiles, peers=peers, runs=runs)
    _python("benchmarks.measure", *options, *(["--write"] if write else []))
