"""Graphs as CSV and JSON: what is read, and what is wrong with a file, each with its line."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from weighbridge.parties.ownership.graph import (
    AmbiguousParty,
    EntityKind,
    OwnershipGraph,
    Rest,
    StakeKind,
    UnknownParty,
)
from weighbridge.parties.ownership.read.faults import GraphFault, GraphFaults
from weighbridge.parties.ownership.read.fields import NoSuchPlace, read_share
from weighbridge.parties.ownership.read.read import read_graph
from weighbridge.parties.ownership.share import UNKNOWN, Range, exactly

PLACES = {"China": "CN", "CN": "CN", "FR": "FR"}


def place(name: str) -> str:
    if name not in PLACES:
        raise NoSuchPlace(("China",))
    return PLACES[name]


def read(text: str, name: str = "graph.csv") -> OwnershipGraph:
    return read_graph(text.encode(), name, place)


def faults(text: str, name: str = "graph.csv") -> list[GraphFault]:
    with pytest.raises(GraphFaults) as wrong:
        read(text, name)
    return list(wrong.value.faults)


CSV = """owner,owned,percent,kind,from,until,source
L Group,Alpha,60,,2020-01-01,,register
Alpha,Exemple SARL,33.4 %,,,2026-01-01,
Alpha,Exemple SARL,51,votes,,,

name,id,kind,headquarters,listed_on,rest,source
L Group,l,,China,EL; MEU,unlisted,own research
Exemple SARL,,,FR,none,,
P,,person,,,,
"""
JSON = """{
  "about": "for people",
  "stakes": [
    {"owner": "L Group", "owned": "Alpha", "percent": 60, "from": "2020-01-01", "source": "register"},
    {"owner": "Alpha", "owned": "Exemple SARL", "percent": 33.4, "until": "2026-01-01"},
    {"owner": "Alpha", "owned": "Exemple SARL", "percent": 51, "kind": "votes"}],
  "entities": [
    {"name": "L Group", "id": "l", "headquarters": "China", "rest": "unlisted", "source": "own research",
     "listed_on": [{"list": "EL", "since": "2019-05-21", "license_policy": "Presumption of denial"}, "MEU"]},
    {"name": "Exemple SARL", "headquarters": "FR", "listed_on": "none"},
    {"name": "P", "kind": "person"}]
}
"""


@pytest.mark.parametrize(("text", "name"), [(CSV, "graph.csv"), (JSON, "graph.json")])
def test_both_forms_state_the_same_graph(text: str, name: str) -> None:
    graph = read(text, name)
    owner = graph.find("l group")
    assert (owner.id, owner.headquarters, owner.rest, owner.source) == ("l", "CN", Rest.UNLISTED, "own research")
    assert [entry.list for entry in owner.listed] == ["EL", "MEU"]
    assert graph.find("P").kind is EntityKind.PERSON
    assert graph.find("Exemple SARL").screened
    assert not graph.find("Alpha").screened
    first, second, third = graph.stakes
    assert (first.owner, first.owned, first.share) == ("l", "Alpha", exactly(Fraction(60, 100)))
    assert (first.since, first.until, first.source) == (date(2020, 1, 1), None, "register")
    assert (second.share, second.until) == (exactly(Fraction(334, 1000)), date(2026, 1, 1))
    assert third.kind is StakeKind.VOTES
    assert len(graph.digest) == 64


def test_entries_of_a_json_document_carry_their_dates_and_terms() -> None:
    entry, _ = read(JSON, "graph.json").find("L Group").listed
    assert (entry.since, entry.license_policy, entry.name) == (date(2019, 5, 21), "Presumption of denial", "L Group")


def test_each_statement_knows_its_line() -> None:
    assert [stake.where for stake in read(CSV).stakes] == ["line 2", "line 3", "line 4"]
    assert [stake.where.partition(",")[0] for stake in read(JSON, "graph.json").stakes] == [
        "line 4",
        "line 5",
        "line 6",
    ]


def test_all_faults_of_a_table_are_told_together_each_with_line_and_field() -> None:
    found = faults(
        "owner,owned,percent,kind,from,until\n"
        "A,B,101,,,\n"
        ",B,10,,,\n"
        "A,C,a third,,,\n"
        "A,D,10,shares,,\n"
        "A,E,10,,2025-02-30,\n"
        "A,F,10,,2025-02-01,2025-01-01\n"
        "A,G,20-10,,,\n"
        "A,H,10,,,,,x\n"
        "\n"
        "name,headquarters,listed_on,rest\n"
        "A,Chna,ELL,some\n"
    )
    assert [(f.where, f.field) for f in found] == [
        ("line 2", "percent"),
        ("line 3", "owner"),
        ("line 4", "percent"),
        ("line 5", "kind"),
        ("line 6", "from"),
        ("line 7", "until"),
        ("line 8", "percent"),
        ("line 9", ""),
        ("line 12", "listed_on"),
        ("line 12", "headquarters"),
        ("line 12", "rest"),
    ]
    nearest = {(f.where, f.field): f.nearest for f in found}
    assert nearest["line 12", "listed_on"] == ("EL",)
    assert nearest["line 12", "headquarters"] == ("China",)


def test_an_unknown_column_is_refused_with_the_nearest() -> None:
    [column] = faults("owner,owned,percnt\nA,B,10\n")
    assert (column.where, column.field, column.nearest) == ("line 1", "percnt", ("percent",))


def test_a_misspelt_owner_column_is_missing_and_hides_no_line() -> None:
    found = faults("ownr,owned,percent\nA,B,10\n")
    assert [(f.field, f.nearest[:1]) for f in found] == [("ownr", ("owner",)), ("owner", ())]


def test_the_same_stake_twice_at_the_same_time_is_refused_and_names_the_other_line() -> None:
    [twice] = faults("owner,owned,percent\nA,B,10\na ,B,20\n".replace("a ", "A "))
    assert twice.where == "line 3"
    assert "line 2" in twice.problem.en


def test_one_stake_after_the_other_is_not_twice() -> None:
    read("owner,owned,percent,from,until\nA,B,10,,2025-01-01\nA,B,20,2025-01-01,\n")


def test_shares_of_more_than_the_whole_are_a_warning() -> None:
    graph = read("owner,owned,percent\nA,C,60\nB,C,50\n")
    assert ["110" in warning.en for warning in graph.warnings] == [True]


def test_shares_that_follow_each_other_are_not() -> None:
    assert not read("owner,owned,percent,from,until\nA,C,60,,2025-01-01\nB,C,60,2025-01-01,\n").warnings


def test_a_company_cannot_own_itself_wholly() -> None:
    [whole] = faults("owner,owned,percent\nA,A,100\n")
    assert whole.field == "percent"


def test_who_is_not_described_is_a_company_of_which_nothing_is_known_and_a_near_name_is_asked_about() -> None:
    graph = read("owner,owned,percent\nAlpha Holding,B,10\n\nname\nAlpha Holdings\nB\n")
    assert graph.find("Alpha Holding").rest is Rest.UNKNOWN
    assert ["Alpha Holdings" in warning.en for warning in graph.warnings] == [True]


def test_a_name_of_several_needs_an_id() -> None:
    text = "owner,owned,percent\nA,B,10\n\nid,name\n1,A\n2,A\n"
    [several] = faults(text)
    assert (several.where, several.field, several.nearest) == ("line 2", "owner", ("1", "2"))
    graph = read(text.replace("A,B,10", "1,B,10"))
    with pytest.raises(AmbiguousParty):
        graph.find("a")
    with pytest.raises(UnknownParty):
        graph.find("C")


def test_an_id_is_used_once() -> None:
    [again] = faults("id,name\n1,A\n1,B\n")
    assert (again.where, again.field) == ("line 3", "id")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "graph.csv"),
        ("  \n", "graph.csv"),
        ("company,share\nA,10\n", "graph.csv"),
        ('owner,owned\n"A,B\n', "graph.csv"),
        ('{"stakes": [', "graph.json"),
        ('{"stakes": {}}', "graph.json"),
        ('{"stakes": [1]}', "graph.json"),
        ('{"stakes": [{"owner": "A", "owner": "B"}]}', "graph.json"),
        ('{"stakes": [{"owner": "A", "owned": "B", "percent": NaN}]}', "graph.json"),
        ('{"stakes": [], "entitis": []}', "graph.json"),
        ('{"entities": [{"name": "A", "listed_on": 5}]}', "graph.json"),
        ('{"entities": [{"name": "A", "listed_on": [{"lst": "EL"}]}]}', "graph.json"),
        ('{"stakes": []} x', "graph.json"),
        ('{"stakes": [' + "[" * 100_000 + "]}", "graph.json"),
    ],
)
def test_what_is_no_graph_is_refused_with_a_line(text: str, name: str) -> None:
    for fault in faults(text, name):
        assert fault.where.startswith("line ")
        assert fault.accepted.en
        assert fault.accepted.zh


def test_bytes_that_are_not_text_are_refused_with_a_line() -> None:
    with pytest.raises(GraphFaults) as wrong:
        read_graph(b"owner,owned\nA,\xff\n", "graph.csv", place)
    assert wrong.value.faults[0].where == "line 2"


@pytest.mark.parametrize(
    ("written", "share"),
    [
        ("51", exactly(Fraction(51, 100))),
        ("51 %", exactly(Fraction(51, 100))),
        ("0.001", exactly(Fraction(1, 100_000))),
        ("25-50", Range(Fraction(1, 4), Fraction(1, 2))),
        ("25 – 50 %", Range(Fraction(1, 4), Fraction(1, 2))),
        ("25 to 50", Range(Fraction(1, 4), Fraction(1, 2))),
        (">50", Range(Fraction(1, 2), Fraction(1))),
        (">= 50%", Range(Fraction(1, 2), Fraction(1))),
        ("<25", Range(Fraction(0), Fraction(1, 4))),
        ("", UNKNOWN),
        ("unknown", UNKNOWN),
        ("?", UNKNOWN),
    ],
)
def test_percentages_are_read_exactly(written: str, share: Range) -> None:
    assert read_share(written) == share


@pytest.mark.parametrize("written", ["33,4", "1/3", "-5", "1e2", "fifty", "50 50", "٥٠", "9" * 50])
def test_what_is_no_percentage_is_never_guessed(written: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_share(written)
