"""What a reader of text says when it refuses."""

from collections.abc import Callable
from typing import Any

import pytest

from kohtaamo.problems.problem import Refused


@pytest.fixture(scope="session")
def refusal() -> Callable[..., tuple[str, dict[str, str]]]:
    """Call a reader that must refuse; its code and values."""

    def call(reader: Callable[..., Any], *args: Any, **options: Any) -> tuple[str, dict[str, str]]:
        with pytest.raises(Refused) as caught:
            reader(*args, **options)
        return caught.value.code, dict(caught.value.values)

    return call
