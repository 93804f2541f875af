"""What a contribution changes, thing by thing, in the words of a reader."""

from collections.abc import Iterator
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
from kohtaamo.review.fields import differences
from kohtaamo.review.markdown import plain
from kohtaamo.review.pairs import Pair, Thing
from kohtaamo.review.shift import Shift, shift_of
from kohtaamo.review.speaker import Speaker
from kohtaamo.review.touched import TIMES
from kohtaamo.review.values import plain_words
from kohtaamo.review.when import changed_dates, days_words, when_words
from kohtaamo.review.where import room_words, where_words

# Fields that say where an event is: who changes one moves it.
_WHERE = frozenset({"place", "location", "stop", "room"})


class Part(StrEnum):
    """What is the matter with a thing, the most important one; in the order of a review."""

    ADDED = "added"
    CANCELLED = "cancelled"
    MOVED = "moved"
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
        head = self._head(self.after, pair.new)
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
        if not lines:
            lines.append(self.after.words("review.nothing_seen"))
        return News(part=part, pair=pair, head=head, lines=tuple(lines), dropped=shift.dropped)

    def _head(self, speaker: Speaker, thing: Thing) -> str:
        """The title, and where and when: `**Lukukerho**: Asematalo, torstaina 3.12.2026 klo 13`."""
        words = speaker.words
        match thing:
            case Event():
                facts = [where_words(speaker, thing), self._when(speaker, thing)]
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

    def _when(self, speaker: Speaker, event: Event) -> str:
        """All its dates; where something is wrong with them only what is written."""
        if thing_key(event.origin.path) in self.undated or not is_readable(event):
            return plain_words(speaker.words, event.start)
        return when_words(speaker, event)

    def _shift(self, old: Event, new: Event) -> Shift:
        """What becomes of its dates; where something is wrong with them, nothing is known."""
        undated = self.undated.intersection(thing_key(each.origin.path) for each in (old, new))
        return Shift(has_moved=False) if undated else shift_of(old, new, self.today)

    def _times(self, old: Event, new: Event, shift: Shift) -> Iterator[str]:
        words = self.after.words
        was, now = self._when(self.before, old), self._when(self.after, new)
        if was != now:
            name = words("review.when.label")
            yield words("review.field.changed", field=name, old=was, new=now)
        if shift.dropped:
            days = days_words(self.after, shift.dropped)
            yield words.several("review.date.dropped", len(shift.dropped), days=days)

    def _dates(self, old: Event | None, new: Event) -> Iterator[tuple[str, bool]]:
        if new.repeat is not None and thing_key(new.origin.path) not in self.undated:
            yield from changed_dates(self.after, old, new)

    def _of_new(self, new: Thing) -> Iterator[str]:
        """What a new thing says beside its head: dates that are off from the beginning."""
        if isinstance(new, Event):
            yield from (line for line, _ in self._dates(None, new))
            if new.status is not Status.CONFIRMED:
                yield self.after.words(f"review.status.{new.status.value}")

    def _booking(self, pair: Pair) -> News:
        """Room and times, and nothing else, whichever side is closed."""
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
        return News(part=Part.BOOKED, pair=pair, head=head, is_same=was == now)

    def _taken(self, speaker: Speaker, thing: Thing) -> str:
        if not isinstance(thing, Event):
            return ""
        facts = [room_words(speaker, thing), self._when(speaker, thing)]
        return ", ".join(filter(None, facts))


def _part(old: Event, new: Event, *, has_moved: bool, off: list[bool]) -> Part:
    if (new.status is Status.CANCELLED and old.status is not Status.CANCELLED) or any(off):
        return Part.CANCELLED
    is_elsewhere = any(getattr(old, key) != getattr(new, key) for key in _WHERE)
    is_moved = new.status is not old.status and new.status in (Status.POSTPONED, Status.MOVED)
    return Part.MOVED if has_moved or is_elsewhere or is_moved else Part.CHANGED
