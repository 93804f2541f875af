"""The places that one sees from outside: the van, the hut, the house of many, the lamp."""

from .sheet import (
    AMBER,
    BARK,
    BRICK,
    CREAM,
    DUNE,
    FIR,
    HONEY,
    ICE,
    LIGHT,
    MOSS,
    NIGHT,
    SAND,
    SKIN,
    SNOW,
    Sheet,
)
from .things import cup, fir, hanging_lamp, person, snowfall, window


def family_van() -> Sheet:
    """A van in the snow below a fell, its back full of light and toys before it."""
    sheet = Sheet(NIGHT)
    snowfall(sheet, 1200, 430, 26)
    sheet.shape([(0, 520), (260, 330), (420, 300), (760, 470), (1200, 380), (1200, 800)], FIR)
    sheet.shape([(250, 338), (300, 322), (420, 300), (530, 355), (420, 372), (330, 350)], ICE)
    for x, y, size in ((90, 560, 1.1), (200, 590, 0.8), (1110, 570, 1.3), (1000, 560, 0.8)):
        fir(sheet, x, y, size)
    sheet.shape([(0, 560), (500, 530), (1200, 570), (1200, 800), (0, 800)], SNOW)
    sheet.box(330, 290, 480, 300, AMBER, 34)
    sheet.shape([(790, 330), (880, 350), (950, 460), (790, 460)], AMBER)
    sheet.box(780, 450, 190, 140, AMBER, 26)
    sheet.shape([(815, 360), (868, 368), (920, 455), (815, 455)], ICE)
    sheet.box(330, 500, 640, 26, CREAM)
    sheet.box(440, 330, 230, 260, LIGHT, 10)
    sheet.box(670, 330, 26, 260, BRICK)
    person(sheet, 520, 590, FIR, SKIN, 1.05)
    person(sheet, 610, 590, BRICK, BARK, 0.75)
    for x in (430, 870):
        sheet.dot(x, 600, 62, BARK)
        sheet.dot(x, 600, 28, DUNE)
    sheet.dot(955, 520, 16, LIGHT)
    sheet.shape([(440, 660), (690, 660), (780, 800), (340, 800)], CREAM)
    sheet.dot(600, 720, 40, BRICK)
    sheet.oval(600, 712, 40, 12, CREAM)
    sheet.box(470, 690, 60, 60, MOSS, 8)
    sheet.box(500, 640, 52, 52, HONEY, 8)
    return sheet


def winter_hut() -> Sheet:
    """A lit hut at the foot of a slope, northern lights above it."""
    sheet = Sheet(NIGHT)
    for shift, colour in ((0, FIR), (60, MOSS)):
        top = [(x, 150 + shift + (x * 7 // 60 % 3) * 34) for x in range(-100, 1400, 150)]
        low = [(x, y + 70) for x, y in reversed(top)]
        sheet.shape([*top, *low], colour)
    sheet.shape([(420, 560), (860, 250), (980, 240), (1200, 360), (1200, 800), (420, 800)], ICE)
    sheet.shape([(620, 560), (930, 262), (1010, 330), (880, 560)], SNOW)
    for x, y in ((700, 440), (790, 372), (880, 305)):
        sheet.box(x - 4, y, 8, 70, BARK)
        sheet.dot(x, y, 15, LIGHT)
    sheet.shape([(0, 600), (600, 560), (1200, 600), (1200, 800), (0, 800)], SNOW)
    for x, y, size in ((70, 620, 1.2), (1090, 640, 1.5), (985, 620, 0.9)):
        fir(sheet, x, y, size)
    for row in range(6):
        sheet.box(200, 400 + row * 44, 500, 38, BRICK if row % 2 else BARK, 18)
    sheet.shape([(140, 410), (450, 240), (760, 410)], BARK)
    sheet.shape([(120, 412), (450, 226), (780, 412), (730, 412), (450, 262), (170, 412)], SNOW)
    window(sheet, 260, 450, 150, 120, LIGHT)
    sheet.box(500, 440, 120, 224, CREAM, 8)
    person(sheet, 560, 664, MOSS, SKIN, 0.95)
    for step in range(3):
        sheet.box(480 - step * 16, 664 + step * 22, 160 + step * 32, 22, DUNE, 4)
    for x in (730, 756):
        sheet.line([(x, 470), (x + 14, 660)], HONEY, 9)
    cup(sheet, 300, 572, MOSS, 0.7)
    return sheet


def _stairs_of_rooms(sheet: Sheet) -> None:
    for x, y, colour in (
        (240, 250, SAND),
        (610, 250, DUNE),
        (240, 440, CREAM),
        (610, 440, SAND),
        (240, 630, DUNE),
    ):
        sheet.box(x, y, 350, 170, colour)
    sheet.box(610, 630, 350, 170, CREAM)


def house_of_many() -> Sheet:
    """A house cut open: six rooms, and something else going on in each."""
    sheet = Sheet(MOSS)
    sheet.dot(1060, 130, 66, LIGHT)
    sheet.box(215, 230, 770, 570, BRICK)
    sheet.shape([(170, 236), (600, 60), (1030, 236)], BARK)
    _stairs_of_rooms(sheet)
    for x, colour in ((300, FIR), (380, AMBER), (460, MOSS), (540, BRICK)):
        person(sheet, x, 420, colour, SKIN, 0.72)
    sheet.box(690, 320, 190, 100, NIGHT, 6)
    sheet.box(700, 370, 170, 14, CREAM)
    person(sheet, 910, 420, AMBER, BARK, 0.7)
    sheet.box(300, 560, 230, 12, BARK)
    for x in (320, 505):
        sheet.box(x, 572, 10, 38, BARK)
    person(sheet, 350, 560, MOSS, SKIN, 0.6)
    person(sheet, 480, 560, HONEY, BARK, 0.6)
    cup(sheet, 415, 560, BRICK, 0.6)
    sheet.box(660, 540, 250, 70, BARK, 6)
    sheet.box(700, 500, 90, 42, NIGHT, 10)
    for x in (722, 746, 770):
        sheet.line([(x, 490), (x + 8, 476), (x, 462)], ICE, 5)
    person(sheet, 865, 540, FIR, SKIN, 0.62)
    for x in (340, 480):
        sheet.dot(x, 735, 52, NIGHT)
        sheet.dot(x, 735, 40, DUNE)
    sheet.line([(340, 735), (395, 665), (455, 665), (410, 735), (340, 735)], AMBER, 9)
    sheet.line([(480, 735), (448, 650), (475, 645)], AMBER, 9)
    hangs = ((690, BRICK), (750, MOSS), (810, HONEY))
    sheet.box(650, 655, 220, 8, BARK)
    for x, colour in hangs:
        sheet.box(x, 663, 40, 60, colour, 6)
    person(sheet, 910, 800, BRICK, SKIN, 0.72)
    return sheet


def lamp_in_the_window() -> Sheet:
    """A street in the evening: a big window with a yellow lamp and people on a sofa behind it."""
    sheet = Sheet(NIGHT)
    sheet.box(0, 0, 1200, 640, BARK)
    for row in range(0, 640, 64):
        sheet.box(0, row, 1200, 4, BRICK)
    sheet.box(0, 640, 1200, 160, NIGHT)
    sheet.box(0, 640, 1200, 18, ICE)
    sheet.box(120, 130, 660, 450, FIR, 10)
    sheet.box(140, 150, 620, 410, CREAM)
    hanging_lamp(sheet, 450, 300, 1.5)
    sheet.box(445, 0, 10, 128, BARK)
    sheet.box(445, 64, 10, 4, BRICK)
    sheet.box(440, 130, 20, 20, FIR)
    sheet.shape([(360, 302), (540, 302), (680, 560), (220, 560)], LIGHT)
    sheet.box(190, 430, 250, 130, MOSS, 30)
    sheet.box(500, 430, 220, 130, BRICK, 30)
    person(sheet, 260, 520, AMBER, SKIN, 0.95)
    person(sheet, 370, 520, NIGHT, BARK, 0.9)
    person(sheet, 610, 520, HONEY, SKIN, 0.95)
    sheet.box(190, 500, 250, 60, MOSS, 20)
    sheet.box(500, 500, 220, 60, BRICK, 20)
    sheet.box(446, 150, 10, 60, BARK)
    sheet.box(870, 220, 210, 420, FIR, 8)
    sheet.box(890, 240, 170, 400, LIGHT)
    sheet.dot(1040, 450, 10, BARK)
    sheet.shape([(890, 658), (1060, 658), (1160, 800), (800, 800)], CREAM)
    person(sheet, 975, 650, AMBER, SKIN, 1.1)
    sheet.box(940, 640, 30, 120, NIGHT, 8)
    sheet.box(982, 640, 30, 120, NIGHT, 8)
    snowfall(sheet, 1200, 800, 30)
    return sheet
