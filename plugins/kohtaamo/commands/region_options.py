"""The options of `kohtaamo new-network` and `kohtaamo upgrade`, and what they start."""

import argparse
from collections.abc import Callable

Add = Callable[[argparse.ArgumentParser], None]


def add_region(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", add_language: Add, add_day: Add
) -> None:
    """Add both commands; the others add the options that they share with all."""
    new = commands.add_parser(
        "new-network", help="tekee uuden verkoston kansion: ohjelma ja verkoston oma tyhjä sisältö"
    )
    new.add_argument("folder", metavar="KANSIO", help="tyhjä kansio, tai sellainen, jota ei ole")
    new.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KYSYMYS=VASTAUS",
        help='vastaus, jota ei enää kysytä: name="Avoimet ovet", towns="Kemi: Kemissä, Tornio"',
    )
    new.add_argument("--yes", action="store_true", help="ei kysy mitään; --set sanoo kaiken")
    upgrade = commands.add_parser(
        "upgrade", help="vaihtaa verkoston kansioon tämän version ohjelmasta"
    )
    upgrade.add_argument("folder", metavar="KANSIO", help="verkoston kansio")
    upgrade.add_argument(
        "--replace",
        action="store_true",
        help="korvaa myös ne ohjelman tiedostot, joita on muutettu",
    )
    for parser in (new, upgrade):
        add_language(parser)
        add_day(parser)


def run_region(chosen: argparse.Namespace) -> int:
    """Run the one that was asked for."""
    if chosen.command == "upgrade":
        from kohtaamo.commands.upgrade import run_upgrade

        return run_upgrade(chosen.folder, chosen.today, chosen.lang, replaces=chosen.replace)
    from kohtaamo.commands.new_network import Region, run_new_network

    region = Region(
        folder=chosen.folder, given=chosen.set, language=chosen.lang, is_quiet=chosen.yes
    )
    return run_new_network(region, chosen.today)
