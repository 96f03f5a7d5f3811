"""From compared forms to the parties that go by them, best first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from weighbridge.parties.names.evidence import SAME_ADDRESS, SAME_COUNTRY, supporting
from weighbridge.parties.names.forms import Forms, Record
from weighbridge.parties.names.match import Feature, Query
from weighbridge.parties.names.scoring import Comparison

# What countries and addresses can add to a score at most.
MOST_SUPPORT = SAME_COUNTRY + SAME_ADDRESS


@dataclass(frozen=True, slots=True)
class Found:
    """A party and the comparison by which it was found. `score` includes what supports it."""

    text: str
    comparison: Comparison
    record: Record
    support: tuple[Feature, ...]
    score: int

    @property
    def rank(self) -> tuple[int, str, str, str]:
        """Best first; what ties stands in the order of lists, ids and names."""
        return -self.score, self.record.list, self.record.party, self.record.text


def best_of_parties(
    laid: Sequence[tuple[str, Comparison]], forms: Forms, query: Query, limit: int, floor: int
) -> list[Found]:
    """For each party the best comparison, best party first: `limit` of them and whoever ties with the last."""
    best: dict[str, Found] = {}
    may_add = MOST_SUPPORT if query.countries or query.addresses else 0
    for text, comparison in sorted(laid, key=lambda one: (-one[1].score, one[1].listed.form)):
        if len(best) >= limit and comparison.score + may_add < _score_of_last(best, limit):
            break
        for record in forms.records(comparison.listed.form):
            support = tuple(supporting(query, record, comparison.score)) if may_add else ()
            score = comparison.score + sum(feature.points for feature in support)
            found = Found(text, comparison, record, support, score)
            if score >= floor and (record.party not in best or found.rank < best[record.party].rank):
                best[record.party] = found
    ranked = sorted(best.values(), key=lambda found: found.rank)
    last = ranked[limit - 1].score if len(ranked) > limit else 0
    return [found for found in ranked if found.score >= last]


def _score_of_last(best: dict[str, Found], limit: int) -> int:
    return sorted((found.score for found in best.values()), reverse=True)[limit - 1]
