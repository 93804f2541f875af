"""The notices of the board once more by their names: by kind, and by municipality."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kohtaamo.model.notice import Notice
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.moments import Moments
from kohtaamo.publish.pages.search_names import Letter, Name
from kohtaamo.publish.wording.repeats import joined

# As many can stand on the first page once more; of a longer board, municipalities' own pages have
# what concerns them.
_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeList:
    """`way` is the question that its `groups` answer, `name` their heading."""

    way: str
    name: str
    groups: tuple[Letter, ...]


def notice_lists(context: PageContext, slugs: Sequence[str]) -> tuple[NoticeList, ...]:
    """Both lists, each only where there is a choice; easy pages have none."""
    if context.words.is_easy or len(slugs) > _MOST:
        return ()
    words, vocabularies = context.words, context.network.vocabularies
    notices = [context.network.notices[slug] for slug in slugs]
    kinds = _groups(
        context, notices, "notice-kinds", vocabularies["notice-kinds"], lambda each: (each.kind,)
    )
    towns = _groups(
        context,
        notices,
        "municipalities",
        sorted(
            vocabularies["municipalities"],
            key=lambda key: context.order(context.term("municipalities", key)),
        ),
        lambda each: each.municipalities,
    )
    lists = (
        NoticeList(way=words("site.way.what"), name=words("site.notices.by_kind"), groups=kinds),
        NoticeList(way=words("site.way.where"), name=words("site.listing.by_town"), groups=towns),
    )
    return tuple(each for each in lists if len(each.groups) > 1)


def _groups(
    context: PageContext,
    notices: Iterable[Notice],
    vocabulary: str,
    order: Iterable[str],
    keys_of: Callable[[Notice], Iterable[str]],
) -> tuple[Letter, ...]:
    """By term of a vocabulary, in an order; each notice as the board has it, newest first."""
    found: dict[str, list[Name]] = defaultdict(list)
    for notice in notices:
        for key in keys_of(notice):
            found[key].append(_name(context, notice, vocabulary))
    return tuple(
        Letter(
            name=_label(context, vocabulary, key),
            key=f"{'kind' if vocabulary == 'notice-kinds' else 'town'}-{key}",
            names=tuple(found[key]),
        )
        for key in order
        if key in found
    )


def _name(context: PageContext, notice: Notice, vocabulary: str) -> Name:
    """Its note is what the group does not say: where, or what; and until when.

    It stands with the date by which scripts know when it is over.
    """
    if vocabulary == "notice-kinds":
        labels = (_label(context, "municipalities", key) for key in notice.municipalities)
        note = joined(context.words, labels)
    else:
        note = _label(context, "notice-kinds", notice.kind)
    until = context.words("site.notice.until", date=context.day(notice.until))
    return Name(
        href=context.link(context.addresses.notice(notice.slug)),
        text=context.field(notice, "title"),
        note="",
        when=Moments(notice.until.isoformat(), f"{note} · {until}"),
    )


def _label(context: PageContext, vocabulary: str, key: str) -> str:
    term = context.network.vocabularies[vocabulary].get(key)
    return context.quoted(term.label.said(context.language)) if term else key
