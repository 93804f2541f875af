"""Two networks, built and served on this machine, and pages that are wrong on purpose."""

import os
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT, built_once
from tests.judges.clients.site import workshop
from tests.served import served
from tests.shown import Shown, longest, pages_of

SHARED = "KOHTAAMO_JUDGED"
CONTENTS = {
    "sample": ROOT / "content",
    "everything": ROOT / "tests" / "sites" / "everything" / "content",
}
# An honest page, in which one thing at a time is made wrong.
PAGE = """<!doctype html>
<html lang="fi" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kahvit</title>
<meta name="description" content="Torstain kahvit kirjastolla">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><p><a href="/">Verkosto</a></p></header>
<main><h1>Kahvit</h1></main>
</body>
</html>
"""
# What is served may hold neither styles nor scripts of its own: wrong ones are files too.
STYLE = """body { background: #fff; color: #111; }
.pale { color: #999; }
.wide { width: 400px; }
.tiny { font: 5px/5px serif; }
@media (prefers-color-scheme: dark) { .pale-in-the-dark { color: #eee; } }
"""
SCRIPTS = {
    "nonsense.js": "nonsense();\n",
    "restless.js": """const grow = () => document.querySelector("header").style.height = "9em";
addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(grow)));
""",
}
HONEST = "honest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """`pages` are all but redirects, `shown` the longest of each type and language."""

    name: str
    folder: Path
    origin: str
    pages: tuple[Shown, ...] = ()
    shown: tuple[Shown, ...] = ()

    def addresses(self, *languages: str) -> list[str]:
        """Of the pages shown, in the languages named, or in all."""
        return [
            f"{self.origin}{page.address}"
            for page in self.shown
            if not languages or page.language in languages
        ]

    @property
    def files(self) -> list[str]:
        """Every HTML file, by its path in the folder."""
        return sorted(
            file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.html")
        )


@contextmanager
def networks() -> Iterator[tuple[Site, ...]]:
    """Both networks, each at an address of its own; judges that run together share the builds."""
    with (
        _home() as home,
        served(home / "sample") as sample,
        served(home / "everything") as everything,
    ):
        origins = {"sample": sample, "everything": everything}
        yield tuple(_built(name, home, origin) for name, origin in origins.items())


def _home() -> AbstractContextManager[Path]:
    """Where `tests/judges/all.sh` says; a folder of its own for a judge that runs alone."""
    shared = os.environ.get(SHARED)
    return nullcontext(Path(shared)) if shared else workshop()


def _built(name: str, home: Path, origin: str) -> Site:
    content = CONTENTS[name]
    folder = built_once(home, name, content)
    pages = pages_of(content)
    shown = longest(pages, lambda page: (folder / page.path).stat().st_size)
    return Site(name=name, folder=folder, origin=origin, pages=pages, shown=shown)


@contextmanager
def spoilt(fragments: Mapping[str, str]) -> Iterator[Site]:
    """A page for each fragment, by its name, which stands in it; and the same page without any.

    A fragment with `</head>` in it stands before the end of the head, up to there.
    """
    with workshop() as folder, served(folder) as origin:
        (folder / "style.css").write_text(STYLE, "utf-8")
        for name, script in SCRIPTS.items():
            (folder / name).write_text(script, "utf-8")
        (folder / "robots.txt").write_text("User-agent: *\nAllow: /\n", "utf-8")
        for name, fragment in {HONEST: "", **fragments}.items():
            head, _, body = fragment.rpartition("</head>")
            page = PAGE.replace("</head>", f"{head}</head>").replace("</main>", f"{body}</main>")
            (folder / f"{name}.html").write_text(page, "utf-8")
        yield Site(name="wrong on purpose", folder=folder, origin=origin)
