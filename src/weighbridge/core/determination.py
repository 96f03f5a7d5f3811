"""What a determination says, and on what it rests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from weighbridge.core.fact import FactValue
from weighbridge.core.outcome import Outcome, Policy
from weighbridge.core.provision import Provision
from weighbridge.core.rulebook import Rulebook
from weighbridge.core.text import Text
from weighbridge.core.truth import Truth


@dataclass(frozen=True, slots=True)
class Finding:
    """One provision tested: whether it speaks to this transaction, or that this could not be told."""

    provision: Provision
    truth: Truth


@dataclass(frozen=True, slots=True)
class Considered:
    """One exception or authorization weighed: usable, not usable, or unknown; what bars it; what it would not lift."""

    finding: Finding
    symbol: str
    available: Truth
    barred_by: tuple[Finding, ...] = ()
    uncovered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Obligation:
    """A duty that comes with the answer. `applies` is None where a fact it turns on is unknown."""

    finding: Finding
    due: date | None
    applies: Truth


@dataclass(frozen=True, slots=True)
class Draw:
    """What the transaction takes from an allocation, in TPP. `remaining` is what is left afterwards, never below 0."""

    provision: Provision
    account: str
    limit: Decimal | None
    used: Decimal | None
    draws: Decimal | None
    remaining: Decimal | None
    fits: Truth


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something taken without having been stated, in the words in which the answer says so."""

    fact: str
    text: Text


@dataclass(frozen=True, slots=True)
class Determination:
    """The answer of one rulebook to one set of facts, with everything needed to explain it.

    `decided_by` is never empty. `missing` names, for an incomplete answer, the facts that would decide, the most
    decisive first. `truths` is the trace: the truth of every condition of every provision, in the order of
    `weighbridge.engine.trace`.
    """

    rulebook: Rulebook
    facts: Mapping[str, FactValue]
    truths: tuple[Truth, ...]
    outcome: Outcome
    exception: str | None
    decided_by: tuple[Finding, ...]
    considered: tuple[Considered, ...]
    unresolved: tuple[Finding, ...]
    missing: tuple[str, ...]
    review_policy: Policy | None
    obligations: tuple[Obligation, ...]
    draws: tuple[Draw, ...]
    assumptions: tuple[Assumption, ...]
