"""Whatever a file holds, it is read or refused with lines: it never ends in a crash."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from tests.parties.ownership.graphs import DAY, HALF, counts

from weighbridge.parties.ownership.finding import listed_ownership
from weighbridge.parties.ownership.parents import ascent
from weighbridge.parties.ownership.read.faults import GraphFault, GraphFaults
from weighbridge.parties.ownership.read.read import read_graph

NAMES = st.sampled_from(["A", "B", "C", "", "Ü", '"', " a "])
PERCENTAGES = st.sampled_from(["50", "10-60", "", "x", ">50", "101", "-1", "0"])
DAYS = st.sampled_from(["", "2025-01-01", "2025-13-01", "2020", "2025-06-01"])
KINDS = st.sampled_from(["", "equity", "votes", "directorship", "shares"])
WORDS = st.sampled_from(["", "EL", "MEU;SDN", "?", "none", "ELL", "other:x", "company", "person", "float", "unlisted"])
ROWS = st.lists(st.tuples(NAMES, NAMES, PERCENTAGES, KINDS, DAYS, DAYS), max_size=8)
ENTITIES = st.lists(st.tuples(NAMES, WORDS, WORDS, WORDS), max_size=4)
STAKE, ENTITY = ("owner", "owned", "percent", "kind", "from", "until"), ("name", "kind", "listed_on", "rest")
FIELDS = st.sampled_from([*STAKE, *ENTITY, "x"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=4),
    max_leaves=8,
)
SCHEMATA = st.sampled_from(["Company", "Person", "Ownership", "Directorship", "Sanction", "Family", "?"])
PROPERTIES = st.sampled_from(
    ["name", "owner", "asset", "director", "organization", "percentage", "startDate", "endDate", "entity", "program"]
)
FTM = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["a", "b", "c", None]),
        "schema": SCHEMATA,
        "properties": st.dictionaries(PROPERTIES, JSON, max_size=5) | st.none(),
    }
)


def answered_or_refused(raw: bytes, name: str) -> None:
    faults: tuple[GraphFault, ...] = ()
    try:
        graph = read_graph(raw, name, str)
        for entity in list(graph.entities)[:3]:
            listed_ownership(graph, entity, DAY, counts, HALF)
            ascent(graph, entity, DAY)
    except GraphFaults as wrong:
        faults = wrong.faults
    assert all(fault.where.startswith("line ") for fault in faults)


@given(ROWS, ENTITIES)
def test_a_table_is_answered_or_refused(rows: list[tuple[str, ...]], entities: list[tuple[str, ...]]) -> None:
    table = [",".join(STAKE), *(",".join(row) for row in rows), "", ",".join(ENTITY), *(",".join(e) for e in entities)]
    answered_or_refused("\n".join(table).encode(), "graph.csv")


@given(st.dictionaries(st.sampled_from(["stakes", "entities", "about", "x"]), JSON, max_size=3))
def test_a_document_is_answered_or_refused(document: dict[str, object]) -> None:
    answered_or_refused(json.dumps(document).encode(), "graph.json")


@given(st.lists(FTM, max_size=8))
def test_lines_of_entities_are_answered_or_refused(entities: list[dict[str, object]]) -> None:
    answered_or_refused("\n".join(map(json.dumps, entities)).encode(), "graph.jsonl")


@given(st.binary(max_size=200), st.sampled_from(["graph.csv", "graph.json", "graph.jsonl"]))
def test_any_bytes_are_answered_or_refused(raw: bytes, name: str) -> None:
    answered_or_refused(raw, name)
