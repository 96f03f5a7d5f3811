"""From facts to a determination: requirements, exceptions and authorizations, review and allocations, duties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from weighbridge.core.determination import Assumption, Considered, Determination, Finding
from weighbridge.core.fact import FactValue
from weighbridge.core.outcome import Outcome, Policy
from weighbridge.core.provision import Review
from weighbridge.core.text import Text
from weighbridge.core.truth import Truth, all_hold, any_holds
from weighbridge.engine.combine import Settled, settle, weigh
from weighbridge.engine.decisive import rank_missing
from weighbridge.engine.draws import draw_count, draws_under
from weighbridge.engine.duties import duties_under, duty_count
from weighbridge.engine.plan import Lifting, Placed, Plan

STRICTNESS = {policy: rank for rank, policy in enumerate(Policy)}


class Verdict(NamedTuple):
    """The gist of an answer: what is asked, under which exception, and how a license would be reviewed."""

    outcome: Outcome
    exception: str | None
    review_policy: Policy | None


def determine(plan: Plan, stated: Mapping[str, FactValue]) -> Determination:
    """What the rulebook asks of a transaction with these facts. A pure function of both.

    Facts that are not stated are unknown, unless the law's own declaration presumes the restrictive side; every
    presumption that some finding turned on is listed in `assumptions`.
    """
    facts = with_presumptions(plan, stated)
    truths = plan.trace(facts)
    settled, missing = _settle(plan, facts, truths)
    required = required_by(plan, truths)
    chosen = _fewest_duties(plan, settled.usable, truths)
    licensed = settled.outcome is Outcome.LICENSE_REQUIRED
    review = review_of(plan, truths) if licensed else None
    ways = _ways(settled, chosen, review, required)
    undecided = (*_undecided(plan, truths), *(deciding_reviews(plan, truths) if licensed else ()))
    return Determination(
        rulebook=plan.rulebook,
        facts=facts,
        truths=truths,
        outcome=settled.outcome,
        exception=chosen.symbol if chosen else None,
        decided_by=_findings(settled.decided_by, truths),
        considered=_considered(plan, truths, required) if required else (),
        unresolved=_findings(tuple({p.place: p for p in undecided}.values()), truths),
        missing=missing,
        review_policy=_policy(review) if licensed else None,
        obligations=duties_under(plan, ways, truths, facts),
        draws=draws_under(plan, ways, truths, facts),
        assumptions=_assumptions(plan, stated, truths),
    )


def judge(plan: Plan, stated: Mapping[str, FactValue]) -> Verdict:
    """The gist of what `determine` says, at a fraction of its cost: for asking many times what a change would do.

    Where an answer is incomplete it does not try whether every way to complete it leads to the same; it is then
    stricter than `determine`, never milder.
    """
    truths = plan.trace(with_presumptions(plan, stated))
    strict = settle(plan, truths, strictly=True)
    if plan.uncertain(truths) and strict.outcome is not settle(plan, truths, strictly=False).outcome:
        return Verdict(Outcome.INCOMPLETE, None, None)
    chosen = _fewest_duties(plan, strict.usable, truths)
    licensed = strict.outcome is Outcome.LICENSE_REQUIRED
    policy = _policy(review_of(plan, truths)) if licensed else None
    return Verdict(strict.outcome, chosen.symbol if chosen else None, policy)


def _settle(plan: Plan, facts: Mapping[str, FactValue], truths: Sequence[Truth]) -> tuple[Settled, tuple[str, ...]]:
    """Settle strictly and mildly; where they differ the answer is incomplete, unless every answer leads to the same."""
    strict = settle(plan, truths, strictly=True)
    mild = settle(plan, truths, strictly=False) if plan.uncertain(truths) else strict
    if strict.outcome is mild.outcome:
        return strict, ()
    missing, certain = rank_missing(plan, facts, truths)
    undecided = Settled(Outcome.INCOMPLETE, _undecided(plan, truths) or strict.decided_by)
    return next((side for side in (strict, mild) if side.outcome is certain), undecided), missing


def with_presumptions(plan: Plan, stated: Mapping[str, FactValue]) -> dict[str, FactValue]:
    """The stated facts, and the presumed value of every fact that has one and was not stated."""
    if None in stated.values():
        stated = {name: value for name, value in stated.items() if value is not None}  # type: ignore[redundant-expr]
    return {**plan.presumed, **stated}


def _fewest_duties(plan: Plan, usable: Sequence[Lifting], truths: Sequence[Truth]) -> Lifting | None:
    """The way with the fewest duties; to keep within a limited quantity counts as one."""
    if len(usable) < 2:
        return usable[0] if usable else None
    return min(usable, key=lambda x: duty_count(plan, x.symbol, truths) + draw_count(plan, x.symbol, truths))


def review_of(plan: Plan, truths: Sequence[Truth]) -> Placed | None:
    """The review provision that decides: the first in precedence that speaks, or may speak and is stricter.

    None where it may be that none speaks, and those that may are milder than a policy that is not stated.
    """
    candidates, certain = _speaking(plan, truths)
    strictest = max(candidates, key=_strictness, default=None)
    unstated = strictest is not None and not certain and _strictness(strictest) < STRICTNESS[Policy.NOT_STATED]
    return None if unstated else strictest


def _speaking(plan: Plan, truths: Sequence[Truth]) -> tuple[list[Placed], bool]:
    """The reviews that speak or may, up to the first that certainly does, if one does: those after it do not count.

    A review speaks if its condition holds and a requirement that it is about applies.
    """
    required = {p.provision.id: truths[p.place] for p in plan.requirements}
    found = []
    for p in plan.reviews:
        if truths[p.place] is not False:
            speaks = all_hold((truths[p.place], any_holds(required.get(name, False) for name in _effect(p).of)))
            if speaks is not False:
                found.append(p)
            if speaks:
                return found, True
    return found, False


def deciding_reviews(plan: Plan, truths: Sequence[Truth]) -> list[Placed]:
    """The reviews and requirements of which it is unknown whether they speak, and which could change the policy."""
    candidates, certain = _speaking(plan, truths)
    policies = [_policy(p) for p in candidates] + ([] if certain else [Policy.NOT_STATED])
    decisive = [p for i, p in enumerate(candidates) if any(q is not policies[i] for q in policies[i + 1 :])]
    about = {name for p in decisive for name in _effect(p).of}
    requirements = [p for p in plan.requirements if p.provision.id in about]
    return [p for p in (*decisive, *requirements) if truths[p.place] is None]


def required_by(plan: Plan, truths: Sequence[Truth]) -> frozenset[str]:
    """The requirements that apply, or may apply."""
    return frozenset(p.provision.id for p in plan.requirements if truths[p.place] is not False)


def _effect(placed: Placed) -> Review:
    assert isinstance(placed.provision.effect, Review)
    return placed.provision.effect


def _strictness(placed: Placed) -> int:
    return STRICTNESS[_effect(placed).policy]


def _policy(review: Placed | None) -> Policy:
    return _effect(review).policy if review else Policy.NOT_STATED


def _ways(settled: Settled, chosen: Lifting | None, review: Placed | None, required: frozenset[str]) -> frozenset[str]:
    """What the answer rests on, in the words in which duties and allocations say what brings them."""
    if settled.outcome is Outcome.NOT_SUBJECT_TO_THE_EAR:
        return frozenset()
    ways = {"*", *required}
    if chosen:
        ways.add(chosen.symbol)
    if settled.outcome is Outcome.LICENSE_REQUIRED:
        ways.add("LICENSE")
    if settled.outcome is Outcome.NO_LICENSE_REQUIRED:
        ways.add("NLR")
    if review:
        ways.add(review.provision.id)
    return frozenset(ways)


def _considered(plan: Plan, truths: Sequence[Truth], required: frozenset[str]) -> tuple[Considered, ...]:
    weighed = [weigh(lifting, truths, required) for lifting in plan.liftings]
    return tuple(sorted(weighed, key=lambda x: (x.available is not True, x.available is False)))


def _findings(placed: Sequence[Placed], truths: Sequence[Truth]) -> tuple[Finding, ...]:
    return tuple(Finding(p.provision, truths[p.place]) for p in placed)


def _undecided(plan: Plan, truths: Sequence[Truth]) -> tuple[Placed, ...]:
    """The provisions of which it could not be told whether they speak."""
    asked = (*plan.scopes, *plan.prohibitions, *plan.requirements)
    lifting = tuple(Placed(x.provision, x.place) for x in plan.liftings)
    return tuple(p for p in (*asked, *lifting) if truths[p.place] is None)


def _assumptions(plan: Plan, stated: Mapping[str, FactValue], truths: Sequence[Truth]) -> tuple[Assumption, ...]:
    """The presumptions taken that some provision which speaks, or may speak, turned on; each sentence once.

    A lenient one is told wherever some provision in force reads it: it may be what keeps that provision silent.
    """
    taken = [f for f in plan.presumptions if stated.get(f.name) is None and f.presumption is not None]
    if not taken:
        return ()
    speaking: set[str] = set()
    lifting = (Placed(x.provision, x.place) for x in plan.liftings)
    for placed in (*plan.scopes, *plan.prohibitions, *plan.requirements, *lifting, *plan.reviews):
        if truths[placed.place] is not False:
            speaking |= plan.reads[placed.provision.id]
    told: dict[Text, Assumption] = {}
    for f in taken:
        if f.presumption and f.name in (plan.read if f.lenient else speaking):
            told.setdefault(f.presumption, Assumption(f.name, f.presumption))
    return tuple(told.values())
