"""A fresh, empty book in each kind of store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ledger.stores import STORES

from weighbridge.ledger.store import Store


@pytest.fixture(params=sorted(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = STORES[request.param](tmp_path, "main")
    yield opened
    opened.close()
