"""The `kohtaamo` command and its parts. Imports only what is asked for."""

import argparse
import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from io import TextIOWrapper
from typing import NoReturn

from kohtaamo import __version__
from kohtaamo.commands.forge_arguments import add_forge, add_owners
from kohtaamo.commands.guides import FIELDS
from kohtaamo.commands.region_options import add_region, run_region
from kohtaamo.commands.writing_options import add_writing, run_writing
from kohtaamo.problems.formats import FORMATS
from kohtaamo.problems.problem import Refused
from kohtaamo.text.dates import parse_date


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 all is well, 1 problems, 2 wrong usage, 3 built in quarantine."""
    chosen = asked(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        # A console of another encoding shows an escape, not a traceback.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = _run(chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read this has seen enough: `kohtaamo check | head`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def asked(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """What the arguments of a command ask for; of this process's own, without any."""
    return _parser().parse_args(arguments)


def leave() -> NoReturn:
    """Run one command and end the process, without taking its millions of values apart first.

    Nor are they searched for garbage: no command but `serve` lives long enough to gain by that.
    """
    gc.disable()
    # Whoever is told to end clears up first, so that the next build need not begin anew.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def _run(chosen: argparse.Namespace) -> int:
    if chosen.command == "check":
        from kohtaamo.commands.check import run_check

        return run_check(chosen.content, chosen.today, chosen.format, chosen.lang, chosen.since)
    if chosen.command == "build":
        from kohtaamo.commands.build import run_build

        return run_build(
            chosen.content,
            chosen.output,
            chosen.today,
            chosen.settings,
            chosen.site_url,
            chosen.report,
            quarantine=chosen.quarantine,
            search_later=chosen.search_later,
        )
    if chosen.command == "serve":
        gc.enable()
        from kohtaamo.commands.serve import run_serve

        return run_serve(
            chosen.content, chosen.output, chosen.today, chosen.settings, chosen.host, chosen.port
        )
    return _run_other(chosen)


def _run_other(chosen: argparse.Namespace) -> int:
    """The commands that read more than they build."""
    if chosen.command in ("new", "receive"):
        gc.enable()
        return run_writing(chosen)
    if chosen.command in ("new-network", "upgrade"):
        gc.enable()
        return run_region(chosen)
    if chosen.command in ("review", "report", "links", "forge", "owners"):
        return _run_care(chosen)
    return _run_maintenance(chosen)


def _run_maintenance(chosen: argparse.Namespace) -> int:
    """What is done once in a while, by those who look after the portal."""
    if chosen.command == "fetch-admin":
        from kohtaamo.commands.fetch_admin import run_fetch_admin

        return run_fetch_admin(chosen.output)
    if chosen.command == "words":
        from kohtaamo.commands.words import run_words

        return run_words(chosen.language, chosen.content, chosen.output)
    from kohtaamo.commands.reference import run_reference

    return run_reference(chosen.output, chosen.check)


def _run_care(chosen: argparse.Namespace) -> int:
    """What the coordinator asks for, or the forge for them."""
    if chosen.command == "forge":
        from kohtaamo.commands.forge import run_forge

        return run_forge(chosen)
    if chosen.command == "owners":
        from kohtaamo.commands.owners import run_owners

        return run_owners(chosen.content, check=chosen.check, commit=chosen.commit)
    if chosen.command == "review":
        from kohtaamo.commands.review import run_review

        return run_review(chosen.base, chosen.content, chosen.today, chosen.lang, chosen.whole)
    if chosen.command == "links":
        from kohtaamo.commands.links import run_links

        return run_links(chosen.content, chosen.today, chosen.lang)
    from kohtaamo.commands.report import run_report

    return run_report(chosen.content, chosen.today, chosen.format, chosen.lang)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kohtaamo", description="Kohtaamispaikkojen portaali kansiollisesta tiedostoja."
    )
    parser.add_argument("--version", action="version", version=f"kohtaamo {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="komento")
    _add_check(commands.add_parser("check", help="kertoo kaiken, mikä sisällössä on vialla"))
    _add_review(
        commands.add_parser(
            "review", help="kertoo Markdownina, mitä ehdotus muuttaa ja voiko sen yhdistää"
        )
    )
    _add_build(commands.add_parser("build", help="rakentaa sivuston"))
    serve = commands.add_parser("serve", help="rakentaa ja näyttää sivuston tällä koneella")
    _add_content(serve)
    _add_output(serve)
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    add_writing(commands, _add_content, _add_language)
    add_region(commands, _add_language, _add_day)
    _add_care(commands)
    add_forge(commands.add_parser("forge", help="työnkulkujen vaiheet julkaisualustalla"))
    add_owners(commands.add_parser("owners", help="tekee alustan tiedoston CODEOWNERS"))
    words = commands.add_parser("words", help="tekee uuden kielen sanoista täytettävän pohjan")
    words.add_argument("language", metavar="KIELI", help="kielen tunnus: ar, uk, so")
    words.add_argument("content", nargs="?", default="content", help="sisältökansio")
    words.add_argument("-o", "--output", metavar="TIEDOSTO", help="content/languages/ar.yml")
    admin = commands.add_parser("fetch-admin", help="hakee verkosta lomakemuokkauksen ohjelman")
    admin.add_argument("-o", "--output", default=".kohtaamo/admin", help="kansio, johon haetaan")
    reference = commands.add_parser("reference", help="kirjoittaa ohjeet kentistä ja viesteistä")
    reference.add_argument(
        "-o", "--output", default=FIELDS, help="kenttien ohje; viestien ohjeet tulevat sen viereen"
    )
    reference.add_argument("--check", action="store_true", help="vain vertaa, älä kirjoita")
    return parser


def _add_check(check: argparse.ArgumentParser) -> None:
    _add_content(check)
    check.add_argument("--format", choices=tuple(FORMATS), default="text")
    _add_language(check)
    check.add_argument(
        "--since",
        metavar="COMMIT",
        help="kertoo myös, mitä tilaajilta katoaisi tämän version jälkeen tehdyissä muutoksissa:"
        " haaran nimi tai commitin tunnus, esimerkiksi origin/main",
    )


def _add_review(review: argparse.ArgumentParser) -> None:
    review.add_argument(
        "base",
        metavar="COMMIT",
        help="versio, johon ehdotus yhdistettäisiin: haaran nimi tai commitin tunnus,"
        " esimerkiksi origin/main",
    )
    _add_content(review)
    _add_language(review)
    review.add_argument(
        "--whole",
        metavar="COMMIT",
        help="koko ehdotus, kun kohtaamo forge lay on ottanut siitä vain sisällön: kertoo, mitä"
        " siitä jäi pois",
    )


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=("fi", "sv", "en"), default="fi")


def _add_build(build: argparse.ArgumentParser) -> None:
    _add_content(build)
    _add_output(build)
    build.add_argument("--site-url", help="osoite, jossa sivusto luetaan: https://…")
    build.add_argument(
        "--report",
        metavar="TIEDOSTO",
        help="kirjoittaa tähän ohjelmia varten (JSON), miten rakentaminen päättyi",
    )
    build.add_argument(
        "--quarantine",
        action=argparse.BooleanOptionalAction,
        help="jättää virheelliset tiedostot pois, julkaisee muut ja päättyy koodiin 3",
    )
    build.add_argument(
        "--search-later",
        action="store_true",
        help="jättää haun hakemiston ennalleen seuraavaa rakentamista varten",
    )


def _add_care(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What the coordinator asks for."""
    report = commands.add_parser("report", help="kertoo, mikä sisällössä kaipaa huolenpitoa")
    report.add_argument("--format", choices=("text", "markdown"), default="text")
    links = commands.add_parser("links", help="kysyy verkosta, toimivatko sisällön linkit")
    for parser in (report, links):
        _add_content(parser)
        parser.add_argument("--lang", choices=("fi", "sv", "en"), default="fi")


def _add_content(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("content", nargs="?", default="content", help="sisältökansio")
    _add_day(parser)


def _add_day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--today", type=_date, help="päivä, jolle katsotaan: 2026-12-01")


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", default="output", help="kansio, johon rakennetaan")
    parser.add_argument("-s", "--settings", default="pelicanconf.py", help="asetustiedosto")


def _date(text: str) -> date:
    try:
        return parse_date(text)
    except Refused:
        raise argparse.ArgumentTypeError(f"{text!r} ei ole päivä; kirjoita 2026-12-01") from None


if __name__ == "__main__":
    sys.exit(main())
