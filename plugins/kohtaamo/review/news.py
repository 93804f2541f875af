"""What a contribution changes, thing by thing, in the words of a reader."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kohtaamo.content.rules.event_times import is_readable
from kohtaamo.content.source.keys import thing_key
from kohtaamo.model.event import Event, Status
from kohtaamo.model.notice import Notice
from kohtaamo.model.organiser import Organiser
from kohtaamo.model.place import Place
from kohtaamo.review.fields import differences, told_at_once
from kohtaamo.review.markdown import plain
from kohtaamo.review.pairs import Pair, Thing
from kohtaamo.review.shift import Shift, shift_of
from kohtaamo.review.speaker import Speaker
from kohtaamo.review.touched import TIMES
from kohtaamo.review.values import plain_words
from kohtaamo.review.when import changed_dates, days_words, times_line, usual_words, when_words
from kohtaamo.review.where import room_words, where_words
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.series import plan

# Fields that say where an event is: who changes one moves it.
_WHERE = frozenset({"place", "location", "stop", "room"})


class Part(StrEnum):
    """What is the matter with a thing, the most important one; in the order of a review."""

    ADDED = "added"
    CANCELLED = "cancelled"
    DATES_OFF = "dates_off"
    MOVED = "moved"
    OTHER_TIMES = "other_times"
    RENAMED = "renamed"
    CHANGED = "changed"
    REMOVED = "removed"
    BOOKED = "booked"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One thing: `head` is its line, `lines` say what it was and is. Both may stand in Markdown.

    `is_same` of a room that is taken at the same times as before; `dropped` are the coming days
    that a series had before and has no more.
    """

    part: Part
    pair: Pair
    head: str
    lines: tuple[str, ...] = ()
    is_same: bool = False
    dropped: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Tells of pairs. `before` and `after` know the names of either side.

    Of the events in `undated` no dates are worked out; those in `secret` are closed groups. What
    has passed on `today` cannot move any more.
    """

    before: Speaker
    after: Speaker
    undated: frozenset[str]
    secret: AbstractSet[str]
    today: date

    def news(self, pair: Pair) -> News:
        """What is new of one thing."""
        if pair.is_closed or pair.key in self.secret:
            return self._booking(pair)
        if pair.new is None and pair.old is not None and not pair.is_unread:
            return News(part=Part.REMOVED, pair=pair, head=self._head(self.before, pair.old))
        if pair.new is None:
            head = self.after.words("review.unread", path=plain(pair.path))
            return News(part=Part.UNREAD, pair=pair, head=head)
        head = self._head(self.after, pair.new, is_known=pair.old is not None)
        if pair.old is None:
            lines = tuple(self._of_new(pair.new))
            return News(part=Part.ADDED, pair=pair, head=head, lines=lines)
        return self._changed(pair, pair.old, pair.new, head)

    def _changed(self, pair: Pair, old: Thing, new: Thing, head: str) -> News:
        if isinstance(old, Event) and isinstance(new, Event):
            dates, shift = list(self._dates(old, new)), self._shift(old, new)
            part = _part(old, new, has_moved=shift.has_moved, off=[off for _, off in dates])
            lines = [*self._times(old, new, shift), *(line for line, _ in dates)]
        else:
            part, lines, shift = Part.CHANGED, list[str](), Shift(has_moved=False)
        told = TIMES if isinstance(new, Event) else frozenset[str]()
        lines += differences(self.before, self.after, pair.kind, old, new, told)
        if old.slug != new.slug:
            part = Part.RENAMED if part is Part.CHANGED else part
            names = {"old": plain(old.slug), "new": plain(new.slug)}
            lines.append(self.after.words("review.renamed", **names))
        if not lines:
            lines.append(self.after.words("review.nothing_seen"))
        return News(part=part, pair=pair, head=head, lines=tuple(lines), dropped=shift.dropped)

    def _head(self, speaker: Speaker, thing: Thing, *, is_known: bool = False) -> str:
        """The title, and where and when: `**Lukukerho**: Asematalo, torstaina 3.12.2026 klo 13`.

        Of a series that one knows already only when it usually is.
        """
        words = speaker.words
        match thing:
            case Event():
                tell = usual_words if is_known else when_words
                facts = [where_words(speaker, thing), self._when(speaker, thing, tell)]
                title, about = thing.title, ", ".join(filter(None, facts))
            case Place():
                about = speaker.term("municipalities", thing.municipality)
                title, about = thing.name, words("review.kind.place", about=about)
            case Organiser():
                names = [speaker.term("municipalities", each) for each in thing.municipalities]
                about = words("review.kind.organiser", about=speaker.listed(names, 4))
                title = thing.name
            case Notice():
                until = plain_words(words, thing.until)
                title, about = thing.title, words("review.kind.notice", until=until)
        return words("review.head", title=plain(title), about=about)

    def _when(
        self, speaker: Speaker, event: Event, tell: Callable[[Speaker, Event], str] = when_words
    ) -> str:
        """All its dates; where something is wrong with them only what is written."""
        if not self._has_dates(event):
            return plain_words(speaker.words, event.start)
        return tell(speaker, event)

    def _has_dates(self, event: Event) -> bool:
        return thing_key(event.origin.path) not in self.undated and is_readable(event)

    def _shift(self, old: Event, new: Event) -> Shift:
        """What becomes of its dates; where something is wrong with them, nothing is known."""
        undated = self.undated.intersection(thing_key(each.origin.path) for each in (old, new))
        return Shift(has_moved=False) if undated else shift_of(old, new, self.today)

    def _times(self, old: Event, new: Event, shift: Shift) -> Iterator[str]:
        words = self.after.words
        if self._has_dates(old) and self._has_dates(new):
            if line := times_line(self.before, self.after, old, new):
                yield line
        elif (was := self._when(self.before, old)) != (now := self._when(self.after, new)):
            name = words("review.when.label")
            yield words("review.field.changed", field=name, old=was, new=now)
        if shift.dropped:
            days = days_words(self.after, shift.dropped)
            yield words.several("review.date.dropped", len(shift.dropped), days=days)

    def _dates(self, old: Event | None, new: Event) -> Iterator[tuple[str, bool]]:
        if new.repeat is not None and thing_key(new.origin.path) not in self.undated:
            yield from changed_dates(self.after, old, new)

    def _of_new(self, new: Thing) -> Iterator[str]:
        """What a new thing says beside its head: whoever approves it has to see it."""
        if isinstance(new, Event):
            yield from (line for line, _ in self._dates(None, new))
            yield from self._gone(new)
            if new.status is not Status.CONFIRMED:
                yield self.after.words(f"review.status.{new.status.value}")
        if isinstance(new, Event | Notice):
            yield from told_at_once(
                self.after, "event" if isinstance(new, Event) else "notice", new
            )

    def _gone(self, new: Event) -> Iterator[str]:
        """How many dates of a series have been already, where others are to come."""
        if new.repeat is not None and self._has_dates(new):
            all_of_them = occurrences(plan(new))
            gone = sum(each.last_day < self.today for each in all_of_them)
            if 0 < gone < len(all_of_them):
                yield self.after.words.several("review.gone", gone)

    def _booking(self, pair: Pair) -> News:
        """Room and times, and nothing else, whichever side is closed; and that it is to be open."""
        words = self.after.words
        was = self._taken(self.before, pair.old) if pair.old else ""
        now = self._taken(self.after, pair.new) if pair.new else ""
        if was and now and was != now:
            head = words("review.booking.changed", old=was, new=now)
        elif now:
            form = "same" if was else "added"
            head = words(f"review.booking.{form}", new=now)
        elif was and not pair.is_unread:
            head = words("review.booking.removed", old=was)
        else:
            head = words("review.booking.unread")
        lines = (words("review.booking.opened"),) if _opens(pair) else ()
        return News(part=Part.BOOKED, pair=pair, head=head, lines=lines, is_same=was == now)

    def _taken(self, speaker: Speaker, thing: Thing) -> str:
        if not isinstance(thing, Event):
            return ""
        facts = [room_words(speaker, thing), self._when(speaker, thing)]
        return ", ".join(filter(None, facts))


def _opens(pair: Pair) -> bool:
    """True when what nobody knew of would be published: its room and times do not tell that."""
    old, new = pair.old, pair.new
    was_closed = isinstance(old, Event) and old.is_closed
    return was_closed and isinstance(new, Event) and not new.is_closed


def _part(old: Event, new: Event, *, has_moved: bool, off: list[bool]) -> Part:
    if new.status is Status.CANCELLED and old.status is not Status.CANCELLED:
        return Part.CANCELLED
    if any(off):
        return Part.DATES_OFF
    is_elsewhere = any(getattr(old, key) != getattr(new, key) for key in _WHERE)
    is_moved = new.status is not old.status and new.status in (Status.POSTPONED, Status.MOVED)
    if is_elsewhere or is_moved:
        return Part.MOVED
    return Part.OTHER_TIMES if has_moved else Part.CHANGED
