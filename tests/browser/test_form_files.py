"""What is filled in comes back from the file as it was meant, whatever anybody wrote."""

import json
from datetime import date, timedelta
from pathlib import Path
from random import Random
from shutil import copytree
from typing import Any

from PIL import Image

from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.problems.problem import Refused
from kohtaamo.publish.form.data import form_data
from kohtaamo.publish.form.written import written_tree
from kohtaamo.text.characters import clean_block, clean_line
from tests.browser.form import CONTENT, Form, read_files
from tests.conftest import ROOT
from tests.editions import edition_of

SEED = 20261202
FILES = """return given[0].map(([kind, values]) => {
    const tree = pruned(treeOf(kind, values, data));
    const own = kind === "organiser" ? null : newcomer(values, data);
    const { problems } = check(kind, tree, data.rules, "2026-12-01", data.places);
    return [fileText(kind, tree, data.rules), problems.map((each) => each.at + " " + each.code),
        own && [newcomerSlug(own, data), fileText("organiser", own, data.rules)]];
});"""
# What YAML, Markdown, HTML and eyes could take for something else.
HOSTILE = (
    *(
        "a: b",
        "- a",
        "# a",
        "a # b",
        "'a'",
        '"a"',
        "a\\n",
        "{a: b}",
        "[a, b]",
        "&a",
        "*a",
        "!!int 3",
    ),
    *(
        "|",
        ">",
        "@a",
        "`a`",
        "%a",
        "? a",
        "~ a",
        "null",
        "yes",
        "no",
        "013",
        "1_000",
        "0x1F",
        "1e3",
    ),
    *("2026-12-03", "12:30", "---", "--- a", "...", "=", "<<", "a:", ":a", "a,b", "a\u00a0b", "-"),
    *("</script><script>alert(1)</script>", "{{ 7 }}", "{% if %}", "<!-- -->", "]]>", "&amp;"),
    *(
        "שלום",
        "مرحبا",
        "日本語",
        "Ä\u0308",
        "a\u0308iti",
        "😀",
        "👩\u200d👩\u200d👧",
        "e\u00admail",
        "\\u0041",
    ),
    *("a\nb", "a\r\nb", "a\tb", "a\u2028b", " a ", "ŋŧđ", "ÅÄÖ", "kohtaamo: end", "key: |", "x\\"),
)
REFUSED = ("a\u200bb", "a\u202eb", "a\x07b", "\u00ad", "Ã¤iti", "x" * 301, "\ufeffa", "a\ud800")
TEXTS = (
    *("Rivi\n\n- a\n- b\n", "---\ntitle: x\n---\n", "\n\n  sisennys\nb\n\n", "# Otsikko\r\n\r\nb"),
    *("kohtaamo: end", "```\n---\n```", "<b>x</b>", "a\u2028b", "\ttab\tb", "| a | b |\n|---|---|"),
)


DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PICTURES = ("kahvit.jpg", "img-1234.jpeg", "talo.png", "sali-2.webp", "piha.avif")


def _name(random: Random, number: int) -> str:
    words = ["Kahvit", "Kerho", "Äijäkerho", 'Jumppa: "helppo"', "Neule #2", "Ilta – yö"]
    return f"{random.choice(words)} {number} {random.choice(HOSTILE).strip()}"


def _day(random: Random) -> date:
    return date(2027, 1, 1) + timedelta(random.randrange(200))


def _event(random: Random, number: int) -> dict[str, Any]:
    day = _day(random)
    hour = random.randint(8, 17)
    values: dict[str, Any] = {
        "title": _name(random, number),
        "day": random.choice((day.isoformat(), f"{day.day}.{day.month}.{day.year}")),
        "organiser1": random.choice(("martat", "kunta", "seura")),
        "topics": random.sample(["company", "crafts"], random.randrange(3)),
        "alone_ok": random.choice(("yes", "")),
    }
    if random.random() < 0.2:
        values["all_day"] = "yes"
    else:
        written = random.choice((f"{hour}", f"klo {hour}.30", f"{hour:02d}:15"))
        values |= {"from": written, "to": f"{hour + 2}.45"}
    if random.random() < 0.5:
        often = ("week", "two_weeks", "month_nth", "month_last", "month_day", "month_end")
        values |= {"often": random.choice(often), "until": (day + timedelta(120)).isoformat()}
        if values["often"] == "month_end":
            values["day"] = date(2027, 1, 31).isoformat()
            values["until"] = "2027-06-30"
        elif values["often"] == "month_last":
            values["day"] = date(2027, 1, 25 + random.randrange(7)).isoformat()
        elif values["often"] == "month_nth":
            values["day"] = date(2027, 2, 1 + random.randrange(28)).isoformat()
        values["no_holidays"] = random.choice(("yes", ""))
        values["no_eves"] = random.choice(("yes", ""))
    where = random.randrange(3)
    if where == 0:
        values |= {"place": "lautta", "municipality": "saari"}
    elif where == 1:
        values |= {"place": "-", "at": random.choice(HOSTILE), "municipality": "saari"}
    else:
        values |= {"online": f"https://example.fi/{number}?a=1&b=ä"}
    price = random.choice(("", "free", "sums", "text"))
    values |= {"price": price, "price_text": random.choice(HOSTILE)}
    values |= {"amount1": random.choice(("4", "4,50")), "for1": random.choice(HOSTILE)}
    values |= _beside(random, number)
    if random.random() < 0.3:
        values |= {"registration.phone": "010 123 0005", "registration.capacity": "15"}
    return values | {"summary": random.choice(HOSTILE), "text": random.choice(TEXTS)}


def _beside(random: Random, number: int) -> dict[str, Any]:
    """Who may come, and what some events have beside: a new organiser, pictures."""
    values: dict[str, Any] = {"access": random.choice(("", "", "members"))}
    if random.random() < 0.3:
        values |= {f"new.{key}": each for key, each in _organiser(random, number).items()}
    return values | (_pictures(random) if random.random() < 0.3 else {})


def _place(random: Random, number: int) -> dict[str, Any]:
    values = {
        "name": _name(random, number),
        "municipality": random.choice(("selanranta", "saari")),
        "address.street": f"Rantatie {number}",
        "contact.role": random.choice(HOSTILE),
        "contact.email": f"talo{number}@example.fi",
        "accessibility.step-free-entrance": random.choice(("yes", "no", "")),
        "holiday_hours": random.choice(("closed", "normal")),
        "text": random.choice(TEXTS),
    }
    for day in random.sample(range(7), random.randint(1, 5)):
        start = random.choice(("9", "klo 10", "12.30"))
        at = f"hours.{day}"
        values |= {f"{at}.days": [DAYS[day]], f"{at}.from": start}
        values |= {f"{at}.to": "16", f"{at}.mode": "staffed"}
    values |= _rooms(random) | _seasons(random) | _exceptions(random) | _pictures(random)
    return values


def _rooms(random: Random) -> dict[str, Any]:
    # Numbers have gaps where an entry was taken away again.
    return {
        f"rooms.{number}.{key}": said
        for number in random.sample(range(6), random.randrange(4))
        for key, said in {
            "name": random.choice(("Sali", "Sali", "Huone: 1", "日本")),
            "capacity": random.choice(("", "20")),
            "equipment": random.choice(HOSTILE),
            "bookable": random.choice(("yes", "")),
        }.items()
    }


def _hours(random: Random, at: str) -> dict[str, Any]:
    cut = random.randint(1, 6)
    parts = [DAYS[:cut], DAYS[cut:]][: random.randint(1, 2)]
    return {
        f"{at}.hours.{number}.{key}": said
        for number, part in enumerate(parts)
        for key, said in {"days": list(part), "from": "klo 9", "to": "15.30"}.items()
    }


def _seasons(random: Random) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for number in range(random.randrange(3)):
        at, year = f"seasons.{number}", 2027 + number
        values |= {f"{at}.name": "Kesä", f"{at}.from": f"1.6.{year}", f"{at}.to": f"{year}-08-08"}
        values |= _hours(random, at)
    return values


def _exceptions(random: Random) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for number in range(random.randrange(4)):
        at, first = f"exceptions.{number}", date(2027, 2 + number, random.randint(1, 20))
        is_open, is_long = random.random() < 0.5, random.random() < 0.5
        values |= {f"{at}.date": first.isoformat(), f"{at}.reason": random.choice(HOSTILE)}
        values |= {f"{at}.closed": "no" if is_open else "yes"}
        values |= {f"{at}.to": (first + timedelta(7)).isoformat()} if is_long else {}
        values |= _hours(random, at) if is_open and is_long else {}
        if is_open and not is_long:
            values |= {f"{at}.hours.0.from": "10", f"{at}.hours.0.to": "12.30"}
    return values


def _pictures(random: Random) -> dict[str, Any]:
    names = random.sample(PICTURES, random.randrange(3))
    return {
        f"images.{number}.{key}": said
        for number, name in enumerate(names)
        for key, said in {"file": name, "alt": f"Ihmisiä: {random.choice(HOSTILE)}"}.items()
    }


def _organiser(random: Random, number: int) -> dict[str, Any]:
    return {
        "name": _name(random, number),
        "class": "culture",
        "sector": random.choice(("association", "project", "volunteers")),
        "municipalities": random.choice((["saari"], ["selanranta", "saari"])),
        "summary": random.choice(HOSTILE),
        "contact.role": random.choice(HOSTILE),
        "contact.phone": "010 123 0009",
        "url": f"https://example.fi/{number}",
        "looks_for": random.choice(([], ["people", "money"])),
        "text": random.choice(TEXTS),
    }


def _notice(random: Random, number: int) -> dict[str, Any]:
    return {
        "title": _name(random, number),
        "kind": random.choice(("volunteers", "premises-wanted", "news")),
        "until": _day(random).isoformat(),
        "municipalities": ["selanranta"],
        "organiser1": "martat",
        "task.time": random.choice(HOSTILE),
        "contact.phone": "+358 10 123 0001",
        "text": random.choice(TEXTS),
    }


FOLDERS = {
    "event": "events",
    "place": "places",
    "notice": "notices",
    "organiser": "organisers",
}


def test_two_hundred_files_pass_the_check_and_say_what_was_meant(
    form: Form, tmp_path: Path
) -> None:
    random = Random(SEED)  # noqa: S311 - the same files every time
    makers = {"event": _event, "place": _place, "notice": _notice, "organiser": _organiser}
    kinds = ["event"] * 100 + ["place"] * 50 + ["notice"] * 20 + ["organiser"] * 30
    given = [(kind, makers[kind](random, number)) for number, kind in enumerate(kinds)]
    made = form.ask(FILES, given)
    assert [
        (values, problems)
        for (_, values), (_, problems, _) in zip(given, made, strict=True)
        if problems
    ] == []

    paths = [f"{FOLDERS[kind]}/saari/nro-{number}.md" for number, kind in enumerate(kinds)]
    folder = Path(copytree(CONTENT, tmp_path / "content"))
    files = {path: text for path, (text, _, _) in zip(paths, made, strict=True)}
    own = {f"organisers/saari/{own[0]}.md": own[1] for _, _, own in made if own}
    assert len(own) > 20
    files |= own
    for name in PICTURES:
        (folder / "images").mkdir(exist_ok=True)
        Image.new("RGB", (2, 2)).save(folder / "images" / name)
    trees, problems = read_files(files, folder)
    # The network has no statement of accessibility; of places, Christmas Eve is asked in December.
    others = (each for each in problems if ": eve-open " not in each)
    assert [each for each in others if not each.startswith("network.yml")] == []
    assert trees.keys() == files.keys()
    for path, (kind, values) in zip(paths, given, strict=True):
        _means(kind, values, trees[path])


def _means(kind: str, values: dict[str, Any], tree: dict[str, Any]) -> None:
    """Every answer stands in the file that was read, as the check reads it."""
    told = json.dumps(values, ensure_ascii=False)
    name = "name" if kind in ("place", "organiser") else "title"
    assert (told, tree[name]) == (told, clean_line(values[name]))
    assert (told, tree.get("text", "")) == (told, clean_block(values["text"]))
    if kind == "place":
        days = {day for row in tree["hours"] for day in row["days"]}
        assert days == {name for day, name in enumerate(DAYS) if f"hours.{day}.from" in values}
        assert {row["to"] for row in tree["hours"]} == {"16:00"}
        assert tree["contact"]["role"] == clean_line(values["contact.role"])
        _means_lists(values, tree)
    elif kind == "organiser":
        assert (tree["sector"], tree["url"]) == (values["sector"], values["url"])
        assert tree.get("looks_for", []) == values["looks_for"]
        assert tree["contact"]["role"] == clean_line(values["contact.role"])
    elif kind == "notice":
        assert (tree["kind"], tree["until"]) == (values["kind"], values["until"])
        assert tree["task"]["time"] == clean_line(values["task.time"])
    else:
        _means_event(values, tree)


def _entries(values: dict[str, Any], at: str) -> list[dict[str, Any]]:
    """The entries of a list in the order of the form, by what was asked of each."""
    numbers = sorted({int(key.split(".")[1]) for key in values if key.startswith(f"{at}.")})
    starts = [f"{at}.{number}." for number in numbers]
    return [
        {key.removeprefix(start): each for key, each in values.items() if key.startswith(start)}
        for start in starts
    ]


def _means_lists(values: dict[str, Any], tree: dict[str, Any]) -> None:
    rooms = _entries(values, "rooms")
    assert [each["name"] for each in tree.get("rooms", [])] == [each["name"] for each in rooms]
    assert len({each["id"] for each in tree.get("rooms", [])}) == len(rooms)
    for room, asked in zip(tree.get("rooms", []), rooms, strict=True):
        assert room["equipment"] == clean_line(asked["equipment"])
        assert (room.get("bookable"), room.get("capacity", "")) == (
            asked["bookable"] or None,
            asked["capacity"],
        )
    for season, asked in zip(tree.get("seasons", []), _entries(values, "seasons"), strict=True):
        assert season["to"] == asked["to"]
        assert season["hours"][0] == {
            "days": asked["hours.0.days"],
            "from": "09:00",
            "to": "15:30",
        }
    asked_days = _entries(values, "exceptions")
    for day, asked in zip(tree.get("exceptions", []), asked_days, strict=True):
        assert (day.get("date") or day["from"], day.get("to")) == (asked["date"], asked.get("to"))
        assert day["reason"] == clean_line(asked["reason"])
        assert (day.get("closed"), "hours" in day) in ((None, True), ("yes", False))
        assert ("hours" in day) is (asked["closed"] == "no")
    shown = [(each["file"], each["alt"]) for each in tree.get("images", [])]
    assert shown == [(each["file"], clean_line(each["alt"])) for each in _entries(values, "images")]


def _means_event(values: dict[str, Any], tree: dict[str, Any]) -> None:
    assert tree["summary"] == clean_line(values["summary"])
    assert tree["organisers"][:1] == [values["organiser1"]]
    assert len(tree["organisers"]) == (2 if "new.name" in values else 1)
    assert tree.get("access", "") == values["access"]
    assert tree.get("topics", []) == values["topics"]
    assert tree.get("all_day") == values.get("all_day")
    assert len(tree["start"]) == (10 if "all_day" in values else 16)
    assert tree.get("place") == (values["place"] if values.get("place") == "lautta" else None)
    if values.get("place") == "-":
        assert tree["location"]["name"] == clean_line(values["at"])
    assert ("repeat" in tree) is ("often" in values)
    if "often" in values:
        assert tree["repeat"]["until"] == values["until"]
        skips = {"public-holidays": values["no_holidays"], "eves": values["no_eves"]}
        assert tree["repeat"].get("skip", []) == [key for key, yes in skips.items() if yes]
    price = {
        "": None,
        "free": "free",
        "text": clean_line(values["price_text"]),
        "sums": [
            {"amount": values["amount1"].replace(",", "."), "for": clean_line(values["for1"])}
        ],
    }
    assert tree.get("price") == price[values["price"]]


def test_hostile_lines_come_back_as_they_were(form: Form, tmp_path: Path) -> None:
    common = {"day": "2027-01-07", "from": "13", "online": "https://example.fi/"}
    given = [("event", common | {"title": each, "organiser1": "martat"}) for each in HOSTILE]
    made = form.ask(FILES, given)
    assert [
        (each, problems) for each, (_, problems, _) in zip(HOSTILE, made, strict=True) if problems
    ] == []
    files = {f"events/nro-{number}.md": text for number, (text, _, _) in enumerate(made)}
    trees, _ = read_files(files, Path(copytree(CONTENT, tmp_path / "content")))
    assert [tree["title"] for _, tree in sorted(trees.items(), key=_number)] == [
        clean_line(each) for each in HOSTILE
    ]


def test_what_nobody_changes_stays_as_it_is(form: Form) -> None:
    """Every thing of the sample, put into the fields and taken out of them again."""
    edition = edition_of(ROOT / "content")
    network = edition.network
    things = [
        (kind, written_tree(KINDS[kind], each))
        for kind, items in (
            ("event", network.events),
            ("place", network.places),
            ("notice", network.notices),
            ("organiser", network.organisers),
        )
        for each in items.values()
        if getattr(each, "access", "open") == "open"
    ]
    assert len(things) > 60
    again = """return given[0].map(([kind, tree]) => {
        const values = valuesOf(kind, tree, given[1]);
        // As fields give it back: in another order, and only what they offer.
        for (const key of Object.keys(values)) {
            if (Array.isArray(values[key])) values[key] = values[key].slice().sort();
        }
        return changedKeys(ordered(tree, kind, given[1].rules),
            ordered(pruned(treeOf(kind, values, given[1], tree)), kind, given[1].rules));
    });"""
    changes = form.ask(again, things, json.loads(form_data(edition, "fi")))
    assert [(tree, found) for (_, tree), found in zip(things, changes, strict=True) if found] == []


def test_a_personal_identity_code_is_no_part_of_any_file(form: Form) -> None:
    titles = ["Soita 131052-308T", "131052-308A", "Y-tunnus 1234567-1", "Huone 131052"]
    codes = """return given[0].map((title) => check("notice", { title, kind: "news",
        until: "2027-01-01", municipalities: "saari", organisers: "martat" },
        data.rules, "2026-12-01", {}).problems.map((each) => each.code));"""
    assert form.ask(codes, titles) == [["identity-code"], ["identity-code-like"], [], []]


def _number(item: tuple[str, Any]) -> int:
    return int(item[0].removeprefix("events/nro-").removesuffix(".md"))


def test_what_the_check_refuses_the_form_refuses_for_the_same_reason(form: Form) -> None:
    codes = []
    for text in REFUSED:
        try:
            clean_line(text)
        except Refused as refused:
            codes.append(refused.code)
    assert len(codes) == len(REFUSED)
    lines = """return given[0].map((text) => {
        try { return line(text, data.rules, 300); } catch (refused) { return refused[0]; }
    });"""
    assert form.ask(lines, list(REFUSED)) == codes
