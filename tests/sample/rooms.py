"""The places that one sees from inside: sofa, rug, table, telephone."""

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
from .things import cup, fir, hanging_lamp, person, window


def living_room() -> Sheet:
    """A sofa, a lamp, and a table with a computer at which two sit side by side."""
    sheet = Sheet(SAND)
    sheet.box(0, 600, 1200, 200, BRICK)
    sheet.box(0, 592, 1200, 14, BARK)
    window(sheet, 120, 120, 270, 250, NIGHT)
    sheet.shape([(120, 330), (250, 300), (390, 335), (390, 370), (120, 370)], SNOW)
    sheet.dot(330, 170, 22, LIGHT)
    sheet.box(80, 440, 400, 120, FIR, 40)
    person(sheet, 190, 560, HONEY, SKIN, 1.15)
    sheet.box(60, 520, 440, 120, MOSS, 36)
    sheet.box(90, 636, 24, 40, BARK)
    sheet.box(446, 636, 24, 40, BARK)
    sheet.shape([(300, 560), (410, 548), (420, 600), (310, 612)], CREAM)
    hanging_lamp(sheet, 830, 210, 1.3)
    person(sheet, 760, 600, AMBER, SKIN, 1.3)
    person(sheet, 930, 600, NIGHT, BARK, 1.3)
    sheet.box(620, 560, 480, 30, BARK, 10)
    for x in (660, 1040):
        sheet.box(x, 590, 20, 150, BARK)
    sheet.shape([(770, 560), (920, 560), (900, 470), (790, 470)], ICE)
    sheet.box(750, 552, 190, 14, DUNE, 6)
    cup(sheet, 1030, 560, MOSS)
    cup(sheet, 670, 560, FIR)
    return sheet


def play_room() -> Sheet:
    """A round rug with blocks, a ball and a bear; a grown-up with coffee in an armchair."""
    sheet = Sheet(CREAM)
    sheet.box(0, 480, 1200, 320, DUNE)
    sheet.box(0, 472, 1200, 12, SKIN)
    window(sheet, 800, 90, 250, 230, MOSS)
    sheet.oval(560, 650, 430, 125, MOSS)
    sheet.oval(560, 650, 360, 98, FIR)
    sheet.box(90, 330, 250, 280, AMBER, 50)
    person(sheet, 215, 560, FIR, SKIN, 1.3)
    sheet.box(60, 480, 70, 150, BRICK, 30)
    sheet.box(300, 480, 70, 150, BRICK, 30)
    sheet.box(120, 540, 190, 90, BRICK, 20)
    cup(sheet, 335, 482, CREAM, 0.9)
    blocks = ((480, 600, HONEY), (560, 600, BRICK), (640, 600, CREAM), (520, 525, AMBER))
    for x, y, colour in (*blocks, (600, 525, ICE), (560, 450, HONEY)):
        sheet.box(x, y, 72, 72, colour, 8)
    sheet.shape([(540, 450), (652, 450), (596, 380)], BRICK)
    sheet.dot(420, 690, 46, AMBER)
    sheet.arc(420, 690, 46, (200, 340), CREAM, 10)
    for x in (798, 882):
        sheet.dot(x, 478, 26, SKIN)
    sheet.dot(840, 505, 62, SKIN)
    sheet.oval(840, 625, 78, 88, SKIN)
    sheet.oval(840, 640, 46, 56, CREAM)
    sheet.oval(840, 524, 26, 20, CREAM)
    sheet.dot(840, 516, 9, BARK)
    for x in (816, 864):
        sheet.dot(x, 496, 7, BARK)
    for x in (770, 910):
        sheet.oval(x, 600, 26, 40, SKIN)
        sheet.dot(x + (18 if x < 840 else -18), 700, 34, SKIN)
    person(sheet, 1040, 660, BRICK, SKIN, 1.0)
    sheet.box(985, 640, 110, 50, NIGHT, 24)
    return sheet


def long_table() -> Sheet:
    """A table from one wall to the other, chairs of all colours, a train behind the window."""
    sheet = Sheet(SAND)
    sheet.box(60, 90, 1080, 260, BARK, 8)
    sheet.box(74, 104, 1052, 232, ICE)
    sheet.box(74, 290, 1052, 46, SNOW)
    fir(sheet, 150, 300, 0.7)
    sheet.box(330, 180, 800, 120, MOSS, 26)
    sheet.box(330, 262, 796, 12, CREAM)
    for x in range(380, 1080, 120):
        sheet.box(x, 204, 80, 46, LIGHT, 8)
    for x in (410, 760):
        sheet.box(x, 100, 14, 240, BARK)
    sheet.box(0, 640, 1200, 160, DUNE)
    for x in (250, 600, 950):
        hanging_lamp(sheet, x, 330, 1.1)
    sitting = (
        (130, FIR, SKIN),
        (290, AMBER, BARK),
        (450, HONEY, SKIN),
        (610, NIGHT, SKIN),
        (770, BRICK, SKIN),
        (1070, MOSS, BARK),
    )
    for x, clothes, skin in sitting:
        person(sheet, x, 560, clothes, skin, 1.05)
    sheet.box(20, 545, 1160, 40, BRICK, 12)
    sheet.box(20, 577, 1160, 10, BARK)
    for x in (80, 1090):
        sheet.box(x, 585, 26, 190, BARK)
    for x, colour in ((210, MOSS), (530, CREAM), (690, FIR), (1000, AMBER)):
        cup(sheet, x, 548, colour, 0.8)
    sheet.shape([(330, 546), (400, 546), (410, 534), (320, 534)], CREAM)
    for x, colour in ((200, HONEY), (400, FIR), (600, AMBER), (800, MOSS), (1000, NIGHT)):
        sheet.box(x - 50, 640, 100, 22, colour, 10)
        sheet.box(x - 40, 660, 12, 110, BARK)
        sheet.box(x + 28, 660, 12, 110, BARK)
    return sheet


def telephone() -> Sheet:
    """A telephone on a small table; its cord runs to a cup of coffee and an evening window."""
    sheet = Sheet(MOSS)
    sheet.box(0, 590, 1200, 210, BRICK)
    sheet.box(0, 580, 1200, 16, BARK)
    window(sheet, 760, 110, 290, 270, NIGHT)
    sheet.dot(960, 190, 44, LIGHT)
    fir(sheet, 830, 378, 0.62)
    fir(sheet, 1000, 378, 0.42)
    sheet.shape([(270, 640), (640, 640), (580, 470), (330, 470)], AMBER)
    sheet.box(250, 620, 410, 50, AMBER, 24)
    sheet.dot(455, 560, 74, CREAM)
    for x, y in ((455, 508), (500, 534), (500, 586), (455, 612), (410, 586), (410, 534)):
        sheet.dot(x, y, 13, BARK)
    sheet.dot(455, 560, 24, HONEY)
    sheet.arc(455, 560, 260, (215, 325), BARK, 62)
    for x in (270, 640):
        sheet.box(x - 58, 372, 116, 84, BARK, 30)
    for number in range(9):
        sheet.arc(700 + number * 36, 660, 24, (0, 360), BARK, 9)
    cup(sheet, 1080, 690, CREAM, 2)
    for x in (1040, 1080, 1120):
        sheet.line([(x, 560), (x + 14, 530), (x - 6, 500), (x + 10, 470)], DUNE, 8)
    for r in (60, 100, 140):
        sheet.arc(160, 400, r, (150, 210), LIGHT, 12)
    return sheet
