"""Systems of linear equations of shares, solved exactly where they are small and enclosed where they are large."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from weighbridge.parties.ownership.share import NOTHING, WHOLE, Range, exactly

LARGEST = 48
"""How many equations are solved by elimination; beyond that the answer is enclosed between two sequences."""
SCALE = 1 << 64
MOST_STEPS = 2_000_000
"""How many products are formed before an enclosure is taken as it stands."""

Weights = Mapping[str, Mapping[str, Fraction]]


def solve(weights: Weights, base: Mapping[str, Fraction], fixed: Mapping[str, Fraction]) -> dict[str, Range]:
    """The shares `x` with `x[e] = base[e] + sum(weights[e][o] * x[o])`; those in `fixed` are known beforehand.

    The weights of an entity and its base make at most one, and every entity can be traced to one with a base or to a
    fixed one, so there is exactly one solution.
    """
    free = {e: {o: w for o, w in weights[e].items() if o not in fixed and w} for e in weights}
    constant = {e: base[e] + sum((w * fixed[o] for o, w in weights[e].items() if o in fixed), NOTHING) for e in weights}
    known = {e: exactly(value) for e, value in fixed.items()}
    if len(free) <= LARGEST:
        return known | {e: exactly(min(WHOLE, value)) for e, value in _eliminated(free, constant).items()}
    return known | _enclosed(free, constant)


def _eliminated(weights: Weights, base: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Gauss's elimination: each equation in turn is put into all others."""
    rows = {e: dict(row) for e, row in weights.items()}
    constants = dict(base)
    for pivot in weights:
        row, constant = rows[pivot], constants[pivot]
        scale = WHOLE - row.pop(pivot, NOTHING)
        row = {o: w / scale for o, w in row.items()}
        rows[pivot], constants[pivot] = row, constant / scale
        for other, target in rows.items():
            if other != pivot and (factor := target.pop(pivot, NOTHING)):
                constants[other] += factor * constants[pivot]
                for o, w in row.items():
                    target[o] = target.get(o, NOTHING) + factor * w
    return constants


def _enclosed(weights: Weights, base: Mapping[str, Fraction]) -> dict[str, Range]:
    """Two sequences of whole numbers of 2^-64, one that rises from nothing and one that falls from the whole.

    The first is rounded down and never passes the solution, the second is rounded up and never falls below it.
    """
    places = {e: i for i, e in enumerate(weights)}
    rows = [[(places[o], w.numerator, w.denominator) for o, w in row.items()] for row in weights.values()]
    floors = [base[e].numerator * SCALE // base[e].denominator for e in weights]
    ceilings = [-(-base[e].numerator * SCALE // base[e].denominator) for e in weights]
    low, high = [0] * len(rows), [SCALE] * len(rows)
    steps = max(1, MOST_STEPS // (1 + sum(map(len, rows))))
    for _ in range(steps):
        lower = [f + sum(low[o] * n // d for o, n, d in row) for f, row in zip(floors, rows, strict=True)]
        upper = [
            min(SCALE, c - sum(-high[o] * n // d for o, n, d in row)) for c, row in zip(ceilings, rows, strict=True)
        ]
        settled = lower == low and upper == high
        low, high = lower, upper
        if settled:
            break
    return {e: Range(Fraction(low[i], SCALE), Fraction(high[i], SCALE)) for e, i in places.items()}
