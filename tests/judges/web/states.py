"""The states of the sample (`tests/browser/states.py`) that have an address, for judges."""

from collections.abc import Mapping

from tests.browser.states import ABROAD, STATES


def shows(origin: str) -> Mapping[str, str]:
    """By address: a selector of what comes into sight last."""
    return {
        f"{origin}{state.address}": state.shows
        for state in (*STATES, *ABROAD)
        if state.is_in_address
    }
