"""A record as pagefind takes it: a text to show and to search, and facts to search and to show."""

from typing import Any

from kohtaamo.model.translation import Said
from kohtaamo.publish.search.lemmas import Forms, base_forms
from kohtaamo.publish.search.record import Record
from kohtaamo.text.languages import broader, html_tag


def entry_of(record: Record, forms: Forms) -> dict[str, Any]:
    """A custom record of pagefind.

    Its facts (`meta`) are texts; those that are empty are left out. All of them are searched, but
    the page shows only some: `also` is what is found and never shown.
    """
    shown = {each.text for each in (record.title, *record.where)}
    others = dict.fromkeys(each.text for each in record.also if each.text not in shown)
    also = (" · ".join(others), base_forms(record, forms))
    meta = {
        "title": record.title.text,
        "lang": _lang(record.title, record.tag),
        "kind": record.kind,
        "state": record.state,
        "when": record.when,
        "dates": "\n".join(
            "|".join((each.iso, each.lasts, each.state, each.words)) for each in record.dates
        ),
        "until": record.until,
        "where": ", ".join(each.text for each in record.where),
        "text_lang": _lang(record.texts[0], record.tag) if record.texts else "",
        "also": " ".join(filter(None, also)),
    }
    return {
        "url": record.address,
        "language": record.language,
        "content": "\n".join(each.text for each in record.texts),
        "meta": {name: text for name, text in meta.items() if text},
        "filters": {},
        "sort": {},
    }


def _lang(text: Said, tag: str) -> str:
    """The HTML `lang` of a text that is in another language than its readers'."""
    return "" if text.language in broader(tag) else html_tag(text.language)
