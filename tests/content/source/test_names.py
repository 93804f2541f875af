import pytest

from kohtaamo.content.source.names import (
    check_printable,
    is_image,
    is_readme,
    right_name,
    split_name,
)
from kohtaamo.problems.problem import Refused
from kohtaamo.problems.visible import escaped


@pytest.mark.parametrize(
    ("name", "slug", "language"),
    [
        ("kahvi.md", "kahvi", None),
        ("kahvi.yml", "kahvi", None),
        ("kahvi.sv.md", "kahvi", "sv"),
        ("kahvi.se.yml", "kahvi", "se"),
        ("kahvi.selko.md", "kahvi", "selko"),
        ("kahvi.pt-br.md", "kahvi", "pt-BR"),
        ("kahvi.zh-Hant.md", "kahvi", "zh-Hant"),
        ("Kahvi Talo.md", "Kahvi Talo", None),
    ],
)
def test_slug_and_language_of_a_file_name(name, slug, language):
    assert split_name(name) == (slug, language)


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("kahvi.yaml", "kahvi.yml"),
        ("kahvi.YML", "kahvi.yml"),
        ("kahvi.MD", "kahvi.md"),
        ("kahvi.sv.MD", "kahvi.sv.md"),
        ("kahvi.markdown", "kahvi.md"),
        ("kahvi.txt", "kahvi.md"),
        ("kahvi.md.txt", "kahvi.md"),
        ("kahvi.sv.md.txt", "kahvi.sv.md"),
        ("kahvi.yaml.txt", "kahvi.yml"),
        ("kahvi.md.bak", "kahvi.md"),
        ("kahvi", "kahvi.md"),
        ("kahvi.", "kahvi.md"),
        ("Äijä kerho.MD", "aija-kerho.md"),
        ("Äijä kerho.sv.MD", "aija-kerho.sv.md"),
        ("kahvi.7.9.MD", "kahvi-7-9.md"),
        ("2026.yaml", "nro-2026.yml"),
        ("Index.MD", "index-1.md"),
        ("!!!.txt", "uusi-nimi.md"),
    ],
)
def test_a_wrong_ending_names_the_right_one(name, right):
    assert right_name(name) == right
    with pytest.raises(Refused) as caught:
        split_name(name)
    assert caught.value.code == "wrong-ending"
    assert caught.value.values == {"value": name, "suggestion": right}


def test_where_only_yaml_may_stand_the_ending_is_yml():
    assert right_name("topics.md", ".yml") == "topics.yml"
    assert right_name("topics", ".yml") == "topics.yml"
    assert right_name("2026.yaml", ".yml") == "2026.yml"
    assert right_name("zh-Hant.yaml", ".yml") == "zh-Hant.yml"


@pytest.mark.parametrize(
    ("name", "tag", "suggestion"),
    [
        ("kahvi.7.9.md", "9", "kahvi-7-9.md"),
        ("talo.2026.yml", "2026", "talo-2026.yml"),
        ("kahvi.ruotsi.md", "ruotsi", "kahvi-ruotsi.md"),
        ("...md", "", "uusi-nimi.md"),
    ],
)
def test_between_two_dots_stands_a_language(name, tag, suggestion):
    with pytest.raises(Refused) as caught:
        split_name(name)
    assert caught.value.code == "file-name-with-dot"
    assert caught.value.values == {"value": name, "tag": tag, "suggestion": suggestion}


@pytest.mark.parametrize(
    ("name", "image"),
    [
        ("talo.jpg", True),
        ("IMG_0001.JPG", True),
        ("talo.jpeg", True),
        ("talo.png", True),
        ("talo.webp", True),
        ("talo.avif", True),
        ("talo.svg", False),
        ("talo.gif", False),
        ("talo.heic", False),
        ("jpg", False),
    ],
)
def test_pictures_that_may_be_used(name, image):
    assert is_image(name) is image


@pytest.mark.parametrize("name", ["README.md", "readme.txt", "README", "LUEMINUT.md"])
def test_files_that_explain_a_folder(name):
    assert is_readme(name)
    assert not is_readme(f"kerhon-{name}")


@pytest.mark.parametrize(
    ("name", "code", "values"),
    [
        (
            "talo\n.md",
            "name-not-printable",
            {"value": "talo\\u000a.md", "character": "U+000A"},
        ),
        (
            "talo\u200b.md",
            "name-not-printable",
            {"value": "talo\\u200b.md", "character": "U+200B ZERO WIDTH SPACE"},
        ),
        ("p\udcf6yt\udce4.md", "name-not-utf8", {"value": "p\\udcf6yt\\udce4.md"}),
    ],
)
def test_names_that_nobody_can_type(name, code, values):
    with pytest.raises(Refused) as caught:
        check_printable(name)
    assert (caught.value.code, caught.value.values) == (code, values)
    assert escaped(name).isprintable()


def test_ordinary_names_are_printable():
    check_printable("Pöytä & tuoli.md")
    assert escaped("Pöytä & tuoli.md") == "Pöytä & tuoli.md"


def test_a_file_of_another_program_is_no_text_under_any_name():
    with pytest.raises(Refused) as caught:
        split_name("Kahvi 2.docx")
    assert caught.value.code == "file-of-another-program"
    values = {"value": "Kahvi 2.docx", "format": "Word", "suggestion": "kahvi-2.md"}
    assert caught.value.values == values
