"""The program itself: its style, types, tests and what is made from it."""

import os
from importlib.util import find_spec

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from kohtaamo.tasks.running import CONTENT, given, python, root, say


def _need_tools(*modules: str) -> None:
    """Exit with a sentence when one of the tools is not there."""
    missing = [each for each in modules if find_spec(each) is None]
    if missing:
        names = " and ".join(missing)
        sentence = (
            f"{names} not found in this Python: `make test` installs the program's test tools"
        )
        raise Exit(sentence, code=1)


def _need_folder(context: Context, folder: str) -> None:
    """Exit with a sentence in a network's own folder, which has the program without its tests."""
    if not (root(context) / folder).is_dir():
        sentence = f"this needs the folder {folder}/, which is only where the program is made"
        raise Exit(sentence, code=1)


@task
def lint(context: Context) -> None:
    """Check the code's style, layout and types."""
    _need_tools("ruff", "mypy")
    python(context, "ruff", "check", ".")
    python(context, "ruff", "format", "--check", ".")
    python(context, "mypy", "plugins", "tasks.py")
    say("style, layout and types are in order in plugins/, tests/ and tasks.py")


@task
def test(context: Context) -> None:
    """Check style and types, then run all tests on two processors.

    In a network's own folder there are none: there the content is checked.
    """
    if not (root(context) / "tests").is_dir():
        say("the program is tested where it is made; here its check looks through your own content")
        python(context, "kohtaamo", "check", CONTENT)
        return
    _need_tools("pytest", "xdist")
    lint(context)
    python(context, "pytest", "-n", "2")
    say("all tests in tests/ pass")


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
    "tests/writing/test_new.py",
)


@task
def golden(context: Context) -> None:
    """Write all golden files anew: feeds, calendars, pages, reports, what screen readers hear."""
    _need_folder(context, "tests")
    os.environ["KOHTAAMO_GOLDEN"] = "write"
    python(context, "pytest", "-q", *GOLDEN_TESTS)
    say("golden files written: look at their difference before you commit them")


@task(
    help={
        "files": "mutated files, 20000 if not given",
        "builds": "whole builds of 200 mutated files each, 50 if not given",
        "seed": "another number, other files; 1 if not given",
        "processes": "how many at once, 2 if not given",
    }
)
def fuzz(
    context: Context, files: str = "", builds: str = "", seed: str = "", processes: str = ""
) -> None:
    """Make files worse by the thousand, and look for what breaks; takes about half an hour."""
    _need_folder(context, "tests")
    options = given(files=files, builds=builds, seed=seed, processes=processes)
    python(context, "tests.hostile.fuzz", *options)


@task(help={"folder": "where to, output-screenshots/ if not given"})
def screenshots(context: Context, folder: str = "output-screenshots") -> None:
    """Make pictures of every type of page: phone and desk, light and dark."""
    _need_folder(context, "tests")
    python(context, "tests.browser.screenshots", folder)


@task(help={"folder": "where to, docs/pictures/ if not given"})
def pictures(context: Context, folder: str = "docs/pictures") -> None:
    """Make the handbooks' pictures anew, from pages of a network made for this."""
    _need_folder(context, "tests")
    python(context, "tests.browser.pictures", folder)


@task
def reference(context: Context) -> None:
    """Write the contributors' reference anew from the schema."""
    python(context, "kohtaamo", "reference")


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
    context: Context,
    sizes: str = "",
    profiles: str = "",
    peers: str = "",
    runs: str = "",
    write: bool = False,
) -> None:
    """Race our builds against other generators' and print the figures."""
    _need_folder(context, "benchmarks")
    options = given(sizes=sizes, profiles=profiles, peers=peers, runs=runs)
    python(context, "benchmarks.measure", *options, *(["--write"] if write else []))
