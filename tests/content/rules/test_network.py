# ruff: noqa: E501 - expected lines and files stand whole, as they are written
"""`network.yml`."""

from collections.abc import Callable
from datetime import date

Check = Callable[..., list[str]]
Picture = Callable[[str], bytes]

HEAD = "id: koivuranta\nname: Koivurannan kohtaamispaikat\n"
STATEMENT = "accessibility_statement: {status: partial, failing: [Kuvat], assessed: 2026-10-01, by: Oma arvio, feedback: a@example.fi, unit: Kunta}\n"


def test_languages_have_words(check: Check) -> None:
    languages = """\
languages:
  - fi
  - sv
  - ar
"""
    assert check({"network.yml": HEAD + STATEMENT + languages}) == [
        "network.yml:7: languages[2]: there are no words for the language “ar”. Ready-made are: en, fi, se, selko, sv. Choose one of these, or make the file languages/ar.yml for a new language. [language-without-words]",
    ]
    assert check({"network.yml": HEAD + STATEMENT + "languages: []\n"}) == [
        "network.yml:4: languages: this is missing. Add it, for example: languages: [fi, sv] [required]"
    ]


def test_a_trial_language_is_only_for_the_preview(check: Check) -> None:
    assert check({"network.yml": HEAD + STATEMENT + "languages: [fi, en-XA]\n"}) == [
        "network.yml:4: languages[1]: warning: “en-XA” is a trial language that shows untranslated words. Take it out before publishing. [pseudo-language]"
    ]


def test_the_coordinator_has_a_term(check: Check) -> None:
    term = "languages: [fi]\ncoordinator:\n  role: Pesävahti\n  from: 2026-01-01\n  until: {}\n"
    whole = HEAD + STATEMENT + term
    assert check({"network.yml": whole.replace("{}", "2026-12-01")}) == []
    assert check({"network.yml": whole.replace("{}", "2026-11-30")}) == [
        "network.yml:8: coordinator.until: warning: the coordinator's term ended on Mon 2026-11-30. Update the term and the contact details. [coordinator-term-over]"
    ]
    assert check({"network.yml": whole.replace("{}", "2025-12-31")}) == [
        "network.yml:8: coordinator.until: the end Wed 2025-12-31 is before the beginning Thu 2026-01-01. Swap them or correct one. [span-swapped]"
    ]


def test_the_accessibility_statement(check: Check) -> None:
    head = HEAD + "languages: [fi]\n"
    assert check({"network.yml": head}) == [
        "network.yml:1: accessibility_statement: warning: the accessibility statement is missing. Without it the site cannot be published, though the preview works. Add accessibility_statement. [statement-missing]"
    ]
    assert check(
        {"network.yml": head + "accessibility_statement: {status: not, assessed: 2026-12-02}\n"}
    ) == [
        "network.yml:4: accessibility_statement: warning: the accessibility statement lacks: by, feedback, unit. Add them before publishing. [statement-incomplete]",
        "network.yml:4: accessibility_statement: warning: the statement does not say what is not accessible. List the faults in the field failing. [statement-names-no-fault]",
        "network.yml:4: accessibility_statement.assessed: warning: the day Wed 2026-12-02 is still to come (today is Tue 2026-12-01). Check the year. [date-in-future]",
    ]
    assert check({"network.yml": head + STATEMENT.replace("partial", "full")}) == [
        "network.yml:4: accessibility_statement.status: the statement claims full accessibility (full) but lists faults (failing). Write status: partial or remove the faults. [statement-claims-too-much]"
    ]


def test_the_brand(check: Check, picture: Picture) -> None:
    brand = "languages: [fi]\nbrand: {{colour: '{}', logo: {}}}\n"
    image = {"images/tunnus.png": picture("PNG")}
    right = HEAD + STATEMENT + brand.format("#00594f", "tunnus.png")
    assert check({"network.yml": right, **image}) == []
    wrong = HEAD + STATEMENT + brand.format("red; } body {", "tunus.png")
    assert check({"network.yml": wrong, **image}) == [
        (
            "network.yml:5: brand.colour: “red; } body {” is not a colour. Write six characters after "
            'a hash sign, in quotes: "#00594f" [not-a-colour]'
        ),
        "network.yml:5: brand.logo: there is no picture “tunus.png” in the folder images. Did you mean “tunnus.png”? [unknown-image-near]",
    ]


def test_the_samples_id_is_for_samples(check: Check) -> None:
    network = (HEAD + STATEMENT + "languages: [fi]\n").replace(
        "id: koivuranta", "id: kohtaamo-malli"
    )
    sample = "municipalities: [koivuranta]\nsample: yes\n---\n"
    organisers = {
        f"organisers/{name}.md": f"---\nname: {name}\nclass: culture\nsector: association\n{sample}"
        for name in ("kunta", "martat")
    }
    place = """\
---
name: Tupa
municipality: koivuranta
address: {street: Tie 1}
"""
    own = {"network.yml": network, **organisers, "places/tupa.md": place + "---\n"}
    assert check(own) == [
        "network.yml:1: id: warning: the id “kohtaamo-malli” belongs to the sample network, but the file places/tupa.md is not a sample. Choose an id of your own for the network before publishing: after that it is never changed. [sample-id]"
    ]
    assert check({**own, "places/tupa.md": place + "sample: yes\n---\n"}) == []


def test_everything_else_is_checked_when_the_network_is_faulty(check: Check) -> None:
    assert check(
        {"network.yml": "name: Koivuranta\nlanguages: [fi]\n", "places/tupa.md": "---\n---\n"},
        today=date(2026, 12, 1),
    ) == [
        "network.yml:1: id: this is missing. Add it, for example: id: saaripitajien-avoimet-ovet [required]",
        "places/tupa.md:2: municipality: this is missing. Add it, for example: municipality: saaripitaja [required]",
        "places/tupa.md:2: name: this is missing. Add it, for example: name: Kylätalon olohuone [required]",
    ]
