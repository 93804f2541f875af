"""What is said of a picture to somebody who does not see it says something."""

import re
from collections.abc import Iterator
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.images import FORMATS
from kohtaamo.content.rules.rule import everything, problem_at
from kohtaamo.model.event import Event
from kohtaamo.problems.problem import Problem

# What people write to get by the field, and what telephones and cameras call their pictures.
NOTHING = frozenset(
    {
        *("kuva", "kuvat", "kuvia", "valokuva", "kuvakaappaus", "kansikuva", "kuvituskuva"),
        *("bild", "bilden", "bilder", "foto", "fotografi", "skärmdump", "omslagsbild"),
        *("image", "images", "picture", "pictures", "photo", "pic", "screenshot", "alt"),
        *("img", "dsc", "dscn", "dscf", "pxl", "imag", "whatsapp"),
    }
)
_WORDS = re.compile(r"[^\W\d_]+")


def check_alternatives(draft: Draft, _today: date) -> Iterator[Problem]:
    """`images[].alt` tells what is to be seen: it is no file name, and not "kuva" (WCAG, F30)."""
    for _kind, _record, item in everything(draft.network):
        if isinstance(item, Event) and item.is_closed:
            # Nobody is shown it.
            continue
        for index, image in enumerate(getattr(item, "images", ())):
            if says_nothing(image.alt, image.file):
                at = f"images[{index}].alt"
                yield problem_at(item.origin, at, "image-alt-says-nothing", value=image.alt)


def says_nothing(alt: str, file: str) -> bool:
    """True of the file's own name, of any other's, and of "Kuva 2"."""
    name = file.rpartition("/")[2]
    words = _WORDS.findall(alt.casefold())
    return (
        alt in (name, name.rpartition(".")[0])
        or alt.lower().endswith(FORMATS)
        or NOTHING.issuperset(words)
    )
