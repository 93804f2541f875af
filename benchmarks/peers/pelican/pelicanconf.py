"""A plain Pelican site: events are articles by place, places are pages, facts are settings."""

import json
from datetime import datetime
from pathlib import Path

_HERE = Path(__file__).parent


def _data(name: str) -> dict:
    return json.loads((_HERE / "data" / name).read_text("utf-8"))


SITENAME = "Koko maan olohuoneet"
SITEURL = "http://127.0.0.1:8000"
TIMEZONE = "Europe/Helsinki"
DEFAULT_LANG = "fi"
PATH = "content"
ARTICLE_PATHS = ["tapahtumat"]
PAGE_PATHS = ["paikat"]
STATIC_PATHS = []
THEME = "theme"
THEME_STATIC_DIR = "theme"
SLUGIFY_SOURCE = "basename"
USE_FOLDER_AS_CATEGORY = False
DEFAULT_PAGINATION = False
WITH_FUTURE_DATES = True
FORMATTED_FIELDS = []
# The extensions of the default settings cost time, and these texts need none of them.
MARKDOWN = {"extensions": ["markdown.extensions.meta"], "output_format": "html5"}

ARTICLE_URL, ARTICLE_SAVE_AS = "tapahtumat/{slug}/", "tapahtumat/{slug}/index.html"
PAGE_URL, PAGE_SAVE_AS = "paikat/{slug}/", "paikat/{slug}/index.html"
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = TAG_SAVE_AS = ARCHIVES_SAVE_AS = ""
DRAFT_SAVE_AS = DRAFT_PAGE_SAVE_AS = ""
DIRECT_TEMPLATES = ["index"]
CATEGORY_FEED_RSS = "paikat/{slug}/rss.xml"
FEED_ALL_RSS = "rss.xml"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 100
RSS_FEED_SUMMARY_ONLY = False

PLUGIN_PATHS = ["plugins"]
PLUGINS = ["calendars"]
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}

PLACES = _data("places.json")
ORGANISERS = _data("organisers.json")
TERMS = _data("terms.json")
WEEKDAYS = _data("weekdays.json")


def rows(value: str | list[str] | None) -> list[str]:
    """The lines of a field: Pelican gives one line as text and several as a list."""
    return [value] if isinstance(value, str) else list(value or ())


def words(text: str) -> list[str]:
    """A field that names several things."""
    return text.split(", ") if text else []


def day(text: str) -> str:
    """The day as words: torstaina 3.12.2026."""
    found = datetime.fromisoformat(text)
    return f"{WEEKDAYS[found.isoweekday() % 7]} {found.day}.{found.month}.{found.year}"


def hour(text: str) -> str:
    """The time of day as words: 10 or 10.15."""
    minutes = text[14:16]
    return str(int(text[11:13])) + (f".{minutes}" if minutes != "00" else "")


JINJA_FILTERS = {"rows": rows, "words": words, "day": day, "hour": hour}
