"""OpenSanctions' FollowTheMoney entities."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.parties.made import EL, json_lines, read_all, written

from weighbridge.parties.listed import PartyKind

FIRM = {
    "id": "NK-firm",
    "caption": "Acme Circuits",
    "schema": "Company",
    "datasets": ["us_trade_csl", "us_ofac_sdn"],
    "target": True,
    "properties": {
        "name": ["Acme Circuits", "ООО Акме"],
        "alias": ["ACME"],
        "weakAlias": ["AC"],
        "jurisdiction": ["cn"],
        "country": ["ua-cri", "suhh"],
        "topics": ["sanction", "export.control"],
        "registrationNumber": ["91-1"],
        "imoNumber": ["IMO1"],
        "addressEntity": ["addr-1"],
        "address": ["2 Second Street"],
        "notes": ["A note."],
    },
}
ADDRESS = {"id": "addr-1", "schema": "Address", "properties": {"full": ["1 Harbor Road, Shenzhen"], "country": ["hk"]}}
LISTED = {
    "id": "s-1",
    "schema": "Sanction",
    "datasets": ["us_trade_csl"],
    "properties": {
        "entity": ["NK-firm"],
        "authority": [EL],
        "reason": ["For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)4"],
        "provisions": ["Presumption of denial"],
        "authorityId": ["88 FR 1"],
        "startDate": ["2022", "2022-12-16"],
    },
}
BLOCKED = {
    "id": "s-2",
    "schema": "Sanction",
    "datasets": ["us_ofac_sdn"],
    "properties": {"entity": ["NK-firm"], "authority": ["Office of Foreign Assets Control"], "program": ["EXAMPLE"]},
}
OWNER = {"id": "NK-owner", "schema": "Person", "properties": {"name": ["Nobody Listed"]}}
MINISTER = {
    "id": "Q1",
    "schema": "Person",
    "datasets": ["eu_fsf"],
    "properties": {"name": ["Some Minister"], "topics": ["sanction"], "birthDate": ["1950"], "nationality": ["ru"]},
}
OWNERSHIP = {"id": "o-1", "schema": "Ownership", "properties": {"owner": ["NK-owner"], "asset": ["NK-firm"]}}


def test_a_party_comes_once_for_each_list_with_what_its_sanctions_say(tmp_path: Path) -> None:
    # What is referred to stands before and after the party: the order of the file does not matter.
    text = json_lines(LISTED, FIRM, ADDRESS, BLOCKED, OWNER, OWNERSHIP)
    read, faults = read_all(written(tmp_path / "entities.ftm.json", text), "opensanctions")
    assert not faults
    listed, blocked = sorted(read, key=lambda party: party.list)
    assert (listed.id, blocked.id) == ("opensanctions/EL/NK-firm", "opensanctions/SDN/NK-firm")
    assert listed.names == ("Acme Circuits", "ООО Акме", "ACME", "AC")
    assert listed.kind is PartyKind.ORGANIZATION
    assert listed.countries == ("UA", "CN", "HK")
    assert listed.addresses == ("2 Second Street", "1 Harbor Road, Shenzhen")
    assert listed.identifiers == ("registrationNumber 91-1", "imoNumber IMO1")
    assert (listed.footnotes, listed.license_policy, listed.citations) == ((4,), "Presumption of denial", ("88 FR 1",))
    assert listed.since == date(2022, 12, 16)
    assert blocked.programs == ("EXAMPLE", "topic: sanction", "topic: export.control")
    assert blocked.license_requirement == ""


def test_who_is_on_no_list_is_passed_over_and_a_topic_alone_suffices(tmp_path: Path) -> None:
    read, _ = read_all(written(tmp_path / "entities.ftm.json", json_lines(OWNER, MINISTER)), "opensanctions")
    assert [(party.name, party.list, party.born) for party in read] == [("Some Minister", "eu_fsf", ("1950",))]


def test_the_nested_form_is_read_alike(tmp_path: Path) -> None:
    properties = {**FIRM["properties"], "addressEntity": [ADDRESS], "sanctions": [LISTED, BLOCKED]}  # type: ignore[dict-item]
    nested, _ = read_all(written(tmp_path / "targets.nested.json", json_lines({**FIRM, "properties": properties})))
    flat, _ = read_all(written(tmp_path / "entities.ftm.json", json_lines(FIRM, ADDRESS, LISTED, BLOCKED)))
    assert nested == flat


def test_a_broken_line_costs_itself_alone(tmp_path: Path) -> None:
    lines = json_lines(MINISTER, FIRM).splitlines()
    nameless = json.dumps({"id": "x", "schema": "Person", "properties": {"topics": ["sanction"]}})
    hidden = json.dumps({"id": "y", "schema": "Person", "properties": {"name": ["a\0b"], "topics": ["sanction"]}})
    text = "\n".join([lines[0], lines[1][:40], '["list"]', '{"id": 1}', nameless, hidden, lines[1], ""])
    read, faults = read_all(written(tmp_path / "entities.ftm.json", text))
    assert [party.name for party in read] == ["Some Minister", "Acme Circuits"]
    assert [fault.line for fault in faults] == [2, 3, 4, 5, 6]
    assert "lacks id, schema, properties" in faults[2].problem.en
    assert "no name" in faults[3].problem.en
    assert "NUL" in faults[4].problem.en


def test_a_sanction_that_cannot_be_read_is_a_fault_for_its_party_would_go_unlisted(tmp_path: Path) -> None:
    broken = {**LISTED, "properties": {"entity": 5}}
    _, [fault] = read_all(written(tmp_path / "entities.ftm.json", json_lines(FIRM, broken)))
    assert fault.line == 2
    assert "entity is no list of values" in fault.problem.en


@pytest.mark.parametrize(
    ("sanction", "name"),
    [
        ({"datasets": ["us_trade_csl"], "properties": {"authority": ["BIS"], "program": ["Entity List"]}}, "EL"),
        ({"datasets": ["us_trade_csl"], "properties": {"authority": [EL]}}, "EL"),
        ({"datasets": ["us_bis_denied"], "properties": {}}, "DPL"),
        ({"datasets": ["cn_sanctions"], "properties": {"program": ["Unreliable Entity List"]}}, "cn_sanctions"),
        ({"properties": {"authority": ["Some Agency"]}}, "Some Agency"),
        ({"datasets": "us_trade_csl", "properties": {}}, "UNNAMED"),
    ],
)
def test_the_list_of_a_sanction_is_told_by_its_data_set_or_by_its_words(
    tmp_path: Path, sanction: dict[str, Any], name: str
) -> None:
    properties = {**sanction["properties"], "entity": ["NK-owner"]}
    entity = {"id": "s", "schema": "Sanction", **sanction, "properties": properties}
    [party], _ = read_all(written(tmp_path / "entities.ftm.json", json_lines(OWNER, entity)))
    assert party.list == name
