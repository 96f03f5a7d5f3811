"""Combines findings into an outcome. The order of the branches is the policy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from weighbridge.core.determination import Considered, Finding
from weighbridge.core.outcome import Outcome
from weighbridge.core.provision import Authorization
from weighbridge.core.truth import Truth
from weighbridge.engine.plan import Lifting, Placed, Plan


@dataclass(frozen=True, slots=True)
class Settled:
    """An outcome, the findings that settled it, and the exceptions or authorizations that would carry it."""

    outcome: Outcome
    decided_by: tuple[Placed, ...]
    usable: tuple[Lifting, ...] = ()


def settle(plan: Plan, truths: Sequence[Truth], *, strictly: bool) -> Settled:
    """Decide with every unknown read one way: strictly (against the transaction) or mildly (for it).

    A prohibition outranks everything; an exception or authorization must lift every requirement that applies.
    """
    restricts = (True, None) if strictly else (True,)
    permits = (True,) if strictly else (True, None)

    scopes = tuple(p for p in plan.scopes if truths[p.place] in restricts)
    if not scopes:
        return Settled(Outcome.NOT_SUBJECT_TO_THE_EAR, plan.scopes)
    prohibitions = tuple(p for p in plan.prohibitions if truths[p.place] in restricts)
    if prohibitions:
        return Settled(Outcome.PROHIBITED, prohibitions)
    requirements = tuple(p for p in plan.requirements if truths[p.place] in restricts)
    if not requirements:
        return Settled(Outcome.NO_LICENSE_REQUIRED, plan.requirements)

    required = {p.provision.id for p in requirements}
    usable = tuple(x for x in plan.liftings if required <= x.lifts and availability(x, truths) in permits)
    exceptions = tuple(x for x in usable if not isinstance(x.provision.effect, Authorization))
    if exceptions:
        return Settled(Outcome.EXCEPTION_AVAILABLE, requirements, exceptions)
    if usable:
        return Settled(Outcome.VEU_AUTHORIZATION, requirements, usable)
    return Settled(Outcome.LICENSE_REQUIRED, requirements)


def availability(lifting: Lifting, truths: Sequence[Truth]) -> Truth:
    """Whether an exception's own conditions hold and no restriction bars it."""
    available = truths[lifting.place]
    if available is False or not lifting.restricted:
        return available
    for restriction, proviso in lifting.restricted:
        barred = truths[restriction.place]
        spared = False if proviso is None else truths[proviso]
        if barred is False or spared is True:
            continue
        if barred and spared is False:
            return False
        available = None
    return available


def weigh(lifting: Lifting, truths: Sequence[Truth], required: frozenset[str]) -> Considered:
    """An exception as it stands towards the requirements that apply, and what keeps it from helping."""
    uncovered = tuple(sorted(required - lifting.lifts))
    barred = tuple(
        Finding(restriction.provision, truths[restriction.place])
        for restriction, proviso in lifting.restricted
        if truths[restriction.place] is not False and (proviso is None or truths[proviso] is not True)
    )
    finding = Finding(lifting.provision, truths[lifting.place])
    available = False if uncovered else availability(lifting, truths)
    return Considered(finding, lifting.symbol, available, barred, uncovered)
