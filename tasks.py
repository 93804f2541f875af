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
    "tests/judges/workflows/requirements.lock": "tests/judges/workflows/requirements.in",
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
        "commit": "the contribution's branch; in a forge's run that of its pull request",
        "ours": "a maintainer's own: take the rest of content/ too, not only what all may touch",
    }
)
def lay(_: Context, commit: str = "", ours: bool = False) -> None:
    """Lay a contribution's content over what is checked out, and nothing else of it."""
    options = ["--ours"] if ours else []
    _python("kohtaamo", "forge", "lay", *([commit] if commit else []), *options)


@task(
    help={
        "lang": "language of the review: fi, sv or en",
        "today": "the day the review is for, as 2026-12-01",
    }
)
def review_laid(_: Context, lang: str = "", today: str = "") -> None:
    """Say in Markdown what the contribution changes that `inv lay` laid, and what it left out."""
    sides = ("refs/kohtaamo/base", CONTENT, "--whole", "refs/kohtaamo/contribution")
    _python("kohtaamo", "review", *sides, *_given(lang=lang, today=today))


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


@task(
    help={
        "kind": "event, place, organiser or notice",
        "set": "an answer that is not asked for any more, as title=Kahvit; may be given many times",
        "slug": "the file's name without its ending",
        "folder": "the municipality's folder",
        "yes": "ask nothing: --set says it all",
        "lang": "language of the questions: fi, sv or en",
        "today": "the day the file is checked for, as 2026-12-01",
    },
    iterable=["set"],
)
def new(
    _: Context,
    kind: str,
    set: list[str] | None = None,  # noqa: A002 - the option's name
    slug: str = "",
    folder: str = "",
    yes: bool = False,
    lang: str = "",
    today: str = "",
) -> None:
    """Ask what a new file of content/ needs, and write it."""
    answers = [part for each in set or () for part in ("--set", each)]
    options = [*answers, *_given(slug=slug, folder=folder, lang=lang, today=today)]
    _python("kohtaamo", "new", kind, CONTENT, *options, *(["--yes"] if yes else []))


@task(
    help={
        "file": "a saved mail or text; what is pasted, if not given",
        "as": "what the file is for, if the mail does not say: events/rautjarvi/torstaikahvit.md",
        "yes": "write without asking",
        "commit": "keep it in the history under the network's name",
        "lang": "language of what it says: fi, sv or en",
        "today": "the day the file is checked for, as 2026-12-01",
    },
)
def receive(
    _: Context,
    file: str = "-",
    as_: str = "",
    yes: bool = False,
    commit: bool = False,
    lang: str = "",
    today: str = "",
) -> None:
    """Take a file or a change from an e-mail, show it in words, check it and write it."""
    options = [*(["--yes"] if yes else []), *(["--commit"] if commit else [])]
    given = _given(lang=lang, today=today, **{"as": as_})
    _python("kohtaamo", "receive", file, CONTENT, *options, *given)


@task(
    help={
        "folder": "an empty folder, or one that is not there yet, outside this one",
        "set": "an answer that is not asked for any more, as name=Kylätuvat; may be given often",
        "yes": "ask nothing: --set says it all",
        "lang": "language of the questions: fi, sv or en",
    },
    iterable=["set"],
)
def new_network(
    _: Context,
    folder: str,
    set: list[str] | None = None,  # noqa: A002 - the option's name
    yes: bool = False,
    lang: str = "",
) -> None:
    """Make a new network's folder: the program, and content of its own without the sample."""
    answers = [part for each in set or () for part in ("--set", each)]
    options = [*answers, *_given(lang=lang), *(["--yes"] if yes else [])]
    _python("kohtaamo", "new-network", folder, *options)


@task(
    help={
        "folder": "the network's folder, made by new-network",
        "replace": "replace those of the program's files too that somebody changed",
        "lang": "language of what it says: fi, sv or en",
    }
)
def upgrade(_: Context, folder: str, replace: bool = False, lang: str = "") -> None:
    """Put this version of the program into a network's folder, and check its content with it."""
    options = [*_given(lang=lang), *(["--replace"] if replace else [])]
    _python("kohtaamo", "upgrade", folder, *options)


@task(help={"lang": "language of what it says: fi, sv or en"})
def links(_: Context, lang: str = "") -> None:
    """Ask politely whether the links of content/ still lead anywhere (uses the network)."""
    _python("kohtaamo", "links", CONTENT, *_given(lang=lang))


_QUARANTINE = "leave faulty files out, publish the others and exit with 3"


@task(
    help={
        "today": "the day the site is built for, as 2026-12-01",
        "quarantine": _QUARANTINE,
        "site-url": "where the preview will be read, if not on this machine",
    }
)
def build(_: Context, today: str = "", quarantine: bool = False, site_url: str = "") -> None:
    """Build a preview of content/ into output/."""
    given = _given(today=today, **{"site-url": site_url})
    options = [*given, *(["--quarantine"] if quarantine else [])]
    _python("kohtaamo", "build", CONTENT, "-o", OUTPUT, *options)


@task(help={"quarantine": _QUARANTINE})
def publish(_: Context, quarantine: bool = False) -> None:
    """Build the site that is put on the web into output/, with publishconf.py."""
    options = ["--fatal", "warnings", *(["-e", "QUARANTINE=true"] if quarantine else [])]
    _python("pelican", CONTENT, "-o", OUTPUT, "-s", "publishconf.py", *options)
    _say(f"published {CONTENT}/ into {OUTPUT}/")


@task(
    help={
        "check": "only compare, and fail when it is not up to date",
        "commit": "commit the change, for inv forge propose",
    }
)
def codeowners(_: Context, check: bool = False, commit: bool = False) -> None:
    """Write whom the forge asks to review what, from content/network.yml (CODEOWNERS)."""
    options = [*(["--check"] if check else []), *(["--commit"] if commit else [])]
    _python("kohtaamo", "owners", CONTENT, *options)


@task(
    positional=["step"],
    help={
        "step": "comment, preview, reviews, issue, receive, propose, publish, deploy or left-out",
        "file": "the text of an issue or a proposal, as Markdown",
        "name": "what the runs know an issue or a proposal by",
        "branch": "the branch that a forge's Pages show",
        "lang": "language of the reviews: fi, sv or en",
        "today": "the day that reviews and receive look at, as 2026-12-01",
    },
)
def forge(
    _: Context,
    step: str,
    file: str = "",
    name: str = "",
    branch: str = "",
    lang: str = "",
    today: str = "",
) -> None:
    """Do one step of a forge's workflow: `kohtaamo forge --help` says what each does."""
    if step == "issue":
        _python("kohtaamo", "forge", step, file, *_given(name=name))
        return
    given = _given(file=file, name=name, branch=branch, lang=lang, today=today)
    _python("kohtaamo", "forge", step, *given)


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
    if not (ROOT / "tests").is_dir():
        _say("the program is tested where it is made; `inv check` looks through your own content")
        return
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
    "tests/writing/test_new.py",
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


@task(help={"folder": "where to, docs/pictures/ if not given"})
def pictures(_: Context, folder: str = "docs/pictures") -> None:
    """Make the handbooks' pictures anew, from pages of a network made for this."""
    _python("tests.browser.pictures", folder)


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
