"""A screening that was made: of whom, when, against which versions of which lists, and which entries came up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from weighbridge.parties.stated import StatedParty


class Candidate(Protocol):
    """An entry that came up for a party: its id, the two strings that met, score in per mille, and the verdict.

    The verdict is NO_MATCH, REVIEW or PROBABLE_MATCH: how far a name goes by itself, and never an answer.
    """

    @property
    def party(self) -> str: ...
    @property
    def query(self) -> str: ...
    @property
    def listed(self) -> str: ...
    @property
    def score(self) -> int: ...
    @property
    def verdict(self) -> str: ...


Matcher = Callable[[StatedParty], Iterable[Candidate]]
"""Finds the entries of the current lists that a party may be."""


@dataclass(frozen=True, slots=True)
class KeptCandidate:
    """A candidate as it was when the party was screened."""

    party: str
    query: str
    listed: str
    score: int
    verdict: str

    @classmethod
    def of(cls, candidate: Candidate) -> KeptCandidate:
        """What is kept of a candidate."""
        return cls(candidate.party, candidate.query, candidate.listed, candidate.score, str(candidate.verdict))


@dataclass(frozen=True, slots=True)
class Screening:
    """One party screened on a day; `versions` gives for each source the number of the version that was used."""

    party: StatedParty
    on: date
    versions: Mapping[str, int]
    candidates: tuple[KeptCandidate, ...]
