"""The cases of the public benchmark `sanctions-screening-benchmark`, made of the list's own individuals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ssb import benchmark as public_benchmark  # type: ignore[import-untyped]
from ssb import matching
from ssb.sources import Entity, ListSnapshot  # type: ignore[import-untyped]

from weighbridge.parties.listed import ListedParty, PartyKind
from weighbridge.parties.names.index import NameIndex
from weighbridge.parties.names.match import Query


@dataclass
class Scored:
    """Hits of a matcher in each class of that benchmark: [hits, cases]; and the same of its negative controls."""

    classes: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    false_alarms: list[int] = field(default_factory=lambda: [0, 0])

    def recall(self) -> float:
        return sum(hits for hits, _ in self.classes.values()) / sum(cases for _, cases in self.classes.values())

    def false_alarm_rate(self) -> float:
        return self.false_alarms[0] / self.false_alarms[1]


def cases(parties: Sequence[ListedParty], entities: int) -> Any:
    """The benchmark over so many individuals of the list, those with the lowest ids, as its own builder makes it."""
    individuals = [
        Entity(f"{number:06}", party.name, "individual", [], list(party.aliases))
        for number, party in enumerate(parties)
        if party.kind is PartyKind.INDIVIDUAL
    ]
    snapshot = ListSnapshot("consolidated screening list", "", individuals)
    return public_benchmark.build(snapshot, limit=entities, seed=0)


def score_index(bench: Any, threshold: int) -> Scored:
    """By that benchmark's rule: a hit is a first answer at or above the threshold that is the expected entity."""
    listed = [
        ListedParty(entity, "SDN", PartyKind.INDIVIDUAL, names[0], tuple(names[1:]))
        for entity, names in bench.candidates.items()
    ]
    index = NameIndex.build(listed)
    found = Scored()
    for case in bench.cases:
        matches = index.search(Query(case.query), limit=1, floor=threshold)
        _count(found, case, matches[0].party if matches else None)
    return found


def score_reference(bench: Any, threshold: float = 0.85) -> Scored:
    """The benchmark's own reference matcher, by the same rule, at its own default threshold."""
    card = public_benchmark.score(bench, matching.BaselineMatcher(), threshold)
    found = Scored()
    for one in card.by_class:
        found.classes[f"{one.family}: {one.perturbation}"] = [one.hits, one.n]
    negatives = sum(case.expected_entity_id is None for case in bench.cases)
    found.false_alarms = [round(card.false_positive_rate * negatives), negatives]
    return found


def _count(found: Scored, case: Any, answer: str | None) -> None:
    if case.expected_entity_id is None:
        found.false_alarms[0] += answer is not None
        found.false_alarms[1] += 1
        return
    hits = found.classes[f"{case.family}: {case.perturbation}"]
    hits[0] += answer == case.expected_entity_id
    hits[1] += 1
