"""The report in words: what text, Markdown and the page say alike, each in its own form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kohtaamo.care.report import Coverage, Finding, Report, Section, Untranslated
from kohtaamo.care.words import called
from kohtaamo.model.terms import Term
from kohtaamo.model.translation import Label, Said
from kohtaamo.schedule.public_holidays import holiday_name
from kohtaamo.text.runs import capital
from kohtaamo.words.dates import day
from kohtaamo.words.words import Words

# Of more audiences the number is enough.
_MOST_AUDIENCES = 3

# How a form shows a text that somebody wrote: it is data in all of them.
Quote = Callable[[Said], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A finding in a sentence, and where it stands; `path` and `line` are those of `Finding`."""

    text: str
    path: str
    line: int

    def at(self, folder: str) -> str:
        """Where it stands, as in `kohtaamo check`: `content/places/tupa.md:3`."""
        path = beside(self.path, folder)
        return f"{path}:{self.line}" if self.line else path


def beside(path: str, folder: str) -> str:
    """A path below the content folder as seen from where people stand."""
    return path if folder in {"", "."} else f"{folder}/{path}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of as many cells as the head has."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A section: `do` says what is to be done, `notes` what else there is to know.

    In `do` field names and commands stand between backticks. `more` says how many further lines
    there are.
    """

    title: str
    do: str
    notes: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    table: Table | None = None
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """`urgent` are the most urgent findings with what is to be done; `well` when there is none."""

    title: str
    day: str
    well: str
    urgent_title: str
    urgent: tuple[tuple[Line, str], ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Teller:
    """Of every section no more than `most` lines are told; None for all that the report has."""

    words: Words
    quote: Quote
    most: int | None = None

    def name(self, label: Label) -> str:
        return self.quote(label.said(self.words.tag))

    def names(self, labels: Sequence[Label]) -> str:
        return ", ".join(map(self.name, labels))

    def audiences(self, terms: Sequence[Term], most: int | None = None) -> str:
        """`nuorille, ikääntyneille`; of a term without such a form, its label.

        No more than `most` of them, and how many others; a word with which all begin only once.
        """
        tag = self.words.tag
        forms = [
            self.name(term.for_)
            if term.for_.has(tag)
            else self.words("care.for_group", name=self.name(term.label))
            for term in terms[:most]
        ]
        named = ", ".join(_once(forms))
        rest = len(terms) - len(forms)
        return f"{named} {self.words.several('care.and_others', rest)}" if rest else named

    def more(self, count: int, shown: int) -> str:
        return self.words.several("care.more", count - shown) if count > shown else ""

    def line(self, finding: Finding) -> Line:
        words, when = self.words, finding.day
        text = words(
            f"care.says.{finding.says}",
            name=self.name(finding.name),
            day=day(words, when, "on_weekday_year") if when else "",
            date=day(words, when) if when else "",
            year=when.year if when else "",
            holiday=holiday_name(when, words.tag) or "" if when else "",
            detail=self.quote(Said(finding.detail, "")),
            language=called(words, finding.detail),
        )
        if finding.organisers:
            form = "one" if len(finding.organisers) == 1 else "many"
            asked = words(f"care.organisers.{form}", names=self.names(finding.organisers))
            text = f"{text} {asked}"
        return Line(text=text, path=finding.path, line=finding.line)

    def urgent(self, finding: Finding, report: Report) -> Line:
        """What is pressing alone; else all of its topic at once, and where the first one stands."""
        section = next(each for each in report.sections if each.topic is finding.topic)
        line = self.line(finding)
        if section.count == 1 or finding.is_pressing(report.today):
            return line
        return replace(line, text=f"{self.titled(section.topic.value, section.count)}.")

    def block(self, section: Section) -> Block:
        shown = section.findings[: self.most]
        return Block(
            title=self.titled(section.topic.value, section.count),
            do=self.words(f"care.topic.{section.topic.value}.do"),
            lines=tuple(map(self.line, shown)),
            more=self.more(section.count, len(shown)),
        )

    def titled(self, topic: str, count: int) -> str:
        title = self.words(f"care.topic.{topic}.title")
        return self.words("care.counted", title=title, count=count)

    def untranslated(self, found: Sequence[Untranslated]) -> Block:
        words = self.words
        rows = tuple(
            (
                called(words, each.language),
                ", ".join(
                    words(f"care.missing.{kind.kind}", missing=kind.missing, every=kind.every)
                    for kind in each.kinds
                ),
            )
            for each in found
        )
        head = (words("care.head.language"), words("care.head.untranslated"))
        title, do = words("care.topic.untranslated.title"), words("care.topic.untranslated.do")
        return Block(title=title, do=do, table=Table(head=head, rows=rows))

    def coverage(self, found: Coverage) -> Block:
        words = self.words
        gaps = found.gaps[: self.most]
        rows = tuple(
            (
                self.name(gap.municipality),
                words.several("care.dates", gap.dates),
                words("care.nothing", names=self.audiences(gap.missing, _MOST_AUDIENCES))
                if gap.dates
                else words("care.no_events"),
            )
            for gap in gaps
        )
        head = tuple(words(f"care.head.{each}") for each in ("municipality", "dates", "nobody"))
        counted = words("care.counting", until=day(words, found.until))
        nowhere = (
            words("care.nowhere", names=self.audiences(found.nowhere)) if found.nowhere else ""
        )
        return Block(
            title=words("care.topic.coverage.title"),
            do=words("care.topic.coverage.do"),
            notes=tuple(filter(None, (counted, nowhere))),
            table=Table(head=head, rows=rows) if rows else None,
            more=self.more(found.count, len(gaps)),
        )


def _once(forms: Sequence[str]) -> Sequence[str]:
    """`for children, young people`: the first word only once where all begin with it."""
    begun = {form.partition(" ")[0] for form in forms}
    if len(begun) != 1 or not all(" " in form for form in forms):
        return forms
    return [forms[0], *(form.partition(" ")[2] for form in forms[1:])]


def tell(report: Report, words: Words, quote: Quote, most: int | None = None) -> Told:
    """The report in the language of `words`; `quote` makes safe whatever contributors wrote."""
    teller = _Teller(words=words, quote=quote, most=most)
    blocks = [teller.block(section) for section in report.sections]
    if report.coverage:
        blocks.append(teller.coverage(report.coverage))
    if report.untranslated:
        blocks.append(teller.untranslated(report.untranslated))
    return Told(
        title=words("care.title", network=teller.name(report.network)),
        day=capital(day(words, report.today, "on_weekday_year")),
        well=words("care.well") if report.is_well else "",
        urgent_title=words("care.urgent"),
        urgent=tuple(
            (teller.urgent(each, report), words(f"care.topic.{each.topic.value}.do"))
            for each in report.urgent
        ),
        blocks=tuple(blocks),
    )


def tell_finding(finding: Finding, words: Words, quote: Quote) -> Line:
    """One finding alone."""
    return _Teller(words=words, quote=quote).line(finding)
