"""Circles are found as networkx finds them, and owners come before what they own."""

from __future__ import annotations

import networkx as nx  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from weighbridge.parties.ownership.components import components

NODES = st.integers(0, 9)
EDGES = st.sets(st.tuples(NODES, NODES), max_size=30)


@given(EDGES)
def test_the_groups_are_those_of_networkx(edges: set[tuple[int, int]]) -> None:
    owners = {str(n): {str(o): None for e, o in edges if e == n} for n in range(10)}
    graph = nx.DiGraph((str(e), str(o)) for e, o in edges)
    graph.add_nodes_from(owners)
    expected = {frozenset(group) for group in nx.strongly_connected_components(graph)}
    assert {frozenset(group) for group in components(owners)} == expected


@given(EDGES)
def test_every_group_comes_after_those_of_its_owners(edges: set[tuple[int, int]]) -> None:
    owners = {str(n): {str(o): None for e, o in edges if e == n} for n in range(10)}
    seen: set[str] = set()
    for group in components(owners):
        seen.update(group)
        assert all(owner in seen for entity in group for owner in owners[entity])


def test_a_long_chain_does_not_overflow() -> None:
    length = 50_000
    owners = {str(n): {str(n + 1): None} for n in range(length)} | {str(length): {}}
    assert sum(1 for _ in components(owners)) == length + 1
