"""A guess at "in Rautjärvi" for the name of a Finnish municipality, for somebody to accept or mend.

Whether a name takes the inner or the outer cases is settled by local use alone (Kielitoimiston
ohjepankki, "Nimien taivutus: kunnannimet"): only endings that nearly all go one way are guessed.
"""

# Ending of the name → what stands in its place. The longest that fits counts.
_ENDINGS = {
    "järvi": "järvellä",
    "niemi": "niemellä",
    "joki": "joella",
    "koski": "koskella",
    "lampi": "lammella",
    "mäki": "mäellä",
    "vesi": "vedellä",
    "lahti": "lahdessa",
    "kylä": "kylässä",
    "pää": "päässä",
    "salmi": "salmella",
    "salo": "salossa",
    "suo": "suolla",
    "saari": "saaressa",
    "ranta": "rannassa",
    "kangas": "kankaalla",
    "inen": "isissa",
    "nummi": "nummella",
    "la": "lassa",
    "lä": "lässä",
}
_BACK = frozenset("aouå")
_FRONT = frozenset("äöy")


def suggested_in(name: str) -> str:
    """`Rautjärvi` → `Rautjärvellä`; "" where the name says nothing about how it is inflected."""
    lower = name.lower()
    fitting = [each for each in _ENDINGS if lower.endswith(each) and lower != each]
    if not fitting:
        return ""
    ending = max(fitting, key=len)
    stem, last = name[: len(name) - len(ending)], _ENDINGS[ending]
    if ending == "inen" and not _is_back(stem):
        last = "isissä"
    return stem + last


def _is_back(stem: str) -> bool:
    """Vowel harmony: by the last vowel that is not neutral; without any, the front ones."""
    harmony = [letter for letter in stem.lower() if letter in _BACK | _FRONT]
    return bool(harmony) and harmony[-1] in _BACK
