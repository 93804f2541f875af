"""A record as pagefind takes it: a text to show and to search, and facts to search and to show."""

from typing import Any

from kohtaamo.model.translation import Said
from kohtaamo.publish.search.lemmas import Inflection
from kohtaamo.publish.search.record import Record
from kohtaamo.text.languages import broader, html_tag

# Where all words of names stand: pagefind says in which fields it has found something, and the
# script (`theme/static/js/search.js`) puts results in order by the digit.
_NAME = "name{}"


def entry_of(record: Record, forms: Inflection) -> dict[str, Any]:
    """A custom record of pagefind, which drops those that have no content at all.

    Its facts (`meta`) are texts; those that are empty are left out. All of them are searched, but
    the page shows only some: `forms` of the title's words and `also` are found and never shown.
    """
    shown = {each.text for each in (record.title, *record.where)}
    others = dict.fromkeys(each.text for each in record.also if each.text not in shown)
    names = (record.title, *record.called)
    words = dict.fromkeys(each.text for each in record.called if each.text != record.title.text)
    called = ", ".join(words)
    around = (*record.texts, *record.also, *record.where)
    meta = {
        "title": record.title.text,
        "lang": _lang(record.title, record.tag),
        "kind": record.kind,
        "state": record.state,
        "when": record.when,
        "dates": "\n".join(f"{each.over}|{each.state}|{each.words}" for each in record.dates),
        "over": str(record.over or ""),
        "where": ", ".join(each.text for each in record.where),
        "text_lang": _lang(record.texts[0], record.tag) if record.texts else "",
        "forms": forms.base((record.title,)),
        "called": called,
        "also": " ".join(filter(None, (" · ".join(others), forms.all(around)))),
        "akin": " ".join(
            filter(None, (*(each.text for each in record.akin), forms.all(record.akin)))
        ),
        _NAME.format(record.rank): " ".join(
            filter(None, (record.title.text, called, forms.all(names)))
        ),
    }
    return {
        "url": record.address,
        "language": record.language,
        "content": "\n".join(each.text for each in record.texts or (record.title,)),
        "meta": {name: text for name, text in meta.items() if text},
        "filters": {},
        "sort": {},
    }


def _lang(text: Said, tag: str) -> str:
    """The HTML `lang` of a text that is in another language than its readers'."""
    return "" if text.language in broader(tag) else html_tag(text.language)
