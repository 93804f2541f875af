"""What several of the drawings have in them: windows, cups, people, trees, lamps."""

from .sheet import AMBER, BARK, CREAM, FIR, ICE, LIGHT, MOSS, SAND, SNOW, Sheet


def window(sheet: Sheet, x: float, y: float, width: float, height: float, pane: str) -> None:
    """Four panes in a frame, with a sill."""
    sheet.box(x - 10, y - 10, width + 20, height + 20, BARK, 6)
    half_wide, half_high = (width - 10) / 2, (height - 10) / 2
    for left in (x, x + half_wide + 10):
        for top in (y, y + half_high + 10):
            sheet.box(left, top, half_wide, half_high, pane)
    sheet.box(x - 22, y + height + 8, width + 44, 14, SNOW, 6)


def cup(sheet: Sheet, x: float, y: float, colour: str, size: float = 1) -> None:
    """A cup that stands on (x, y), its handle to the right."""
    width, height = 54 * size, 50 * size
    sheet.dot(x + width / 2 + 4 * size, y - height / 2, 17 * size, colour)
    sheet.dot(x + width / 2 + 4 * size, y - height / 2, 9 * size, SAND)
    sheet.box(x - width / 2, y - height, width, height, colour, 12 * size)
    sheet.oval(x, y - height, width / 2, 9 * size, CREAM)
    sheet.oval(x, y - height, width / 2 - 6 * size, 5 * size, BARK)


def person(sheet: Sheet, x: float, y: float, clothes: str, skin: str, size: float = 1) -> None:
    """Somebody down to the waist, which is at (x, y)."""
    sheet.box(x - 46 * size, y - 110 * size, 92 * size, 110 * size, clothes, 40 * size)
    sheet.box(x - 46 * size, y - 50 * size, 92 * size, 50 * size, clothes)
    sheet.dot(x, y - 142 * size, 36 * size, skin)


def fir(sheet: Sheet, x: float, y: float, size: float = 1) -> None:
    """A fir whose trunk stands on (x, y)."""
    sheet.box(x - 9 * size, y - 30 * size, 18 * size, 30 * size, BARK)
    low, high = y - 28 * size, y - 120 * size
    sheet.shape([(x - 58 * size, low), (x + 58 * size, low), (x, low - 160 * size)], FIR)
    sheet.shape([(x - 44 * size, high), (x + 44 * size, high), (x, high - 130 * size)], MOSS)


def hanging_lamp(sheet: Sheet, x: float, y: float, size: float = 1) -> None:
    """A lamp from the ceiling, its light at (x, y)."""
    sheet.box(x - 3, 0, 6, y - 40 * size, BARK)
    sheet.dot(x, y, 22 * size, LIGHT)
    shade = [(x - 24, y - 50), (x + 24, y - 50), (x + 62, y), (x - 62, y)]
    middle = [(x + (a - x) * size, y + (b - y) * size) for a, b in shade]
    sheet.shape(middle, AMBER)


def snowfall(sheet: Sheet, right: float, bottom: float, number: int) -> None:
    """Flakes from the upper left corner on, each at a place of its own, always the same."""
    for each in range(number):
        x, y = (each * 389 + 60) % right, (each * each * 37 + each * 83 + 40) % bottom
        sheet.dot(x, y, 3 + each % 3, ICE)
