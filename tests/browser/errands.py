"""Errands that residents have, and how they are run by key presses alone.

The same errand is run through the form that narrows a list, or through the search; and without
scripts through links. Tests run them in Chromium (`test_errands.py`), a judge in Firefox: whatever
is a `Keyboard` will do. Nothing is clicked, and no focus is put anywhere but by keys.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

Steps = tuple[tuple[str, ...], ...]
# Whoever has to go further than this does not find it.
MOST_TABS = 60
# So often is looked for what a key does.
A_MOMENT = 3_000
# What a control is called, as it is read out.
NAMED = """const named = (each) => (each.getAttribute("aria-label")
    || (each.labels && each.labels.length && Array.from(each.labels,
        (label) => (label.querySelector("span") || label).textContent).join(" "))
    || each.textContent).trim().replace(/\\s+/g, " ");"""
HERE = f"""() => {{
    {NAMED}
    const here = document.activeElement;
    const option = here.selectedOptions && here.selectedOptions[0];
    return here === document.body ? null : {{ name: named(here), href: here.href || "",
        way: here.getAttribute("href") || "", value: option ? option.text : here.value || "",
        isOn: Boolean(here.checked || here.matches("details[open] > summary")) }};
}}"""
HEARD = """(words) => Array.from(document.querySelectorAll("[role=status]"),
    (each) => each.innerText.replace(/\\s+/g, " ")).some((said) => said.includes(words))"""
READ = """() => [location.pathname + location.search,
    document.querySelector("main").innerText.replace(/\\s+/g, " ")]"""


class Keyboard(Protocol):
    """A page of some browser, and somebody's hands on the keys.

    `day` is the figures of a day in the order in which the browser's date field takes them,
    `follow` presses a key and waits for the page that is there, and `saved` is the text of the file
    that is saved after one. `ask` and `until` look, with a function in JavaScript.
    """

    def open(self, address: str) -> None: ...
    def press(self, key: str) -> None: ...
    def follow(self, key: str, address: str) -> None: ...
    def write(self, text: str) -> None: ...
    def day(self, iso: str) -> str: ...
    def ask(self, script: str) -> Any: ...
    def until(self, script: str, value: str) -> None: ...
    def saved(self, key: str) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """`steps` are a resident's verbs and their words; `links` the same where no scripts run.

    It ends at the page `at`, which says `told`. What is `saved` on the way, if anything, holds
    each of the lines.
    """

    name: str
    steps: Steps
    links: Steps
    at: str
    told: str
    saved: tuple[str, ...] = ()


class Resident:
    """Runs errands; `pressed` are the keys pressed since the last one began."""

    def __init__(self, keyboard: Keyboard, origin: str) -> None:
        self.keyboard = keyboard
        self.origin = origin
        self.pressed: Counter[str] = Counter()
        self.kept = ""
        self.doing = ""

    def run(self, errand: Errand, *, scripts: bool) -> list[str]:
        """From the front page to the end; what went wrong."""
        self.pressed.clear()
        self.kept = ""
        self.keyboard.open(f"{self.origin}/")
        for verb, *words in errand.steps if scripts else errand.links:
            self.doing = f"{verb} {words}"
            if fault := getattr(self, verb)(*words):
                return [f"{self.doing}: {fault}"]
        at, told = self.keyboard.ask(READ)
        return [
            *([] if at == errand.at else [f"ends at {at}"]),
            *([] if errand.told in told else [f"does not say {errand.told!r}: {told[:300]!r}"]),
            *(f"saved without {each!r}" for each in errand.saved if each not in self.kept),
            *(["too far"] if self.tabs > MOST_TABS else []),
        ]

    @property
    def tabs(self) -> int:
        return self.pressed["Tab"] + self.pressed["Shift+Tab"]

    def press(self, key: str) -> None:
        self.pressed[key] += 1
        self.keyboard.press(key)

    def skip(self) -> str:
        """Past the head of the page, by the first thing that is reached."""
        self.press("Tab")
        if not self.keyboard.ask(HERE)["way"].startswith("#"):
            return "the first thing reached is no link within the page"
        self.press("Enter")
        return ""

    def soon(self, is_so: Callable[[Any], bool]) -> bool:
        """Whether it becomes so of what has the focus; a browser may take a moment for a key."""
        return any(is_so(self.keyboard.ask(HERE)) for _ in range(A_MOMENT))

    def reach(self, words: str, key: str = "Tab") -> str:
        """Goes on until something is called so, or begins with these words."""
        passed = []
        for _ in range(MOST_TABS):
            self.press(key)
            here = self.keyboard.ask(HERE)
            if here and (here["name"] == words or here["name"].startswith(f"{words} ")):
                return ""
            passed.append(here and here["name"][:40])
        return f"not reached: {passed}"

    def follow(self, words: str, key: str = "Tab") -> str:
        if fault := self.reach(words, key):
            return fault
        href = self.keyboard.ask(HERE)["href"]
        self.pressed["Enter"] += 1
        self.keyboard.follow("Enter", href)
        return ""

    def read(self, words: str) -> str:
        """What stands on the page, without going anywhere."""
        return "" if words in self.keyboard.ask(READ)[1] else "not said"

    def unfold(self, words: str) -> str:
        if fault := self.reach(words):
            return fault
        self.press("Enter")
        return "" if self.soon(lambda here: here["isOn"]) else "stays closed"

    def pick(self, label: str, option: str) -> str:
        """By arrows, as somebody does who hears one option after another."""
        if fault := self.reach(label):
            return fault
        passed = [str(self.keyboard.ask(HERE)["value"])]
        while passed[-1] != option:
            self.press("ArrowDown")
            if not self.soon(lambda here: here["value"] != passed[-1]):
                return f"only {passed}"
            passed.append(str(self.keyboard.ask(HERE)["value"]))
        return ""

    def tick(self, label: str) -> str:
        if fault := self.reach(label):
            return fault
        self.press("Space")
        return "" if self.soon(lambda here: here["isOn"]) else "stays empty"

    def write(self, label: str, text: str) -> str:
        if fault := self.reach(label):
            return fault
        return self._write(text)

    def date(self, label: str, iso: str) -> str:
        if fault := self.reach(label):
            return fault
        self._write(self.keyboard.day(iso))
        return "" if self.soon(lambda here: here["value"] == iso) else "the field has another day"

    def _write(self, text: str) -> str:
        self.pressed["letters"] += len(text)
        self.keyboard.write(text)
        return ""

    def enter(self) -> str:
        self.press("Enter")
        return ""

    def hear(self, words: str) -> str:
        """What is announced politely."""
        self.keyboard.until(HEARD, words)
        return ""

    def save(self, words: str) -> str:
        if fault := self.reach(words):
            return fault
        self.pressed["Enter"] += 1
        self.kept = self.keyboard.saved("Enter")
        return ""


ERRANDS = (
    Errand(
        name="torstain kahvit Rautjärvellä, aika ja paikka",
        steps=(
            ("follow", "Tapahtumat"),
            ("skip",),
            ("unfold", "Rajaa listaa"),
            ("pick", "Kunta", "Rautjärvi"),
            ("pick", "Ajankohta", "Tällä viikolla"),
            ("hear", "7 tapahtumaa: Rautjärvi, Tällä viikolla"),
            ("follow", "Torstaikahvit"),
        ),
        links=(("skip",), ("follow", "Rautjärvi"), ("skip",), ("follow", "Torstaikahvit")),
        at="/tapahtumat/torstaikahvit/",
        told="Seuraavan kerran torstaina 3.12.2026 klo 10–11.30 Joka torstai klo 10–11.30, "
        "16.12.2027 asti Lisää kaikki kerrat kalenteriin Vain seuraava kerta: Google-kalenteri, "
        "Outlook.com Missä Roihankadun olohuone, huone: Olohuone Roihankatu 1 56800 Simpele",
    ),
    Errand(
        name="mitä ilmaista viikonloppuna lapsille",
        steps=(
            ("follow", "Tapahtumat"),
            ("skip",),
            ("unfold", "Rajaa listaa"),
            ("pick", "Ajankohta", "Viikonloppuna"),
            ("pick", "Kenelle", "Lapsiperheet"),
            ("tick", "Maksuton"),
            ("hear", "2 tapahtumaa, 3 kertaa: Viikonloppuna, Lapsiperheet, Maksuton"),
            ("follow", "Joulukorttipaja"),
        ),
        links=(
            ("follow", "Kenelle"),
            ("skip",),
            ("follow", "Lapsiperheet"),
            ("skip",),
            ("follow", "Joulukorttipaja"),
        ),
        at="/tapahtumat/joulukorttipaja/",
        told="lauantaina 5.12.2026 klo 10–13",
    ),
    Errand(
        name="etänä torstaina kymmenentenä",
        steps=(
            ("follow", "Tapahtumat"),
            ("skip",),
            ("unfold", "Rajaa listaa"),
            ("pick", "Osallistumistapa", "Verkossa"),
            ("date", "Tai valitse päivä", "2026-12-10"),
            ("hear", "1 tapahtuma: Verkossa, 10.12.2026"),
            ("follow", "Torstain tarinailta"),
        ),
        links=(
            ("follow", "Tapahtumat"),
            ("skip",),
            ("unfold", "Rajaa listaa"),
            ("follow", "Osallistu etänä"),
            ("skip",),
            ("follow", "Torstain tarinailta"),
        ),
        at="/tapahtumat/torstain-tarinailta/",
        told="torstaina 10.12.2026 klo 18–19.30",
    ),
    Errand(
        name="digiapua ilman ajanvarausta, ja kalenteriin",
        steps=(
            ("follow", "Haku"),
            ("skip",),
            ("write", "Mitä etsit?", "digiopastusta"),
            ("enter",),
            ("hear", "Hakutuloksia: "),
            ("follow", "Digiopastus tiistaisin"),
            ("skip",),
            ("save", "Lisää kaikki kerrat kalenteriin"),
        ),
        links=(
            ("follow", "Aiheet"),
            ("skip",),
            ("follow", "Digiopastus"),
            ("skip",),
            ("follow", "Digiopastus tiistaisin"),
            ("skip",),
            ("save", "Lisää kaikki kerrat kalenteriin"),
        ),
        at="/tapahtumat/digiopastus-tiistaisin/",
        told="tiistaina 1.12.2026 klo 12–15 Joka tiistai klo 12–15, 15.6.2027 asti",
        saved=(
            "SUMMARY:Digiopastus tiistaisin",
            "RRULE:FREQ=WEEKLY;UNTIL=20270615T090000Z",
        ),
    ),
    Errand(
        name="på svenska: vad händer i Grankulla den här veckan",
        steps=(
            ("follow", "svenska"),
            ("follow", "Evenemang"),
            ("skip",),
            ("unfold", "Avgränsa listan"),
            ("pick", "Kommun", "Grankulla"),
            ("pick", "Tid", "Den här veckan"),
            ("hear", "6 evenemang: Grankulla, Den här veckan"),
            ("follow", "Läxhjälp"),
        ),
        links=(
            ("follow", "svenska"),
            ("skip",),
            ("follow", "Grankulla"),
            ("skip",),
            ("follow", "Läxhjälp"),
        ),
        at="/sv/evenemang/laksyapu/",
        told="onsdag 2.12.2026 kl. 15–17",
    ),
    Errand(
        name="something to practise Finnish in Mikkeli, in English",
        steps=(
            ("follow", "English"),
            ("follow", "Search"),
            ("skip",),
            ("write", "What are you looking for?", "practise finnish mikkeli"),
            ("enter",),
            ("hear", "Results: "),
            ("follow", "Language café in Mikkeli"),
        ),
        links=(
            ("follow", "English"),
            ("follow", "Topics"),
            ("skip",),
            ("follow", "Languages and conversation"),
            ("skip",),
            ("follow", "Language café in Mikkeli"),
        ),
        at="/en/events/kielikahvila-mikkeli/",
        told="Tuesday 1 December 2026 16:30–18:00 Every Tuesday 16:30–18:00, until 15 June 2027",
    ),
)


def of_need(need: str, rule: str, event: str, at: str, told: str) -> Errand:
    """From a feeling to an event in three steps; the need says by which rule the event is there."""
    steps = (
        ("follow", "Mitä tarvitset?"),
        ("skip",),
        ("follow", need),
        ("read", rule),
        ("skip",),
        ("follow", event),
    )
    return Errand(name=need, steps=steps, links=steps, at=f"/tapahtumat/{at}/", told=told)


OF_NEEDS = (
    of_need(
        "En tiedä, mitä kaikkea on tarjolla",
        "joihin voi tulla ilmoittautumatta ja joiden aihe on ”Neuvonta ja palvelut”",
        "Digiopastus tiistaisin",
        "digiopastus-tiistaisin",
        "ajanvarausta",
    ),
    of_need(
        "Minulla ei ole rahaa",
        "jotka ovat maksuttomia ja joihin voi tulla ilmoittautumatta",
        "Perhetuvan aamu kirkonkylällä",
        "perhetuvan-aamu-kirkonkyla",
        "Maksuton",
    ),
    of_need(
        "En tiedä, kuka voisi auttaa minua",
        "joihin voi tulla yksin ja joiden aihe on ”Vertaistuki”",
        "Toivon ilta",
        "toivon-ilta",
        "yksin",
    ),
    of_need(
        "En tiedä, mikä paikka sopii minulle",
        "joihin voi osallistua puhelimella ja joiden aihe on ”Neuvonta ja palvelut”",
        "Mihin minä kuulun -puhelin",
        "neuvontapuhelin",
        "010 123 0061",
    ),
    of_need(
        "Tunnen oloni yksinäiseksi",
        "joihin voi osallistua puhelimella ja joihin voi tulla ilmoittautumatta ja yksin",
        "Puhelinkahvit",
        "puhelinkahvit",
        "010 123 0065",
    ),
    of_need(
        "Olen ujo",
        "joihin voi tulla ilmoittautumatta ja yksin ja joissa neuvotaan ensi kertaa tulevaa",
        "Hiljainen ilta",
        "hiljainen-ilta",
        "Nyökkäys riittää",
    ),
    of_need(
        "Olen muuttanut tänne",
        "jotka on tarkoitettu paikkakunnalle muuttaneille tai Suomeen muuttaneille",
        "Kielikahvila Mikkeli",
        "kielikahvila-mikkeli",
        "Paikkakunnalle muuttaneet",
    ),
    of_need(
        "Haluan harjoitella ihmisten kanssa olemista",
        "joihin voi tulla ilmoittautumatta ja yksin ja joiden aihe on ”Kielet ja keskustelu”",
        "Kielikahvila Mikkeli",
        "kielikahvila-mikkeli",
        "yksin",
    ),
)

EVERY = (*ERRANDS, *OF_NEEDS)
