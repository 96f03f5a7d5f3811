"""The simplified rule in zen-engine (GoRules), one expression node in a decision graph, compiled once."""

from __future__ import annotations

import json
from typing import Any

import zen

from benchmarks.simplified import rule as r
from benchmarks.simplified.jsonlogic import split


def expressions() -> list[tuple[str, str]]:
    """Named steps of an expression node, in order."""
    allies, embargoed, zone = (json.dumps(list(p)) for p in (r.A_LIST, r.D5_OR_MACAU, r.ZONE))
    return [
        ("exempt", f"not datacenter and tpp < {r.A1}"),
        ("meetsA", f"tpp >= {r.A1} or (tpp >= {r.A2} and density >= {r.DENSE_A})"),
        (
            "meetsB",
            f"(tpp >= {r.B1} and tpp < {r.A1} and density >= {r.DENSE_B1})"
            f" or (tpp >= {r.A2} and density >= {r.DENSE_B2})",
        ),
        ("a", "$.meetsA and not $.exempt"),
        ("b", f"$.meetsB and density < {r.DENSE_A} and not $.meetsA and not $.exempt"),
        ("party", f"headquarters in {embargoed} or parent in {embargoed}"),
        ("restricted", f"destination in {embargoed} or $.party"),
        ("zone", f"destination in {zone}"),
        ("inside", f"destination in {allies} and headquarters in {allies} and parent in {allies}"),
        ("allied", f"destination in {allies} or headquarters in {allies} or parent in {allies}"),
        ("free", "destination == 'US' or not ($.a or ($.b and ($.zone or $.party)))"),
        ("lpp", f"$.a and activity != 'transfer' and not $.restricted and not $.zone and received + total <= {r.LPP}"),
        ("eligible", "not (datacenter and $.a)"),
        (
            "answer",
            "$.free ? 'NO_LICENSE_REQUIRED||' : $.a and $.inside ? 'EXCEPTION_AVAILABLE|AIA|'"
            " : $.lpp ? 'EXCEPTION_AVAILABLE|LPP|'"
            " : $.eligible and $.restricted and activity != 'transfer' ? 'EXCEPTION_AVAILABLE|NAC|'"
            " : $.eligible and not $.restricted ? 'EXCEPTION_AVAILABLE|ACA|'"
            " : $.restricted ? 'LICENSE_REQUIRED||PRESUMPTION_OF_DENIAL'"
            " : not $.a or $.allied ? 'LICENSE_REQUIRED||PRESUMPTION_OF_APPROVAL'"
            " : 'LICENSE_REQUIRED||PRESUMPTION_OF_APPROVAL_WITHIN_ALLOCATION'",
        ),
    ]


def graph() -> str:
    """A decision graph: input, one expression node, output."""
    steps = [{"id": name, "key": name, "value": value} for name, value in expressions()]
    nodes: list[dict[str, Any]] = [
        {"id": "in", "name": "in", "type": "inputNode", "position": {"x": 0, "y": 0}},
        {
            "id": "rule",
            "name": "rule",
            "type": "expressionNode",
            "position": {"x": 1, "y": 0},
            "content": {"expressions": steps},
        },
        {"id": "out", "name": "out", "type": "outputNode", "position": {"x": 2, "y": 0}},
    ]
    edges = [
        {"id": "e1", "type": "edge", "sourceId": "in", "targetId": "rule"},
        {"id": "e2", "type": "edge", "sourceId": "rule", "targetId": "out"},
    ]
    return json.dumps({"nodes": nodes, "edges": edges})


def prepare(*, traced: bool = False) -> r.Engine:
    """The graph is read once; `traced` asks the engine for its own trace."""
    decision = zen.ZenEngine().create_decision(graph())
    options = {"trace": True} if traced else {}
    name = "zen-engine, traced" if traced else "zen-engine"
    return r.Engine(name, r.as_floats, lambda t: split(decision.evaluate(t, options)["result"]["answer"]))
