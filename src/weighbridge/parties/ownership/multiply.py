"""Multiplication along paths: what listed parties own of an entity through every chain of shares, added up.

Each entity's share is that of its owners times what they hold. In a circle that is a system of linear equations, solved
exactly; a listed owner counts whole and stops its chain, so nothing is counted twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from weighbridge.parties.ownership.components import components
from weighbridge.parties.ownership.equations import solve
from weighbridge.parties.ownership.holdings import Holdings
from weighbridge.parties.ownership.share import NOTHING, WHOLE, Range, weighted

LONGEST = 512
"""Bits in a denominator before a figure is rounded outward: its low down, its high up."""

Shares = dict[str, Fraction]


def multiply(holdings: Holdings) -> Mapping[str, Range]:
    """For each entity the range of what listed parties own of it by multiplication.

    The low takes every unknown share to be held by nobody listed, the high by whoever is most listed. Both are exact
    but for two cases, in which they are rounded outward: figures of more than 150 digits, and circles of more than a
    few dozen entities. In a circle with unknown shares the high is a bound that may not be reached.
    """
    low, high = Shares(), Shares()
    for group in components(holdings.shares):
        if len(group) == 1 and group[0] not in holdings.shares[group[0]]:
            entity = group[0]
            low[entity] = _rounded(_least(holdings, entity, low), up=False)
            high[entity] = _rounded(_most(holdings, entity, high), up=True)
        else:
            _circle(holdings, group, low, high)
    return {entity: Range(low[entity], max(low[entity], high[entity])) for entity in holdings.members}


def _least(holdings: Holdings, entity: str, values: Shares) -> Fraction:
    if holdings.listed.get(entity):
        return WHOLE
    return min(WHOLE, weighted((share.low, values[owner]) for owner, share in holdings.shares[entity].items()))


def _most(holdings: Holdings, entity: str, values: Shares) -> Fraction:
    if holdings.listed.get(entity, False) is not False:
        return WHOLE
    shares = holdings.shares[entity]
    certain = weighted((share.low, values[owner]) for owner, share in shares.items())
    ranges = ((values[owner], share.high - share.low) for owner, share in shares.items())
    return min(WHOLE, certain + _spread(holdings, entity, ranges))


def _spread(holdings: Holdings, entity: str, ranges: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """The most that listed parties can own of what the certain shares leave over."""
    slack = holdings.slack(entity)
    if not slack or entity in holdings.open_rest:
        return slack
    found = NOTHING
    for value, room in sorted(((value, room) for value, room in ranges if room and value), reverse=True):
        taken = min(slack, room)
        found, slack = found + taken * value, slack - taken
    return found


def _rounded(share: Fraction, *, up: bool) -> Fraction:
    if share.denominator.bit_length() <= LONGEST:
        return share
    cut = (share.numerator << LONGEST) // share.denominator
    return Fraction(cut + up, 1 << LONGEST)


# --- circles ------------------------------------------------------------------------------------------------------


def _circle(holdings: Holdings, group: tuple[str, ...], low: Shares, high: Shares) -> None:
    """Entities that own each other: one equation for each, solved together."""
    inside = set(group)
    fixed_low = {e: WHOLE for e in group if holdings.listed.get(e)}
    fixed_high = {e: WHOLE for e in group if holdings.listed.get(e, False) is not False}
    low |= {e: value.low for e, value in _solved(holdings, group, inside, fixed_low, low, most=False).items()}
    high |= {e: value.high for e, value in _solved(holdings, group, inside, fixed_high, high, most=True).items()}


def _solved(
    holdings: Holdings, group: tuple[str, ...], inside: set[str], fixed: Shares, values: Shares, *, most: bool
) -> Mapping[str, Range]:
    weights: dict[str, dict[str, Fraction]] = {}
    base: Shares = {}
    reached = _reached(holdings, group, inside, fixed, values, most=most)
    for entity in group:
        if entity in fixed or entity not in reached:
            continue
        # Certain shares of more than the whole contradict each other; the strict side is that all of it is listed.
        if holdings.overfull(entity):
            fixed = {**fixed, entity: WHOLE}
            continue
        shares = holdings.shares[entity]
        weights[entity] = {o: s.low for o, s in shares.items() if o in inside and o in reached}
        base[entity] = weighted((s.low, values[o]) for o, s in shares.items() if o not in inside)
        if most:
            worth = {o: (WHOLE if o in reached else NOTHING) if o in inside else values[o] for o in shares}
            base[entity] += _spread(holdings, entity, ((worth[o], s.high - s.low) for o, s in shares.items()))
    found = solve(weights, base, fixed)
    return {e: found.get(e, Range(NOTHING, NOTHING)) for e in group}


def _reached(
    holdings: Holdings, group: tuple[str, ...], inside: set[str], fixed: Shares, values: Shares, *, most: bool
) -> set[str]:
    """Who in the circle has a listed owner above; the others own nothing, and their equations have many answers."""

    def held(entity: str, share: Range) -> bool:
        return bool(share.low or (most and share.high and holdings.slack(entity)))

    found = set(fixed)
    for entity in group:
        outside = any(held(entity, s) and values[o] for o, s in holdings.shares[entity].items() if o not in inside)
        if outside or (most and entity in holdings.open_rest and holdings.slack(entity)):
            found.add(entity)
    waiting = list(found)
    below: dict[str, list[str]] = {}
    for entity in group:
        for owner, share in holdings.shares[entity].items():
            if owner in inside and held(entity, share):
                below.setdefault(owner, []).append(entity)
    while waiting:
        fresh = [e for e in below.get(waiting.pop(), ()) if e not in found]
        found.update(fresh)
        waiting += fresh
    return found
