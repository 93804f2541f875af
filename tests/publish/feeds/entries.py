"""Entries and heads that nobody would write, for properties that hold of all."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from kohtaamo.model.common import Coordinates
from kohtaamo.model.translation import Said
from kohtaamo.publish.feeds.entry import Entry, FeedHead, Takes
from kohtaamo.publish.pictures.picture import Picture
from kohtaamo.publish.texts.unseen import without_unseen

# What has to be escaped, and what XML cannot hold, among everything else.
SIGNS = "&<>\"'\n\r\t\\ ]\x00\x0b\x7f\x85\u2028\u202e\ufeff\ufffeäŠ\xa0\U0001f9f6"
ANY_SIGN = st.characters(exclude_categories=["Cs"])
PIECES = st.text(st.sampled_from(SIGNS), max_size=6) | st.text(ANY_SIGN, max_size=12)
TEXTS = st.lists(PIECES, min_size=1, max_size=6).map("".join).filter(without_unseen)
LANGUAGES = st.sampled_from(("fi", "sv", "fi-simple"))
URLS = TEXTS.map("https://example.fi/".__add__)
FIRST, LAST = datetime.fromisoformat("1971-01-01"), datetime.fromisoformat("2099-01-01")
LANDED = st.datetimes(FIRST, LAST, timezones=st.just(UTC))
MOMENTS = st.datetimes(FIRST, LAST) | st.dates(date(1971, 1, 1))
DEGREES = st.decimals(-180, 180, places=6)
COORDINATES = st.builds(Coordinates, lat=DEGREES, lon=DEGREES)
TAKES = st.builds(
    Takes,
    start=MOMENTS,
    end=st.none() | MOMENTS,
    where=st.just("") | TEXTS,
    geo=st.none() | COORDINATES,
    repeats=st.just("") | TEXTS,
)
PICTURES = st.builds(
    Picture,
    url=URLS,
    alt=st.builds(Said, TEXTS, LANGUAGES),
    credit=st.just("") | TEXTS,
    media_type=TEXTS,
)
ENTRIES = st.builds(
    Entry,
    id=st.uuids().map("urn:uuid:{}".format),
    title=TEXTS,
    language=LANGUAGES,
    around=LANGUAGES,
    url=URLS,
    published=LANDED,
    updated=LANDED,
    summary=TEXTS,
    summary_language=LANGUAGES,
    html=TEXTS,
    categories=st.lists(TEXTS, max_size=3).map(tuple),
    authors=st.lists(TEXTS, max_size=3).map(tuple),
    takes=st.none() | TAKES,
    picture=st.none() | PICTURES,
)
HEADS = st.builds(
    FeedHead,
    id=st.uuids().map("urn:uuid:{}".format),
    title=TEXTS,
    subtitle=TEXTS,
    language=LANGUAGES,
    author=TEXTS,
    site=URLS,
    page=URLS,
    source=URLS,
    updated=LANDED,
)
