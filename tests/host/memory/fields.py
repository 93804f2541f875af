"""What edits write into the files of `tests/sites/everything`: good values, bad ones, none.

None takes a field out. What a value makes of its file does not matter: it may be refused.
"""

from collections.abc import Mapping, Sequence

Values = Mapping[str, Sequence[str | None]]

_PICTURES = (
    "[{file: logo.png, alt: Merkki}]",
    "[{file: simpukka/ranta.webp, alt: Ranta}]",
    "[{file: uusi.png, alt: Uusi}]",
    None,
)
_SERIES = "{every: week, until: 2027-05-27"

EVENT: Values = {
    "title": ("Tanssit", '"Ääni & <b>"'),
    "start": (
        "2026-12-05 18:00",
        "2026-12-01 10:00",
        "2026-11-20 12:00",
        "2026-12-28 18:00",
        "2027-11-30 12:00",
    ),
    "duration": ("2 h", "5 d", None),
    "place": ("simpukka", "kaamostupa", "kiertava-lukuauto", None, "ei-ole"),
    "stop": ("ylakyla", "satama", None),
    "room": ("tullisali", "tupa", None),
    "location": ("{name: Ranta, municipality: merilahti}", None),
    "organisers": (
        "[merilahden-martat]",
        "[havsvikens-folkhalsa, kaamoskylan-kunta]",
        None,
        "[ei-ole]",
    ),
    "audiences": ("[islanders, elderly]", "[families]", None),
    "topics": ("[food]", "[crafts, celebrations]", None),
    "needs": ("[lonely]", "[new-here]", None),
    "part_of": ("satamapaivat", "levyraati", None),
    "replaced_by": ("levyraati-tammikuussa", "pilkkikisat", None),
    "status": ("cancelled", "postponed", "moved", None),
    "reason": ("Ukkonen.", "Sairastuminen", None),
    "access": ("members", "closed", "open", None),
    "price": ("free", "Kolehti", '[{amount: "4,50", for: Aikuiset}]', None),
    "published": ("2026-11-01", "2027-01-01", None),
    "formerly": ("[vanha-nimi]", "[toinen-nimi, vanha-nimi]", None),
    "summary": ("Lyhyesti.", "Toisin sanoen", None),
    "languages": ("[fi]", "[sv, en]", None),
    "images": _PICTURES,
    "online": ('{url: "https://example.fi/linkki"}', None),
    "repeat": (
        _SERIES + "}",
        _SERIES + ", skip: [public-holidays], extra: [2027-01-02]}",
        _SERIES + ", changes: [{date: 2026-12-12, cancelled: yes}]}",
        _SERIES + ", changes: [{date: 2026-12-12, place: kaamostupa, reason: Retki}]}",
        "{every: month, times: 6}",
        None,
    ),
    "sample": ("true", None),
}
PLACE: Values = {
    "name": ("Uusi talo", "Simpukkala"),
    "municipality": ("merilahti", "kaamoskyla", "ei-ole"),
    "rooms": (
        "[{id: tupa, name: Pirtti}, {id: tullisali, name: Sali, turnaround: 600}]",
        "[{id: tullisali, name: Juhlasali}, {id: merihuone, name: Merihuone}]",
        None,
    ),
    "hours": ("[{days: mon-fri, from: 10:00, to: 16:00}]", "[{days: sat, from: 9, to: 12}]", None),
    "can_host": ("all", "ask", "[havsvikens-folkhalsa]", None),
    "organisers": ("[merilahden-martat]", "[kaamoskylan-kunta]", None),
    "maintained_by": ("havsvikens-folkhalsa", None),
    "audiences": ("[everyone]", "[islanders]", None),
    "images": _PICTURES,
    "formerly": ("[tullihuone]", "[vanha-talo]", None),
    "open_until": ("2026-12-02", "2028-12-31", None),
    "facilities": ("[coffee]", "[wifi, sauna]", None),
}
ORGANISER: Values = {
    "name": ("Uusi yhdistys ry", "Martat"),
    "class": ("culture", "sports", "ei-ole"),
    "municipalities": ("[merilahti]", "[kaamoskyla]", "[merilahti, kaamoskyla]"),
    "places": ("[simpukka]", "[kaamostupa, simpukka]", None),
    "topics": ("[food]", "[crafts]", None),
    "formerly": ("[martat]", "[vanha-seura]", None),
    "images": _PICTURES,
    "open_until": ("2026-12-01", "2030-01-01", None),
}
NOTICE: Values = {
    "title": ("Tekijöitä haetaan", "Lokal"),
    "until": ("2026-12-01", "2026-12-02", "2027-05-31"),
    "published": ("2026-11-02", "2026-12-01", None),
    "place": ("simpukka", "kaamostupa", None),
    "organisers": ("[merilahden-martat]", "[kaamoskylan-kunta]", None),
    "kind": ("volunteers", "grants", "training"),
    "formerly": ("[kevattalkoot]", "[vanha-ilmoitus]", None),
}
PAGE: Values = {
    "title": ("Tietoja", "Me"),
    "summary": ("Kuka", None),
    "formerly": ("[meista]", "[keita]", None),
}
NETWORK: Values = {
    "id": ("meri-ja-kaamos", "kohtaamo-malli"),
    "name": ("Uusi verkosto", "Hav"),
    "languages": ("[fi, sv]", "[fi, sv, en]", "[sv, fi, en]", "[fi, sv, en, de]"),
    "brand": ('{colour: "#123456"}', '{colour: "#00594f", logo: logo.png}', None),
}
FIELDS: Mapping[str, Values] = {
    "events": EVENT,
    "places": PLACE,
    "organisers": ORGANISER,
    "notices": NOTICE,
    "pages": PAGE,
}


def with_field(text: str, key: str, value: str | None) -> str:
    """A file's text with a field of its head set anew, or taken out."""
    lines = text.split("\n")
    start = 1 if lines[0] == "---" else 0
    end = lines.index("---", 1) if start else len(lines)
    head: list[str] = []
    is_of_key = False
    for line in lines[start:end]:
        is_of_key = line.startswith(f"{key}:") or (is_of_key and line[:1] in {" ", "-"})
        if not is_of_key:
            head.append(line)
    own = [] if value is None else [f"{key}: {value}"]
    return "\n".join([*lines[:start], *own, *head, *lines[end:]])
