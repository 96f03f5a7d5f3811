"""How reserving for a determination can end: as any movement, or in one of two ways before it comes to one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from weighbridge.core.outcome import Outcome
from weighbridge.ledger.result import REFUSALS, Result


@dataclass(frozen=True, slots=True)
class OutcomeDoesNotPermit:
    """Nothing was reserved: the outcome on this track permits no shipment, and no license in hand is in the ledger."""

    status: ClassVar[str] = "OUTCOME_DOES_NOT_PERMIT"
    track: str
    outcome: Outcome
    licenses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NothingToReserve:
    """The outcome permits the shipment and draws on no allocation."""

    status: ClassVar[str] = "NOTHING_TO_RESERVE"
    track: str
    outcome: Outcome


Ending = Result | OutcomeDoesNotPermit | NothingToReserve


def refused(ending: Ending) -> bool:
    """Whether nothing was entered that should have been."""
    return isinstance(ending, (*REFUSALS, OutcomeDoesNotPermit))
