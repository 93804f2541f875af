"""A whole review as Markdown for a pull request: the verdict first, then what it rests on."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kohtaamo.content.source.keys import thing_key
from kohtaamo.problems.catalogue import Catalogue
from kohtaamo.review.findings import Finding, Findings, Group, findings_of
from kohtaamo.review.markdown import plain
from kohtaamo.review.named import with_names
from kohtaamo.review.news import Part, Teller
from kohtaamo.review.noticed import noticed
from kohtaamo.review.outside import outside_files
from kohtaamo.review.pairs import KINDS, Pair, pairs_of
from kohtaamo.review.pictures import picture_lines
from kohtaamo.review.removal import Removals, with_removals
from kohtaamo.review.speaker import Speaker
from kohtaamo.review.touched import Contribution, Touch, undated_keys
from kohtaamo.review.vanishing import count_lost, dropped_lines
from kohtaamo.review.veil import Veil, veil_of
from kohtaamo.words.words import Words

# GitHub takes comments of 65 536 characters, the others longer ones.
LONGEST = 60_000
# Of more the rest is counted: so much nobody reads.
_MOST, _MOST_LINES = 40, 12
_LONGEST_MESSAGE = 1_000
_FORMERLY = re.compile(r"formerly: \[[a-z0-9]+(?:(?:-|, )[a-z0-9]+)*\]")
_NUMBER = re.compile(r"\[[0-9]+\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """`may_merge` is false when there are errors to be mended first."""

    markdown: str
    may_merge: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Review:
    """What all sections are made from."""

    contribution: Contribution
    words: Words
    catalogue: Catalogue
    pairs: tuple[Pair, ...]
    removals: Removals
    findings: Findings
    veil: Veil
    noticed: tuple[str, ...]
    dropped: tuple[str, ...]


def review_markdown(
    contribution: Contribution, words: Words, catalogue: Catalogue, today: date
) -> Told:
    """What a coordinator needs to know of a contribution, in the language of `words`.

    `catalogue` is that of the same language. The text ends with a line end.
    """
    review = _looked_through(contribution, words, catalogue, today)
    blocks = [_verdict(review), *_sections(review), *_notes(review)]
    text = "\n\n".join(blocks)
    if len(text) > LONGEST:
        cut = text.rindex("\n", 0, LONGEST)
        text = f"{text[:cut].rstrip()}\n\n{words('review.too_long')}"
    may_merge = not any(each.is_error for each in review.findings.own)
    return Told(markdown=f"{text}\n", may_merge=may_merge)


def _looked_through(
    contribution: Contribution, words: Words, catalogue: Catalogue, today: date
) -> _Review:
    pairs, findings = pairs_of(contribution), findings_of(contribution, today)
    touched = (*contribution.files, *contribution.outside)
    veil = veil_of(contribution.secret, pairs, touched, words("review.booking.name"))
    sides = (contribution.before, contribution.after)
    before, after = (
        Speaker(words=words, network=side.network, hidden=veil.slugs) for side in sides
    )
    undated = frozenset[str]().union(*(undated_keys(side.problems) for side in sides))
    teller = Teller(before=before, after=after, undated=undated, secret=veil.keys, today=today)
    removals = with_removals(contribution, veil, (before, after), map(teller.news, pairs))
    news = removals.news
    dropped = tuple(dropped_lines(after, news, contribution.lost))
    vanishing = count_lost(contribution.lost) + len(dropped)
    return _Review(
        contribution=contribution,
        words=words,
        catalogue=catalogue,
        pairs=pairs,
        removals=removals,
        findings=findings,
        veil=veil,
        noticed=tuple(noticed(after, news, vanishing, undated, today)),
        dropped=dropped,
    )


def _verdict(review: _Review) -> str:
    words, own = review.words, review.findings.own
    if not (review.contribution.files or review.contribution.outside):
        return words("review.verdict.nothing")
    errors = sum(each.is_error for each in own)
    looks = sum(not each.is_error and not each.is_old for each in own) + len(review.dropped)
    looks += review.removals.linked
    files = len(outside_files(review.contribution))
    counts = {"errors": errors, "looks": looks, "files": files}
    told = [words.several(f"review.count.{what}", count) for what, count in counts.items() if count]
    what = Speaker(words=words, network=review.contribution.after.network).listed(told, len(told))
    if errors:
        return words("review.verdict.mend", what=what)
    return words("review.verdict.look", what=what) if told else words("review.verdict.fine")


def _sections(review: _Review) -> Iterator[str]:
    words = review.words
    yield from _found(review, Group.ERRORS)
    faulty = {thing_key(each.problem.path) for each in review.findings.own if each.is_error}
    for part in Part:
        entries = [
            _entry(words, each.head, each.lines)
            for each in review.removals.news
            if each.part is part and not (part is Part.UNREAD and each.pair.key in faulty)
        ]
        if part is Part.REMOVED:
            entries += [_entry(words, *each) for each in review.removals.others]
        intro = words("review.look_yourself") if part is Part.ADDED else ""
        yield from _section(words, f"part.{part.value}", entries, intro)
    pictures = list(picture_lines(review.contribution, review.veil, words))
    yield from _section(words, "part.pictures", pictures)
    yield from _section(words, "noticed.title", [f"- {line}" for line in review.noticed], total=0)
    yield from _found(review, Group.CONFLICTS)
    yield from _found(review, Group.LOST)
    yield from _found(review, Group.WARNINGS)
    yield from _section(words, "outside.title", list(_outside(review)), words("review.outside.why"))


def _section(
    words: Words, title: str, entries: list[str], intro: str = "", total: int | None = None
) -> Iterator[str]:
    """A heading and its entries; nothing without entries."""
    if not entries:
        return
    count = len(entries) if total is None else total
    heading = f"### {words(f'review.{title}')}" + (f" ({count})" if count else "")
    shown = entries[:_MOST]
    if len(entries) > _MOST:
        shown.append(f"- {words.several('review.more', len(entries) - _MOST)}")
    yield "\n\n".join(filter(None, (heading, intro, "\n".join(shown))))


def _entry(words: Words, head: str, told: Sequence[str]) -> str:
    """The line of a thing, and below it what is new of it."""
    lines = list(told[:_MOST_LINES])
    if len(told) > _MOST_LINES:
        lines.append(words.several("review.more", len(told) - _MOST_LINES))
    return "\n".join((f"- {head}", *(f"  - {line}" for line in lines)))


def _found(review: _Review, group: Group) -> Iterator[str]:
    found = [each for each in review.findings.own if each.group is group]
    entries = [f"- {_finding(review, each)}" for each in found]
    if group is Group.LOST:
        entries[:0] = [f"- {line}" for line in review.dropped]
    yield from _section(review.words, f"found.{group.value}", entries)


def _finding(review: _Review, finding: Finding) -> str:
    """Whose file, where in it, what: `**Lukukerho** (content/…/lukukerho.md, rivi 4, start): …`."""
    words = review.words
    problem = with_names(review.veil.over(finding.problem), review.contribution.after.network)
    is_hidden = review.veil.covers(problem.path)
    is_gone = review.contribution.files.get(problem.path) is Touch.REMOVED
    line = "" if is_gone else words("review.line", line=problem.line)
    path = "" if is_hidden else plain(review.contribution.path(problem.path))
    # The line says which of several it is.
    field = plain(_NUMBER.sub("", problem.field))
    where = ", ".join(filter(None, (path, line, field)))
    message = plain(review.catalogue.message(problem), _LONGEST_MESSAGE)
    names = problem.values.get("names") or problem.values.get("slug", "")
    former = f"formerly: [{names}]"
    if _FORMERLY.fullmatch(former):
        # To be copied, so without the invisible signs that keep a forge from reading more in it.
        message = message.replace(plain(former, _LONGEST_MESSAGE), f"`{former}`")
    title = _title(review, finding, is_hidden=is_hidden)
    values = {"title": title, "where": where, "message": message}
    form = "somewhere" if not where else "titled" if title else "untitled"
    told = words(f"review.finding.{form}", **values)
    if finding.is_elsewhere:
        return words("review.finding.elsewhere", finding=told)
    return words("review.finding.old", finding=told) if finding.is_old else told


def _title(review: _Review, finding: Finding, *, is_hidden: bool) -> str:
    """What the file is of, where anybody could read it; of a closed group never."""
    if is_hidden:
        return review.words("review.booking.title")
    folder, _, slug = thing_key(finding.problem.path).partition("/")
    for side in (review.contribution.after, review.contribution.before):
        thing = getattr(side.network, folder, {}).get(slug) if folder in KINDS else None
        if thing is not None:
            return plain(getattr(thing, "title", "") or getattr(thing, "name", ""))
    return ""


def _outside(review: _Review) -> Iterator[str]:
    words = review.words
    folder = review.contribution.folder
    for path, what, touch in outside_files(review.contribution):
        is_hidden = review.veil.covers(path.removeprefix(f"{folder}/" if folder else ""))
        yield "- " + words(
            f"review.touch.{touch.value}",
            path=words("review.booking.title") if is_hidden else plain(path),
            what=words(f"review.outside.{what}"),
        )


def _notes(review: _Review) -> Iterable[str]:
    words, findings = review.words, review.findings
    notes = []
    counts = {"errors": findings.errors_elsewhere, "looks": findings.warnings_elsewhere}
    told = [
        words.several(f"review.before.{what}", count) for what, count in counts.items() if count
    ]
    if told:
        speaker = Speaker(words=words, network=review.contribution.after.network)
        notes.append(words("review.before.told", what=speaker.listed(told, len(told))))
    if review.contribution.is_uncommitted:
        notes.append(words("review.uncommitted"))
    return notes
