"""The drawn pictures: their shape and size, and that every word on them can be read."""

from collections.abc import Mapping
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageColor

from kohtaamo.publish.drawings.card import HEIGHT, WIDTH, Card, card_bytes
from kohtaamo.publish.drawings.colours import colours_of
from kohtaamo.publish.drawings.letters import Fitted, fitted, width_of, written
from kohtaamo.publish.drawings.path import Line, lines_of
from kohtaamo.publish.html.nest import nest_of
from tests.conftest import ROOT

TEMPLATES = ROOT / "theme" / "templates"
COLOURS = colours_of(ROOT / "theme" / "static")
# Where the words stand: below the nest.
WORDS = (0, 392, WIDTH, HEIGHT)
# What messengers show without waiting; WhatsApp shows nothing above 300 kB.
MOST_BYTES = 30_000
LONG = "Mikkelin hyvinvointialueen ja Etelä-Savon yhdistysten yhteinen kohtaamispaikka" * 2
CARDS = {
    "short": Card(slug="asematalo", name="Asematalo", under="Rautjärvi"),
    "Sámi": Card(slug="cahci", name="Čázi đŋ šŧž-viessu Áššu", under="Ohcejohka – Utsjoki"),
    "long": Card(slug="pitka", name=LONG, under="Avoimia kohtaamispaikkoja " * 6),
    "one long word": Card(slug="sana", name="Kohtaamispaikkayhdistys" * 4, under="Å" * 90),
    "markup": Card(slug="merkit", name='</text><b>{{ 7*7 }}</b> & "%s"', under="<script>"),
}


def shown(card: Card) -> Image.Image:
    return Image.open(BytesIO(card_bytes(card, COLOURS))).convert("RGB")


def inked(image: Image.Image) -> tuple[int, int, int, int] | None:
    """The box around all that is written."""
    words = image.crop(WORDS)
    ground = Image.new("RGB", words.size, COLOURS["ground-header"])
    apart = ImageChops.difference(words, ground).convert("L")
    return apart.point([255 if value > 20 else 0 for value in range(256)]).getbbox()


@pytest.mark.parametrize("name", CARDS)
def test_every_word_lies_within_the_picture(name: str) -> None:
    data = card_bytes(CARDS[name], COLOURS)
    picture = Image.open(BytesIO(data))
    assert (picture.format, picture.mode, picture.size) == ("PNG", "P", (1200, 630))
    assert len(data) < MOST_BYTES
    box = inked(picture.convert("RGB"))
    assert box is not None
    left, top, right, bottom = box
    assert left > 40
    assert right < WIDTH - 40
    assert top > 8
    assert bottom < HEIGHT - WORDS[1] - 8


def test_a_place_has_the_ground_of_its_nest_in_the_colours_of_the_theme() -> None:
    picture = shown(CARDS["short"])
    ground = COLOURS[f"nest-{nest_of('asematalo').ground}"]
    assert _near(picture.getpixel((5, 5)), ground)
    assert _near(picture.getpixel((5, 600)), COLOURS["ground-header"])
    colours: Mapping[str, str] = {**COLOURS, "ground-header": "#ff0000"}
    red = Image.open(BytesIO(card_bytes(CARDS["short"], colours))).convert("RGB")
    assert _near(red.getpixel((5, 600)), "#ff0000")


def _near(pixel: object, colour: str) -> bool:
    """The palette holds nearly the same colours."""
    assert isinstance(pixel, tuple)
    return all(abs(a - b) <= 4 for a, b in zip(pixel, ImageColor.getrgb(colour), strict=True))


def test_it_is_the_same_each_time() -> None:
    assert card_bytes(CARDS["Sámi"], COLOURS) == card_bytes(CARDS["Sámi"], COLOURS)


def test_the_bowl_is_the_one_that_pages_show() -> None:
    drawn = (ROOT / "plugins" / "kohtaamo" / "publish" / "drawings" / "card.py").read_text("utf-8")
    page = (TEMPLATES / "components" / "nest.html").read_text("utf-8")
    bowl = page.split('class="nest__bowl" d="')[1].split('"')[0]
    assert f'lines_of("{bowl}")' in drawn


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kansalaisten olohuone", "Kansalaisten olohuone"),
        ("Áá Čč Đđ Ŋŋ Šš Ŧŧ Žž Åå Ää Öö Ǩǩ Õõ", "Áá Čč Đđ Ŋŋ Šš Ŧŧ Žž Åå Ää Öö Ǩǩ Õõ"),
        ("A\u0308iti ja\u00a0lapsi\u202e\u00ad\u200b\n kahvi", "Äiti ja lapsi kahvi"),
        ("مركز اللقاء", ""),
        ("会", ""),
        ("", ""),
    ],
)
def test_what_has_no_letters_of_ours_is_left_out(text: str, said: str) -> None:
    assert written(text) == said


def test_without_words_there_is_the_nest_alone() -> None:
    assert inked(shown(Card(slug="x", name="会", under="مركز"))) is None


def test_words_go_into_few_lines_and_what_has_no_room_says_so() -> None:
    sizes = ((1, 60, 50), (2, 40, 40))
    assert fitted("Asematalo", 600, sizes) == Fitted(lines=("Asematalo",), size=60)
    assert fitted("Kaupungin kansalaisten olohuone", 600, sizes) == Fitted(
        lines=("Kaupungin", "kansalaisten olohuone"), size=40
    )
    cut = fitted("Kaupungin kansalaisten olohuone ja sen ystävät ry:n toimisto", 500, sizes)
    assert cut == Fitted(lines=("Kaupungin kansalaisten", "olohuone ja sen ystävä…"), size=40)
    assert all(width_of(line, cut.size) <= 500 for line in cut.lines)


def test_paths_are_read_as_browsers_read_them() -> None:
    assert lines_of("M1 2H10V5Z") == (((1, 2), (10, 2), (10, 5), (1, 2)),)
    (curve,) = lines_of("M0 0Q10 0 10 10")
    assert (curve[0], curve[12], curve[-1]) == ((0, 0), (7.5, 2.5), (10, 10))
    (smooth,) = lines_of("M0 0Q5 10 10 0T20 0")
    assert min(y for _, y in smooth) == -5
    circle, other = lines_of("M20 18a4 4 0 1 0 .1 0M96 12a5 5 0 1 0 .1 0")
    assert [_box(each) for each in (circle, other)] == [(16, 18, 24, 26), (91, 12, 101, 22)]


def _box(line: Line) -> tuple[float, ...]:
    across, down = zip(*line, strict=True)
    return (min(across), min(down), max(across), max(down))
