# ruff: noqa: E501 - expected lines and files stand whole, as they are written
"""References to files and terms; personal identity codes."""

from collections.abc import Callable

Check = Callable[..., list[str]]
Event = Callable[..., str]


def test_references_in_every_shape_and_depth(check: Check, event: Event) -> None:
    place = """\
---
name: Talo
municipality: koivurantta
address: {street: Tie 1}
can_host: [marttat]
accessibility: {lift: yes, hissi: yes}
maintained_by: kunnat
---
"""
    assert check({"places/talo.md": place}) == [
        "places/talo.md:3: municipality: the vocabulary municipalities has no id “koivurantta”. Did you mean “koivuranta”? [unknown-term-near]",
        "places/talo.md:5: can_host[0]: there is no file organisers/…/marttat.md. Did you mean “martat”? [unknown-reference-near]",
        "places/talo.md:6: accessibility.hissi: the vocabulary accessibility has no id “hissi”. Choose one of: step-free-entrance, automatic-door, step-free-inside, lift, accessible-toilet, accessible-parking, drop-off, wheelchair-space, sturdy-chairs, induction-loop, clear-signs, good-lighting, quiet-space, fragrance-free, assistance-dogs [unknown-term]",
        "places/talo.md:7: maintained_by: there is no file organisers/…/kunnat.md. Did you mean “kunta”? [unknown-reference-near]",
    ]


def test_a_faulty_file_still_exists(check: Check, event: Event) -> None:
    assert check(
        {
            "organisers/martat.md": "---\nname: Martat\nclass: culture\nsector: kerho\nmunicipalities: [koivuranta]\n---\n",
            "events/ilta.md": event(organisers="[martat, kunta]"),
        }
    ) == [
        "organisers/martat.md:4: sector: “kerho” does not work here. Choose one of: association, municipality, wellbeing-county, project, company, volunteers [not-allowed]"
    ]


def test_a_former_name_leads_to_the_present_one(check: Check, event: Event) -> None:
    assert check(
        {
            "vocabularies/municipalities.yml": "- id: koivuranta\n  label: {fi: Koivuranta}\n  formerly: [koivula]\n",
            "notices/haku.md": "---\ntitle: Keittäjä\nkind: volunteers\nuntil: 2027-01-31\nmunicipalities:\n  - koivula\norganisers: [kunta]\n---\n",
        }
    ) == [
        "notices/haku.md:6: municipalities[0]: “koivula” is now called “koivuranta”. Write the new name. [reference-renamed]"
    ]


def test_a_vocabulary_without_terms_is_asked_for_once(check: Check) -> None:
    assert check({"vocabularies/municipalities.yml": "# kunnat puuttuvat vielä\n"}) == [
        "vocabularies/municipalities.yml:1: this vocabulary has no entry at all, though other files refer to it. Make a file whose entries begin like this: - id: name [no-terms]"
    ]


SENTENCE = "this is a Finnish personal identity code. Remove it at once: the file is public. If it has been online already, tell those who maintain the network, because older versions of the file still hold it. [identity-code]"


def test_an_identity_code_is_found_anywhere_and_never_repeated(check: Check, event: Event) -> None:
    text = (
        event(extra="contact:\n  role: Vetäjä 131052-308T")
        + "Lista:\n\n- 131052-308t\n- 131052-308U\n"
    )
    assert check(
        {
            "events/ilta.md": text,
            "events/ilta.sv.md": "---\n# 131052-308T\ntitle: Kväll\n---\n131052-308T\n",
            "vocabularies/topics.yml": "- id: company\n  label: {fi: Seura 131052–308T}\n",
        }
    ) == [
        f"events/ilta.md:8: {SENTENCE}",
        f"events/ilta.md:12: {SENTENCE}",
        "events/ilta.md:13: warning: something here looks like a Finnish personal identity code. If it is one, remove it at once: the file is public. [identity-code-like]",
        f"events/ilta.sv.md:2: {SENTENCE}",
        f"events/ilta.sv.md:5: {SENTENCE}",
        f"vocabularies/topics.yml:2: {SENTENCE}",
    ]


def test_a_name_in_the_place_of_an_id_leads_to_the_id(check: Check, event: Event) -> None:
    """Also when the file has another fault: all of them are told at once."""
    names = "[Martat ry, Koivurannan kerho]"
    text = event(organisers=names, topics="Music", place="Tupa", drop_in="ehkä")
    assert check({"events/ilta.md": text}) == [
        "events/ilta.md:5: place: there is no file places/…/Tupa.md. Did you mean “tupa”? [unknown-reference-near]",
        "events/ilta.md:6: organisers[0]: there is no file organisers/…/Martat ry.md. Did you mean “martat”? [unknown-reference-near]",
        "events/ilta.md:6: organisers[1]: “Koivurannan kerho” does not work as an id. Use small letters a–z, digits and hyphens, for example “koivurannan-kerho”. [not-a-slug]",
        "events/ilta.md:7: topics[0]: the vocabulary topics has no id “Music”. Did you mean “music”? [unknown-term-near]",
        "events/ilta.md:8: drop_in: write yes or no here. It now says “ehkä”. [not-yes-or-no]",
    ]


def test_several_ids_want_a_list(check: Check, event: Event) -> None:
    text = event(organisers="kunta, martat", audiences="[older-people, ei mitään]")
    assert check({"events/ilta.md": text}) == [
        "events/ilta.md:6: organisers[0]: “kunta, martat” is several ids. Write them as a list: [kunta, martat] [several-ids]",
        "events/ilta.md:7: audiences[1]: “ei mitään” does not work as an id. Use small letters a–z, digits and hyphens, for example “ei-mitaan”. [not-a-slug]",
    ]


def test_more_unknown_references_than_anybody_reads(check: Check, event: Event) -> None:
    names = ", ".join(f"marttat-{number}" for number in range(500))
    lines = check({"events/ilta.md": event(organisers=f"[{names}]")})
    assert len(lines) == 101
    assert lines[-1] == (
        "events/ilta.md:6: there are more than 100 faults, so the rest was not looked for. Correct these and check again. [more-problems]"
    )
