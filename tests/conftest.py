"""What every test may lean on."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from hypothesis import settings

# The same examples everywhere, so that a red run can be repeated. `HYPOTHESIS_PROFILE=explore` looks for new ones.
settings.register_profile("fixed", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--clock", metavar="DATE", help="Run every test as if today were this date.")


@pytest.fixture(scope="session", autouse=True)
def clock(request: pytest.FixtureRequest) -> Iterator[None]:
    """The wall clock, moved if asked: no test may depend on it."""
    given = request.config.getoption("--clock")
    if given is None:
        yield
        return
    with time_machine.travel(datetime.fromisoformat(given).replace(tzinfo=UTC), tick=True):
        yield


@pytest.fixture(scope="session")
def reference_dir() -> Path:
    """The folder of reference material (rule texts, a screening list), which is not part of the repository."""
    named = os.environ.get("WEIGHBRIDGE_REFERENCE_DIR")
    if not named:
        pytest.skip("WEIGHBRIDGE_REFERENCE_DIR is not set")
    return Path(named)
