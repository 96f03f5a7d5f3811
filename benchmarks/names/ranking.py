"""How well an approach ranks: one definition for all of them."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.names.approaches import Approach
from benchmarks.names.labelled import Case

_PRECISION = 0.95


@dataclass(frozen=True)
class Ranked:
    """What an approach made of a mixed set.

    `right_at_95`: of the queries that mean a listed party, the share whose first answer is right and stands at or above
    the lowest score down to which 95% of all first answers are right, those to names on no list counted as wrong.
    `first` and `in_ten` are shares of the same queries, whatever the score. `seconds` is processor time per query.
    """

    right_at_95: float
    threshold: float
    first: float
    in_ten: float
    seconds: float


def rank(approach: Approach, cases: Sequence[Case]) -> Ranked:
    """Ask every case, and weigh the first answers."""
    answers: list[tuple[float, bool]] = []
    first = in_ten = 0
    started = time.process_time()
    for case in cases:
        found = approach.search(case.query, 10)
        right = bool(found) and bool(found[0][0] & case.right)
        if found:
            answers.append((found[0][1], right))
        first += right
        in_ten += any(parties & case.right for parties, _ in found)
    seconds = (time.process_time() - started) / len(cases)
    meant = sum(bool(case.right) for case in cases)
    right_at_95, threshold = _at_precision(answers)
    return Ranked(right_at_95 / meant, threshold, first / meant, in_ten / meant, seconds)


def _at_precision(answers: list[tuple[float, bool]]) -> tuple[int, float]:
    """How many answers are right at the lowest threshold of sufficient precision, and that threshold."""
    best = (0, 1.0)
    right = 0
    ordered = sorted(answers, key=lambda answer: -answer[0])
    for place, (score, is_right) in enumerate(ordered, start=1):
        right += is_right
        is_last_of_score = place == len(ordered) or ordered[place][0] < score
        if is_last_of_score and right / place >= _PRECISION:
            best = (right, score)
    return best
