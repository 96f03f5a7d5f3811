"""Shares out what is left among more than it can serve: exactly, in whole units, the same whoever recomputes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from weighbridge.ledger.limit import Shortage
from weighbridge.ledger.movement import Leg


@dataclass(frozen=True, slots=True)
class Claim:
    """A request on a scarce account: how many units, and what one unit takes, from other accounts too (`also`).

    `at_opening`: presented by the opening moment. Claims are given in the order in which they came.

    Raises:
        ValueError: the units or what one takes are not whole numbers above zero.
    """

    key: str
    units: int
    each: int
    at_opening: bool = True
    also: tuple[Leg, ...] = ()

    def __post_init__(self) -> None:
        if type(self.units) is not int or type(self.each) is not int or self.units <= 0 or self.each <= 0:
            raise ValueError(f"{self.key}: {self.units!r} units of {self.each!r}; accepted: whole numbers above zero.")


@dataclass(frozen=True, slots=True)
class Grant:
    """How many units of a claim are served."""

    claim: Claim
    units: int

    def legs(self, account: str) -> tuple[Leg, ...]:
        """What they take from the account that is shared out, and from the others."""
        each = (Leg(account, self.claim.each), *self.claim.also)
        return tuple(Leg(name, amount * self.units) for name, amount in each)


def share_out(claims: Sequence[Claim], remaining: int, mode: Shortage) -> tuple[Grant, ...]:
    """What each claim gets of what remains, in the order of the claims; together never more than `remaining`.

    `FIRST_COME`: each in turn gets as many units as still fit. `SAME_DAY`: all are cut alike. `OPENING`: those
    presented by the opening moment are cut alike, those after it come in turn for what is left.

    Raises:
        ValueError: two claims have the same key.
    """
    if len({claim.key for claim in claims}) < len(claims):
        raise ValueError("Two claims have the same key; put them together or name them apart.")
    together = {
        Shortage.FIRST_COME: [],
        Shortage.SAME_DAY: list(claims),
        Shortage.OPENING: [claim for claim in claims if claim.at_opening],
    }[mode]
    granted = _pro_rata(together, max(remaining, 0))
    left = max(remaining, 0) - sum(granted[claim.key] * claim.each for claim in together)
    for claim in claims:
        if claim.key not in granted:
            granted[claim.key] = min(claim.units, left // claim.each)
            left -= granted[claim.key] * claim.each
    return tuple(Grant(claim, granted[claim.key]) for claim in claims)


def _pro_rata(claims: Sequence[Claim], remaining: int) -> dict[str, int]:
    """Largest remainder: each gets its exact quota rounded down, and what is left goes, a unit each, to those cut most.

    Equal remainders are served in the order of the claims. A unit that no longer fits is passed over.
    """
    asked = sum(claim.units * claim.each for claim in claims)
    if asked <= remaining:
        return {claim.key: claim.units for claim in claims}
    quotas = {claim.key: Fraction(claim.units * remaining, asked) for claim in claims}
    granted = {key: int(quota) for key, quota in quotas.items()}
    left = remaining - sum(granted[claim.key] * claim.each for claim in claims)
    for claim in sorted(claims, key=lambda claim: granted[claim.key] - quotas[claim.key]):
        if granted[claim.key] < quotas[claim.key] and claim.each <= left:
            granted[claim.key] += 1
            left -= claim.each
    return granted
