"""The stylesheet: small files in one order, colours that can be read."""

import re
from pathlib import Path

import pytest

from kohtaamo.publish.html.nest import COLOURS
from kohtaamo.publish.html.styles import (
    EASY,
    FORM,
    MORE,
    PAPER,
    SCREEN,
    joined_styles,
    style_address,
    style_files,
    style_outputs,
)

THEME = Path(__file__).parents[2] / "theme"
STATIC = THEME / "static"
CSS = STATIC / "css"
FILES = tuple({file: None for files in style_files(STATIC).values() for file in files})


def test_foundations_come_first_and_print_last() -> None:
    by_sheet = {
        sheet: [file.relative_to(CSS).as_posix() for file in files]
        for sheet, files in style_files(STATIC).items()
    }
    assert list(by_sheet) == [SCREEN, MORE, FORM, EASY, PAPER]
    assert by_sheet[FORM][:-2] == [
        *("components/form-field.css", "components/form.css", "components/search-form.css"),
    ]
    assert by_sheet[EASY] == ["easy.css"]
    names = by_sheet[SCREEN]
    assert names[:5] == [
        "settings.css",
        "tokens.css",
        "base.css",
        "layout.css",
        "components/answer.css",
    ]
    assert names[-2:] == by_sheet[MORE][-2:] == ["utilities.css", "contrast.css"]
    assert by_sheet[PAPER] == [
        "print.css",
        "print-components.css",
        "sheet.css",
        "sheet-place.css",
        "sheet-room.css",
    ]
    assert {*names[:-2]} & {*by_sheet[MORE]} == set()
    assert {*FILES} == {*CSS.rglob("*.css")}


def test_the_joined_file_is_what_is_written_and_its_address_follows_its_content(
    tmp_path: Path,
) -> None:
    screen, paper, more, easy, form, icon = style_outputs(STATIC)
    assert (form.path, form.render()) == ("theme/form.css", joined_styles(STATIC, FORM))
    assert [screen.path, paper.path] == ["theme/kohtaamo.css", "theme/paper.css"]
    assert (more.path, more.render()) == ("theme/more.css", joined_styles(STATIC, MORE))
    assert (easy.path, easy.render()) == ("theme/easy.css", joined_styles(STATIC, EASY))
    assert (icon.path, icon.render()) == ("theme/mark.svg", (STATIC / "mark.svg").read_bytes())
    assert screen.render() == joined_styles(STATIC, SCREEN)
    assert paper.render() == joined_styles(STATIC, PAPER)
    assert re.fullmatch(r"/theme/kohtaamo\.css\?v=[0-9a-f]{6}", style_address(STATIC, SCREEN))
    copy = tmp_path / "static"
    for file in FILES:
        to = copy / file.relative_to(STATIC)
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(file.read_text("utf-8"), "utf-8")
    assert style_address(copy, SCREEN) == style_address(STATIC, SCREEN)
    (copy / "css" / "tokens.css").write_text(":root {}", "utf-8")
    assert style_address(copy, SCREEN) != style_address(STATIC, SCREEN)


def test_what_only_people_read_is_left_out(tmp_path: Path) -> None:
    css = tmp_path / "css"
    (css / "components").mkdir(parents=True)
    for file in FILES:
        (css / file.relative_to(CSS)).write_text("", "utf-8")
    (css / "base.css").write_text(
        "/* Said\n   to people. */\na,\n.b :focus {\n  margin: calc(1px + 2px) 0;\n"
        '  content: "›" / "";\n}\n@media (min-width: 60em) {\n  p > b + i {\n    top: 0;\n  }\n}\n',
        "utf-8",
    )
    assert joined_styles(tmp_path, SCREEN).decode() == (
        'a,.b :focus{margin:calc(1px + 2px) 0;content:"›" / ""}'
        "@media (min-width:60em){p > b + i{top:0}}\n"
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_files_reach_old_phones(file: Path) -> None:
    text = file.read_text("utf-8")
    # Browsers from before 2022 drop whole layers, and read neither nesting nor `:has()`.
    assert re.findall(r"@layer|@import|:has\(|url\(|!important|&[ .:]", text) == []


def test_every_value_used_is_a_token_and_every_token_is_used() -> None:
    text = "".join(joined_styles(STATIC, sheet).decode() for sheet in (SCREEN, EASY, PAPER))
    defined = set(re.findall(r"(--[a-z0-9-]+):", text))
    used = set(re.findall(r"var\((--[a-z0-9-]+)\)", text))
    assert used == defined


def test_every_class_is_styled_and_every_style_has_its_class() -> None:
    templates = "\n".join(file.read_text("utf-8") for file in (THEME / "templates").rglob("*.html"))
    in_attributes = " ".join(re.findall(r'class="([^"]*(?:\{%.*?%\}[^"]*)*)"', templates))
    plain = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", in_attributes)
    in_templates = set(re.findall(r"[a-z][a-z0-9_-]*", plain))
    in_styles = set(
        re.findall(
            r"\.([a-z][a-z0-9_-]*)",
            "".join(joined_styles(STATIC, sheet).decode() for sheet in (SCREEN, EASY, PAPER)),
        )
    )
    assert in_styles - in_templates == {
        # Made of a key: premises__group--{{ key }}.
        "premises__group--yes",
        "premises__group--no",
        "premises__group--unknown",
        # `unbroken` puts it around hours.
        "range",
        # A script puts it around "tänään", which is true on a screen alone.
        "day-word",
        # nest--{{ drawn.ground }} and nest__egg--{{ egg.colour }}: four colours each.
        *(f"nest--{number}" for number in range(1, COLOURS + 1)),
        *(f"nest__egg--{number}" for number in range(1, COLOURS + 1)),
    }


# Text on its ground: WCAG 2.2, 1.4.6 (enhanced), which old and tired eyes are glad of.
PAIRS = (
    ("ink", "ground"),
    ("ink", "ground-raised"),
    ("ink", "ground-note"),
    ("ink", "ground-band"),
    ("ink-quiet", "ground"),
    ("ink-quiet", "ground-raised"),
    ("ink-quiet", "ground-note"),
    ("ink-quiet", "ground-band"),
    ("ink-header", "ground-header"),
    ("ink-button", "ground-button"),
    ("ink-button", "ground-button-hover"),
    ("ink-alert", "ground"),
    ("ink-alert", "ground-raised"),
    ("ink-alert", "ground-band"),
    ("ink-alert", "ground-alert"),
    ("link", "ground"),
    ("link", "ground-raised"),
    ("link", "ground-note"),
    ("link", "ground-band"),
    ("link-hover", "ground"),
)


COLOUR = re.compile(r"--([a-z0-9-]+): (#[0-9a-f]{6});")


def tokens(*, dark: bool, more: bool = False) -> dict[str, str]:
    """The colours of one scheme, for readers who ask for more contrast or not."""
    light_part, dark_part = (CSS / "tokens.css").read_text("utf-8").split("prefers-color-scheme")
    found = dict(COLOUR.findall(light_part))
    both, for_dark = (CSS / "contrast.css").read_text("utf-8").split("prefers-color-scheme")
    if more:
        found |= dict(COLOUR.findall(both))
    if dark:
        found |= dict(COLOUR.findall(dark_part))
    if dark and more:
        found |= dict(COLOUR.findall(both)) | dict(COLOUR.findall(for_dark))
    return found


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, definition)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("more", [False, True], ids=["usual", "more"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_text_can_be_read_on_its_ground(*, dark: bool, more: bool) -> None:
    colours = tokens(dark=dark, more=more)
    weak = {
        (text, ground): round(contrast(colours[text], colours[ground]), 2)
        for text, ground in PAIRS
        if contrast(colours[text], colours[ground]) < 7
    }
    assert weak == {}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_focus_can_be_seen(*, dark: bool) -> None:
    colours = tokens(dark=dark)
    for ground in ("ground", "ground-raised", "ground-note", "ground-alert", "ground-band"):
        assert contrast(colours["focus"], colours[ground]) >= 3
    assert contrast(colours["ink-header"], colours["ground-header"]) >= 3
