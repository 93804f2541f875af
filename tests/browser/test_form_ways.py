"""Where a finished text goes: addresses to the letter, no longer than what survives a log-in."""

from typing import Any

from tests.browser.form import Form

PATH = "content/events/saari/kahvit.md"
FILE = "---\ntitle: Äijät\n---\n"
OF_FORGES = """return given[0].map((forge) => {
    const at = { forge, url: "https://example.org/verkko/", branch: "main" };
    return [newFile(at, given[1], given[2]), newIssue(at, "Muutos: A & B", "a: 1\\n")];
});"""


def _link(href: str, *, pastes: bool = False) -> dict[str, Any]:
    return {"href": href, "pastes": pastes}


def test_each_forge_has_its_own_addresses(form: Form) -> None:
    found = form.ask(OF_FORGES, ["github", "forgejo", "gitlab"], PATH, FILE)
    value = "---%0Atitle%3A%20%C3%84ij%C3%A4t%0A---%0A"
    github, forgejo, gitlab = found
    assert github == [
        _link(
            "https://example.org/verkko/new/main/content/events/saari"
            f"?filename=kahvit.md&value={value}"
        ),
        _link(
            "https://example.org/verkko/issues/new?title=Muutos%3A%20A%20%26%20B&body=a%3A%201%0A"
        ),
    ]
    assert forgejo == [
        _link(
            "https://example.org/verkko/_new/main/content/events/saari"
            f"?filename=kahvit.md&value={value}"
        ),
        _link(
            "https://example.org/verkko/issues/new?title=Muutos%3A%20A%20%26%20B&body=a%3A%201%0A"
        ),
    ]
    assert gitlab == [
        _link(
            "https://example.org/verkko/-/new/main/content/events/saari?file_name=kahvit.md",
            pastes=True,
        ),
        _link(
            "https://example.org/verkko/-/issues/new?issue[title]=Muutos%3A%20A%20%26%20B"
            "&issue[description]=a%3A%201%0A"
        ),
    ]


def test_a_long_text_is_copied_instead(form: Form) -> None:
    start = "https://example.org/verkko/new/main/content/events/saari?filename=kahvit.md"
    room = 6_000 - len(f"{start}&value=")
    for length, pastes in ((room, False), (room + 1, True)):
        ((found, _),) = form.ask(OF_FORGES, ["github"], PATH, "a" * length)
        assert found["pastes"] is pastes
        assert len(found["href"]) == (len(start) if pastes else 6_000)


def test_a_mail_carries_the_text_when_it_is_short(form: Form) -> None:
    mails = "return given[0].map((text) => mail('a@example.fi', 'Uusi: Ä', text, '(liitä)'));"
    short, long = form.ask(mails, ["a\nb & c", "ä" * 1_000])
    start = "mailto:a@example.fi?subject=Uusi%3A%20%C3%84&body="
    assert short == _link(f"{start}a%0D%0Ab%20%26%20c")
    assert long == _link(f"{start}(liit%C3%A4)", pastes=True)


def test_only_what_changes_stands_in_a_change(form: Form) -> None:
    changes = "const keys = changedKeys(...given); return keys && keysText(keys);"
    before = {
        "title": "A",
        "room": "sali",
        "contact": {"role": "Vetäjä", "phone": "1"},
        "repeat": {"every": "week", "until": "2027-01-07", "skip": ["2026-12-24"]},
        "text": "Vanha",
    }
    after = {
        "title": "A: b",
        "contact": {"role": "Vetäjä", "phone": "2"},
        "repeat": {"every": "week", "until": "2027-02-04", "skip": ["2026-12-24", "2026-12-31"]},
        "text": "Uusi\n\n---\n- a",
    }
    assert form.ask(changes, before, after) == (
        'title: "A: b"\nroom:\ncontact.phone: 2\nrepeat.until: 2027-02-04\n'
        "repeat.skip: [2026-12-31]\ntext: |\n  Uusi\n\n  ---\n  - a\n"
    )
    assert form.ask(changes, {"text": "A"}, {"text": "B\nkohtaamo: end\nC"}) == (
        'text: "B\\nkohtaamo: end\\nC"\n'
    )
    # What is two levels down goes alone, too: laid over each other, fields that stay away stay.
    address = {"location": {"name": "A", "address": {"street": "B", "town": "C"}}}
    moved = {"location": {"name": "A", "address": {"town": "D"}}}
    assert form.ask(changes, address, moved) == (
        "location.address.street:\nlocation.address.town: D\n"
    )
    # A list of dates only grows by a change: with one date less, the whole file is sent.
    assert form.ask(changes, after, before) is None


def test_a_new_file_takes_no_name_that_there_is(form: Form) -> None:
    slugs = "return given[0].map((title) => slugOf(title, ['kahvit', 'kahvit-2']));"
    titles = ["Kahvit", "Äijäkerho: øljy & đŋŧ", "2027", "!!!", "日本", "a" * 90, "Straße"]
    assert form.ask(slugs, titles) == [
        "kahvit-3",
        "aijakerho-oljy-dnt",
        "nro-2027",
        "uusi",
        "uusi",
        "a" * 70,
        "strasse",
    ]


def test_a_picture_is_put_into_its_folder_where_the_forge_has_a_page_for_it(form: Form) -> None:
    pages = """return given[0].map((forge) =>
        newPicture({ forge, url: "https://example.org/verkko/", branch: "main" }));"""
    assert form.ask(pages, ["github", "forgejo", "gitlab"]) == [
        "https://example.org/verkko/upload/main/content/images",
        "https://example.org/verkko/_upload/main/content/images",
        "",
    ]
    names = "return given[0].map((name) => pictureName(name));"
    chosen = ["IMG_1234 Kudin.JPG", "Äijäkerho.webp", "2027.png", "kuva.svg", "kuva"]
    assert form.ask(names, chosen) == [
        "img-1234-kudin.jpg",
        "aijakerho.webp",
        "nro-2027.png",
        "kuva.svg",
        "kuva",
    ]
