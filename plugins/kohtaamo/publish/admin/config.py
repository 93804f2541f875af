"""The configuration of the form, made from the schema, the words and the network's vocabularies.

https://sveltiacms.app/en/docs/config-basics lists its keys. What a thing's file holds beyond the
fields (a `reviewed` of a translation) is kept as it is.
"""

from typing import Any

from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.listings.edition import Edition
from kohtaamo.publish.admin.forge import Backend
from kohtaamo.publish.admin.shapes import Shape, keys_of
from kohtaamo.publish.admin.widgets import FOLDERS, NAMED_BY, Forms, Widget
from kohtaamo.text.slugs import LONGEST

CONTENT = "content"
# A field of the form that stands in no file: in which folder a new file is put.
FOLDER = "folder"
_LARGEST_PICTURE = 8_000_000


def config_of(edition: Edition, backend: Backend) -> dict[str, Any]:
    """The whole configuration, as JSON is made of it."""
    identity = edition.network.identity
    return {
        "backend": backend.settings,
        "publish_mode": "editorial_workflow" if backend.has_drafts else "simple",
        "app_title": identity.name,
        "site_url": edition.site_url,
        "logo": {"src": f"{edition.site_url}/theme/mark.svg"},
        "show_preview_links": False,
        "media_folder": f"{CONTENT}/images",
        "public_folder": "/images",
        "media_libraries": {
            "default": {"config": {"slugify_filename": True, "max_file_size": _LARGEST_PICTURE}},
            "stock_assets": False,
        },
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": LONGEST},
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        **_translations(identity.languages),
        "collections": [_collection(edition, kind) for kind in FOLDERS],
    }


def shapes() -> dict[str, dict[str, Shape]]:
    """By folder, which fields stand otherwise in a file than in the form."""
    return {folder: keys_of(KINDS[kind]) for kind, folder in FOLDERS.items()}


def _translations(languages: tuple[str, ...]) -> dict[str, Any]:
    """`<slug>.sv.md` beside `<slug>.md`, only where somebody adds it."""
    if len(languages) < 2:
        return {}
    return {
        "i18n": {
            "structure": "multiple_files",
            "locales": list(languages),
            "default_locale": languages[0],
            "initial_locales": "default",
            "omit_default_locale_from_file_path": True,
        }
    }


def _collection(edition: Edition, kind: str) -> dict[str, Any]:
    languages = edition.network.identity.languages
    first, is_translated = languages[0], len(languages) > 1
    words = edition.words[first]
    forms = Forms(
        words=words,
        vocabularies=edition.network.vocabularies,
        first=first,
        is_translated=is_translated,
    )
    *fields, text = forms.fields(KINDS[kind])
    return {
        "name": FOLDERS[kind],
        "label": words(f"admin.kinds.{kind}"),
        "label_singular": words(f"records.{kind}.title"),
        "folder": f"{CONTENT}/{FOLDERS[kind]}",
        "path": f"{{{{fields.{FOLDER}}}}}/{{{{slug}}}}",
        "format": FOLDERS[kind],
        "identifier_field": NAMED_BY[kind],
        # Who wants another name for a file wants an old address kept too: that is done by hand.
        "slug": {"template": f"{{{{{NAMED_BY[kind]}}}}}", "editable": ["create"]},
        "aliases_field": False,
        # With a folder in `path`, pictures would go into one beside the file.
        "media_folder": f"/{CONTENT}/images",
        "public_folder": "/images",
        **({"i18n": True} if is_translated else {}),
        "fields": [*fields, _folder(forms), text],
    }


def _folder(forms: Forms) -> Widget:
    """Files lie in folders by municipality; an old one stays where it is."""
    towns = list(forms.vocabularies["municipalities"])
    return {
        "name": FOLDER,
        "label": forms.words("admin.folder.label"),
        "hint": forms.words("admin.folder.help"),
        "required": False,
        **forms.towns(),
        **({"default": towns[0]} if towns else {}),
    }
