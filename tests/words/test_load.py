"""What a language has no words for is borrowed, and says so."""

from kohtaamo.content.source.read import read_document
from kohtaamo.content.source.tree import Document
from kohtaamo.text.runs import capital, plain, run
from kohtaamo.words.load import words_of
from kohtaamo.words.sorting import sort_key
from kohtaamo.words.spoken import with_languages


def own(tag: str, text: str) -> Document:
    document, problems = read_document(f"languages/{tag}.yml", "language", tag, None, text.encode())
    assert document is not None
    assert problems == ()
    return document


def test_a_complete_language_borrows_nothing_that_pages_need() -> None:
    words = words_of(("fi", "sv", "en"))
    assert [dict(each.borrowed) for each in words.values()] == [{}, {}, {}]


def test_easy_finnish_falls_back_to_finnish_wherever_the_network_is() -> None:
    words = words_of(("sv", "selko"))["selko"]
    assert words("fields.event.title.label") == "Otsikko"
    assert words.borrowed["fields.event.title.label"] == "fi"
    assert words.html == "fi-simple"
    assert words.is_easy
    assert not words.is_reviewed


def test_sami_borrows_from_the_first_language() -> None:
    assert words_of(("sv", "se"))["se"]("site.menu") == "Huvudmeny"
    assert words_of(("fi", "se"))["se"]("site.menu") == "Päävalikko"
    assert words_of(("se",))["se"]("site.menu") == "Päävalikko"
    assert words_of(("fi", "se"))["se"]("site.section.events") == "Dáhpáhusat"


def test_a_further_language_borrows_from_the_nearest() -> None:
    words = words_of(
        ("fi", "pt-BR"),
        [own("pt-BR", "site: {menu: Menu}"), own("pt", "site: {menu: Ementa, front: Início}")],
    )["pt-BR"]
    assert [words("site.menu"), words("site.front"), words("site.skip")] == [
        "Menu",
        "Início",
        "Siirry sisältöön",
    ]


def test_what_is_borrowed_is_marked_for_html_and_values_stay_their_own() -> None:
    words = with_languages(words_of(("fi", "se"))["se"])
    assert words("site.menu") == run("fi", "Päävalikko")
    assert words("site.notice.until", date="disdat") == run(
        "fi", f"Voimassa {run('se', 'disdat')} asti"
    )
    assert plain(words("site.menu")) == "Päävalikko"
    assert words("addresses.afar") == "etana"
    assert words("wording.ordinals").split()[0] == "1."


def test_a_rule_is_said_by_one_language() -> None:
    se = words_of(("fi", "se"))["se"]
    assert se.speaker("wording.every.").tag == "fi"
    assert se.speaker("wording.weekday.") is se
    sv = words_of(("fi", "sv"))["sv"]
    assert sv.speaker("wording.every.") is sv


def test_a_quoted_text_says_its_language_only_for_html() -> None:
    sv = words_of(("sv",))["sv"]
    assert sv.quoted("Sali", "fi") == "Sali"
    marked = with_languages(sv)
    assert marked.quoted("Sali", "fi") == run("fi", "Sali")
    assert marked.quoted("Sal", "sv") == "Sal"
    assert marked.quoted("Sali", "selko") == run("fi-simple", "Sali")


def test_a_sentence_begins_with_a_capital_within_a_run_too() -> None:
    assert capital("joka tiistai") == "Joka tiistai"
    assert capital(run("fi", "joka tiistai")) == run("fi", "Joka tiistai")
    assert capital("") == ""


def test_sami_letters_have_their_places() -> None:
    se = words_of(("se",))["se"]
    names = ["Žalla", "Sárá", "Šibitbargi", "Čáhci", "Cealkka", "Ŧ", "Dálvi", "Đ", "Ŋ", "Nieida"]
    names += ["Áhkku", "Ailu", "Zorro", "Tuodja", "Eahket", "Oahppu"]
    assert sorted(names, key=lambda name: sort_key(se, name)) == [
        *("Ailu", "Áhkku", "Cealkka", "Čáhci", "Dálvi", "Đ", "Eahket", "Nieida", "Ŋ", "Oahppu"),
        *("Sárá", "Šibitbargi", "Tuodja", "Ŧ", "Zorro", "Žalla"),
    ]


def test_a_language_may_have_more_forms_for_numbers() -> None:
    forms = "one: '{count} подія', few: '{count} події', many: '{count} подій'"
    text = f"language: {{locale: uk}}\nsite: {{count: {{events: {{{forms}}}}}}}\n"
    words = words_of(("fi", "uk"), [own("uk", text)])["uk"]
    assert [words.several("site.count.events", number) for number in (1, 2, 5, 11, 21, 22)] == [
        *("1 подія", "2 події", "5 подій", "11 подій", "21 подія", "22 події"),
    ]
    assert words.several("site.count.dates", 2) == "2 kertaa"
