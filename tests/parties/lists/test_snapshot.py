"""The real list, as published on one day, where the reference material is at hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.parties.made import read_all

from weighbridge.parties.listed import ListedParty
from weighbridge.parties.lists.identity import digest

COUNTS = {
    "SDN": 19_181,
    "EL": 3_420,
    "DPL": 1_596,
    "DTC": 787,
    "SSI": 286,
    "UVL": 222,
    "ISN": 161,
    "PLC": 78,
    "MEU": 70,
    "CMIC": 68,
    "NS-MBS": 51,
    "CAP": 1,
}


@pytest.fixture(scope="module")
def snapshot(reference_dir: Path) -> list[ListedParty]:
    [path] = (reference_dir / "reference" / "screening").glob("*.csv.gz")
    read, faults = read_all(path)
    assert not faults
    return read


def test_every_party_of_every_list_is_read(snapshot: list[ListedParty]) -> None:
    assert len(snapshot) == 25_921
    assert Counter(party.list for party in snapshot) == COUNTS


def test_footnotes_are_found_on_the_entity_list_alone(snapshot: list[ListedParty]) -> None:
    carried = Counter(number for party in snapshot for number in party.footnotes)
    assert carried == {1: 156, 2: 156, 3: 766, 4: 95, 5: 16}
    assert {party.list for party in snapshot if party.footnotes} == {"EL"}


def test_aliases_are_split_whether_or_not_a_space_follows(snapshot: list[ListedParty]) -> None:
    assert not [name for party in snapshot for name in party.aliases if ";" in name or name != name.strip() or not name]
    [kalashnikov] = (party for party in snapshot if party.name == "Kalashnikov Concern")
    assert {"NPO Izhmash OAO", "OJSC Concern Kalashnikov"} <= set(kalashnikov.aliases)


def test_countries_are_two_letters_and_what_is_no_country_is_kept_as_an_address(snapshot: list[ListedParty]) -> None:
    assert {len(code) for party in snapshot for code in party.countries} == {2}
    assert {address for party in snapshot for address in party.addresses} == {
        "NM",
        "REGION: KASHMIR",
        "REGION: KAFIA KINGI",
        "REGION: NORTHERN MALI",
        "REGION: COMMONWEALTH OF INDEPENDENT STATES",
        "REGION: JAMMU AND KASHMIR",
        "REGION: NORTHERN GAZA",
        "REGION: NORTH GAZA",
    }


def test_only_entries_that_say_the_same_share_an_id_before_the_store_counts_them(snapshot: list[ListedParty]) -> None:
    by_id: dict[str, set[str]] = {}
    for party in snapshot:
        by_id.setdefault(party.id, set()).add(digest(party))
    assert all(len(digests) == 1 for digests in by_id.values())
    assert len(snapshot) - len(by_id) == 4  # Written with two spaces in one row and one in the other.
