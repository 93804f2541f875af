"""Changed keys laid over the keys that a file has: what the file says afterwards."""

from contextlib import suppress

from kohtaamo.content.source.tree import Mapping, Node, Scalar, Sequence
from kohtaamo.problems.problem import Refused
from kohtaamo.text.dates import parse_date
from kohtaamo.writing.mail.unreceived import UnreceivedError

# Lists that only grow by mail: whoever sends one more date does not mean to take the others away.
GROWING = frozenset({"repeat.skip", "repeat.extra", "repeat.changes", "exceptions"})
_OF_CANCELLING = frozenset({"date", "dates", "reason"})


def nested(keys: Mapping) -> Mapping:
    """The same with dotted keys taken apart: `repeat.until: …` is `repeat: {until: …}`."""
    found: dict[str, Node] = {}
    for key, node in keys.entries:
        first, dot, inner = key.text.partition(".")
        below = node if not dot else nested(Mapping(((Scalar(inner, key.line), node),), key.line))
        found[first] = _together(found.get(first), below)
    return _mapping(found)


def _together(held: Node | None, node: Node) -> Node:
    """What two keys of a change say together; what they take away stays said."""
    if not isinstance(held, Mapping) or not isinstance(node, Mapping):
        return node
    found = {key.text: each for key, each in held.entries}
    for key, each in node.entries:
        found[key.text] = _together(found.get(key.text), each)
    return _mapping(found)


def cancelling(keys: Mapping, *, is_series: bool) -> Mapping:
    """The keys that cancel an event, or the dates of it that are named by `date` or `dates`.

    UnreceivedError: `cancel_keys` for other keys than these and `reason`, `no_series` for dates of
    an event that has no series.
    """
    given = {key.text: node for key, node in keys.entries if not node.is_missing}
    if not _OF_CANCELLING.issuperset(given):
        raise UnreceivedError("cancel_keys", keys=", ".join(sorted(set(given) - _OF_CANCELLING)))
    reason = given.get("reason")
    days = [day for key in ("date", "dates") for day in _days(given.get(key))]
    if not days:
        status: dict[str, Node] = {"status": Scalar("cancelled", 1)}
        return _mapping({**status, "reason": reason} if reason else status)
    if not is_series:
        raise UnreceivedError("no_series")
    changes: list[Node] = []
    for day in days:
        entry: dict[str, Node] = {"date": _iso(day), "cancelled": Scalar("yes", 1)}
        changes.append(_mapping({**entry, "reason": reason} if reason else entry))
    return _mapping({"repeat": _mapping({"changes": Sequence(tuple(changes), 1)})})


def over(old: Node | None, new: Node, at: str) -> Node | None:
    """What a field says with `new` laid over `old`; None when it is taken away.

    Mappings are laid key by key, lists in `GROWING` grow, all else is replaced. `at` is the dotted
    field.
    """
    if new.is_missing:
        return None
    if isinstance(new, Mapping):
        held = old.entries if isinstance(old, Mapping) else ()
        found = {key.text: node for key, node in held}
        for key, node in new.entries:
            one = over(found.get(key.text), node, f"{at}.{key.text}" if at else key.text)
            if one is None:
                found.pop(key.text, None)
            else:
                found[key.text] = one
        return _mapping(found) if found else None
    if at in GROWING:
        return _grown(old, new)
    return new


def _grown(old: Node | None, new: Node) -> Sequence:
    """The old items and the new ones; an entry for a date that is there takes its place."""
    items = _items(old)
    for each in _items(new):
        at = _place_of(each, items)
        if at is None:
            items.append(each)
        else:
            items[at] = each
    return Sequence(tuple(items), 1)


def _place_of(item: Node, items: list[Node]) -> int | None:
    """The number of the item for the same date, None when there is none."""
    wanted = _day_of(item)
    return next((at for at, each in enumerate(items) if _day_of(each) == wanted), None)


def plain_tree(node: Node | None) -> object:
    """A tree without its lines, to be compared."""
    match node:
        case Scalar():
            # The end of a block depends on what stands below it.
            return node.text.rstrip("\n")
        case Sequence():
            return [plain_tree(each) for each in node.items]
        case Mapping():
            return {key.text: plain_tree(value) for key, value in node.entries}
    return None


def _day_of(item: Node) -> object:
    if isinstance(item, Mapping):
        item = item.get("date") or item
    if isinstance(item, Scalar):
        return _iso(item).text
    return plain_tree(item)


def _iso(node: Node) -> Scalar:
    """A date in ISO's form; what is none stays as it is, and is told of by the check."""
    if not isinstance(node, Scalar):
        raise UnreceivedError("cancel_keys", keys="date")
    with suppress(Refused):
        return Scalar(parse_date(node.text).isoformat(), node.line)
    return node


def _days(node: Node | None) -> list[Node]:
    """A list of dates, also when they stand on one line with commas between."""
    found: list[Node] = []
    for each in _items(node):
        parts = each.text.split(",") if isinstance(each, Scalar) else []
        found += [Scalar(part.strip(), each.line) for part in parts] or [each]
    return found


def _items(node: Node | None) -> list[Node]:
    if node is None or node.is_missing:
        return []
    return list(node.items) if isinstance(node, Sequence) else [node]


def _mapping(nodes: dict[str, Node]) -> Mapping:
    return Mapping(tuple((Scalar(key, 1), node) for key, node in nodes.items()), 1)
