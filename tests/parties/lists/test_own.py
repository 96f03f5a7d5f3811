"""A plain CSV of one's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.parties.made import csv_text, read_all, written

from weighbridge.parties.listed import PartyKind
from weighbridge.parties.lists.faults import UnreadableList
from weighbridge.parties.lists.own import COLUMNS

OWN = {
    "id": "C-17.2/x",
    "list": "WATCH",
    "kind": "organization",
    "name": "Example Trading",
    "aliases": "Ex Trade; 例子貿易",
    "addresses": "1 Road, Town",
    "countries": "cn; Hong Kong",
    "remarks": "Paid late twice.",
    "since": "2026-01-02",
}


def test_every_column_is_read(tmp_path: Path) -> None:
    [party], faults = read_all(written(tmp_path / "own.csv", csv_text([OWN], COLUMNS)), "own")
    assert not faults
    assert (party.id, party.list, party.kind) == ("own/WATCH/C-17%2E2%2Fx", "WATCH", PartyKind.ORGANIZATION)
    assert party.names == ("Example Trading", "Ex Trade", "例子貿易")
    assert (party.countries, party.since, party.remarks) == (("CN", "HK"), date(2026, 1, 2), "Paid late twice.")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_name_is_enough_and_other_delimiters_will_do(tmp_path: Path, delimiter: str) -> None:
    text = csv_text([{"name": "Example Trading"}], ["name", "remarks"], delimiter)
    [party], _ = read_all(written(tmp_path / "own.csv", text), "own")
    assert (party.name, party.list, party.kind) == ("Example Trading", "OWN", PartyKind.UNKNOWN)


def test_unknown_columns_are_refused_all_at_once_with_the_nearest_name(tmp_path: Path) -> None:
    path = written(tmp_path / "own.csv", "name,alias,mood\nx,y,z\n")
    with pytest.raises(UnreadableList, match=r"'alias' is not known\. Did you mean aliases\?\nColumn 'mood'"):
        read_all(path)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"name": ""}, "no name"),
        ({"kind": "ship"}, "The kind 'ship' is not known. Accepted: organization, individual, vessel"),
        ({"countries": "CN; Atlantis"}, "The country 'Atlantis' is not known."),
        ({"until": "31.12.2026"}, "until is '31.12.2026'; write a day as 2026-07-31."),
    ],
)
def test_a_wrong_cell_is_said_with_its_line(tmp_path: Path, cells: dict[str, str], said: str) -> None:
    read, [fault] = read_all(written(tmp_path / "own.csv", csv_text([OWN, {**OWN, **cells}], COLUMNS)))
    assert len(read) == 1
    assert fault.line == 3
    assert said in fault.problem.en
