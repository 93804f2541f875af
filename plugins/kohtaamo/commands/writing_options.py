"""The options of `kohtaamo new` and `kohtaamo receive`, and what they start."""

import argparse
from collections.abc import Callable

Add = Callable[[argparse.ArgumentParser], None]


def add_writing(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", *shared: Add
) -> None:
    """Add both commands; `shared` adds the options that every command has."""
    _add_new(
        commands.add_parser("new", help="kysyy, mitä uuteen tiedostoon kuuluu, ja tekee sen"),
        *shared,
    )
    _add_receive(
        commands.add_parser("receive", help="ottaa sähköpostista tiedoston tai muutoksen"),
        *shared,
    )


def run_writing(chosen: argparse.Namespace) -> int:
    """Run the one that was asked for."""
    return _run_new(chosen) if chosen.command == "new" else _run_receive(chosen)


def _run_new(chosen: argparse.Namespace) -> int:
    """What asks and writes."""
    from kohtaamo.commands.new import Wanted, run_new

    wanted = Wanted(
        kind=chosen.kind,
        given=chosen.set,
        slug=chosen.slug,
        folder=chosen.folder,
        language=chosen.lang,
        is_quiet=chosen.yes,
    )
    return run_new(chosen.content, chosen.today, wanted)


def _run_receive(chosen: argparse.Namespace) -> int:
    """What takes a mail in."""
    from kohtaamo.commands.receive import Asked, run_receive

    asked = Asked(
        file=chosen.file,
        path=chosen.path,
        language=chosen.lang,
        is_sure=chosen.yes,
        commits=chosen.commit,
    )
    return run_receive(chosen.content, chosen.today, asked)


def _add_new(new: argparse.ArgumentParser, *shared: Add) -> None:
    new.add_argument("kind", choices=("event", "place", "organiser", "notice"))
    for add in shared:
        add(new)
    new.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KENTTÄ=ARVO",
        help="vastaus, jota ei enää kysytä: title=Kahvit, repeat.every=viikko",
    )
    new.add_argument("--slug", default="", metavar="NIMI", help="tiedoston nimi ilman päätettä")
    new.add_argument("--folder", default="", metavar="KANSIO", help="kunnan kansio")
    new.add_argument("--yes", action="store_true", help="ei kysy mitään; --set sanoo kaiken")


def _add_receive(receive: argparse.ArgumentParser, *shared: Add) -> None:
    receive.add_argument(
        "file",
        nargs="?",
        default="-",
        metavar="VIESTI",
        help="tallennettu viesti tai tiedosto; ilman sitä luetaan liitetty teksti",
    )
    for add in shared:
        add(receive)
    receive.add_argument(
        "--as",
        dest="path",
        default="",
        metavar="TIEDOSTO",
        help="mihin tiedosto kuuluu, jos viesti ei sano sitä: events/saaripitaja/viikkokahvit.md",
    )
    receive.add_argument("--yes", action="store_true", help="tallentaa kysymättä")
    receive.add_argument(
        "--commit", action="store_true", help="tallentaa historiaan verkoston nimissä"
    )
