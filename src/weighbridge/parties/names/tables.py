"""The tables of words beside the code, read once each."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib import resources


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of a table in `data/`; lines that start with # are comments."""
    with (resources.files(__package__) / "data" / table).open(encoding="utf-8") as file:
        yield from csv.DictReader(line for line in file if not line.startswith("#"))
