"""Parties to screen, read from a file; a row that cannot be read is told and takes no other with it."""

from __future__ import annotations

import pytest

from weighbridge.app.faults import Fault, RequestFaults
from weighbridge.app.screening.batch import read_parties
from weighbridge.parties.stated import StatedParty


def read(text: str) -> list[StatedParty | Fault]:
    return list(read_parties(text.encode(), "f.csv"))


def test_a_file_without_a_header_holds_one_name_a_line() -> None:
    assert read("Blue  Anvil, Trading\n\n Heron \n") == [StatedParty("Blue Anvil, Trading"), StatedParty("Heron")]


@pytest.mark.parametrize("content", ["Heron\n\n---\n", "name\nHeron\n---\n"])
def test_a_name_of_which_nothing_can_be_compared_is_told_and_never_answered_with_no_match(content: str) -> None:
    heron, nothing = read(content)

    assert heron == StatedParty("Heron")
    assert isinstance(nothing, Fault)
    assert nothing.field.startswith("line 3")
    assert "no letter or digit" in nothing.problem.en


def test_a_csv_states_names_places_and_a_number_of_ones_own() -> None:
    [party] = read("name,aliases,countries,reference\nHeron,H. Ltd; HCL,Malaysia;SG,C-1\n")

    assert party == StatedParty("Heron", aliases=("H. Ltd", "HCL"), countries=("MY", "SG"), reference="C-1")


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_csv_may_be_parted_by_semicolons_or_tabs(delimiter: str) -> None:
    rows = (("Name", "Aliases", "Countries"), ("Heron", '"H. Ltd;HCL"', "MY"))

    assert read("\n".join(map(delimiter.join, rows))) == [
        StatedParty("Heron", aliases=("H. Ltd", "HCL"), countries=("MY",))
    ]


def test_faulty_rows_are_told_with_their_lines_and_the_others_are_read() -> None:
    first, second, third, fourth = read("name,countries\nHeron,Atlantis\n,SG\nOtter,SG,more\nAnvil,DE\n")

    assert isinstance(first, Fault)
    assert first.field == "line 2.countries[0]"
    assert isinstance(second, Fault)
    assert second.field == "line 3.name"
    assert isinstance(third, Fault)
    assert third.field == "line 4"
    assert fourth == StatedParty("Anvil", countries=("DE",))


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"\xff\xfe", "not UTF-8"), (b"  \n", "names nobody"), (b"name,country\nA,B\n", "no such column")],
)
def test_a_file_that_cannot_be_read_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(RequestFaults, match=says):
        list(read_parties(content, "f.csv"))
