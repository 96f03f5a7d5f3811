"""What is asked, and what is found: the two strings that met, the score, and what each feature gave to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

# The whole of a score. Scores are whole per mille, so that the same names give the same score on every machine.
FULL_SCORE = 1000
# Measured by `python -m benchmarks.names`; docs/names.md says what each threshold finds and lets through.
PROBABLE_AT = 900
REVIEW_AT = 660


class Verdict(StrEnum):
    """How far a name goes by itself. People judge whether a party is the listed one."""

    NO_MATCH = "NO_MATCH"
    REVIEW = "REVIEW"
    PROBABLE_MATCH = "PROBABLE_MATCH"


@dataclass(frozen=True, slots=True)
class Query:
    """A party to look for: its name, other names it goes by, and what is known of where it is.

    Countries are ISO 3166-1 alpha-2 codes. Countries and addresses support a match that the names make; they never
    exclude one.
    """

    name: str
    aliases: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and every alias, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases)))


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason for a score, and how many per mille it gave or took."""

    name: str
    points: int
    says: str

    def __str__(self) -> str:
        return f"{self.name} {self.points:+d}: {self.says}"


@dataclass(frozen=True, slots=True)
class Match:
    """A listed party whose name met a queried one.

    `query` and `listed` are the two strings that met. `party` is the id of the listed party, `list` the short name of
    its list, `index` the digest of the index that was asked. The points of `because` add up to `score`.
    """

    query: str
    listed: str
    party: str
    list: str
    score: int
    because: tuple[Feature, ...]
    index: str

    @property
    def verdict(self) -> Verdict:
        return verdict_of_score(self.score)


def verdict_of_score(score: int) -> Verdict:
    """What a score in per mille amounts to."""
    if score >= PROBABLE_AT:
        return Verdict.PROBABLE_MATCH
    return Verdict.REVIEW if score >= REVIEW_AT else Verdict.NO_MATCH


def verdict_of(matches: Iterable[Match]) -> Verdict:
    """What a search amounts to: the verdict of its best match, `NO_MATCH` if there is none."""
    return verdict_of_score(max((match.score for match in matches), default=0))
