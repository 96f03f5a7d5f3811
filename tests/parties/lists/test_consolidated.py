"""The Consolidated Screening List, as CSV and as JSON."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from tests.parties.made import ACME, DENIED, EL, JOHN, ROWS, SHIP, csv_text, read_all, written

from weighbridge.parties.listed import ListedParty, PartyKind
from weighbridge.parties.lists.consolidated import COLUMNS
from weighbridge.parties.lists.faults import UnreadableList
from weighbridge.parties.lists.short_names import short_name


def only(path: Path) -> ListedParty:
    [party], faults = read_all(path)
    assert not faults
    return party


def test_an_entry_of_the_entity_list_is_read_whole(tmp_path: Path) -> None:
    party = only(written(tmp_path / "list.csv", csv_text([ACME])))
    assert (party.list, party.kind, party.name) == ("EL", PartyKind.UNKNOWN, "Acme Circuits Co., Ltd.")
    assert party.aliases == ("Acme Dianlu", "Acme IC", "ACME")
    assert party.addresses == ("1 Harbor Road, Shenzhen, Guangdong 518000, CN", "2 Peak Lane, Hong Kong, HK")
    assert party.countries == ("CN", "HK")
    assert party.citations == ("88 FR 1", "89 FR 2")
    assert party.license_policy == "Presumption of denial"
    assert party.footnotes == (4,)
    assert party.since == date(2024, 12, 5)


def test_an_individual_keeps_citizenship_birth_papers_and_title(tmp_path: Path) -> None:
    party = only(written(tmp_path / "list.csv", csv_text([JOHN])))
    assert (party.id, party.kind) == ("consolidated/SDN/7001", PartyKind.INDIVIDUAL)
    assert party.countries == ("RU", "KZ")
    assert party.programs == ("EXAMPLE", "SAMPLE")
    assert party.identifiers == ("Passport, 71234567, RU",)
    assert party.born == ("14 Mar 1968", "Omsk, Russia")
    assert party.remarks == "Linked to nobody.; title: Director"


def test_a_vessel_keeps_call_sign_flag_and_owner(tmp_path: Path) -> None:
    party = only(written(tmp_path / "list.csv", csv_text([SHIP])))
    assert (party.kind, party.countries, party.identifiers) == (PartyKind.VESSEL, ("IR",), ("Call sign EX12",))
    assert party.remarks == "vessel owner: Example Lines"


def test_a_country_alone_is_no_address_and_an_unknown_place_is_not_lost(tmp_path: Path) -> None:
    row = {**DENIED, "addresses": "CN; REGION: NORTHERN MALI; MAN, ISLE OF; UK; CRIMEA (OCCUPIED)"}
    party = only(written(tmp_path / "list.csv", csv_text([row])))
    assert party.countries == ("CN", "IM", "GB", "UA")
    assert party.addresses == ("REGION: NORTHERN MALI",)


def test_a_leading_id_column_changes_nothing_and_a_new_column_goes_to_the_remarks(tmp_path: Path) -> None:
    plain = only(written(tmp_path / "plain.csv", csv_text([ACME])))
    with_id = csv_text([{**ACME, "_id": "b6e959b5"}], ["_id", *COLUMNS])
    assert only(written(tmp_path / "id.csv", with_id)) == plain
    with_more = csv_text([{**ACME, "mood": "bad"}], [*COLUMNS, "mood"])
    assert only(written(tmp_path / "more.csv", with_more)).remarks == "mood: bad"


def test_a_missing_column_that_matters_is_refused_by_name(tmp_path: Path) -> None:
    path = written(
        tmp_path / "list.csv", csv_text([{"source": EL}], [c for c in COLUMNS if c != "license_requirement"])
    )
    with pytest.raises(UnreadableList, match="lacks license_requirement"):
        read_all(path)


def as_json(row: dict[str, object]) -> dict[str, object]:
    """A row of the CSV as trade.gov's JSON gives it."""
    return {name: value or None for name, value in row.items()}


JSON_RECORDS = [
    {
        **as_json(dict(ACME)),
        "id": "b6e9",
        "alt_names": ["Acme Dianlu", "Acme IC;ACME"],
        "addresses": [
            {
                "address": "1 Harbor Road",
                "city": "Shenzhen",
                "state": "Guangdong",
                "postal_code": "518000",
                "country": "CN",
            },
            {"address": "2 Peak Lane", "city": "Hong Kong", "state": None, "postal_code": "", "country": "HK"},
        ],
        "federal_register_notice": "88 FR 1; 89 FR 2",
    },
    {
        **as_json(dict(JOHN)),
        "programs": ["EXAMPLE", "SAMPLE"],
        "addresses": [{"address": None, "city": None, "state": None, "postal_code": None, "country": "RU"}],
        "citizenships": ["RU", "KZ"],
        "dates_of_birth": ["14 Mar 1968"],
        "places_of_birth": ["Omsk, Russia"],
        "ids": [{"type": "Passport", "number": "71234567", "country": "RU", "issue_date": None}],
    },
    as_json(dict(SHIP)),
    {**as_json(dict(DENIED)), "addresses": None, "country": "US"},
]
DOCUMENT = {
    "total": 4,
    "sources": [{"source": EL}],
    "results": JSON_RECORDS,
    "sources_used": [{"import_rate": "Hourly"}],
}


@pytest.mark.parametrize("indent", [None, 2])
def test_the_json_says_what_the_csv_says(tmp_path: Path, indent: int | None) -> None:
    from_csv, _ = read_all(written(tmp_path / "list.csv", csv_text(ROWS)))
    from_json, faults = read_all(written(tmp_path / "list.json", json.dumps(DOCUMENT, indent=indent)))
    assert not faults
    assert [p.names for p in from_json] == [p.names for p in from_csv]
    assert [p.countries for p in from_json] == [p.countries for p in from_csv]
    # Unnumbered entries too: the id is made of what an entry says, and both layouts say the same.
    assert from_json[0] == from_csv[0]
    assert from_json[1].identifiers == ("Passport 71234567, RU",)


def test_a_record_that_is_none_is_reported_with_the_line_on_which_it_begins(tmp_path: Path) -> None:
    wrong = [JSON_RECORDS[0], {"source": EL}, "text", {**as_json(dict(SHIP)), "name": {"en": "x"}}, JSON_RECORDS[1]]
    text = json.dumps({"results": wrong}, indent=1)
    read, faults = read_all(written(tmp_path / "list.json", text))
    assert [p.name for p in read] == ["Acme Circuits Co., Ltd.", "PETROV, Ivan"]
    lines = text.split("\n")
    assert [lines[fault.line - 1].strip() for fault in faults] == ["{", '"text",', "{"]
    assert "no name" in faults[0].problem.en


@pytest.mark.parametrize(
    "cut",
    [
        '{"results": [{"source": "x"',
        '{"results": [',
        '{"results": [{}]',
        '{"results": [{} {}]}',
        '{"results": [{}]} x',
        '{"in": {"results": 1}, "total": 12',
    ],
)
def test_json_that_breaks_off_is_refused_as_a_whole(tmp_path: Path, cut: str) -> None:
    with pytest.raises(UnreadableList, match=r"Line 1: the JSON breaks off or is damaged"):
        read_all(written(tmp_path / "list.json", cut))


def test_json_without_results_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableList, match="no list `results`"):
        read_all(written(tmp_path / "list.json", '{"total": 0, "within": {"results": []}}'))


def test_a_value_longer_than_a_piece_is_read(tmp_path: Path) -> None:
    long = {**as_json(dict(ACME)), "remarks": "x" * 1_000_000}
    read, _ = read_all(written(tmp_path / "list.json", json.dumps({"results": [long, JSON_RECORDS[1]], "n": 12})))
    assert len(read[0].remarks) == 1_000_000
    assert read[1].name == "PETROV, Ivan"


@pytest.mark.parametrize(
    ("source", "short"),
    [
        (EL, "EL"),
        ("Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department", "NS-MBS"),
        ("Capta List (CAP) - Treasury Department", "CAP"),
        ("Military End User (MEU) List - Bureau of Industry and Security", "MEU"),
        ("Foreign Sanctions Evaders (FSE) - Treasury Department", "FSE"),
        ("SDN", "SDN"),
        ("Some New List - Some Agency", "Some New List"),
    ],
)
def test_the_short_name_of_a_list_comes_from_its_source(source: str, short: str) -> None:
    assert short_name(source) == short
