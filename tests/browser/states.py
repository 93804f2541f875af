"""Pages as somebody's doing leaves them: looked at in every way in which pages are.

A state is an address, as people keep and share it, and what is there once a script has done its
work; some come of a key that is pressed, of where the device is, or of what does not answer.
Whoever adds a script that shows something adds its states here; tests and judges walk them.
"""

from dataclasses import dataclass

from playwright.sync_api import Page

# Whose next thing reached is the first of the page, whatever was pressed before.
TO_THE_TOP = """() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """`shows` is a selector of what comes into sight last, `presses` of what Enter is pressed on.

    `here` are the degrees north and east that the device may tell, `lost` the addresses that do not
    answer.
    """

    name: str
    address: str
    shows: str
    language: str = "fi"
    presses: str = ""
    here: tuple[float, float] | None = None
    lost: str = ""

    @property
    def is_in_address(self) -> bool:
        """True where the address alone leads to it."""
        return not (self.presses or self.here or self.lost)


# Once the choices are said, their rows are there.
SAID = ".narrow-said:not(:empty)"
STATES = (
    State(name="search-results", address="/haku/?q=kahvi", shows=".search-form__list a"),
    State(name="search-nothing", address="/haku/?q=qwxz", shows=".search-form__help"),
    State(
        name="search-failed",
        address="/haku/?q=kahvila",
        shows=".search-form__help",
        lost="**/pagefind/**",
    ),
    State(
        name="narrow-form",
        address="/kunnat/kittila/",
        shows=".narrow-form select",
        presses=".narrow summary",
    ),
    State(
        name="narrow-results", address="/tapahtumat/?topic=games&municipality=kittila", shows=SAID
    ),
    State(name="narrow-nothing", address="/tapahtumat/?day=2026-12-05&topic=health", shows=SAID),
    State(name="narrow-town", address="/kunnat/rautjarvi/?when=weekend&free=1", shows=SAID),
    State(
        name="near-sorted",
        address="/paikat/",
        shows=".near .card",
        presses=".near button",
        here=(61.4262, 29.379),
    ),
    State(
        name="near-refused",
        address="/paikat/",
        shows=".near [role=status] a",
        presses=".near button",
    ),
)
# For judges, who have more time.
ABROAD = (
    State(
        name="narrow-sv",
        address="/sv/evenemang/?municipality=kauniainen&free=1",
        shows=SAID,
        language="sv",
    ),
    State(
        name="narrow-en",
        address="/en/events/?municipality=mikkeli&day=2026-12-05",
        shows=SAID,
        language="en",
    ),
    State(
        name="search-sv",
        address="/sv/sok/?q=kaffe",
        shows=".search-form__help",
        language="sv",
    ),
)


def before(page: Page, state: State) -> None:
    """What has to be so before the page is loaded; nothing is left of other states."""
    page.unroute_all()
    page.context.clear_permissions()
    if state.lost:
        page.route(state.lost, lambda route: route.abort())
    if state.here:
        page.context.grant_permissions(["geolocation"])
        page.context.set_geolocation({"latitude": state.here[0], "longitude": state.here[1]})


def settled(page: Page, state: State) -> None:
    """The script of the page that has just been loaded has done its work."""
    if state.presses:
        # A script may have it shown first.
        control = page.locator(state.presses)
        control.wait_for()
        control.press("Enter")
    page.locator(state.shows).first.wait_for()
    if state.presses:
        page.evaluate(TO_THE_TOP)


def reach(page: Page, origin: str, state: State) -> None:
    """The page is opened, and settles."""
    before(page, state)
    page.goto(f"{origin}{state.address}", wait_until="load")
    settled(page, state)


def noise_of(state: State, heard: list[str]) -> list[str]:
    """What the console says, but for that something does not answer, where that is the state."""
    return [each for each in heard if not (state.lost and "ERR_FAILED" in each)]
