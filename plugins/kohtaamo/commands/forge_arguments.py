"""The arguments of `kohtaamo forge` and its steps."""

import argparse

from kohtaamo.problems.problem import Refused
from kohtaamo.text.dates import parse_date


def add_forge(forge: argparse.ArgumentParser) -> None:
    """Every step; what each does is in `commands/forge.py`."""
    steps = forge.add_subparsers(dest="step", required=True, metavar="vaihe")
    lay = steps.add_parser("lay", help="panee ehdotuksen sisällön haaran päälle, ei muuta siitä")
    lay.add_argument("commit", nargs="?", default="", metavar="COMMIT", help="ehdotuksen haara")
    lay.add_argument("--ours", action="store_true", help="ylläpidon oma ehdotus: koko sisältö")
    lay.add_argument("--content", default="content", help="sisältökansio")
    steps.add_parser("comment", help="kirjoittaa GitHubissa ajon arvion ehdotuksen kommentiksi")
    steps.add_parser("preview", help="vie GitHubissa ajon esikatselun toiseen osoitteeseen")
    reviews = steps.add_parser("reviews", help="arvioi kaikki avoimet ehdotukset kommentteihin")
    reviews.add_argument("--content", default="content", help="sisältökansio")
    reviews.add_argument("--lang", choices=("fi", "sv", "en"), default="fi")
    reviews.add_argument("--today", type=_date, help="päivä, jolle katsotaan: 2026-12-01")
    issue = steps.add_parser("issue", help="pitää yhden asian ajan tasalla tiedoston tekstillä")
    issue.add_argument("file", metavar="TIEDOSTO", help="Markdownia; otsikko on ensimmäinen rivi")
    issue.add_argument("--name", default="report", help="millä nimellä asia tunnetaan ajoissa")
    receive = steps.add_parser("receive", help="ottaa lomakkeen tekstin vastaan: uusi commit")
    receive.add_argument("--content", default="content", help="sisältökansio")
    receive.add_argument("--today", type=_date, help="päivä, jolle katsotaan: 2026-12-01")
    propose = steps.add_parser("propose", help="vie tehdyn commitin haaraksi ja tekee ehdotuksen")
    propose.add_argument("--name", default="receive", help="haaran nimen alku")
    propose.add_argument("--file", default="", metavar="TIEDOSTO", help="ehdotuksen teksti")
    propose.add_argument("--content", default="content", help="sisältökansio")
    steps.add_parser("publish", help="inv publish --quarantine, jonka jälkeen ajo jatkuu")
    deploy = steps.add_parser("deploy", help="vie sivuston haaraan, josta alusta näyttää sen")
    deploy.add_argument("-o", "--output", default="output", help="rakennettu kansio")
    deploy.add_argument("--branch", default="pages", help="haara: GitHubissa gh-pages")
    steps.add_parser("left-out", help="päättyy virheeseen, jos julkaisusta jäi jotain pois")


def add_owners(owners: argparse.ArgumentParser) -> None:
    """`kohtaamo owners`."""
    owners.add_argument("content", nargs="?", default="content", help="sisältökansio")
    owners.add_argument("--check", action="store_true", help="vain vertaa, älä kirjoita")
    owners.add_argument("--commit", action="store_true", help="vie muutoksen gitiin")


def _date(text: str) -> object:
    try:
        return parse_date(text)
    except Refused:
        raise argparse.ArgumentTypeError(f"{text!r} ei ole päivä; kirjoita 2026-12-01") from None
