"""The simplified rule in json-logic (the maintained fork json-logic-qubit), one nested document."""

from __future__ import annotations

from typing import Any

from json_logic import jsonLogic

from benchmarks.simplified import rule as r

Logic = dict[str, Any]


def var(name: str) -> Logic:
    return {"var": name}


def among(name: str, places: tuple[str, ...]) -> Logic:
    return {"in": [var(name), list(places)]}


def document() -> Logic:
    """Nested if-then pairs, in the order of the plain function."""
    a1, a2 = {">=": [var("tpp"), r.A1]}, {">=": [var("tpp"), r.A2]}
    dense = {">=": [var("density"), float(r.DENSE_A)]}
    meets_a = {"or": [a1, {"and": [a2, dense]}]}
    b1 = {"and": [{">=": [var("tpp"), r.B1]}, {"!": a1}, {">=": [var("density"), float(r.DENSE_B1)]}]}
    meets_b = {"or": [b1, {"and": [a2, {">=": [var("density"), float(r.DENSE_B2)]}]}]}
    exempt = {"and": [{"!": var("datacenter")}, {"!": a1}]}
    a_tier = {"and": [meets_a, {"!": exempt}]}
    b_tier = {"and": [meets_b, {"!": dense}, {"!": meets_a}, {"!": exempt}]}
    party = {"or": [among("headquarters", r.D5_OR_MACAU), among("parent", r.D5_OR_MACAU)]}
    restricted = {"or": [among("destination", r.D5_OR_MACAU), party]}
    zone = among("destination", r.ZONE)
    required = {"or": [a_tier, {"and": [b_tier, {"or": [zone, party]}]}]}
    moves = {"!=": [var("activity"), "transfer"]}
    inside = {"and": [among(n, r.A_LIST) for n in ("destination", "headquarters", "parent")]}
    allied = {"or": [among(n, r.A_LIST) for n in ("destination", "headquarters", "parent")]}
    within = {"<=": [{"+": [var("received"), var("total")]}, r.LPP]}
    eligible = {"!": {"and": [var("datacenter"), a_tier]}}
    return {
        "if": [
            {"or": [{"==": [var("destination"), "US"]}, {"!": required}]}, "NO_LICENSE_REQUIRED||",
            {"and": [a_tier, inside]}, "EXCEPTION_AVAILABLE|AIA|",
            {"and": [a_tier, moves, {"!": restricted}, {"!": zone}, within]}, "EXCEPTION_AVAILABLE|LPP|",
            {"and": [eligible, restricted, moves]}, "EXCEPTION_AVAILABLE|NAC|",
            {"and": [eligible, {"!": restricted}]}, "EXCEPTION_AVAILABLE|ACA|",
            restricted, "LICENSE_REQUIRED||PRESUMPTION_OF_DENIAL",
            {"or": [{"!": a_tier}, allied]}, "LICENSE_REQUIRED||PRESUMPTION_OF_APPROVAL",
            "LICENSE_REQUIRED||PRESUMPTION_OF_APPROVAL_WITHIN_ALLOCATION",
        ]
    }  # fmt: skip


def split(answer: str) -> r.Result:
    """The three words of an answer."""
    outcome, exception, policy = answer.split("|")
    return outcome, exception or None, policy or None


def prepare() -> r.Engine:
    """The document is made once; the engine interprets it on every call."""
    rules = document()
    return r.Engine("json-logic", r.as_floats, lambda t: split(jsonLogic(rules, t)))
