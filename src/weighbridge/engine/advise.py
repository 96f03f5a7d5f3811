"""Finds the smallest changes of one or two facts that alter the answer, each verified by determining again."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from weighbridge.core.determination import Determination
from weighbridge.core.outcome import PERMISSIVENESS, Outcome, Policy
from weighbridge.engine.determine import Verdict

Standing = tuple[int, int]
"""How good an answer is: the permissiveness of its outcome, then the leniency of its review policy."""


@dataclass(frozen=True, slots=True)
class Change:
    """One fact (lever) set to another value, as the request would state it."""

    lever: str
    to: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """The lever of how many units: any whole number from 1 to `below`, excluded."""

    below: int


@dataclass(frozen=True, slots=True)
class Advice:
    """Changes that were tried, and what the answer becomes with them."""

    changes: tuple[Change, ...]
    becomes: Verdict


Ask = Callable[[tuple[Change, ...]], Verdict]
Levers = Mapping[str, Sequence[str]]


def advise(
    today: Determination | Verdict, ask: Ask, levers: Levers, quantity: Quantity | None = None
) -> tuple[Advice, ...]:
    """Better answers within reach, the best and smallest first.

    `levers` name for each fact the values worth trying, the nearest to the present first; `ask` determines the
    request with changes applied. A pair of changes is offered only where it reaches what no single one does.
    """
    search = _Search(today, ask)
    singles = [*_quantity(search, (), quantity), *_each(search, levers)]
    reached = max((search.standing(a) for a in singles), default=search.now)
    pairs = [a for a in _pairs(search, levers, quantity) if search.standing(a) > reached]
    best_pairs = _first_of_each(pairs, lambda a: (tuple(c.lever for c in a.changes), search.standing(a)))
    return tuple(sorted((*singles, *best_pairs), key=lambda a: (_minus(search.standing(a)), len(a.changes))))


def _minus(standing: Standing) -> Standing:
    return (-standing[0], -standing[1])


class _Search:
    """Asks, and remembers how good today's answer is."""

    def __init__(self, today: Determination | Verdict, ask: Ask) -> None:
        self.ask = ask
        self.now = standing(today)

    def standing(self, advice: Advice) -> Standing:
        return standing(advice.becomes)

    def better(self, *changes: Change) -> Advice | None:
        advice = Advice(changes, self.ask(changes))
        incomplete = advice.becomes.outcome is Outcome.INCOMPLETE
        return advice if not incomplete and self.standing(advice) > self.now else None


def standing(answer: Determination | Verdict) -> Standing:
    """How good an answer is for the asker; an incomplete one is the worst."""
    policy = answer.review_policy
    leniency = len(Policy) - list(Policy).index(policy) if policy else 0
    return PERMISSIVENESS[answer.outcome], leniency


def _each(search: _Search, levers: Levers) -> list[Advice]:
    """For each lever the nearest value that reaches each better answer."""
    found = []
    for lever, values in levers.items():
        better = [a for value in values if (a := search.better(Change(lever, value)))]
        found += _first_of_each(better, search.standing)
    return found


def _first_of_each(advice: Sequence[Advice], key: Callable[[Advice], object]) -> list[Advice]:
    first: dict[object, Advice] = {}
    for each in advice:
        first.setdefault(key(each), each)
    return list(first.values())


def _quantity(search: _Search, with_: tuple[Change, ...], quantity: Quantity | None) -> list[Advice]:
    """The largest quantity with a better answer, by bisection: fewer units never make an answer worse."""
    if quantity is None or quantity.below <= 1 or not search.better(*with_, Change("quantity", "1")):
        return []
    fits, too_many = 1, quantity.below
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if search.better(*with_, Change("quantity", str(middle))):
            fits = middle
        else:
            too_many = middle
    largest = search.better(*with_, Change("quantity", str(fits)))
    return [largest] if largest else []


TRIED = 4
"""Of each lever, so many values are tried in pairs."""


def _pairs(search: _Search, levers: Levers, quantity: Quantity | None) -> list[Advice]:
    found = []
    for (one, ones), (two, twos) in itertools.combinations(levers.items(), 2):
        for a, b in itertools.product(ones[:TRIED], twos[:TRIED]):
            advice = search.better(Change(one, a), Change(two, b))
            if advice:
                found.append(advice)
    for lever, values in levers.items():
        for value in values[:TRIED]:
            found += _quantity(search, (Change(lever, value),), quantity)
    return found
