"""Refuses a request whose own classification and figures cannot both be right."""

from __future__ import annotations

import re

from weighbridge.app.door import circuit_facts
from weighbridge.app.faults import Fault, RequestFaults, nearest
from weighbridge.app.request.request import Request
from weighbridge.core.provision import Classification
from weighbridge.core.text import Text
from weighbridge.core.truth import Truth
from weighbridge.engine.decisive import words_tested
from weighbridge.engine.plan import Plan

TIERS = ("a", "b")


def refuse_unknown_eccn(request: Request, plan: Plan) -> None:
    """A classification must name an entry or paragraph that the law knows, or one that it could be (`EAR99`, `4A994`).

    Raises:
        RequestFaults: it does not have the form of an ECCN, or looks like a mistyped paragraph of a known entry.
    """
    for field, fact in (("item.eccn", "item.asserted_eccn"), ("item.for", "item.for_eccn")):
        found = request.item.facts.get(fact) if request.item else None
        if isinstance(found, str) and not _plausible(found, plan):
            known = sorted(_paragraphs(plan))
            accepted = Text(
                "an ECCN as Supplement No. 1 to part 774 writes it, such as 3A090.a, or EAR99",
                "第 774 部附件一之 ECCN 寫法，例如 3A090.a，或 EAR99",
            )
            problem = Text("It is no ECCN that the rulebook knows.", "非規則集所知之 ECCN。")
            raise RequestFaults([Fault(field, found, problem, accepted, nearest(found, known))])


ENTRY = re.compile(r"[0-9][A-E][0-9]{3}")


def _paragraphs(plan: Plan) -> set[str]:
    return {p.id for p in plan.rulebook.provisions.values() if isinstance(p.effect, Classification)}


def _plausible(eccn: str, plan: Plan) -> bool:
    """Whether it is EAR99, a known paragraph, the whole entry of one, or a paragraph of an entry with none encoded."""
    entry, _, rest = eccn.partition(".")
    if eccn == "EAR99":
        return True
    if not ENTRY.fullmatch(entry):
        return False
    encoded = {name for name in _paragraphs(plan) if name.split(".")[0] == entry}
    tested = {w for f in ("item.asserted_eccn", "item.base_eccn", "item.for_eccn") for w in words_tested(plan, f)}
    mistyped = entry in ONLY_ADVANCED and rest != ""
    return not encoded or rest == "" or eccn in encoded or eccn in tested or not (mistyped or rest.startswith("z"))


ONLY_ADVANCED = frozenset({"3A090", "4A090", "4D090", "4E091"})
"""Entries that hold nothing but advanced computing items: a paragraph of theirs that is unknown is a slip."""


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
    computed = {tier: plan.truth_of(f"3A090.{tier}.parameters", truths) for tier in TIERS}
    claimed = _claimed(asserted, plan)
    wrong = [tier for tier in TIERS if _contradicts(claimed, tier, computed[tier])]
    if wrong:
        found = next((f"3A090.{tier}" for tier in TIERS if computed[tier]), "neither 3A090.a nor 3A090.b")
        problem = Text(f"The figures stated beside it compute to {found}.", f"依所填數值計算，應為 {found}。")
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
