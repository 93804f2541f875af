"""Files of the network itself without what is faulty in them."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from kohtaamo.content.build.built import Built
from kohtaamo.content.source.tree import Document, Mapping, Node
from kohtaamo.problems.problem import Problem, Severity, has_errors


def sound_terms(built: Built, errors: Iterable[Problem]) -> Built | None:
    """A vocabulary's other terms; None where nothing of the file can be used."""
    own = {each.sort_key for each in built.problems}
    of_rules = {each.line for each in errors if each.sort_key not in own}
    terms = tuple(each for each in built.terms if of_rules.isdisjoint(each.origin.lines.values()))
    if not terms or (not has_errors(built.problems) and len(terms) == len(built.terms)):
        return None
    return replace(built, terms=terms, problems=_warnings(built))


def sound_words(built: Built, errors: Collection[Problem]) -> Built | None:
    """A words file's other words; None where nothing of it can be used."""
    if built.document is None or has_errors(built.problems):
        return None
    keys = {each.field for each in errors}
    root = _without(built.document.root, keys, "")
    if "" in keys or not isinstance(root, Mapping) or root == built.document.root:
        return None
    return replace(built, document=_with_root(built.document, root))


def sound_network(built: Built, _errors: Iterable[Problem]) -> Built:
    """The network without its logo: anybody may take a picture away, and it stays who it is."""
    brand = replace(built.item.brand, logo=None)
    return replace(built, item=replace(built.item, brand=brand))


def _without(node: Node, keys: Collection[str], at: str) -> Node:
    """The node without the entries of some dotted keys."""
    if not isinstance(node, Mapping):
        return node
    entries = ((key, value, f"{at}.{key.text}" if at else key.text) for key, value in node.entries)
    kept = ((key, _without(value, keys, name)) for key, value, name in entries if name not in keys)
    return Mapping(tuple(kept), node.line)


def _with_root(document: Document, root: Mapping) -> Document:
    return replace(document, root=root)


def _warnings(built: Built) -> tuple[Problem, ...]:
    return tuple(each for each in built.problems if each.severity is Severity.WARNING)
