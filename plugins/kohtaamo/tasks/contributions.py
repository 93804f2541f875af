"""What others propose, and what the workflows of a forge do with it."""

from invoke.context import Context
from invoke.tasks import task

from kohtaamo.tasks.running import CONTENT, given, python


@task(
    help={
        "base": "what the contribution would be merged into, as origin/main",
        "lang": "language of the review: fi, sv or en",
        "today": "the day the review is for, as 2026-12-01",
    }
)
def review(context: Context, base: str, lang: str = "", today: str = "") -> None:
    """Say in Markdown what a contribution changes, and whether it may be merged."""
    python(context, "kohtaamo", "review", base, CONTENT, *given(lang=lang, today=today))


@task(
    help={
        "commit": "the contribution's branch; in a forge's run that of its pull request",
        "ours": "a maintainer's own: take the rest of content/ too, not only what all may touch",
    }
)
def lay(context: Context, commit: str = "", ours: bool = False) -> None:
    """Lay a contribution's content over what is checked out, and nothing else of it."""
    options = ["--ours"] if ours else []
    python(context, "kohtaamo", "forge", "lay", *([commit] if commit else []), *options)


@task(
    help={
        "lang": "language of the review: fi, sv or en",
        "today": "the day the review is for, as 2026-12-01",
    }
)
def review_laid(context: Context, lang: str = "", today: str = "") -> None:
    """Say in Markdown what the contribution changes that `inv lay` laid, and what it left out."""
    sides = ("refs/kohtaamo/base", CONTENT, "--whole", "refs/kohtaamo/contribution")
    python(context, "kohtaamo", "review", *sides, *given(lang=lang, today=today))


@task(
    help={
        "check": "only compare, and fail when it is not up to date",
        "commit": "commit the change, for inv forge propose",
    }
)
def codeowners(context: Context, check: bool = False, commit: bool = False) -> None:
    """Write whom the forge asks to review what, from content/network.yml (CODEOWNERS)."""
    options = [*(["--check"] if check else []), *(["--commit"] if commit else [])]
    python(context, "kohtaamo", "owners", CONTENT, *options)


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
    context: Context,
    step: str,
    file: str = "",
    name: str = "",
    branch: str = "",
    lang: str = "",
    today: str = "",
) -> None:
    """Do one step of a forge's workflow: `kohtaamo forge --help` says what each does."""
    if step == "issue":
        python(context, "kohtaamo", "forge", step, file, *given(name=name))
        return
    asked = given(file=file, name=name, branch=branch, lang=lang, today=today)
    python(context, "kohtaamo", "forge", step, *asked)
