"""Texts that have broken calendars, feeds and pages elsewhere."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from tests.hostile.reading import attacks
from tests.often import often

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
# What one-line fields make a space of; in paragraphs it is a space to the eye.
_BREAKS = re.compile(r"[\t\n\r\u0085\u2028\u2029 ]+")


@dataclass(frozen=True)
class Payload:
    """`text` as it is written into fields of plain text, after a mark that says which field it is.

    `markdown` is written where Markdown is read, and shows `shown`; `first` stands before the mark.
    """

    text: str
    markdown: str
    shown: str
    first: str = ""

    def written(self, mark: str, limit: int) -> str:
        """The value of a field of plain text, cut to what the field may hold."""
        return f"{self.first}{mark} {self.text}"[:limit].rstrip(" \\")

    def paragraph(self, mark: str) -> tuple[str, str]:
        """A paragraph of Markdown, and what a reader sees of it."""
        return f"{self.first}{mark} {self.markdown}", evened(f"{self.first}{mark} {self.shown}")


@dataclass(frozen=True)
class InTurn(Payload):
    """Every field another one of many texts: the first field that of the number `first_of_all`."""

    texts: Sequence[str] = ()
    first_of_all: int = 0

    def written(self, mark: str, limit: int) -> str:
        return f"{mark} {self._text(mark)}"[:limit].rstrip(" \\")

    def paragraph(self, mark: str) -> tuple[str, str]:
        """Its signs are character references, which every Markdown shows; its lines are one."""
        text = _BREAKS.sub(" ", self._text(mark)).strip()
        shown = evened(f"{mark} {text}")
        written = _PUNCTUATION.sub(lambda sign: f"&#{ord(sign[0])};", text)
        return f"{mark} {written}", shown

    def _text(self, mark: str) -> str:
        number = int(mark.strip("«»")) - 1 + self.first_of_all
        # A word before it: texts without a letter are in no language, and marked as in none.
        return f"a {self.texts[number % len(self.texts)]}"


def in_turn(first: int) -> InTurn:
    """The attacks of `tests/hostile/attacks/markup.txt`, in their order from one of them on."""
    texts = tuple(each.text for each in attacks("markup", 2))
    return InTurn(text="", markdown="", shown="", texts=texts, first_of_all=first)


def evened(text: str) -> str:
    """One line in NFC with single spaces: how all texts are compared."""
    return _BREAKS.sub(" ", unicodedata.normalize("NFC", text)).strip()


def _plain(text: str, first: str = "") -> Payload:
    """Nothing in it is Markdown."""
    return Payload(text, text, text, first)


def _long(before: str, pattern: str) -> Payload:
    """300 characters, with one of several octets at every place where a line may be folded."""
    return _plain(before + pattern * (300 // len(pattern)))


HARMLESS = _plain("tavallinen teksti")
HOSTILE = {
    "emoji and signs of calendars": Payload(
        text=r"""👩🏽‍👩‍👧🏿👍🏾 a;b,c\d \n \N \; \, \\ "x" 'y' : ;,\ x""",
        markdown=r"""👩🏽‍👩‍👧🏿👍🏾 a;b,c\d \n \N \\ "x" 'y' : ;,\ x""",
        shown=r"""👩🏽‍👩‍👧🏿👍🏾 a;b,c\d \n \N \ "x" 'y' : ;,\ x""",
    ),
    "lines of a calendar": _plain("a\nATTENDEE:mailto:x@example.fi\nEND:VEVENT\nBEGIN:VEVENT"),
    "line breaks of every kind": _plain(
        "a\u2028b\u0085c\u2029d\r\nATTENDEE:mailto:x@example.fi\r\nEND:VCALENDAR\re"
    ),
    "signs of markup": Payload(
        text="""]]> </script> <![CDATA[ x ]]> &amp;lt; &#8; <b onclick=a()> & <!-- "x" 'y'""",
        markdown="""]]> </script> <![CDATA[ x ]]> &amp;lt; <b onclick=a()> & <!-- "x" 'y'""",
        shown="""]]> </script> <![CDATA[ x ]]> &lt; <b onclick=a()> & <!-- "x" 'y'""",
    ),
    "a formula and templates": _plain(
        "{{7*7}} {% x %} {#x#} %s {0} ${x} <?x?> --> </title>", first="=cmd|' /C calc'!A0 "
    ),
    "from right to left, marks that combine": _plain(
        "مرحبا ١٢٣ שלום e\u0323\u0302 a\u0308\u0304 Z\u0334a\u0338lgo नि"
    ),
    "two octets": _long("", "ä"),
    "two octets, the other way": _long("x", "ä"),
    "four octets": _long("", "ä€🧶x"),
}
HOSTILE["all at once"] = Payload(
    text=" ".join(each.first + each.text for each in tuple(HOSTILE.values())[:6]),
    markdown=" ".join(each.first + each.markdown for each in tuple(HOSTILE.values())[:6]),
    shown=" ".join(each.first + each.shown for each in tuple(HOSTILE.values())[:6]),
)
HOSTILE["every attack in turn"] = in_turn(0)
# The others are about calendars and feeds; pages see all of them at once, and where there is time
# some of them alone.
_ALONE = ("line breaks of every kind", "signs of markup", "a formula and templates")
ON_PAGES = (*often((), _ALONE), "all at once", "every attack in turn")
