"""Networks' folders: made, and given a newer version of the program."""

from invoke.context import Context
from invoke.tasks import task

from kohtaamo.tasks.running import given, python


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
    context: Context,
    folder: str,
    set: list[str] | None = None,  # noqa: A002 - the option's name
    yes: bool = False,
    lang: str = "",
) -> None:
    """Make a new network's folder: the program, and content of its own without the sample."""
    answers = [part for each in set or () for part in ("--set", each)]
    options = [*answers, *given(lang=lang), *(["--yes"] if yes else [])]
    python(context, "kohtaamo", "new-network", folder, *options)


@task(
    help={
        "folder": "the network's folder, made by new-network",
        "replace": "replace those of the program's files too that somebody changed",
        "lang": "language of what it says: fi, sv or en",
    }
)
def upgrade(context: Context, folder: str, replace: bool = False, lang: str = "") -> None:
    """Put this version of the program into a network's folder, and check its content with it."""
    options = [*given(lang=lang), *(["--replace"] if replace else [])]
    python(context, "kohtaamo", "upgrade", folder, *options)
