"""What people wrote: looked through, asked for, taken from mails."""

from invoke.context import Context
from invoke.tasks import task

from kohtaamo.tasks.running import CONTENT, given, python


@task(
    help={
        "format": "text for people, or a form for a forge: kohtaamo check --help lists them",
        "lang": "language of the messages: fi, sv or en",
        "since": "a commit: say also what subscribers would lose by the changes after it",
        "today": "the day the check is for, as 2026-12-01",
    }
)
def check(
    context: Context,
    format: str = "",  # noqa: A002 - the option's name
    lang: str = "",
    since: str = "",
    today: str = "",
) -> None:
    """Say everything that is wrong in content/; nothing is written."""
    options = given(format=format, lang=lang, since=since, today=today)
    python(context, "kohtaamo", "check", CONTENT, *options)


@task(
    help={
        "format": "text, or markdown for an issue",
        "lang": "language of the report: fi, sv or en",
        "today": "the day the report is for, as 2026-12-01",
    }
)
def report(
    context: Context,
    format: str = "",  # noqa: A002 - the option's name
    lang: str = "",
    today: str = "",
) -> None:
    """Say what in content/ needs the coordinator's care."""
    python(context, "kohtaamo", "report", CONTENT, *given(format=format, lang=lang, today=today))


@task(help={"lang": "language of what it says: fi, sv or en"})
def links(context: Context, lang: str = "") -> None:
    """Ask politely whether the links of content/ still lead anywhere (uses the network)."""
    python(context, "kohtaamo", "links", CONTENT, *given(lang=lang))


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
    context: Context,
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
    options = [*answers, *given(slug=slug, folder=folder, lang=lang, today=today)]
    python(context, "kohtaamo", "new", kind, CONTENT, *options, *(["--yes"] if yes else []))


@task(
    help={
        "file": "a saved mail or text; what is pasted, if not given",
        "as": "what the file is for, if the mail does not say: events/saaripitaja/viikkokahvit.md",
        "yes": "write without asking",
        "commit": "keep it in the history under the network's name",
        "lang": "language of what it says: fi, sv or en",
        "today": "the day the file is checked for, as 2026-12-01",
    },
)
def receive(
    context: Context,
    file: str = "-",
    as_: str = "",
    yes: bool = False,
    commit: bool = False,
    lang: str = "",
    today: str = "",
) -> None:
    """Take a file or a change from an e-mail, show it in words, check it and write it."""
    options = [*(["--yes"] if yes else []), *(["--commit"] if commit else [])]
    asked = given(lang=lang, today=today, **{"as": as_})
    python(context, "kohtaamo", "receive", file, CONTENT, *options, *asked)
