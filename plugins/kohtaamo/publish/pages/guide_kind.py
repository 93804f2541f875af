"""The guide to one kind of file: every field with what it is for, its form and an example."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kohtaamo.content.schema.guide import (
    FieldGuide,
    RecordGuide,
    notes,
    record_guides,
    smallest_file,
)
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.schema.recipes import RECIPES
from kohtaamo.publish.output import GUIDE, NETWORK
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.guide_languages import guide_languages, has_guide
from kohtaamo.publish.pages.listing import section_link
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.texts import Link, Text

# Keys are English, examples are Finnish.
_KEYS, _EXAMPLES = "en", "fi"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """`anchor` is its id on the page; of `form` some words lead to other parts of the page."""

    anchor: str
    key: Text
    label: str
    help: str
    is_required: bool
    form: tuple[Link, ...]
    example: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """The fields inside a field; `parts_of` names all fields that hold them."""

    anchor: str
    title: str
    parts_of: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """One word of a vocabulary: what is written, and how it reads."""

    id: Text
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class VocabularyView:
    """All words of one vocabulary of the network."""

    anchor: str
    title: str
    terms: tuple[TermView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipeView:
    """Fields that are often needed together, ready to be copied."""

    title: str
    said: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class KindView:
    """`smallest` is a whole file; `parts` lead to what follows behind the kind's own fields.

    `notes` are what holds for some fields alone: which are translated, which may be left out.
    """

    head: Head
    smallest: Text
    recipes: tuple[RecipeView, ...]
    parts: tuple[Link, ...]
    fields: tuple[FieldView, ...]
    notes: tuple[str, ...]
    records: tuple[RecordView, ...]
    vocabularies: tuple[VocabularyView, ...]


def guide_kind_pages(context: PageContext) -> Iterator[Page]:
    """A page for each kind of file; no day changes it."""
    if has_guide(context):
        for kind in KINDS:
            yield Page(
                at=lambda addresses, kind=kind: addresses.guide(kind),  # type: ignore[misc]
                make=partial(_view, context, kind),
                subjects=(GUIDE, NETWORK),
                changed=context.site.changed_network,
                languages=guide_languages(context),
            )


def _view(context: PageContext, kind: str) -> KindView:
    words = context.words
    own, *inside = record_guides([KINDS[kind]], words)
    lead = words("reference.kind.lead", file=words(f"records.{kind}.file"))
    records = tuple(_record(context, record) for record in inside)
    vocabularies = tuple(_vocabularies(context, (own, *inside)))
    return KindView(
        head=Head(
            title=Text(words(f"reference.write.{kind}")),
            description=lead,
            trail=(section_link(context, "guide"),),
            lead=Text(lead),
        ),
        smallest=Text(smallest_file(KINDS[kind]), _lang(context, _EXAMPLES)),
        recipes=tuple(_recipes(context)) if kind == "event" else (),
        parts=(
            *(Link(f"#{each.anchor}", Text(each.title)) for each in records),
            *(Link(f"#{each.anchor}", Text(each.title)) for each in vocabularies),
        ),
        fields=tuple(_field(context, field, field.key) for field in own.fields),
        notes=tuple(_notes(context, own)),
        records=records,
        vocabularies=vocabularies,
    )


def _recipes(context: PageContext) -> Iterator[RecipeView]:
    for key, lines in RECIPES.items():
        title = context.words(f"reference.recipes.{key}")
        said = Text("\n".join(lines), _lang(context, _EXAMPLES))
        yield RecipeView(title=title, said=said)


def _notes(context: PageContext, own: RecordGuide) -> Iterator[str]:
    for note, keys in notes(own):
        yield context.words(f"reference.{note}", keys=", ".join(keys))


def _record(context: PageContext, record: RecordGuide) -> RecordView:
    words = context.words
    return RecordView(
        anchor=f"{record.name}-fields",
        title=f"{record.title} ({record.name})",
        parts_of=words("reference.part", keys=", ".join(record.parts_of)),
        fields=tuple(
            _field(context, field, f"{record.name}-{field.key}") for field in record.fields
        ),
    )


def _field(context: PageContext, field: FieldGuide, anchor: str) -> FieldView:
    return FieldView(
        anchor=anchor,
        key=_key(context, field.key),
        label=field.label,
        help=field.help,
        is_required=field.is_required,
        form=tuple(_form(context, field)),
        example=Text(field.example, _lang(context, _EXAMPLES)),
    )


def _form(context: PageContext, field: FieldGuide) -> Iterator[Link]:
    """What may be written; names of records and vocabularies are links, all else has no address."""
    links = {name: f"#{name}-fields" for name in field.inside}
    if field.vocabulary:
        links[field.vocabulary] = f"#{field.vocabulary}-terms"
    rest = context.words("reference.kind.form", form=field.form)
    for name, href in links.items():
        before, found, rest = rest.rpartition(name)
        # A phrase that names it in other words is followed by the name.
        yield Link("", Text(before if found else f"{rest} "))
        yield Link(href, _key(context, name))
        rest = rest if found else ""
    yield Link("", Text(rest))


def _vocabularies(
    context: PageContext, records: tuple[RecordGuide, ...]
) -> Iterator[VocabularyView]:
    """Each vocabulary that a field of these draws on, once."""
    named = (field.vocabulary for record in records for field in record.fields)
    for name in dict.fromkeys(filter(None, named)):
        yield VocabularyView(
            anchor=f"{name}-terms",
            title=context.words("reference.kind.vocabulary", name=name),
            terms=tuple(
                TermView(id=_key(context, term.id), label=context.label(term.label))
                for term in context.network.vocabularies[name].values()
            ),
        )


def _key(context: PageContext, key: str) -> Text:
    return Text(key, _lang(context, _KEYS))


def _lang(context: PageContext, tag: str) -> str:
    """A language as it is said on the page: "" for the page's own."""
    return tag if context.language != tag else ""
