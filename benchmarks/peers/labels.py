"""Finnish words of the things that files name by id."""

from collections.abc import Mapping
from pathlib import Path

import yaml

_FOLDER = Path(__file__).parents[2] / "plugins/kohtaamo/content/vocabularies"
LANGUAGES: Mapping[str, str] = {"fi": "suomi", "sv": "ruotsi", "en": "englanti"}
WEEKDAYS = (
    "maanantaina",
    "tiistaina",
    "keskiviikkona",
    "torstaina",
    "perjantaina",
    "lauantaina",
    "sunnuntaina",
)
USUAL = ("Maanantai", "Tiistai", "Keskiviikko", "Torstai", "Perjantai", "Lauantai", "Sunnuntai")
ORDINALS = ("ensimmäinen", "toinen", "kolmas", "neljäs")


def labels(vocabulary: str) -> dict[str, str]:
    """The Finnish label of every term, in the order of the vocabulary."""
    terms = yaml.safe_load((_FOLDER / f"{vocabulary}.yml").read_text("utf-8"))
    return {str(term["id"]): str(term["label"]["fi"]) for term in terms}
