"""Default settings; a region's `pelicanconf.py` imports them all and changes a few.

Everything Pelican would make of a blog is switched off: no content passes its readers, no feed,
list or copied folder of its own reaches the output.
"""

PLUGINS = ["kohtaamo.host"]

# The network speaks for itself in content/network.yml; Pelican only wants these to be set.
SITENAME = "Kohtaamo"
AUTHOR = "Kohtaamo"
TIMEZONE = "Europe/Helsinki"
DEFAULT_LANG = "fi"

# The day the site is built for, as "2026-12-01"; None is today in Finland.
TODAY: str | None = None
# Where the site is read, without a slash at the end; feeds and calendars need whole addresses.
SITEURL = "http://127.0.0.1:8000"
# Publishing refuses what a preview only warns about.
PUBLISH = False
# Leaves what is faulty out of the site and ends with 3, where a build would stop with 1.
QUARANTINE = False
# False makes a site that cannot be searched, for machines that pagefind does not run on.
SEARCH = True
# Editing by form at /admin/ (docs/muokkaus-lomakkeella.md): True, or with which application of the
# forge people log in.
ADMIN: bool | dict[str, str] = False
# Which files are made: "full", or "peer" with just those that other generators make too, for a
# fair race (docs/performance.md).
PROFILE = "full"
# Where one build leaves what the next one may use; "" for nowhere. It may be deleted at any time.
MEMORY_PATH = ".kohtaamo"
# The language of the checker's messages: fi, sv or en.
MESSAGE_LANGUAGE = "fi"

ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
READERS = {"rst": None, "html": None, "htm": None, "md": None}
DIRECT_TEMPLATES: list[str] = []
TEMPLATE_PAGES: dict[str, str] = {}
ARTICLE_SAVE_AS = PAGE_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DELETE_OUTPUT_DIRECTORY = False
# Names at the top of the output folder that are somebody else's and stay.
OUTPUT_RETENTION = [".git", "CNAME", ".domains"]
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False
