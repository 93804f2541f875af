"""Edits of a network, as people make them with files, git, time and settings.

Each takes a world and a function that chooses, and returns what it did in one line; "" when there
was nothing to do it to.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from PIL import Image

from tests.host.memory.fields import EVENT, FIELDS, NETWORK, with_field
from tests.host.memory.worlds import World

Choose = Callable[[Sequence[Any]], Any]
Edit = Callable[[World, Choose], str]

_THINGS = ("events", "places", "organisers", "notices", "pages")
# Seconds of UTC: noon of 1 September 2026.
_FIRST_COMMIT = 1_788_264_000


def a_field(world: World, choose: Choose) -> str:
    folder = choose(("events", "events", "places", *_THINGS))
    file = choose(_files(world, folder, is_translation=False))
    key = choose(tuple(FIELDS[folder]))
    value = choose(FIELDS[folder][key])
    file.write_text(with_field(file.read_text(), key, value))
    return f"{file.name}: {key}: {value}"


def a_text(world: World, choose: Choose) -> str:
    file = choose([each for each in _files(world, *_THINGS) if each.suffix == ".md"])
    head, _, _ = file.read_text().partition("\n---\n")
    text = choose(("Uusi teksti.", "- yksi\n- **kaksi**", "[sivu](https://example.fi/)", ""))
    file.write_text(f"{head}\n---\n{text}\n")
    return f"{file.name}: text {text!r}"


def a_new_event(world: World, choose: Choose) -> str:
    file = world.content / "events" / choose(("merilahti", "uusi", ".")) / f"{_new_name(world)}.md"
    file.parent.mkdir(exist_ok=True)
    text = "---\nduration: 2 h\nplace: simpukka\norganisers: [merilahden-martat]\n---\nTule!\n"
    text = with_field(text, "title", f"Uusi {world.made}")
    text = with_field(text, "start", choose(EVENT["start"]))
    key = choose(tuple(EVENT))
    file.write_text(with_field(text, key, choose(EVENT[key])))
    return f"{file.name}: new, {key}"


def a_copy(world: World, choose: Choose) -> str:
    """Under another name, or under the same in another folder."""
    file = choose(_files(world, *_THINGS, is_translation=False))
    target = file.with_name(f"{_new_name(world)}{file.suffix}")
    if choose((True, True, False)):
        target = file.parent / "muualla" / file.name
        target.parent.mkdir(exist_ok=True)
    target.write_text(with_field(file.read_text(), "formerly", None))
    return f"{file.name}: copied to {target.parent.name}/{target.name}"


def a_deletion(world: World, choose: Choose) -> str:
    file = choose(_files(world, "events", *_THINGS))
    file.unlink()
    return f"{file.name}: deleted"


def a_renaming(world: World, choose: Choose) -> str:
    """With its translations; references follow, and the old name is told of, or not."""
    file = choose(_files(world, "events", *_THINGS, is_translation=False))
    old, new = file.stem, _new_name(world)
    for each in sorted(file.parent.glob(f"{old}.*")):
        each.rename(each.with_name(new + each.name.removeprefix(old)))
    if choose((True, False)):
        for each in _files(world, *_THINGS):
            text = each.read_text()
            each.write_text(re.sub(rf"(?<=[:,\[ ]){old}(?=[,\]\n])", new, text))
    renamed = file.with_name(new + file.suffix)
    if choose((True, False)):
        renamed.write_text(with_field(renamed.read_text(), "formerly", f"[{old}]"))
    return f"{file.name}: renamed {new}"


def a_move(world: World, choose: Choose) -> str:
    file = choose(_files(world, "events", "places"))
    top = world.content / file.relative_to(world.content).parts[0]
    target = top / choose(("merilahti", "toinen/kansio")) / file.name
    if target.exists():
        return ""
    target.parent.mkdir(parents=True, exist_ok=True)
    file.rename(target)
    return f"{file.name}: moved to {target.parent.name}"


def a_translation(world: World, choose: Choose) -> str:
    """New, changed, or taken away."""
    if choose((True, True, False)):
        file = choose(_files(world, *_THINGS, is_translation=False))
        target = file.with_name(f"{file.stem}.{choose(('sv', 'en', 'fi'))}.md")
        folder = file.relative_to(world.content).parts[0]
        key = "name" if folder in {"places", "organisers"} else "title"
        reviewed = choose(("", "reviewed: no\n"))
        target.write_text(f"---\n{key}: Käännös\n{reviewed}---\nTeksti {_new_name(world)}.\n")
        return f"{target.name}: translated"
    target = choose(_files(world, *_THINGS, is_translation=True))
    target.unlink()
    return f"{target.name}: no translation any more"


def a_term(world: World, choose: Choose) -> str:
    file = world.content / "vocabularies" / choose(("audiences.yml", "topics.yml"))
    if file.exists() and choose((True, False)):
        file.unlink()
        return f"{file.name}: deleted"
    before = file.read_text() if file.exists() else ""
    name = _new_name(world)
    file.write_text(f"{before}- id: {name}\n  label: {{fi: {name}, sv: {name}, en: {name}}}\n")
    return f"{file.name}: {name}"


def a_words_file(world: World, choose: Choose) -> str:
    file = world.content / "languages" / f"{choose(('de', 'fi'))}.yml"
    if file.exists():
        shutil.rmtree(file.parent)
        return "no own words any more"
    file.parent.mkdir(exist_ok=True)
    file.write_text("code: xx\n")
    return f"{file.name}: own words"


def the_network(world: World, choose: Choose) -> str:
    key = choose(tuple(NETWORK))
    value = choose(NETWORK[key])
    file = world.content / "network.yml"
    file.write_text(with_field(file.read_text(), key, value))
    return f"network.yml: {key}: {value}"


def a_picture(world: World, choose: Choose) -> str:
    """One that nobody shows, one that many do; `uusi.png` comes and goes."""
    file = world.content / "images" / choose(("uusi.png", "logo.png", "turha/kuva.png"))
    if file.exists() and choose((True, False)):
        file.unlink()
        return f"{file.name}: deleted"
    file.parent.mkdir(exist_ok=True)
    Image.new("RGB", (20, 20), (choose((1, 200)), 9, 9)).save(file)
    return f"{file.name}: drawn"


def a_misplaced_file(world: World, choose: Choose) -> str:
    """A name that does not belong there, of a file or an empty folder."""
    above = world.content / choose(("events", "places", "."))
    path = above / choose(("huomaa.txt", "Iso Nimi.md", ".idea", "README.md", "outoa"))
    if path.is_dir():
        path.rmdir()
    elif path.exists():
        path.unlink()
    elif choose((True, False)):
        path.mkdir()
    else:
        path.write_text("x")
    return f"{path.name}: there or gone"


def a_sly_edit(world: World, choose: Choose) -> str:
    """As many bytes, and the old time."""
    file = choose(_files(world, *_THINGS))
    text, status = file.read_text(), file.stat()
    at = text.rfind("a")
    file.write_text(f"{text[:at]}o{text[at + 1 :]}" if at > 0 else text)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    return f"{file.name}: one letter, the same time"


def the_theme(world: World, choose: Choose) -> str:
    file = choose(sorted(world.theme.rglob(choose(("*.html", "*.css")))))
    mark = "<!-- x -->" if file.suffix == ".html" else "\n/* x */\n"
    file.write_text(file.read_text() + mark)
    return f"theme: {file.name}"


def a_setting(world: World, choose: Choose) -> str:
    world.site_url = choose(("https://kohtaamo.example", "https://kohtaamo.example/polku"))
    world.profile = choose(("full", "full", "peer"))
    return f"{world.site_url} {world.profile}"


def another_day(world: World, choose: Choose) -> str:
    world.today += timedelta(days=choose((1, 1, 2, 3, 7, 31, 180, -1, -30)))
    return f"today is {world.today}"


def a_commit(world: World, choose: Choose) -> str:
    """Of all changes, or only staged; sometimes it replaces the one before."""
    if world.repository is None:
        return ""
    world.repository.git("add", "--all")
    if (how := choose(("commit", "amend", "stage"))) != "stage":
        world.made += 1
        at = f"{_FIRST_COMMIT + world.made * 4000} +0000"
        amending = ("--amend",) if how == "amend" else ()
        try:
            world.repository.git("commit", "-q", "--allow-empty", "-m", "x", *amending, at=at)
        except subprocess.CalledProcessError:
            return "git: nothing to amend"
    return f"git: {how}"


def an_older_commit(world: World, choose: Choose) -> str:
    """Checked out, reset to, or all of them squashed."""
    if world.repository is None:
        return ""
    ways = (
        ("checkout", "--quiet", "--force", "HEAD~1"),
        ("reset", "--quiet", "--soft", "HEAD~1"),
        ("checkout", "--quiet", "--orphan", _new_name(world)),
    )
    way = choose(ways)
    try:
        world.repository.git(*way)
    except subprocess.CalledProcessError:
        return ""
    return f"git: {' '.join(way)}"


def _files(world: World, *folders: str, is_translation: bool | None = None) -> list[Path]:
    every = sorted(each for folder in folders for each in (world.content / folder).rglob("*.[my]*"))
    return [
        file
        for file in every
        if file.is_file() and is_translation in {None, file.name.count(".") == 2}
    ]


def _new_name(world: World) -> str:
    world.made += 1
    return f"uusi-{world.made}"


EDITS: tuple[Edit, ...] = (
    *(a_field, a_field, a_field, a_field, a_text, a_new_event, a_translation, a_renaming),
    *(a_deletion, a_move, another_day, another_day, a_commit, a_commit, an_older_commit),
    *(a_copy, a_term, a_words_file, the_network, a_picture, a_misplaced_file, a_sly_edit),
    *(the_theme, a_setting),
)
