"""The linter as the tests of calendars use it."""

from collections.abc import Callable

import pytest

from tests.publish.ics.linter import faults

Lint = Callable[[bytes], list[str]]


@pytest.fixture(scope="session")
def lint() -> Lint:
    """What is wrong with a calendar file."""
    return faults
