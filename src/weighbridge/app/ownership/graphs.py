"""Opens an ownership graph: its places resolved by the catalog, its faults told as those of a request."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from weighbridge.app.faults import Fault, RequestFaults
from weighbridge.catalog.destinations import AmbiguousDestination, UnknownDestination, find_destination
from weighbridge.core.text import Text
from weighbridge.parties.listed import ListedParty
from weighbridge.parties.ownership.graph import AmbiguousParty, Entity, OwnershipGraph, UnknownParty
from weighbridge.parties.ownership.read.faults import GraphFaults
from weighbridge.parties.ownership.read.fields import NoSuchPlace
from weighbridge.parties.ownership.read.read import read_graph

NOBODY = Text("Nobody in the ownership graph has this name.", "股權圖中無此名稱。")
SEVERAL = Text("Several entities have this name.", "有數個實體使用此名稱。")
A_PARTY = Text("the id or the name of an entity in the graph", "圖中實體之識別碼或名稱")
ONE_ID = Text("one of their ids", "其識別碼之一")


def open_graph(raw: bytes, source: str) -> OwnershipGraph:
    """The graph in a file's bytes; `source` is what the file is called.

    Raises:
        RequestFaults: with every fault of the file, each with line and field.
    """
    try:
        return read_graph(raw, source, _place)
    except GraphFaults as wrong:
        faults = [
            Fault(": ".join(filter(None, (f.where, f.field))), f.found, f.problem, f.accepted, f.nearest)
            for f in wrong.faults
        ]
        raise RequestFaults(faults) from None


def _place(name: str) -> str:
    try:
        return find_destination(name).iso2
    except UnknownDestination as unknown:
        raise NoSuchPlace(tuple(unknown.nearest)) from None
    except AmbiguousDestination as ambiguous:
        raise NoSuchPlace(tuple(ambiguous.candidates)) from None


def find_party(graph: OwnershipGraph, asked: str, field: str = "PARTY") -> Entity:
    """The entity of that id or name.

    Raises:
        RequestFaults: there is none, with the nearest names; or several, with their ids.
    """
    try:
        return graph.find(asked)
    except UnknownParty as unknown:
        raise RequestFaults([Fault(field, asked, NOBODY, A_PARTY, unknown.nearest)]) from None
    except AmbiguousParty as ambiguous:
        raise RequestFaults([Fault(field, asked, SEVERAL, ONE_ID, ambiguous.candidates)]) from None


def with_listings(
    graph: OwnershipGraph, judged: Mapping[str, Sequence[ListedParty]], unjudged: Collection[str] = ()
) -> OwnershipGraph:
    """The graph with what screening found about its entities, by their ids, beside what the graph says itself.

    `judged` holds the list entries that a person judged to be the same; `unjudged` who has a match that awaits that.
    """
    changed = {
        entity: replace(
            graph.entities[entity],
            listed=(*graph.entities[entity].listed, *judged.get(entity, ())),
            may_be_listed=graph.entities[entity].may_be_listed or entity in unjudged,
            screened=True,
        )
        for entity in {*judged, *unjudged}
        if entity in graph.entities
    }
    return replace(graph, entities={**graph.entities, **changed})
