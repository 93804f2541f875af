"""Pages as somebody's doing leaves them: looked at in every way in which pages are.

A state is an address, as people keep and share it, and what is there once a script has done its
work. Whoever adds a script that shows something adds its states here; tests and judges walk them.
"""

from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Of a Finnish page; `shows` is a selector of what comes into sight last."""

    name: str
    address: str
    shows: str


STATES = (
    State(name="search-results", address="/haku/?q=kahvi", shows=".search-form__list a"),
    State(name="search-nothing", address="/haku/?q=qwxz", shows=".search-form__help"),
)


def settled(page: Page, state: State) -> None:
    """The script of the page that has just been loaded has done its work."""
    page.locator(state.shows).first.wait_for()


def reach(page: Page, origin: str, state: State) -> None:
    """The page is opened, and settles."""
    page.goto(f"{origin}{state.address}", wait_until="load")
    settled(page, state)
