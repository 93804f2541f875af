"""Two years of polls, told once."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.subscribers.edits import BEGIN, EDITS, END
from tests.subscribers.story import Poll, tell

SITE = Path(__file__).parents[1] / "publish" / "site" / "content"


@pytest.fixture(scope="session")
def polls(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Poll]:
    return tell(SITE, tmp_path_factory.mktemp("story"), BEGIN, END, EDITS)
