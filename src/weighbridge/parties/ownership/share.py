"""Shares of ownership: exact fractions of one, and ranges of them where a percentage is not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm

from weighbridge.core.truth import Truth

NOTHING, WHOLE = Fraction(0), Fraction(1)
PLACES = 4
"""Digits shown after the point of a percentage; what is cut off shows as an ellipsis, and nothing is rounded up."""


@dataclass(frozen=True, slots=True)
class Range:
    """A share that lies from `low` to `high`, both included; known exactly where they are the same."""

    low: Fraction
    high: Fraction

    @property
    def known(self) -> bool:
        """Whether there is but one share it can be."""
        return self.low == self.high

    def at_least(self, threshold: Fraction) -> Truth:
        """Whether the share reaches the threshold; None where it may or may not."""
        if self.low >= threshold:
            return True
        return None if self.high >= threshold else False

    def __add__(self, other: Range) -> Range:
        return Range(min(WHOLE, self.low + other.low), min(WHOLE, self.high + other.high))


UNKNOWN = Range(NOTHING, WHOLE)
NO_SHARE = Range(NOTHING, NOTHING)


def added(shares: Iterable[Fraction]) -> Fraction:
    """The sum of shares; their numerators are added over one denominator, which a few dozen digits make much faster."""
    several = list(shares)
    if len(several) < 2:
        return several[0] if several else NOTHING
    denominator = lcm(*(share.denominator for share in several))
    return Fraction(sum(share.numerator * (denominator // share.denominator) for share in several), denominator)


def weighted(pairs: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """The sum of products, in the same way."""
    several = [(one, other) for one, other in pairs if one and other]
    if not several:
        return NOTHING
    below = [one.denominator * other.denominator for one, other in several]
    denominator = lcm(*below)
    above = (
        one.numerator * other.numerator * (denominator // d) for (one, other), d in zip(several, below, strict=True)
    )
    return Fraction(sum(above), denominator)


def exactly(share: Fraction) -> Range:
    """A share that is known."""
    return Range(share, share)


def widest(one: Range, other: Range) -> Range:
    """From the lower of the lows to the higher of the highs."""
    return Range(min(one.low, other.low), max(one.high, other.high))


def larger(one: Range, other: Range) -> Range:
    """The range of the larger of two shares."""
    return Range(max(one.low, other.low), max(one.high, other.high))


def percent(share: Fraction) -> str:
    """The share in percent, cut off after a few digits and never rounded up: 49.99999 percent does not read as 50."""
    scaled = share * 100 * 10**PLACES
    whole = scaled.numerator // scaled.denominator
    shown = f"{Decimal(whole).scaleb(-PLACES):f}".rstrip("0").rstrip(".")
    return shown if whole == scaled else f"{shown}…"


def percent_range(share: Range) -> str:
    """The range in percent: `51`, or `0 to 49`."""
    return percent(share.low) if share.known else f"{percent(share.low)} – {percent(share.high)}"


def decimal_percent(share: Fraction) -> Decimal:
    """The share in percent as an exact decimal where there is a short one, else cut off at twenty digits."""
    scaled = share * 100 * 10**20
    return Decimal(scaled.numerator // scaled.denominator).scaleb(-20).normalize() + Decimal(0)
