"""Graphs as FollowTheMoney entities, in JSON lines."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from weighbridge.parties.ownership.graph import EntityKind, OwnershipGraph, StakeKind
from weighbridge.parties.ownership.read.faults import GraphFaults
from weighbridge.parties.ownership.read.fields import NoSuchPlace
from weighbridge.parties.ownership.read.read import read_graph
from weighbridge.parties.ownership.share import UNKNOWN, Range, exactly


def entity(id_: str, schema: str, **properties: list[Any] | str) -> str:
    values = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    return json.dumps({"id": id_, "schema": schema, "properties": values})


def place(code: str) -> str:
    if len(code) != 2:
        raise NoSuchPlace
    return code.upper()


def read(*lines: str, name: str = "graph.jsonl") -> OwnershipGraph:
    return read_graph("\n".join(lines).encode(), name, place)


A, L, P = (
    entity("a", "Company", name="A Ltd", mainCountry="fr"),
    entity("l", "Company", name="L"),
    entity("p", "Person", name="P"),
)


def owns(**properties: list[Any] | str) -> str:
    return entity("o", "Ownership", **{"owner": "l", "asset": "a", **properties})


def test_ownership_and_directorship_become_stakes() -> None:
    graph = read(A, L, P, owns(percentage="51.5"), entity("d", "Directorship", director="p", organization="a"))
    first, second = graph.stakes
    assert (first.owner, first.owned, first.share) == ("l", "a", exactly(Fraction(515, 1000)))
    assert (second.owner, second.kind) == ("p", StakeKind.DIRECTORSHIP)
    assert graph.find("a ltd").headquarters == "FR"
    assert graph.entities["p"].kind is EntityKind.PERSON


def test_the_form_is_told_by_its_first_line_too() -> None:
    assert read(A, L, owns(), name="graph.json").stakes
    assert read(A, name="graph.json").entities


def test_a_statement_without_percentage_is_a_share_of_unknown_size() -> None:
    [stake] = read(A, L, owns()).stakes
    assert stake.share == UNKNOWN


def test_a_percentage_that_cannot_be_read_is_unknown_and_told() -> None:
    graph = read(A, L, owns(percentage="a majority"))
    assert graph.stakes[0].share == UNKNOWN
    assert "a majority" in graph.warnings[0].en
    assert read(A, L, owns(percentage="150")).stakes[0].share == UNKNOWN


def test_the_same_statement_of_two_sources_counts_once() -> None:
    graph = read(A, L, owns(percentage="51"), owns(percentage="51.0"), owns())
    assert [stake.share for stake in graph.stakes] == [exactly(Fraction(51, 100))]
    assert not graph.warnings


def test_sources_that_differ_make_a_range_and_are_told() -> None:
    graph = read(A, L, owns(percentage="40"), owns(percentage="60"))
    assert [stake.share for stake in graph.stakes] == [Range(Fraction(40, 100), Fraction(60, 100))]
    assert "sources differ" in graph.warnings[0].en


def test_statements_for_times_apart_stay_apart() -> None:
    graph = read(A, L, owns(percentage="40", endDate="2019"), owns(percentage="60", startDate="2020"))
    assert [stake.share.low for stake in graph.stakes] == [Fraction(40, 100), Fraction(60, 100)]


@pytest.mark.parametrize(
    ("start", "end", "since", "until"),
    [
        ("2020", "2021", date(2020, 1, 1), date(2022, 1, 1)),
        ("2020-05", "2021-12", date(2020, 5, 1), date(2022, 1, 1)),
        ("2020-05-07", "2021-11-30", date(2020, 5, 7), date(2021, 12, 1)),
        ("2020-05-07T00:00:00", "2021-11", date(2020, 5, 7), date(2021, 12, 1)),
        ("long ago", "9999-12-31", None, None),
    ],
)
def test_a_part_of_a_date_is_read_so_that_the_stake_is_held_as_long_as_it_may_have_been(
    start: str, end: str, since: date | None, until: date | None
) -> None:
    [stake] = read(A, L, owns(startDate=start, endDate=end)).stakes
    assert (stake.since, stake.until) == (since, until)


def test_nested_entities_stand_for_their_ids() -> None:
    [stake] = read(A, L, owns(owner=[json.loads(L)], asset=[json.loads(A)])).stakes
    assert (stake.owner, stake.owned) == ("l", "a")


def test_who_is_not_described_is_told() -> None:
    graph = read(A, owns(owner="x", percentage="60"))
    assert graph.entities["x"].name == "x"
    assert graph.warnings[0].en.startswith("x is in a statement")


def test_other_statements_are_counted_and_not_used() -> None:
    graph = read(A, P, entity("f", "Family", person="p", relative="p"))
    assert not graph.stakes
    assert "Family" in graph.warnings[0].en


@pytest.mark.parametrize(
    ("program", "short"),
    [
        ("Entity List (EL) - Bureau of Industry and Security", "EL"),
        ("Military End User (MEU) List - Bureau of Industry and Security", "MEU"),
        ("Specially Designated Nationals (SDN) - Treasury Department", "SDN"),
        ("EL", "EL"),
        ("The Entity List of Commerce", "EL"),
    ],
)
def test_a_sanction_tells_the_list(program: str, short: str) -> None:
    sanction = entity("s", "Sanction", entity="l", program=program, startDate="2019-05-21", country="us")
    found = read(A, L, sanction).entities["l"]
    assert [(entry.list, entry.since, entry.name) for entry in found.listed] == [(short, date(2019, 5, 21), "L")]
    assert not found.may_be_listed


def test_a_sanction_of_another_country_is_on_another_list() -> None:
    found = read(L, entity("s", "Sanction", entity="l", program="Common list", country="fr")).entities["l"]
    assert [entry.list for entry in found.listed] == ["other:Common list"]


def test_a_sanction_of_the_united_states_that_names_no_list_may_be_one_that_counts() -> None:
    found = read(L, entity("s", "Sanction", entity="l", program="Some order", country="us")).entities["l"]
    assert (found.listed, found.may_be_listed) == ((), True)


def test_a_topic_without_a_sanction_may_be_one_that_counts() -> None:
    listed = entity("l", "Company", name="L", topics=["export.control"])
    assert read(listed).entities["l"].may_be_listed
    told = entity("s", "Sanction", entity="l", program="EL", endDate="2020-01-01")
    found = read(listed, told).entities["l"]
    assert not found.may_be_listed
    assert found.listed[0].until == date(2020, 1, 2)


def test_a_place_that_is_no_more_leaves_the_headquarters_unknown() -> None:
    assert read(entity("a", "Company", name="A", mainCountry="suhh")).entities["a"].headquarters is None


def test_lines_that_are_no_entities_are_refused_together() -> None:
    with pytest.raises(GraphFaults) as wrong:
        read(A, "nonsense", '{"id": "x"}', entity("o", "Ownership", owner="l"))
    assert [(f.where, f.field) for f in wrong.value.faults] == [("line 2", ""), ("line 3", ""), ("line 4", "asset")]
