"""The simplified rule in Weighbridge's vocabulary: every condition is traced, every exception weighed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from benchmarks.simplified import rule as r
from weighbridge.core.citation import Citation
from weighbridge.core.condition import ALWAYS, all_of, any_of, at_most, met, not_, sum_of, value
from weighbridge.core.fact import Choice, Fact, FactValue, Kind
from weighbridge.core.outcome import Policy
from weighbridge.core.provision import Definition, Effect, Exception_, Provision, Requirement, Review, Scope
from weighbridge.core.rulebook import Rulebook
from weighbridge.core.text import same
from weighbridge.core.value import LawValue, ValueVersion
from weighbridge.engine.determine import judge
from weighbridge.engine.plan import Plan

DAY = date(2025, 6, 2)
HERE = Citation("benchmarks/simplified")


def _fact(name: str, kind: Kind, *words: str) -> Fact:
    return Fact(name, kind, same(name), same(name), HERE, choices=tuple(Choice(w, same(w)) for w in words))


TPP, DENSITY, TOTAL, RECEIVED = (_fact(n, Kind.NUMBER) for n in ("tpp", "density", "total", "received"))
DATACENTER = _fact("datacenter", Kind.TRUTH)
TO, HEADQUARTERS, PARENT = (_fact(n, Kind.PLACE) for n in ("destination", "headquarters", "parent"))
ACTIVITY = _fact("activity", Kind.WORD, "export", "reexport", "transfer")
FACTS = (TPP, DENSITY, TOTAL, RECEIVED, DATACENTER, TO, HEADQUARTERS, PARENT, ACTIVITY)

VALUES: Mapping[str, LawValue] = {
    "a1": r.A1, "a2": r.A2, "b1": r.B1, "dense_a": r.DENSE_A, "dense_b1": r.DENSE_B1, "dense_b2": r.DENSE_B2,
    "lpp": r.LPP, "allies": frozenset(r.A_LIST), "embargoed": frozenset(r.D5_OR_MACAU), "zone": frozenset(r.ZONE),
    "home": frozenset({"US"}),
}  # fmt: skip
ALLIES, EMBARGOED = value("allies"), value("embargoed")


def _rulebook() -> Rulebook:
    found: dict[str, Provision] = {}

    def add(name: str, effect: Effect, condition: object = ALWAYS) -> None:
        found[name] = Provision(name, same(name), HERE, "benchmark", effect, condition)  # type: ignore[arg-type]

    meets_a = any_of(TPP.at_least(value("a1")), all_of(TPP.at_least(value("a2")), DENSITY.at_least(value("dense_a"))))
    meets_b = any_of(
        all_of(TPP.at_least(value("b1")), TPP.less_than(value("a1")), DENSITY.at_least(value("dense_b1"))),
        all_of(TPP.at_least(value("a2")), DENSITY.at_least(value("dense_b2"))),
    )
    exempt = all_of(not_(DATACENTER.holds), TPP.less_than(value("a1")))
    add("subject", Scope())
    add("a", Definition(), all_of(meets_a, not_(exempt)))
    add("b", Definition(), all_of(meets_b, DENSITY.less_than(value("dense_a")), not_(meets_a), not_(exempt)))
    add("zone", Definition(), TO.is_in(value("zone")))
    add("party", Definition(), any_of(HEADQUARTERS.is_in(EMBARGOED), PARENT.is_in(EMBARGOED)))
    add("restricted", Definition(), any_of(TO.is_in(EMBARGOED), met("party")))
    abroad = not_(TO.is_in(value("home")))
    add("(iii)(A)", Requirement("RS"), all_of(abroad, met("a")))
    add("(iii)(B)", Requirement("RS"), all_of(abroad, met("b"), any_of(met("zone"), met("party"))))
    both = ("(iii)(A)", "(iii)(B)")
    inside = all_of(TO.is_in(ALLIES), HEADQUARTERS.is_in(ALLIES), PARENT.is_in(ALLIES))
    moves = ACTIVITY.is_one_of("export", "reexport")
    add("AIA", Exception_("AIA", both[:1]), all_of(met("a"), inside))
    within = at_most(sum_of(RECEIVED, TOTAL), value("lpp"))
    lpp = all_of(met("a"), moves, not_(met("restricted")), not_(met("zone")), within)
    add("LPP", Exception_("LPP", both[:1]), lpp)
    eligible = not_(all_of(DATACENTER.holds, met("a")))
    add("NAC", Exception_("NAC", both), all_of(eligible, met("restricted"), moves))
    add("ACA", Exception_("ACA", both), all_of(eligible, not_(met("restricted"))))
    add("denial", Review(Policy.PRESUMPTION_OF_DENIAL, both, 0), met("restricted"))
    allied = any_of(TO.is_in(ALLIES), HEADQUARTERS.is_in(ALLIES), PARENT.is_in(ALLIES))
    add("approval", Review(Policy.PRESUMPTION_OF_APPROVAL, both, 1), any_of(met("b"), allied))
    add("capped", Review(Policy.PRESUMPTION_OF_APPROVAL_WITHIN_ALLOCATION, both, 2))
    versions = {name: ValueVersion(held, DAY, DAY, HERE) for name, held in VALUES.items()}
    return Rulebook(DAY, DAY, "book", {f.name: f for f in FACTS}, versions, {}, {}, found, {}, {})


def facts_of(t: r.Transaction) -> dict[str, FactValue]:
    """The input as facts."""
    return {
        "tpp": t["tpp"], "density": t["density"], "total": t["tpp"] * t["quantity"], "received": t["received"],
        "datacenter": t["datacenter"], "destination": t["destination"], "headquarters": t["headquarters"],
        "parent": t["parent"], "activity": t["activity"],
    }  # fmt: skip


def prepare() -> r.Engine:
    """Compile once; each call traces every condition and settles."""
    plan = Plan.of(_rulebook())

    def decide(facts: Mapping[str, FactValue]) -> r.Result:
        outcome, exception, policy = judge(plan, facts)
        return outcome.value, exception, policy.value if policy else None

    return r.Engine("Weighbridge", facts_of, decide)
