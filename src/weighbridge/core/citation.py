"""Where a statement of law comes from, and how sure we are that it says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Confidence(StrEnum):
    """How the statement was established; what is unverified stays marked so in every answer."""

    REGULATION_TEXT = "reg-text"
    OFFICIAL = "official"
    SECONDARY = "secondary"
    DERIVED = "derived"
    ANALYSIS = "analysis"
    UNVERIFIED = "memory-unverified"

    @property
    def verified(self) -> bool:
        """Whether the regulation itself, or the agency, was read."""
        return self in (Confidence.REGULATION_TEXT, Confidence.OFFICIAL, Confidence.DERIVED)


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in the law, such as `15 CFR 740.29(c)(1)`, and the document that put it there."""

    cite: str
    document: str = ""
    confidence: Confidence = Confidence.REGULATION_TEXT
    note: str = ""

    def __str__(self) -> str:
        mark = "" if self.confidence.verified else f" [{self.confidence.value}]"
        return f"{self.cite}{mark}"
