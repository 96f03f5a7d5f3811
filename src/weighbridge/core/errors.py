"""What can be wrong with a corpus or a question, each with what was found and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from weighbridge.core.text import Text


class WeighbridgeError(Exception):
    """Base of every error that a caller is meant to catch and show."""


class Refusal(WeighbridgeError):
    """What was asked cannot be done as it stands; `text` says why in both languages, and what to do."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


class Unavailable(Refusal):
    """A store or a list cannot be used: it is missing, out of reach, full or too old."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong with the law as encoded: in which file, at which place, what, and the remedy."""

    file: str
    place: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}: {self.place}: {self.problem} {self.remedy}"


class InconsistentCorpus(WeighbridgeError):
    """The encoded law contradicts itself and is not used. Carries every flaw found."""

    def __init__(self, flaws: Sequence[Flaw]) -> None:
        self.flaws = tuple(flaws)
        super().__init__("\n".join(str(flaw) for flaw in self.flaws))


class DateNotEncoded(WeighbridgeError):
    """The law of that day is not in the corpus; it is refused, never guessed.

    `clock` says which of the two clocks asked: `effective` (which law applies) or `known` (what was published).
    """

    def __init__(self, clock: Literal["effective", "known"], on: date, encoded_from: date, reason: Text) -> None:
        self.clock = clock
        self.on = on
        self.encoded_from = encoded_from
        self.reason = reason
        what = "in force" if clock == "effective" else "published"
        super().__init__(
            f"The law {what} on {on.isoformat()} is not encoded. {reason.en} "
            f"Dates from {encoded_from.isoformat()} on are accepted."
        )


class TrackNotEncoded(WeighbridgeError):
    """No provision of the corpus belongs to that track."""

    def __init__(self, track: str, tracks: Sequence[str]) -> None:
        self.track = track
        self.tracks = tuple(tracks)
        super().__init__(f"The track {track!r} is not encoded. Encoded: {', '.join(self.tracks)}.")
