"""Worlds that are built once for many tests."""

import pytest

from tests.host.memory.shelf import Shelf


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(folder=tmp_path_factory.mktemp("shelf"))
