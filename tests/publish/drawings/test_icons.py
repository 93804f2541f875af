"""Icons for those who ask for them without having read a page."""

from io import BytesIO

from PIL import Image

from kohtaamo.publish.drawings.icons import favicon, mark_of, touch_icon
from tests.conftest import ROOT

STATIC = ROOT / "theme" / "static"


def test_they_show_the_mark_of_the_theme_in_every_size() -> None:
    touch = Image.open(BytesIO(touch_icon(STATIC)))
    assert (touch.format, touch.size) == ("PNG", (180, 180))
    small = Image.open(BytesIO(favicon(STATIC)))
    assert small.format == "ICO"
    assert small.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    assert len(touch_icon(STATIC)) + len(favicon(STATIC)) < 6_000
    # The egg in the middle, and the ground in a corner.
    for picture in (touch, small):
        shown = picture.convert("RGB")
        middle = shown.getpixel((shown.width // 2, shown.height // 3))
        corner = shown.getpixel((1, 1))
        assert isinstance(middle, tuple)
        assert isinstance(corner, tuple)
        assert min(middle) > 230
        assert max(corner) < 70


def test_they_are_the_same_each_time() -> None:
    assert touch_icon(STATIC) == touch_icon(STATIC)
    assert favicon(STATIC) == favicon(STATIC)


def test_the_mark_is_read_as_it_is_drawn() -> None:
    mark = mark_of(STATIC)
    assert (mark.side, mark.ground) == (48, "#1f3d36")
    assert [(each.fill, each.stroke, each.width) for each in mark.shapes] == [
        ("#e3a94f", "#1f3d36", 1.5),
        ("#e08055", "#1f3d36", 1.5),
        ("#fffaf0", "#1f3d36", 1.5),
        ("#1f3d36", "none", 1.0),
        ("none", "#eac58c", 2.8),
    ]
