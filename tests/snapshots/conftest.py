"""Snapshots: one readable file each, so that a change of law or of wording shows as a diff."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "frozen"


@pytest.fixture
def same_as_before() -> Callable[[str, str], None]:
    """Compare a text with its snapshot; `UPDATE_SNAPSHOTS=1 make pytest` writes it anew."""

    def compare(name: str, text: str) -> None:
        path = FOLDER / f"{name}.txt"
        if os.environ.get("UPDATE_SNAPSHOTS"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"{path} does not exist; run with UPDATE_SNAPSHOTS=1 and read what it writes."
        assert text == path.read_text(encoding="utf-8")

    return compare
