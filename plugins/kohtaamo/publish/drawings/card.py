"""The picture that a message shows beside a link: a nest, and below it who lives there, in words.

1200 × 630 is the shape that messengers show whole. Whoever cuts a square out of its middle keeps
the nest.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from kohtaamo.publish.drawings.letters import Fitted, fitted, font, written
from kohtaamo.publish.drawings.path import ellipse, lines_of
from kohtaamo.publish.drawings.sheet import Scale, Sheet
from kohtaamo.publish.html.nest import Nest, nest_of

WIDTH, HEIGHT = 1200, 630
_SCENE = 392
_ROOM = WIDTH - 2 * 56
# A nest lies in a box of 120 × 90; what is below 84 of it is ground that the words cover.
_TIMES = 4.5
_NEST = Scale(x=(WIDTH - 120 * _TIMES) / 2, y=_SCENE - 86 * _TIMES, times=_TIMES)
# Of the name and of what stands under it: lines, largest and smallest letters.
_NAME = ((1, 92, 68), (2, 66, 48), (3, 44, 36))
_UNDER = ((1, 52, 40), (2, 36, 30))
# Between the two, in pixels; and from one base line to the next, in letters.
_GAP, _LEADING = 8, 1.2
# A hill ends at both sides of the nest's box; here it goes on.
_HILL = "V90H0"
_COLOURS = 256
# Of nine: more takes twice as long, and saves some hundred bytes.
_PACKED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The slug whose nest is drawn, a name, and what stands under it; "" for nothing."""

    slug: str
    name: str
    under: str = ""


def card_bytes(card: Card, colours: Mapping[str, str]) -> bytes:
    """The picture as PNG; the same at every call."""
    nest = nest_of(card.slug)
    sheet = Sheet((WIDTH, _SCENE), colours[f"nest-{nest.ground}"])
    _draw_nest(sheet, nest, colours)
    picture = Image.new("RGB", (WIDTH, HEIGHT), colours["ground-header"])
    picture.paste(sheet.small(), (0, 0))
    _write(ImageDraw.Draw(picture), card, colours)
    out = BytesIO()
    flat = picture.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    flat.save(out, "PNG", compress_level=_PACKED)
    return out.getvalue()


def _draw_nest(sheet: Sheet, nest: Nest, colours: Mapping[str, str]) -> None:
    sky, at = lines_of(nest.sky), _NEST
    if _HILL in nest.sky:
        wider = WIDTH / (120 * _TIMES)
        sky = tuple(tuple((x * wider, y) for x, y in line) for line in sky)
        at = Scale(x=0, y=_NEST.y, times=_TIMES)
    sheet.fill(sky, colours["nest-sky"], at)
    sheet.fill(lines_of(nest.leaves), colours["egg-4"], _NEST)
    for egg in nest.eggs:
        edge = ellipse(egg.x, egg.y, egg.width + 0.5, egg.height + 0.5)
        sheet.fill([edge], colours["nest-sky"], _NEST)
        inside = ellipse(egg.x, egg.y, egg.width - 0.5, egg.height - 0.5)
        sheet.fill([inside], colours[f"egg-{egg.colour}"], _NEST)
    sheet.fill(lines_of("M12 50C24 94 96 94 108 50C80 64 40 64 12 50Z"), colours["bowl"], _NEST)
    sheet.stroke(lines_of(nest.dark), colours["twig"], 3, _NEST)
    sheet.stroke(lines_of(nest.light), colours["twig-light"], 3, _NEST)


def _write(draw: ImageDraw.ImageDraw, card: Card, colours: Mapping[str, str]) -> None:
    """The words in the middle of what is left below the scene."""
    rows = [(fit, colour) for fit, colour in _words(card, colours) if fit.lines]
    height = sum(len(fit.lines) * fit.size * _LEADING for fit, _ in rows) + _GAP * (len(rows) - 1)
    top = _SCENE + (HEIGHT - _SCENE - height) / 2
    for fit, colour in rows:
        for line in fit.lines:
            # A base line lies so far below the top of its line that capitals are in its middle.
            at = (WIDTH / 2, round(top + fit.size * 0.96))
            draw.text(at, line, fill=colour, font=font(fit.size), anchor="ms")
            top += fit.size * _LEADING
        top += _GAP


def _words(card: Card, colours: Mapping[str, str]) -> tuple[tuple[Fitted, str], ...]:
    name, under = written(card.name), written(card.under)
    nothing = Fitted(lines=(), size=0)
    return (
        (fitted(name, _ROOM, _NAME) if name else nothing, colours["ink-header"]),
        (fitted(under, _ROOM, _UNDER) if under else nothing, colours["straw"]),
    )
