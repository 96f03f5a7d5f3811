"""Combines findings into an outcome. The order of the branches is the policy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from weighbridge.core.determination import Considered, Finding
from weighbridge.core.outcome import Outcome
from weighbridge.core.truth import Truth
from weighbridge.engine.plan import Lifting, Placed, Plan


class Settled(NamedTuple):
    """An outcome, the findings that settled it, and the exceptions or authorizations that would carry it."""

    outcome: Outcome
    decided_by: tuple[Placed, ...]
    usable: tuple[Lifting, ...] = ()


def settle(plan: Plan, truths: Sequence[Truth], *, strictly: bool) -> Settled:
    """Decide with every unknown read one way: strictly (against the transaction) or mildly (for it).

    A prohibition outranks everything; an exception or authorization must lift every requirement that applies.
    """
    silent = (False,) if strictly else (False, None)  # what does not restrict
    useless = (False, None) if strictly else (False,)  # what does not permit

    if all(truths[p.place] in silent for p in plan.scopes):
        return Settled(Outcome.NOT_SUBJECT_TO_THE_EAR, plan.scopes)
    prohibitions = [p for p in plan.prohibitions if truths[p.place] not in silent]
    if prohibitions:
        return Settled(Outcome.PROHIBITED, tuple(prohibitions))
    requirements = [p for p in plan.requirements if truths[p.place] not in silent]
    if not requirements:
        return Settled(Outcome.NO_LICENSE_REQUIRED, plan.requirements or plan.scopes)

    required = {p.provision.id for p in requirements}
    usable = [
        x
        for x in plan.liftings
        if truths[x.place] not in useless and required <= x.lifts and availability(x, truths) not in useless
    ]
    exceptions = [x for x in usable if not x.authorizes]
    if exceptions:
        return Settled(Outcome.EXCEPTION_AVAILABLE, tuple(requirements), tuple(exceptions))
    outcome = Outcome.VEU_AUTHORIZATION if usable else Outcome.LICENSE_REQUIRED
    return Settled(outcome, tuple(requirements), tuple(usable))


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
