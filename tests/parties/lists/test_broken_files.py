"""Files that are damaged or are no lists: said with line and remedy, and never read as if nothing were wrong."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.parties.made import ACME, JOHN, ROWS, SHIP, csv_text, numbered_rows, read_all, written

from weighbridge.parties.lists import file as list_file
from weighbridge.parties.lists.consolidated import COLUMNS
from weighbridge.parties.lists.faults import UnknownFormat, UnreadableList
from weighbridge.parties.lists.layout import Format, layout_of

LINES = csv_text(ROWS).splitlines(keepends=True)
HEADER, FIRST, SECOND, THIRD, FOURTH = LINES


def names_and_lines(path: Path) -> tuple[list[str], list[int]]:
    read, faults = read_all(path)
    return [party.name for party in read], [fault.line for fault in faults]


def test_a_row_with_too_few_fields_costs_itself_alone(tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", HEADER + FIRST + "a,b,c\n" + SECOND)
    read, [fault] = read_all(path)
    assert [party.name for party in read] == [ACME["name"], JOHN["name"]]
    assert fault.sentence().en == "Line 3: It has 3 fields where the header has 28."


def test_an_open_quotation_mark_does_not_swallow_the_rows_after_it(tmp_path: Path) -> None:
    torn = FIRST.replace('Ltd."', "Ltd.")
    names, faulty = names_and_lines(written(tmp_path / "list.csv", HEADER + torn + SECOND + THIRD + FOURTH))
    assert names == [JOHN["name"], SHIP["name"], "I. SAMPLE"]
    assert faulty == [2]


def test_two_broken_quotation_marks_that_fit_each_other_do_not_hide_the_rows_between(tmp_path: Path) -> None:
    opened = 'Example List (EX) - Agency,1,"Indi\n'
    closed = 'vidual"' + "," * (len(COLUMNS) - 3) + "\n"  # With what was opened: as many fields as a row has.
    names, faulty = names_and_lines(written(tmp_path / "list.csv", HEADER + opened + FOURTH + closed + SECOND))
    assert names == ["I. SAMPLE", JOHN["name"]]
    assert faulty == [2, 4]


def test_a_text_of_many_lines_is_no_row_even_where_its_lines_hold_quotation_marks(tmp_path: Path) -> None:
    row = {**ACME, "remarks": 'He said:\n"Never",\nand left.'}
    read, faults = read_all(written(tmp_path / "list.csv", csv_text([row])))
    assert (read[0].remarks, faults) == ('He said: "Never", and left.', [])


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 4), st.integers(0, 400), st.integers(0, 2), st.text('",;x\0é', max_size=3))
def test_whatever_happens_within_one_line_every_other_row_is_read(
    tmp_path: Path, row: int, at: int, removed: int, put: str
) -> None:
    line = LINES[row].rstrip("\n")
    at = min(at, len(line))
    torn = line[:at] + put + line[at + removed :] + "\n"
    path = written(tmp_path / "list.csv", "".join([*LINES[:row], torn, *LINES[row + 1 :]]))
    names, faulty = names_and_lines(path)
    assert {other["name"] for n, other in enumerate(ROWS, 1) if n != row} <= set(names)
    assert set(faulty) <= {row + 1}


def test_an_open_quotation_mark_in_the_last_row_is_reported(tmp_path: Path) -> None:
    assert names_and_lines(written(tmp_path / "list.csv", HEADER + SECOND + 'x,"y')) == ([JOHN["name"]], [3])


def test_a_field_may_hold_line_breaks(tmp_path: Path) -> None:
    row = {**ACME, "remarks": "first\nsecond, third"}
    path = written(tmp_path / "list.csv", csv_text([row, {}, JOHN]))
    read, [fault] = read_all(path)
    assert read[0].remarks == "first second, third"
    assert fault.line == 4  # After a row of two lines: the row of empty fields, which names nobody.


def test_empty_lines_and_the_end_mark_of_old_systems_are_passed_over(tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", (HEADER + "\n" + FIRST + "\n\x1a\n").replace("\n", "\r\n"))
    assert names_and_lines(path) == ([ACME["name"]], [])


def test_a_nul_and_bytes_of_another_encoding_are_reported_with_their_line(tmp_path: Path) -> None:
    data = (HEADER + FIRST + SECOND + THIRD + FOURTH).encode()
    data = data.replace(b"PETROV", b"PE\0TROV").replace(b"SEA EXAMPLE", b"SEA EX\xe9MPLE")
    read, faults = read_all(written(tmp_path / "list.csv", data))
    assert [party.name for party in read] == [ACME["name"], "I. SAMPLE"]
    assert [fault.line for fault in faults] == [3, 4]
    assert "NUL" in faults[0].problem.en
    assert "0xE9 is not UTF-8" in faults[1].problem.en


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", b"\xef\xbb\xbf" + csv_text(ROWS).encode())
    assert len(names_and_lines(path)[0]) == 4


def test_a_line_beyond_all_measure_is_reported_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_file, "LONGEST_LINE", 2_000)
    path = written(tmp_path / "list.csv", HEADER + FIRST + "x" * 5_000 + "\n" + SECOND)
    assert names_and_lines(path) == ([ACME["name"], JOHN["name"]], [3])


@pytest.mark.parametrize("number", [1, 3])
def test_gzip_is_read_and_what_is_cut_off_is_refused(tmp_path: Path, number: int) -> None:
    packed = gzip.compress(csv_text(numbered_rows(4_000)).encode())
    assert len(read_all(written(tmp_path / "whole", packed))[0]) == 4_000
    with pytest.raises(UnreadableList, match="broken off or damaged"):
        read_all(written(tmp_path / "cut", packed[: -len(packed) * number // 4]))
    with pytest.raises(UnreadableList, match="broken off or damaged"):
        read_all(written(tmp_path / "bent", packed[:-6] + b"\0\0\0\0\0\0"))


def test_content_beyond_all_measure_is_refused_before_it_fills_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_file, "MOST_BYTES", 1_000_000)
    packed = written(tmp_path / "bomb.gz", b" " * 10_000_000)
    with pytest.raises(UnreadableList, match="more than 1,000,000 bytes"):
        list_file.ListFile(packed).content()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"<!DOCTYPE html><html><body>Please log in", "web page"),
        (b'\n <?xml version="1.0"?><sdnList/>', "web page or XML"),
        ("source,name\n".encode("utf-16"), "UTF-16"),
        (b"PK\x03\x04rest", "ZIP or Excel"),
        (b"%PDF-1.7", "PDF"),
    ],
)
def test_what_is_no_list_is_named_for_what_it_is(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableList, match=said):
        layout_of(content)


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"[1, 2]", b'{"a": 1}', b"just words"])
def test_an_unknown_format_says_what_is_read(content: bytes) -> None:
    with pytest.raises(UnknownFormat, match="format of the file is not known; it begins with"):
        layout_of(content)


def test_a_format_that_was_named_must_be_the_one_that_is_found() -> None:
    assert layout_of(csv_text(ROWS).encode(), Format.CONSOLIDATED_CSV).format is Format.CONSOLIDATED_CSV
    with pytest.raises(UnreadableList, match="said to be ftm but is consolidated-csv"):
        layout_of(csv_text(ROWS).encode(), Format.FOLLOW_THE_MONEY)


def test_an_entity_longer_than_the_beginning_that_is_looked_at_is_known_for_one() -> None:
    assert layout_of(b'{"id": "x", "schema": "Person", "properties": {"name": ["abc').format is Format.FOLLOW_THE_MONEY


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableList, match=r"absent\.csv cannot be read: No such file"):
        list_file.ListFile(tmp_path / "absent.csv")
