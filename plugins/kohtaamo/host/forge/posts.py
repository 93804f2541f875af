"""One comment, or one issue, that is kept up to date instead of written again and again."""

import re
from collections.abc import Iterable
from enum import StrEnum

from kohtaamo.host.forge.api import Api, Post

# GitHub takes 65 536 characters, the others more.
LONGEST = 64_000
_MARK = "<!-- kohtaamo:{name} -->"
_MARKS = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_TITLE = re.compile(r"\A# +(?P<title>[^\n]+)\n+")


class Kept(StrEnum):
    """What was done."""

    ADDED = "lisätty"
    CHANGED = "päivitetty"
    SAME = "ennallaan"


def keep_comment(api: Api, pull: int, name: str, text: str) -> Kept:
    """The one comment `name` of a pull request says `text`."""
    body = marked(name, text)
    found = _found(api.comments(pull), name)
    if found is None:
        api.comment(pull, body)
        return Kept.ADDED
    if _same(found.text, body):
        return Kept.SAME
    api.change_comment(pull, found.number, body)
    return Kept.CHANGED


def keep_issue(api: Api, name: str, title: str, text: str) -> Kept:
    """The one open issue `name` says `text`; one that somebody closed stays closed."""
    body = marked(name, text)
    found = _found(api.issues(), name)
    if found is None:
        api.open_issue(title, body)
        return Kept.ADDED
    if _same(found.text, body) and found.title == title:
        return Kept.SAME
    api.change_issue(found.number, title, body)
    return Kept.CHANGED


def marked(name: str, text: str) -> str:
    """A text as it is posted: behind its mark, cut at a line's end, without hidden parts."""
    shown = _CONTROLS.sub("", _MARKS.sub("", text.replace("\r\n", "\n"))).strip()
    if len(shown) > LONGEST:
        shown = shown[: shown.rfind("\n", 0, LONGEST) + 1 or LONGEST].rstrip() + "\n\n…"
    return f"{_MARK.format(name=name)}\n{shown}\n"


def title_and_rest(markdown: str, otherwise: str) -> tuple[str, str]:
    """The heading that a text begins with, and the rest of it."""
    found = _TITLE.match(markdown)
    if found is None:
        return otherwise, markdown
    return found["title"], markdown[found.end() :]


def _found(posts: Iterable[Post], name: str) -> Post | None:
    mark = _MARK.format(name=name)
    return next((each for each in posts if each.is_ours and each.text.startswith(mark)), None)


def _same(old: str, new: str) -> bool:
    """Forges change line ends and what stands at the end."""
    return old.replace("\r\n", "\n").strip() == new.strip()
