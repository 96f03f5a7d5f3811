"""The simplified rule as a plain Python function: the floor that nothing with a trace can reach."""

from __future__ import annotations

from benchmarks.simplified.rule import (
    A1,
    A2,
    A_LIST,
    B1,
    D5_OR_MACAU,
    DENSE_A,
    DENSE_B1,
    DENSE_B2,
    LPP,
    ZONE,
    Engine,
    Result,
    Transaction,
)

ALLIES, EMBARGOED, CONTROLLED = frozenset(A_LIST), frozenset(D5_OR_MACAU), frozenset(ZONE)


def decide(t: Transaction) -> Result:
    """Outcome, exception, review policy."""
    tpp, density, to = t["tpp"], t["density"], t["destination"]
    exempt = not t["datacenter"] and tpp < A1
    meets_a = tpp >= A1 or (tpp >= A2 and density >= DENSE_A)
    meets_b = (B1 <= tpp < A1 and density >= DENSE_B1) or (tpp >= A2 and density >= DENSE_B2)
    a_tier = meets_a and not exempt
    b_tier = meets_b and density < DENSE_A and not meets_a and not exempt
    party = t["headquarters"] in EMBARGOED or t["parent"] in EMBARGOED
    if to == "US" or not (a_tier or (b_tier and (to in CONTROLLED or party))):
        return "NO_LICENSE_REQUIRED", None, None
    restricted = to in EMBARGOED or party
    if a_tier and to in ALLIES and t["headquarters"] in ALLIES and t["parent"] in ALLIES:
        return "EXCEPTION_AVAILABLE", "AIA", None
    within = t["received"] + tpp * t["quantity"] <= LPP
    if a_tier and t["activity"] != "transfer" and not restricted and to not in CONTROLLED and within:
        return "EXCEPTION_AVAILABLE", "LPP", None
    if not (t["datacenter"] and a_tier):
        if restricted and t["activity"] != "transfer":
            return "EXCEPTION_AVAILABLE", "NAC", None
        if not restricted:
            return "EXCEPTION_AVAILABLE", "ACA", None
    if restricted:
        return "LICENSE_REQUIRED", None, "PRESUMPTION_OF_DENIAL"
    if not a_tier or to in ALLIES or t["headquarters"] in ALLIES or t["parent"] in ALLIES:
        return "LICENSE_REQUIRED", None, "PRESUMPTION_OF_APPROVAL"
    return "LICENSE_REQUIRED", None, "PRESUMPTION_OF_APPROVAL_WITHIN_ALLOCATION"


def prepare() -> Engine:
    """The function itself."""
    return Engine("plain Python", lambda t: t, decide)
