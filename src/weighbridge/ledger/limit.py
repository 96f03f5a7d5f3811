"""What limits an account: its kind, its dated values with their citations, and what gives back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from weighbridge.ledger.account import account_faults
from weighbridge.ledger.wording import spelling_faults

MOST = 10**15
"""The largest amount, limit or balance, in the account's unit. JSON and every store keep such numbers exactly."""


class LimitKind(StrEnum):
    """How a limit is meant. A `tally` limits nothing: it is counted, as the base that a ratio is taken of."""

    FLOW = "flow"
    STOCK = "stock"
    RATIO = "ratio"
    TALLY = "tally"


class Unit(StrEnum):
    """What an account counts, always in whole numbers."""

    TPP = "TPP"
    ITEMS = "items"
    USD_CENTS = "USD cents"


class Credit(StrEnum):
    """What gives back to a flow or a stock, where its terms say so. Fleets (ratio, tally) follow what is owned."""

    RETURN = "return"
    ATTRITION = "attrition"


class Shortage(StrEnum):
    """How an account is shared out where more is asked than is left."""

    FIRST_COME = "first come, first served"
    SAME_DAY = "pro rata among the requests of one day"
    OPENING = "pro rata among the requests at the opening moment"


class Share(NamedTuple):
    """A ratio in whole numbers: 7 of 100."""

    numerator: int
    denominator: int


@dataclass(frozen=True, slots=True)
class Step:
    """The most that is allowed from `since` on, until the next step; None while the law leaves it unpublished."""

    since: date
    most: int | Share | None
    citation: str


@dataclass(frozen=True, slots=True)
class Limit:
    """The terms of one account. A change of terms is a new entry with new terms; these are never edited.

    `steps` follow each other in time; before the first and after `until` (the last day) nothing can be drawn.
    `base` is the account that a ratio is taken of. `provisos` are conditions that come with a license, in words.
    """

    account: str
    kind: LimitKind
    steps: tuple[Step, ...] = ()
    until: date | None = None
    unit: Unit = Unit.TPP
    base: str = ""
    credits: frozenset[Credit] = frozenset()
    shortage: Shortage = Shortage.FIRST_COME
    provisos: tuple[str, ...] = ()

    def step_on(self, day: date) -> Step | None:
        """The step in force on a day; None outside the period."""
        if self.until is not None and day > self.until:
            return None
        for step in reversed(self.steps):
            if step.since <= day:
                return step
        return None

    def steps_between(self, first: date, last: date) -> tuple[Step, ...]:
        """The steps in force on any day from `first` to `last`."""
        begun = [step for step in self.steps if step.since <= last]
        before = sum(step.since <= first for step in begun)
        return tuple(begun[max(before - 1, 0) :])

    def end_of(self, step: Step) -> date | None:
        """The first day on which a step is no longer in force, by the next step; None for the last step."""
        place = self.steps.index(step) + 1
        return self.steps[place].since if place < len(self.steps) else None

    @property
    def first_come(self) -> bool:
        """Whether a draw is decided when it arrives, not shared out among several."""
        return self.shortage is Shortage.FIRST_COME

    def credits_for(self, credit: Credit) -> bool:
        """Whether such an event gives back to the account."""
        return self.kind in (LimitKind.RATIO, LimitKind.TALLY) or credit in self.credits


def limit_faults(limit: Limit) -> Iterator[str]:
    """What is wrong with an account's terms, a sentence each."""
    for fault in account_faults(limit.account):
        yield f"The account {limit.account!r} {fault}."
    for fault in account_faults(limit.base) if limit.base else ():
        yield f"The base {limit.base!r} {fault}."
    yield from _step_faults(limit)
    if (limit.kind is LimitKind.RATIO) != bool(limit.base):
        yield "A ratio names the account it is taken of (base), and no other kind does."
    if limit.base == limit.account and limit.base:
        yield "A ratio is taken of another account, not of itself."
    if limit.until and limit.steps and limit.until < limit.steps[0].since:
        yield f"The last day {limit.until} comes before the first, {limit.steps[0].since}."
    for proviso in limit.provisos:
        for fault in spelling_faults(proviso):
            yield f"The proviso {proviso!r} {fault}."


def _step_faults(limit: Limit) -> Iterator[str]:
    if (limit.kind is LimitKind.TALLY) == bool(limit.steps):
        yield "A tally has no limit; every other kind has at least one (steps)."
    days = [step.since for step in limit.steps]
    if sorted(set(days)) != days:
        yield "The steps do not follow each other in time, one a day at most."
    for step in limit.steps:
        if not step.citation or any(spelling_faults(step.citation)):
            yield f"The limit from {step.since} names no source, or one that cannot be kept: {step.citation!r}."
        if step.most is not None and not _sound(step.most, limit.kind):
            wanted = "a share between 0 and 1" if limit.kind is LimitKind.RATIO else f"a whole number, 0 to {MOST:,}"
            yield f"The limit from {step.since} is {step.most!r}; accepted: {wanted}, or none while it is unpublished."


def _sound(most: object, kind: LimitKind) -> bool:
    if kind is LimitKind.RATIO:
        return isinstance(most, Share) and 0 <= most.numerator <= most.denominator <= 1_000_000 and most.denominator > 0
    return type(most) is int and 0 <= most <= MOST
