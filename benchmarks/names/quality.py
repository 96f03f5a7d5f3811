"""How much of each labelled class is found, and how often a clean name is taken for a listed one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.names.labelled import Case
from weighbridge.parties.names.index import NameIndex
from weighbridge.parties.names.match import PROBABLE_AT, REVIEW_AT, Query


@dataclass
class Tally:
    """Of so many cases: how many were found among the first ten at REVIEW or better, and first of all; what was said.

    `strong` counts cases whose best match is a PROBABLE_MATCH, `review` those with any match, `matches` all matches.
    """

    cases: int = 0
    found: int = 0
    first: int = 0
    strong: int = 0
    review: int = 0
    matches: int = 0

    def per_cent_found(self) -> float:
        return 100 * self.found / self.cases if self.cases else 0.0

    def share_found(self) -> str:
        """The same for people; rounded down, so that 100% is said of all of them alone."""
        return "100%" if self.found == self.cases else f"{int(1000 * self.found / self.cases) / 10:.1f}%"


def tallies(index: NameIndex, cases: Iterable[Case]) -> dict[str, Tally]:
    """What becomes of the cases of each class."""
    counted: dict[str, Tally] = {}
    for case in cases:
        matches = index.search(Query(case.query), limit=10, floor=REVIEW_AT)
        tally = counted.setdefault(case.kind, Tally())
        tally.cases += 1
        tally.found += any(match.party in case.right for match in matches)
        tally.first += bool(matches) and matches[0].party in case.right
        tally.strong += bool(matches) and matches[0].score >= PROBABLE_AT
        tally.review += bool(matches)
        tally.matches += len(matches)
    return counted


def by_threshold(index: NameIndex, cases: Iterable[Case], thresholds: Sequence[int]) -> dict[str, list[int]]:
    """For each class how many cases have a right match among the first ten at or above each threshold.

    Of a class that means nobody: how many have any match there.
    """
    counted: dict[str, list[int]] = {}
    for case in cases:
        matches = index.search(Query(case.query), limit=10, floor=min(thresholds))
        best = max((match.score for match in matches if not case.right or match.party in case.right), default=0)
        counts = counted.setdefault(case.kind, [0] * len(thresholds))
        for place, threshold in enumerate(thresholds):
            counts[place] += best >= threshold
    return counted
