"""Whatever a file holds: it is read, or it is said what is wrong with it. Nothing else comes out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.parties.lists.test_consolidated import DOCUMENT
from tests.parties.lists.test_ftm import ADDRESS, BLOCKED, FIRM, LISTED
from tests.parties.made import ROWS, csv_text, json_lines, read_all, written

from weighbridge.core.errors import Refusal

WHOLE = {
    "csv": csv_text(ROWS).encode(),
    "json": json.dumps(DOCUMENT, indent=1).encode(),
    "ftm": json_lines(FIRM, ADDRESS, LISTED, BLOCKED).encode(),
    "own": b"id,name,countries\n1,Example,CN\n2,Other,FR\n",
}
FUZZED = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
ODD: list[Any] = [
    None,
    0,
    -1.5,
    True,
    "",
    " ",
    "\0",
    "\ud800",
    "a;b",
    [],
    {},
    [None],
    [[]],
    ["x", 1],
    {"country": ["CN"]},
    "2026-99-99",
]


def read_or_refused(path: Path) -> None:
    try:
        parties, faults = read_all(path)
    except Refusal as refusal:
        said = [refusal.text]
    else:
        said = [fault.problem for fault in faults]
        assert all(party.id and party.name and party.list for party in parties)
        assert all(fault.line >= 1 for fault in faults)
    assert all(text.en and text.zh for text in said)


@FUZZED
@given(st.binary(max_size=200))
def test_any_bytes(tmp_path: Path, content: bytes) -> None:
    read_or_refused(written(tmp_path / "list", content))


@pytest.mark.parametrize("layout", WHOLE)
@FUZZED
@given(st.data())
def test_a_list_of_which_a_piece_is_missing_or_replaced(tmp_path: Path, layout: str, data: st.DataObject) -> None:
    whole = WHOLE[layout]
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 60)))
    put = data.draw(st.binary(max_size=8) | st.sampled_from([b'"', b"{", b"]", b"\n", b",", b"\xff\xfe", b"\\u0000"]))
    read_or_refused(written(tmp_path / "list", whole[:start] + put + whole[end:]))


@FUZZED
@given(st.sampled_from(sorted(DOCUMENT["results"][0])), st.sampled_from(ODD))  # type: ignore[index]
def test_any_value_in_a_field_of_the_json(tmp_path: Path, field: str, value: object) -> None:
    record = {**DOCUMENT["results"][0], field: value}  # type: ignore[index]
    read_or_refused(written(tmp_path / "list", json.dumps({"results": [record]})))


@FUZZED
@given(st.sampled_from(sorted(FIRM["properties"])), st.sampled_from(ODD))  # type: ignore[call-overload]
def test_any_value_in_a_property_of_an_entity(tmp_path: Path, name: str, value: object) -> None:
    for properties in ({**FIRM["properties"], name: value}, {**FIRM["properties"], name: [value]}):  # type: ignore[dict-item]
        read_or_refused(written(tmp_path / "list", json_lines({**FIRM, "properties": properties}, ADDRESS, LISTED)))
    read_or_refused(written(tmp_path / "list", json_lines({**FIRM, "datasets": value, "caption": value}, ADDRESS)))
