"""What pages in easy language leave out: the one list of it.

Easy language is for people who get lost among many things. A page keeps what somebody needs to
come: what, when, where, for whom, whom to ask. It leaves out other ways to the same pages, ways for
people who know calendars and feeds well, and facts for associations. Nothing is out of reach: the
menu's other sections stand in the foot, and every page links itself in the other languages.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from markupsafe import Markup

# Sections of the main menu; the others are listed in the foot.
EASY_MENU = ("events", "places", "needs", "notices")

# By the name of a view: each field that is left out, and the value that says nothing.
LEFT_OUT: Mapping[str, Mapping[str, object]] = {
    # The foot has all sections, and three of them stand on top.
    "FrontView": {"months": (), "topics": ()},
    # Only calendars, and the page that explains them: no QR code, no feeds.
    "SearchView": {"whom": (), "what": ()},
    "ByTown": {"links": (), "towns": ()},
    "FollowView": {"is_whole": False},
    "EventCalendarView": {"one": (), "follow": Markup("")},
    # The rule promises the dates that are missed soon: those are said. Topics lead away.
    "WhenView": {"skipped": ()},
    "ForWhomView": {"topics": (), "needs": ()},
    # The hours of two weeks say it all, and what is different later.
    "HoursView": {"usual": (), "seasons": (), "calendar": None},
    # For those who want to use a room, not to come.
    "PlaceView": {"rooms": (), "notices": (), "checked": ""},
    # The free times say it all.
    "RoomPageView": {"months": (), "calendar": None},
    "OrganisersView": {"towns": (), "seeks": ()},
    "OrganiserView": {"facts": (), "funding": ()},
}

V = TypeVar("V")


def plainer(view: V) -> V:
    """The same view without what easy pages leave out, in it and in the views that it holds."""
    if not is_dataclass(view) or isinstance(view, type):
        return view
    changed: dict[str, Any] = dict(LEFT_OUT.get(type(view).__name__, {}))
    for field in fields(view):
        value = getattr(view, field.name)
        if field.name not in changed and is_dataclass(value):
            inner = plainer(value)
            if inner is not value:
                changed[field.name] = inner
    return replace(view, **changed) if changed else view
