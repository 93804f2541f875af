"""What differs between two versions of a thing, field by field: what it was, and what it is."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from kohtaamo.content.schema.field import Field, Record
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.schema.many import ListOf
from kohtaamo.content.schema.scalars import Single
from kohtaamo.model.place import Room, Stop
from kohtaamo.review.excerpt import excerpts
from kohtaamo.review.markdown import plain
from kohtaamo.review.pairs import Thing
from kohtaamo.review.speaker import Speaker, label
from kohtaamo.review.values import value_words
from kohtaamo.words.names import language_name

_LONGEST = 160
# What of a new thing is told besides when and where, and how much of a text.
_AT_ONCE = ("organisers", "price", "registration", "contact", "summary", "text")
_BEGINNING = 200
# What is named by an id within the event's place.
_INSIDE = frozenset({"room", "stop"})


def differences(
    before: Speaker, after: Speaker, kind: str, old: Thing, new: Thing, told: AbstractSet[str]
) -> Iterator[str]:
    """A line for each field that differs, `**Paikka:** Asematalo → Tupa`; those `told` left out.

    The names of what fields refer to are those of the version's own network.
    """
    for field in KINDS[kind].fields:
        if field.key not in told:
            values = _values(field, old, new)
            if field.key in _INSIDE:
                values = _inside(before, field, old), _inside(after, field, new)
            yield from _of_field(before, after, kind, field, values, "")
    yield from _of_translations(after, old, new)


def told_at_once(speaker: Speaker, kind: str, thing: Thing) -> Iterator[str]:
    """A line for each field that whoever approves a new thing looks at: `Hinta: maksuton`.

    Of a text the beginning, as it was written.
    """
    for field in (KINDS[kind].by_key[key] for key in _AT_ONCE if key in KINDS[kind].by_key):
        value = getattr(thing, field.attribute, None)
        if isinstance(value, str):
            told = plain(value, _BEGINNING)
        else:
            told = value_words(speaker, field.type, value)
        if told:
            name = label(speaker.words, kind, field.key)
            yield speaker.words("review.field.told", field=name, value=told)


def _values(field: Field, old: Any, new: Any) -> tuple[Any, Any]:
    return getattr(old, field.attribute, None), getattr(new, field.attribute, None)


def _inside(speaker: Speaker, field: Field, thing: Any) -> str | None:
    """The name of the room or stop of an event, as its place has it."""
    named: str | None = getattr(thing, field.attribute)
    place = speaker.network.places.get(thing.place or "")
    within: Room | Stop | None = getattr(place, field.attribute)(named) if place else None
    return within.name if within else named


def _of_field(
    before: Speaker,
    after: Speaker,
    record: str,
    field: Field,
    values: tuple[Any, Any],
    above: str,
) -> Iterator[str]:
    old, new = values
    if old == new:
        return
    name = label(after.words, record, field.key)
    name = f"{above}, {name[:1].lower()}{name[1:]}" if above else name
    if isinstance(field.type, Record) and old is not None and new is not None:
        for inner in field.type.fields:
            values = _values(inner, old, new)
            yield from _of_field(before, after, field.type.name, inner, values, name)
    else:
        yield _line(after, name, *_told(before, after, field, old, new))


def _told(before: Speaker, after: Speaker, field: Field, old: Any, new: Any) -> tuple[str, str]:
    """The two values: of lists and mappings what only one has, of long texts what differs."""
    if isinstance(field.type, Single) and isinstance(old, str) and isinstance(new, str):
        old, new = excerpts(old, new)
        return plain(old, _LONGEST), plain(new, _LONGEST)
    if isinstance(field.type, ListOf) and old and new:
        only_old = tuple(each for each in old if each not in new)
        only_new = tuple(each for each in new if each not in old)
        if only_old or only_new:
            old, new = only_old, only_new
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        shared = old.items() & new.items()
        old, new = (dict(side.items() - shared) for side in (old, new))
        old, new = dict(sorted(old.items())), dict(sorted(new.items()))
    return value_words(before, field.type, old), value_words(after, field.type, new)


def _line(speaker: Speaker, name: str, old: str, new: str) -> str:
    words = speaker.words
    if old and new:
        return words("review.field.changed", field=name, old=old, new=new)
    if new:
        return words("review.field.added", field=name, new=new)
    return words("review.field.removed", field=name, old=old)


def _of_translations(speaker: Speaker, old: Thing, new: Thing) -> Iterator[str]:
    words = speaker.words
    for language in sorted(old.translations.keys() | new.translations.keys()):
        was, now = old.translations.get(language), new.translations.get(language)
        values = {"language": language_name(words, language) or plain(language)}
        if was is None:
            yield words("review.translation.added", **values)
        elif now is None:
            yield words("review.translation.removed", **values)
        elif replace(was, origin=now.origin) != now:
            yield words("review.translation.changed", **values)
