"""Refuses a request whose own classification and figures cannot both be right."""

from __future__ import annotations

from weighbridge.app.door import circuit_facts
from weighbridge.app.faults import Fault, RequestFaults
from weighbridge.app.request.request import Request
from weighbridge.core.provision import Classification
from weighbridge.core.text import Text
from weighbridge.core.truth import Truth
from weighbridge.engine.plan import Plan

TIERS = ("a", "b")


def refuse_contradictions(request: Request, plan: Plan) -> None:
    """Compare the asker's classification with what the figures beside it compute to.

    Raises:
        RequestFaults: the figures meet a paragraph's parameters and the classification says otherwise, or the reverse.
    """
    item = request.item
    asserted = item.facts.get("item.asserted_eccn") if item else None
    if item is None or not isinstance(asserted, str) or not item.circuits:
        return
    truths = plan.trace(circuit_facts(item, 0, {}))
    computed = {tier: truths[plan.places[f"3A090.{tier}.parameters"]] for tier in TIERS}
    claimed = _claimed(asserted, plan)
    wrong = [tier for tier in TIERS if _contradicts(claimed, tier, computed[tier])]
    if wrong:
        found = next((f"3A090.{tier}" for tier in TIERS if computed[tier]), "neither 3A090.a nor 3A090.b")
        problem = Text(
            f"The figures stated beside it compute to {found}.", f"依所填數值計算，應為 {found}。"
        )
        accepted = Text("a classification and figures that agree, or one of the two", "相符之分類與數值，或擇一填寫")
        raise RequestFaults([Fault("item.eccn", asserted, problem, accepted)])


def _claimed(asserted: str, plan: Plan) -> str:
    """The tier that a classification claims: a, b, or none."""
    trace = plan.trace({"item.asserted_eccn": asserted})
    for tier, requirement in zip(TIERS, ("742.6.a.6.iii.A.items", "742.6.a.6.iii.B.items"), strict=True):
        items = plan.rulebook.values[requirement]
        for p in plan.rulebook.provisions.values():
            listed = isinstance(items, frozenset) and p.id in items
            if listed and isinstance(p.effect, Classification) and trace[plan.places[p.id]]:
                return tier
    return "none"


def _contradicts(claimed: str, tier: str, computed: Truth) -> bool:
    return computed is False if claimed == tier else computed is True
