"""A words file to be filled in: what a language has, and in comments what it lacks."""

import json
import re
from collections.abc import Iterator, Mapping

from babel import Locale, UnknownLocaleError

from kohtaamo.text.languages import direction_of
from kohtaamo.words.keys import is_of_reference
from kohtaamo.words.plurals import further_forms

Tree = dict[str, "Tree | str"]

_PLAIN_KEY = re.compile(r"[a-z_]+(?:-[a-z_]+)*")
# Words that YAML elsewhere reads as truth values.
_QUOTED = frozenset({"yes", "no", "on", "off", "true", "false"})
# Marks of direction: dates stand in text that has one already.
_UNSEEN = str.maketrans("", "", "\u200e\u200f")
_WEEKDAY = re.compile(r"[Ec]+")
_HEAD = """\
# {tag}: {name}
# Poista rivin alusta ristikkomerkki ja käännä lainausmerkkien välissä oleva teksti.
# Aaltosulkeet, kuten {{count}}, jäävät: niiden tilalle tulee luku tai nimi. Mitä jätät pois, näkyy
# toisella kielellä. Pidä reviewed: "no", kunnes joku kieltä sujuvasti osaava on lukenut kaiken.
"""


def template(tag: str, pattern: Mapping[str, str], written: Mapping[str, str]) -> str:
    """The file `content/languages/<tag>.yml` with every key of `pattern` that pages use.

    `written` are the texts that the language has already; names and dates that CLDR knows are
    filled in. All others stand in comments, in the words of `pattern`.
    """
    known = {**from_cldr(tag), **written}
    pattern = dict(_with_forms(tag, pattern))
    tree: Tree = {}
    for key in pattern:
        _put(tree, key.split("."), key)
    lines = "".join(f"{line}\n" for line in _lines(tree, known, pattern, ""))
    return _HEAD.format(tag=tag, name=known.get("language.name", tag)) + lines


def from_cldr(tag: str) -> Mapping[str, str]:
    """What CLDR knows of a language: its name for itself, its days, its ways of writing a date."""
    facts = {"language.html": tag, "language.direction": direction_of(tag)}
    facts["language.reviewed"] = "no"
    locale = _locale(tag)
    if locale is None:
        return facts
    days, alone = locale.days["format"]["wide"], locale.days["stand-alone"]["wide"]
    facts |= {"language.locale": str(locale), **_patterns(locale)}
    facts |= {"language.name": name} if (name := locale.get_language_name()) else {}
    facts |= {f"dates.weekday_on.{day}": days[day] for day in range(7)}
    facts |= {f"wording.weekday.{day}": alone[day] for day in range(7)}
    return facts


def _with_forms(tag: str, pattern: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The texts that pages use, and those of numbers in all forms that the language has."""
    locale = _locale(tag)
    forms = further_forms(locale) if locale else ()
    for key, text in pattern.items():
        if not is_of_reference(key):
            yield key, text
            stem, _, last = key.rpartition(".")
            if last == "many" and f"{stem}.one" in pattern:
                yield from ((f"{stem}.{form}", text) for form in forms)


def _locale(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _patterns(locale: Locale) -> Mapping[str, str]:
    """Date patterns with whole weekday names (UTS 35), made of the language's own."""
    skeletons = {key: str(value) for key, value in locale.datetime_skeletons.items()}
    dated = skeletons.get("MMMMEd") or skeletons.get("MMMEd") or "EEEE d MMMM"
    found = {
        "date": skeletons.get("yMd", "d.M.y"),
        "on_weekday": _WEEKDAY.sub("EEEE", dated),
        "on_weekday_year": _WEEKDAY.sub("EEEE", str(locale.date_formats["full"])),
        "on_weekday_short": _WEEKDAY.sub("EEEE", skeletons.get("MEd", "EEEE d.M.")),
        "heading": _WEEKDAY.sub("cccc", dated),
        "month": skeletons.get("yMMMM", "LLLL y"),
        "of_month": "LLLL",
    }
    return {f"dates.{style}": text.translate(_UNSEEN) for style, text in found.items()}


def _put(tree: Tree, path: list[str], key: str) -> None:
    first, *rest = path
    if not rest:
        tree[first] = key
        return
    below = tree.setdefault(first, {})
    if isinstance(below, dict):
        _put(below, rest, key)


def _lines(
    tree: Tree, known: Mapping[str, str], pattern: Mapping[str, str], indent: str
) -> Iterator[str]:
    for name, below in tree.items():
        shown = name if _PLAIN_KEY.fullmatch(name) and name not in _QUOTED else json.dumps(name)
        if isinstance(below, dict):
            mark = "" if _is_any_known(below, known) else "#"
            yield f"{mark}{indent}{shown}:"
            yield from _lines(below, known, pattern, f"{indent}  ")
        else:
            mark = "" if below in known else "#"
            text = json.dumps(known.get(below, pattern[below]), ensure_ascii=False)
            yield f"{mark}{indent}{shown}: {text}"


def _is_any_known(tree: Tree, known: Mapping[str, str]) -> bool:
    return any(
        _is_any_known(below, known) if isinstance(below, dict) else below in known
        for below in tree.values()
    )
