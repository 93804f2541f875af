"""What a search finds of a small network, whole, and of one with two more languages."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from kohtaamo.model.translation import Said
from kohtaamo.publish.search.all import records_of
from kohtaamo.publish.search.entry import entry_of
from kohtaamo.publish.search.lemmas import Inflection, no_forms
from kohtaamo.words.load import shipped_words
from tests.conftest import SITES
from tests.editions import edition_of


def minute(iso: str) -> int:
    """As ends are told (`publish/search/over.py`)."""
    return int(datetime.fromisoformat(iso).timestamp()) // 60


SMALL = {
    "/aiheet/": ("Aiheet", "Tapahtumat aiheen mukaan."),
    "/etana/": (
        "Osallistu etänä",
        "Tapahtumat, joihin voi tulla mukaan verkossa tai puhelimella.",
    ),
    "/ilmoitustaulu/": (
        "Ilmoitustaulu",
        (
            "Vapaaehtoisia, tiloja, avustuksia, koulutuksia ja uutisia. Uusin ilmoitus"
            " on ensimmäisenä."
        ),
    ),
    "/jarjestajat/": (
        "Järjestäjät",
        (
            "Yhdistykset, kunnat, hyvinvointialueet, hankkeet ja muut, jotka pitävät"
            " kohtaamispaikat elävinä."
        ),
    ),
    "/kenelle/": (
        "Kenelle",
        (
            "Kaikki ovat tervetulleita lähes kaikkialle. Nämä tapahtumat on järjestetty erityisesti"
            " jollekin joukolle."
        ),
    ),
    "/kunnat/": (
        "Kunnat",
        "Valitse kunta, niin näet sen kohtaamispaikat, tapahtumat ja järjestäjät.",
    ),
    "/muutokset/": (
        "Muutokset ja peruutukset",
        "Tulevat tapahtumat, jotka on peruttu, siirretty tai muutettu.",
    ),
    "/paikat/": (
        "Paikat",
        "Kohtaamispaikkaan saa tulla ilman asiaa. Sisään pääsee maksutta.",
    ),
    "/saavutettavuus/": ("Saavutettavuus", ""),
    "/#today": ("Tänään ja tällä viikolla", ""),
    "/tapahtumat/": ("Tapahtumat", ""),
    "/tarvitsen/": (
        "Mitä tarvitset?",
        "Sinun ei tarvitse tietää, mitä etsit. Aloita siitä, miltä nyt tuntuu.",
    ),
    "/tietoa/": ("Tietoa", "Kuka näitä sivuja pitää.\nSivuja pitää Lehtijärven kyläyhdistys."),
    "/tilaa/": ("Tilaa tapahtumat", ""),
}
# By what other words terms are looked for.
MUSIC = "kuoro, yhteislaulu, laulaminen, karaoke, konsertti, bändi, soittaminen, keikka"
COMPANY = "seura, seuraa, juttuseura, jutustelu, ystävä, ystävät, kaverit, tutustuminen, yhdessä"
LONELY = "yksinäinen, yksinäisyys, yksin, seura, seuraa, ystävä, ystäviä, kaveri, tutustuminen"
NO_MONEY = (
    "ilmainen, ilmaiset, ilmaiseksi, maksuton, maksutta, halpa, edullinen, köyhyys, raha, rahat,"
    " velka"
)
# By what other words the sections are looked for.
CALLED = {
    "/tapahtumat/": "events",
    "/paikat/": "places",
    "/etana/": "afar",
    "/muutokset/": "changes",
    "/ilmoitustaulu/": "notices",
    "/jarjestajat/": "organisers",
    "/tilaa/": "subscribe",
    "/#today": "today",
}
# All else: the content, then what stands beside it.
THINGS: dict[str, tuple[str, dict[str, str]]] = {
    "/aiheet/company/": (
        "",
        {"title": "Yhdessäolo ja kahvittelu", "kind": "aihe", "called": COMPANY},
    ),
    "/aiheet/music/": ("", {"title": "Musiikki ja laulu", "kind": "aihe", "called": MUSIC}),
    "/ilmoitustaulu/kahvinkeittaja/": (
        "Pari tuntia torstaisin, perehdytämme.\nKahvipannu on iso ja seura hyvää.",
        {
            "title": "Haemme kahvinkeittäjää torstaihin",
            "kind": "ilmoitus",
            "when": "voimassa 31.1.2027 asti",
            "over": f"{minute('2027-02-01T00:00+02:00')}",
            "where": "Lehtijärvi",
            "also": "Vapaaehtoisia haetaan · Lehtijärvellä · Lehtijärven kyläyhdistys ry",
        },
    ),
    "/jarjestajat/kylayhdistys/": (
        (
            "Pidämme asematalon ovea auki.\nYhdistys perustettiin, kun asematalo uhkasi jäädä"
            " tyhjäksi. Nyt siellä keitetään taas kahvia."
        ),
        {
            "title": "Lehtijärven kyläyhdistys ry",
            "kind": "järjestäjä",
            "where": "Lehtijärvi",
            "also": "Lehtijärvellä · Kulttuuri",
        },
    ),
    "/kenelle/everyone/": (
        "",
        {"title": "Kaikki", "kind": "ryhmä", "called": "kaikille, avoin kaikille"},
    ),
    "/kunnat/lehtijarvi/": (
        "",
        {"title": "Lehtijärvi", "kind": "kunta", "called": "Lehtijärvellä"},
    ),
    "/paikat/asematalo/": (
        (
            "Kylän yhteinen olohuone entisellä asemalla.\nOdotussalissa on puuhella, iso pöytä ja"
            " kirjahylly, josta saa lainata ilman korttia."
        ),
        {
            "title": "Asematalo",
            "kind": "paikka",
            "where": "Lehtijärvi",
            "called": "Lehtijärvi, Lehtijärvellä",
            "also": "Asematie 1, Lehtijärvi · Lehtijärven kyläyhdistys ry",
        },
    ),
    "/tapahtumat/joululaulut/": (
        (
            "Lauletaan yhdessä tutut joululaulut.\nNuotteja ei tarvita. Laulujen jälkeen tarjolla"
            " on glögiä."
        ),
        {
            "title": "Joululaulut asemalla",
            "kind": "tapahtuma",
            "when": "perjantaina 18.12.2026 klo 17–18",
            "dates": f"{minute('2026-12-18T18:00+02:00')}||perjantaina 18.12.2026 klo 17–18",
            "over": f"{minute('2026-12-18T18:00+02:00')}",
            "where": "Asematalo, Lehtijärvi",
            "also": "Lehtijärvellä · Lehtijärven kyläyhdistys ry · Musiikki ja laulu",
            "akin": MUSIC,
        },
    ),
    "/tapahtumat/torstain-kahvit/": (
        "Kahvia ja juttuseuraa joka torstai.\nPöytään mahtuu aina yksi lisää.",
        {
            "title": "Torstain kahvit",
            "kind": "tapahtuma",
            "when": "joka torstai klo 13–15, 27.5.2027 asti",
            "dates": f"{minute('2026-12-03T15:00+02:00')}||torstaina 3.12.2026 klo 13–15\n"
            f"{minute('2026-12-10T15:00+02:00')}||torstaina 10.12.2026 klo 13–15",
            "over": f"{minute('2027-05-27T15:00+03:00')}",
            "where": "Asematalo, Lehtijärvi",
            "also": "Lehtijärvellä · Lehtijärven kyläyhdistys ry · Yhdessäolo ja kahvittelu ·"
            " Kaikki · kaikille · Tunnen oloni yksinäiseksi",
            "akin": f"{COMPANY} avoin kaikille {LONELY}",
        },
    ),
    "/tarvitsen/lonely/": (
        (
            "Moni muu tuntee samoin, ja kohtaamispaikat ovat olemassa juuri sitä varten. Tule"
            " sellaisena kuin olet: saat jutella tai vain istua muiden seurassa. Jos lähteminen on"
            " vaikeaa, soita ensin ja kerro, että olet tulossa."
        ),
        {"title": "Tunnen oloni yksinäiseksi", "kind": "tarve", "called": LONELY},
    ),
    "/tarvitsen/no-money/": (
        (
            "Rahaa ei tarvita: kohtaamispaikkaan pääsee maksutta, eikä mitään tarvitse ostaa. Jos"
            " jonkin tapahtuman hinta mietityttää, soita järjestäjälle ja kysy. Kenenkään ei"
            " tarvitse selittää, miksi kysyy."
        ),
        {"title": "Minulla ei ole rahaa", "kind": "tarve", "called": NO_MONEY},
    ),
}


def _found(content: Path, today: date = date(2026, 12, 1)) -> dict[str, dict[str, Any]]:
    forms = Inflection(forms=no_forms)
    entries = [entry_of(each, forms) for each in records_of(edition_of(content, today=today))]
    found = {each["url"]: each for each in entries}
    assert len(found) == len(entries)
    return found


def _called(url: str) -> dict[str, str]:
    words = shipped_words("fi")
    return {"called": words(f"search.called.{CALLED[url]}")} if url in CALLED else {}


def _name(meta: Mapping[str, str]) -> dict[str, str]:
    """All words of a name, in a field that says what comes first."""
    rank = {"kunta": 4, "paikka": 3, "tapahtuma": 3}.get(meta["kind"], 1)
    words = (meta["title"], meta.get("called"))
    return {f"name{rank}": " ".join(filter(None, words))}


@pytest.fixture(scope="module")
def everything() -> dict[str, dict[str, Any]]:
    return _found(SITES / "everything" / "content")


def test_all_that_is_found_of_a_small_network() -> None:
    found = _found(SITES / "small" / "content")

    expected = {
        **{
            url: (text, {"title": title, "kind": "sivu", **_called(url)})
            for url, (title, text) in SMALL.items()
        },
        **THINGS,
    }
    # Pagefind drops what has no content.
    told = {
        url: (text or meta["title"], {**meta, **_name(meta)})
        for url, (text, meta) in expected.items()
    }
    assert {url: (each["content"], each["meta"]) for url, each in found.items()} == told
    assert {each["language"] for each in found.values()} == {"fi"}


def test_what_is_over_is_found_until_the_end_of_its_week() -> None:
    content, carols = SITES / "small" / "content", "/tapahtumat/joululaulut/"

    assert carols in _found(content, date(2026, 12, 20))
    assert carols not in _found(content, date(2026, 12, 21))
    assert "/ilmoitustaulu/kahvinkeittaja/" not in _found(content, date(2027, 2, 1))


def test_on_the_days_of_a_week_the_same_is_found() -> None:
    content = SITES / "everything" / "content"

    days = [_found(content, date(2026, 11, 30 - 7 + day)) for day in range(7)]

    assert all(each == days[0] for each in days)


def test_what_nobody_has_translated_says_its_language(
    everything: dict[str, dict[str, Any]],
) -> None:
    record = everything["/sv/evenemang/satamapaivat/"]

    assert (record["language"], record["content"]) == ("sv", "Kolme päivää laiturilla.")
    assert record["meta"] == {
        "title": "Satamapäivät",
        "lang": "fi",
        "kind": "evenemang",
        "when": "fredag 4.6.2027 – söndag 6.6.2027",
        "dates": f"{minute('2027-06-07T00:00+03:00')}||fredag 4.6.2027 – söndag 6.6.2027",
        "over": f"{minute('2027-06-07T00:00+03:00')}",
        "where": "Merilahden satama, Havsviken",
        "text_lang": "fi",
        "also": "i Havsviken · Havsvikens Marthor rf",
        "name2": "Satamapäivät",
    }


def test_what_is_off_says_so_first(everything: dict[str, dict[str, Any]]) -> None:
    told = {
        url: (meta.get("state"), meta["dates"])
        for url in ("/tapahtumat/talviuinti/", "/tapahtumat/sataman-kahvit/")
        for meta in (everything[url]["meta"],)
    }
    assert told == {
        "/tapahtumat/talviuinti/": (
            "PERUTTU",
            f"{minute('2026-12-12T12:00+02:00')}|PERUTTU|lauantaina 12.12.2026 klo 10–12",
        ),
        "/tapahtumat/sataman-kahvit/": (
            None,
            (
                f"{minute('2026-12-01T15:00+02:00')}||tiistaina 1.12.2026 klo 13–15\n"
                f"{minute('2026-12-03T15:00+02:00')}|PERUTTU|torstaina 3.12.2026 klo 13–15\n"
                f"{minute('2026-12-08T15:00+02:00')}||tiistaina 8.12.2026 klo 13–15"
            ),
        ),
    }


def test_members_and_closed_groups_are_not_found(everything: dict[str, dict[str, Any]]) -> None:
    assert [url for url in everything if "kokous" in url or "varaus" in url] == []
    assert "Hallituksen" not in str(everything)


def test_base_forms_are_those_of_other_words_each_by_its_language() -> None:
    texts = (
        Said("Muistikahvila kirjastossa", "fi"),
        Said("Kom till biblioteket, 18:30 på A4.", "sv"),
        Said("Bures!", "se"),
        Said("Kirjastossa", "selko"),
    )
    asked = []

    def forms(word: str, language: str) -> str:
        asked.append((word, language))
        return {"kirjastossa": "kirjasto", "biblioteket": "bibliotek", "kom": "komma"}.get(
            word, "muistikahvila"
        )

    assert Inflection(forms=forms).base(texts) == "kirjasto komma bibliotek"
    assert asked == [
        ("muistikahvila", "fi"),
        ("kirjastossa", "fi"),
        ("kom", "sv"),
        ("till", "sv"),
        ("biblioteket", "sv"),
    ]
