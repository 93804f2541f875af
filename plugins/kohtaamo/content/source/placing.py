"""What a file is, from where it stands and what it is called; nothing is opened here."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kohtaamo.content.source.layout import (
    ALIASES,
    FIXED,
    FOLDERS,
    IMAGE,
    IMAGE_ENDINGS,
    IMPACT,
    LANGUAGE,
    NETWORK,
    SINGLE_FILES,
    THINGS,
    VOCABULARIES,
    VOCABULARY,
)
from kohtaamo.content.source.names import (
    TEXT_ENDINGS,
    check_portable,
    is_image,
    is_readme,
    right_name,
    split_name,
)
from kohtaamo.problems.problem import Refused
from kohtaamo.text.languages import EASY_FINNISH, parse_language
from kohtaamo.text.slugs import is_slug
from kohtaamo.text.suggestions import nearest

_YEAR = re.compile(r"20[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Placed:
    """A file's kind, slug and, for a translation, language."""

    kind: str
    slug: str
    language: str | None = None


def place_file(parts: tuple[str, ...]) -> Placed:
    """The kind and slug of a file from its path below the content folder.

    Refused, with the right name or place: `readme-in-content`, `wrong-ending`,
    `file-name-with-dot`, `misplaced-file`, `misplaced-image`, `misnamed-file`, `unknown-file`,
    `file-instead-of-folder`, `misnamed-vocabulary`, `unknown-vocabulary`, `not-a-language-file`,
    `impact-layout`, `image-format`, `name-not-portable`.
    """
    folder, name = parts[0], parts[-1]
    if is_readme(name):
        raise Refused("readme-in-content", value=name)
    if len(parts) == 1:
        return _at_top(name)
    if folder in THINGS:
        if is_image(name):
            raise Refused("misplaced-image", value=name)
        return Placed(THINGS[folder], *split_name(name))
    return _INSIDE[FIXED[folder]](parts)


def check_folder(parts: tuple[str, ...]) -> None:
    """Refused when the folder may not be there.

    `misnamed-folder`, `unknown-folder`, `nested-folder`, `folder-named-like-file`,
    `name-not-portable`.
    """
    top, name = parts[0], parts[-1]
    if name.endswith(TEXT_ENDINGS) or is_image(name):
        raise Refused("folder-named-like-file", value=name)
    if top not in FOLDERS:
        near = _near(top, FOLDERS)
        if near is not None:
            raise Refused("misnamed-folder", value=top, suggestion=near)
        raise Refused("unknown-folder", value=top, allowed=", ".join(FOLDERS))
    kind = FIXED.get(top)
    if (kind in {VOCABULARY, LANGUAGE} and len(parts) > 1) or (kind == IMPACT and len(parts) > 2):
        raise Refused("nested-folder", value=name, folder=top)
    check_portable(name)


def _at_top(name: str) -> Placed:
    stem = name.partition(".")[0]
    if name in SINGLE_FILES:
        return Placed(SINGLE_FILES[name], stem)
    if stem == NETWORK and name.endswith(".yml"):
        return Placed(NETWORK, *split_name(name))
    if name in FOLDERS:
        raise Refused("file-instead-of-folder", value=name)
    near = _near(stem, (single.removesuffix(".yml") for single in SINGLE_FILES))
    if near is not None:
        raise Refused("misnamed-file", value=name, suggestion=f"{near}.yml")
    if is_image(name):
        raise Refused("misplaced-image", value=name)
    if name.lower().endswith((*TEXT_ENDINGS, ".yaml", ".txt", ".markdown")):
        raise Refused("misplaced-file", value=name, allowed=", ".join(THINGS))
    raise Refused("unknown-file", value=name, allowed=", ".join((*SINGLE_FILES, *FOLDERS)))


def _vocabulary(parts: tuple[str, ...]) -> Placed:
    name = _yml_stem(parts[-1])
    if name in VOCABULARIES:
        return Placed(VOCABULARY, name)
    near = _near(name, VOCABULARIES)
    if near is not None:
        raise Refused("misnamed-vocabulary", value=parts[-1], suggestion=f"{near}.yml")
    raise Refused("unknown-vocabulary", value=name, allowed=", ".join(VOCABULARIES))


def _language(parts: tuple[str, ...]) -> Placed:
    tag = _yml_stem(parts[-1])
    if tag == EASY_FINNISH:
        return Placed(LANGUAGE, tag)
    try:
        return Placed(LANGUAGE, parse_language(tag))
    except Refused:
        raise Refused("not-a-language-file", value=parts[-1]) from None


def _impact(parts: tuple[str, ...]) -> Placed:
    year = _yml_stem(parts[-1])
    if len(parts) != 3 or not is_slug(parts[1]) or _YEAR.fullmatch(year) is None:
        raise Refused("impact-layout", value="/".join(parts))
    return Placed(IMPACT, f"{parts[1]}/{year}")


def _image(parts: tuple[str, ...]) -> Placed:
    if not is_image(parts[-1]):
        raise Refused("image-format", value=parts[-1], allowed=", ".join(IMAGE_ENDINGS))
    check_portable(parts[-1])
    return Placed(IMAGE, "/".join(parts[1:]))


_INSIDE: dict[str, Callable[[tuple[str, ...]], Placed]] = {
    VOCABULARY: _vocabulary,
    LANGUAGE: _language,
    IMPACT: _impact,
    IMAGE: _image,
}


def _yml_stem(name: str) -> str:
    if not name.endswith(".yml"):
        raise Refused("wrong-ending", value=name, suggestion=right_name(name, ".yml"))
    return name.removesuffix(".yml")


def _near(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word that was meant, by spelling or by its name in another language."""
    allowed = tuple(allowed)
    return nearest(word, allowed, {name: to for name, to in ALIASES.items() if to in allowed})
