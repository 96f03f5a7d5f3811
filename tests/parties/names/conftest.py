"""Indexes that the tests of names ask: of a made-up list, and of the real one where it is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.names.snapshot import snapshot, snapshot_file
from benchmarks.names.synthetic import synthetic

from weighbridge.parties.listed import ListedParty
from weighbridge.parties.names.index import NameIndex


@pytest.fixture(scope="session")
def made_up() -> tuple[ListedParty, ...]:
    return tuple(synthetic(2_000))


@pytest.fixture(scope="session")
def made_up_index(made_up: tuple[ListedParty, ...]) -> NameIndex:
    return NameIndex.build(made_up)


@pytest.fixture(scope="session")
def real(reference_dir: Path) -> tuple[ListedParty, ...]:
    """The snapshot of the Consolidated Screening List."""
    if snapshot_file() is None:
        pytest.skip(f"no screening list under {reference_dir}")
    return snapshot()


@pytest.fixture(scope="session")
def real_index(real: tuple[ListedParty, ...]) -> NameIndex:
    return NameIndex.build(real)
