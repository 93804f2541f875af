"""The contributors' reference."""

from kohtaamo.content.schema.reference import reference_markdown
from kohtaamo.words.load import shipped_words


def _section(language: str, title: str) -> list[str]:
    text = reference_markdown(shipped_words(language))
    sections = {section.partition("\n")[0]: section for section in text.split("\n## ")}
    return sections[title].split("\n")


def test_a_record_within_others_says_where_it_stands() -> None:
    assert _section("fi", "Ikä (`ages`)") == [
        "Ikä (`ages`)",
        "",
        "Nämä kirjoitetaan tämän kentän alle: `event.ages`.",
        "",
        "| Kenttä | Mitä siihen kirjoitetaan | Muoto | Esimerkki |",
        "| --- | --- | --- | --- |",
        "| `from` | **Alaikäraja.** Nuorimman osallistujan ikä. | ikä vuosina, 0–120 | `from: 7` |",
        "| `to` | **Yläikäraja.** Vanhimman osallistujan ikä. | ikä vuosina, 0–120 | `to: 12` |",
        "",
    ]


def test_a_kind_says_its_file_what_is_required_and_what_is_translated() -> None:
    lines = _section("en", "Organiser")
    assert lines[:7] == [
        "Organiser",
        "",
        "`organisers/…/id.md`",
        "",
        "| Field | What it says | Form | Example |",
        "| --- | --- | --- | --- |",
        (
            "| `name`* | **Name.** The organiser's name. "
            "| one line of text, at most 300 characters | `name: Kirkonkylän Martat ry` |"
        ),
    ]
    assert lines[8] == (
        "| `sector`* | **Sector.** Whether it is an association, a municipality, a wellbeing "
        "services county, a project, a company or volunteers. | one of: association, "
        "municipality, wellbeing-county, project, company, volunteers | `sector: association` |"
    )
    assert lines[-2] == (
        "Fields that can be translated in a file of their own (id.sv.md): "
        "`name`, `summary`, `text`."
    )
