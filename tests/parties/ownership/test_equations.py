"""Circles of shares: solved exactly where they are small, enclosed where they are large, and bounded in time always."""

from __future__ import annotations

from fractions import Fraction

import pytest

from weighbridge.parties.ownership import equations
from weighbridge.parties.ownership.cascade import cascade
from weighbridge.parties.ownership.holdings import Holdings
from weighbridge.parties.ownership.multiply import LONGEST, multiply
from weighbridge.parties.ownership.share import exactly

HALF = Fraction(1, 2)


def ring(size: int, share: Fraction, entry: Fraction) -> Holdings:
    """Everybody owned by the next, the first by a listed owner too."""
    shares = {str(n): {str((n + 1) % size): exactly(share)} for n in range(size)}
    shares["0"]["L"] = exactly(entry)
    return Holdings({**shares, "L": {}}, {"L": True}, frozenset())


def exact(size: int, share: Fraction, entry: Fraction) -> Fraction:
    """`x = entry + share^size x`, for the first."""
    return entry / (1 - share**size)


@pytest.mark.parametrize("size", [2, 5, equations.LARGEST - 1, equations.LARGEST])
def test_a_small_circle_is_solved_exactly(size: int) -> None:
    share, entry = Fraction(9, 10), Fraction(1, 10)
    assert multiply(ring(size, share, entry))["0"] == exactly(exact(size, share, entry))


@pytest.mark.parametrize("size", [equations.LARGEST + 1, 200])
def test_a_large_circle_is_enclosed_tightly(size: int) -> None:
    share, entry = Fraction(9, 10), Fraction(1, 10)
    found = multiply(ring(size, share, entry))["0"]
    assert found.low <= exact(size, share, entry) <= found.high
    assert found.high - found.low < Fraction(1, 2**32)


def test_a_very_large_circle_ends_and_its_bounds_hold() -> None:
    """So many entities that the two sequences are cut short long before they meet."""
    size, share, entry = 5_000, Fraction(9999, 10_000), Fraction(1, 10_000)
    holdings = ring(size, share, entry)
    found = multiply(holdings)["0"]
    assert found.low <= exact(size, share, entry) <= found.high
    assert not cascade(holdings, HALF).shares["0"].low >= HALF


def test_both_ways_of_solving_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    holdings = ring(7, Fraction(3, 5), Fraction(2, 5))
    solved = multiply(holdings)
    monkeypatch.setattr(equations, "LARGEST", 0)
    enclosed = multiply(holdings)
    for name, share in solved.items():
        assert enclosed[name].low <= share.low <= enclosed[name].high
        assert enclosed[name].high - enclosed[name].low < Fraction(1, 2**50)


def test_an_overfull_circle_counts_as_wholly_listed() -> None:
    """Its figures contradict each other; the strict side is taken, and the reader is warned."""
    shares = {"A": {"B": exactly(Fraction(90, 100)), "L": exactly(Fraction(20, 100))}, "B": {"A": exactly(Fraction(1))}}
    found = multiply(Holdings({**shares, "L": {}}, {"L": True}, frozenset()))
    assert found["A"] == found["B"] == exactly(Fraction(1))


def test_a_long_chain_is_rounded_outward_and_stays_short() -> None:
    size = 2_000
    share = exactly(Fraction(9999, 10_000))
    shares = {str(n): {str(n + 1): share} for n in range(size)} | {str(size): {}}
    found = multiply(Holdings(shares, {str(size): True}, frozenset()))["0"]
    true = Fraction(9999, 10_000) ** size
    assert found.low < true < found.high
    assert found.high - found.low < Fraction(1, 2**480)
    assert found.low.denominator.bit_length() <= LONGEST + 1
