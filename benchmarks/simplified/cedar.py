"""The simplified rule in Cedar (cedarpy): one policy for each answer, parsed once."""

from __future__ import annotations

from typing import Any

import cedarpy

from benchmarks.simplified import rule as r
from benchmarks.simplified.jsonlogic import split


def _in(name: str, places: tuple[str, ...]) -> str:
    listed = ", ".join(f'"{place}"' for place in places)
    return f"[{listed}].contains(context.{name})"


def policies() -> str:
    """One policy for each answer. Cedar has no decimals beyond four places and no floats: densities are hundredths."""
    a1, a2 = f"context.tpp >= {r.A1}", f"context.tpp >= {r.A2}"
    dense_a, dense_b1, dense_b2 = (f"context.density >= {int(d * 100)}" for d in (r.DENSE_A, r.DENSE_B1, r.DENSE_B2))
    meets_a = f"({a1} || ({a2} && {dense_a}))"
    meets_b = f"((context.tpp >= {r.B1} && !({a1}) && {dense_b1}) || ({a2} && {dense_b2}))"
    exempt = f"(!context.datacenter && !({a1}))"
    a_tier = f"({meets_a} && !{exempt})"
    b_tier = f"({meets_b} && !({dense_a}) && !{meets_a} && !{exempt})"
    party = f"({_in('headquarters', r.D5_OR_MACAU)} || {_in('parent', r.D5_OR_MACAU)})"
    restricted = f"({_in('destination', r.D5_OR_MACAU)} || {party})"
    zone = _in("destination", r.ZONE)
    free = f'(context.destination == "US" || !({a_tier} || ({b_tier} && ({zone} || {party}))))'
    inside = "(" + " && ".join(_in(n, r.A_LIST) for n in ("destination", "headquarters", "parent")) + ")"
    allied = "(" + " || ".join(_in(n, r.A_LIST) for n in ("destination", "headquarters", "parent")) + ")"
    within = f"context.received + context.total <= {r.LPP}"
    moves = 'context.activity != "transfer"'
    aia = f"({a_tier} && {inside})"
    lpp = f"({a_tier} && {moves} && !{restricted} && !{zone} && {within})"
    eligible = f"!(context.datacenter && {a_tier})"
    answers = [
        ("NO_LICENSE_REQUIRED||", free),
        ("EXCEPTION_AVAILABLE|AIA|", aia),
        ("EXCEPTION_AVAILABLE|LPP|", lpp),
        ("EXCEPTION_AVAILABLE|NAC|", f"({eligible} && {restricted} && {moves})"),
        ("EXCEPTION_AVAILABLE|ACA|", f"({eligible} && !{restricted})"),
        ("LICENSE_REQUIRED||PRESUMPTION_OF_DENIAL", restricted),
        ("LICENSE_REQUIRED||PRESUMPTION_OF_APPROVAL", f"(!{a_tier} || {allied})"),
        ("LICENSE_REQUIRED||PRESUMPTION_OF_APPROVAL_WITHIN_ALLOCATION", "true"),
    ]
    written = []
    for place, (answer, when) in enumerate(answers):
        written.append(f'@id("{place}|{answer}") permit(principal, action, resource) when {{ {when} }};')
    return "\n".join(written)


def request(t: r.Transaction) -> dict[str, Any]:
    """Cedar's own form of a request."""
    context = {**t, "density": int(t["density"] * 100), "total": t["tpp"] * t["quantity"]}
    return {"principal": 'User::"u"', "action": 'Action::"ship"', "resource": 'Order::"o"', "context": context}


def prepare() -> r.Engine:
    """All policies are asked in one call; the first in order among those that determined the answer is taken."""
    parsed = cedarpy.PolicySet.from_str(policies())
    entities = cedarpy.Entities.from_json_str("[]")

    def decide(asked: dict[str, Any]) -> r.Result:
        result = cedarpy.is_authorized(asked, parsed, entities)
        first = min(result.diagnostics.id_annotations_by_reason.values())
        return split(first.split("|", 1)[1])

    return r.Engine("cedarpy", request, decide)
