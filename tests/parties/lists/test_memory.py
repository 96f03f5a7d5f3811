"""Memory does not follow the size of a list. The benchmark measures the whole import; this holds the readers to it."""

from __future__ import annotations

import json
import tracemalloc
from collections import deque
from pathlib import Path

import pytest
from tests.parties.made import csv_text, json_lines, numbered_rows, written

from weighbridge.parties.lists.file import ListFile
from weighbridge.parties.lists.layout import layout_of
from weighbridge.parties.lists.read import parties

SMALL, LARGE = 600, 6_000


def as_csv(number: int) -> str:
    return csv_text(numbered_rows(number))


def as_json(number: int) -> str:
    return json.dumps({"results": list(numbered_rows(number))})


def as_entities(number: int) -> str:
    named = ({"name": [f"Example {n}"], "topics": ["sanction"]} for n in range(number))
    return json_lines(*({"id": f"e{n}", "schema": "Company", "properties": of} for n, of in enumerate(named)))


def peak(path: Path) -> int:
    """The most bytes that reading the file held at once."""
    file = ListFile(path)
    layout = layout_of(file.head())
    tracemalloc.start()
    deque(parties(file, layout, "s"), maxlen=0)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


@pytest.mark.parametrize("made", [as_csv, as_json, as_entities])
def test_a_list_ten_times_as_large_takes_no_more_memory_to_read(tmp_path: Path, made: object) -> None:
    assert callable(made)
    small, large = (written(tmp_path / f"{number}.gz", made(number)) for number in (SMALL, LARGE))
    peak(small)  # What is kept from the first reading on, such as compiled patterns, is not the list's.
    assert peak(large) < 1.5 * peak(small) + 2_000_000
