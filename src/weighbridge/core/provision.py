"""A provision: one paragraph of law, the condition under which it speaks, and what it then does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from weighbridge.core.citation import Citation
from weighbridge.core.condition import ALWAYS, Condition, Met, Term, ValueTerm, walk
from weighbridge.core.life import Life
from weighbridge.core.outcome import Policy
from weighbridge.core.text import Text

# --- what a provision does when its condition holds ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Scope:
    """Brings the item under the EAR. An item that no scope reaches is not subject to them."""


@dataclass(frozen=True, slots=True)
class Classification:
    """Classifies the item in the paragraph (ECCN) that is the provision's id."""


@dataclass(frozen=True, slots=True)
class Definition:
    """Gives a name to a condition that other provisions ask about (`met("…")`)."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """Requires a license, for the reason that the Commerce Control List gives (RS, AT, …)."""

    reason: str


@dataclass(frozen=True, slots=True)
class Prohibition:
    """Forbids; no exception and no validated end-user authorization helps."""


@dataclass(frozen=True, slots=True)
class Exception_:
    """A license exception, by its symbol (AIA, LPP, …), and the requirements that it can lift."""

    symbol: str
    lifts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Authorization:
    """A validated end-user authorization, by its symbol (UVEU, NVEU), and the requirements that it can lift."""

    symbol: str
    lifts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spared:
    """An exception that a restriction leaves usable, on a condition of its own."""

    symbol: str
    provided: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Restriction:
    """Bars every license exception but those it spares."""

    spares: tuple[Spared, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """How applications under some requirements are reviewed. Of those that speak, the lowest `precedence` decides."""

    policy: Policy
    of: tuple[str, ...]
    precedence: int


@dataclass(frozen=True, slots=True)
class Allocation:
    """A limited quantity (TPP) that the transaction draws on, when `draws_under` is the way it goes.

    `draws_under` is an exception or authorization symbol, or the id of a review provision. `holder` is the fact
    whose statement keys the account, `within` a second one where one holder has several; `period` says for how long
    one account runs. `kind` says what is limited: what passes within the period (flow), what there may be at any one
    time (stock), or a share of what the account `base` counts (ratio; its `limit` is a multiple of that).
    `gives_back` names what lowers the use again (`attrition`, `return`); where the law names nothing, nothing does.
    """

    account: str
    holder: str
    period: Literal["calendar_year", "quarter", "2025-2027", "standing"]
    draws_under: tuple[str, ...]
    limit: Term
    used: Term
    draws: Term
    kind: Literal["flow", "stock", "ratio"] = "flow"
    within: str = ""
    base: str = ""
    gives_back: tuple[str, ...] = ()


DueKind = Literal[
    "days_before",
    "days_after",
    "with_shipment",
    "before_use",
    "next_of",
    "years_kept",
    "on_receipt",
    "ongoing",
    "with_application",
    "by_day",
]


@dataclass(frozen=True, slots=True)
class Due:
    """When a duty falls due, reckoned from the date of the transaction.

    `days_before` and `days_after` count calendar days, `years_kept` years; `next_of` is the next of the month-days
    in the set; `by_day` a fixed day. The amount is a value of the law.
    """

    kind: DueKind
    amount: ValueTerm | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """Something to certify, notify, report, keep or ask: what, who, by when.

    `under` names what brings it: exception and authorization symbols, ids of requirements, `LICENSE` for an
    application, `NLR` where no license is required, or `*` for every answer to which its condition applies.
    """

    what: Text
    who: Text
    due: Due
    under: tuple[str, ...]


Effect = (
    Scope
    | Classification
    | Definition
    | Requirement
    | Prohibition
    | Exception_
    | Authorization
    | Restriction
    | Review
    | Allocation
    | Duty
)


@dataclass(frozen=True, slots=True)
class Provision:
    """One version of one provision.

    `id` stays the same from version to version; versions of one id follow each other in time without gap or
    overlap. `text` restates in one sentence what the paragraph does. `since` and `until` name values (days) that
    replace the instrument's own dates where a paragraph has dates of its own; `ended_by` names the instrument that
    took the paragraph out, where no later version says what stands instead.
    """

    id: str
    title: Text
    citation: Citation
    instrument: str
    effect: Effect
    condition: Condition = ALWAYS
    text: Text | None = None
    track: str = "book"
    since: str = ""
    until: str = ""
    ended_by: str = ""
    life: Life = field(default_factory=Life)
    file: str = ""

    @property
    def conditions(self) -> Iterator[Condition]:
        """Its own condition, then those of the exceptions it spares."""
        yield self.condition
        if isinstance(self.effect, Restriction):
            yield from (spared.provided for spared in self.effect.spares)

    @property
    def asks_about(self) -> frozenset[str]:
        """The ids of the provisions that its conditions ask about."""
        inside = (inner for condition in self.conditions for inner in walk(condition))
        return frozenset(inner.provision for inner in inside if isinstance(inner, Met))

    @property
    def says(self) -> Text:
        """What the paragraph does, or its title where nothing more is to be said."""
        return self.text or self.title


@dataclass(frozen=True, slots=True)
class Position:
    """One way to read an ambiguous text, with the citation that supports it."""

    word: str
    text: Text
    citation: Citation


@dataclass(frozen=True, slots=True)
class Reading:
    """An ambiguity of the text, or of its status: the conservative position decides unless the reader switches.

    `check` says what would settle it, where that is a matter of looking it up.
    """

    id: str
    question: Text
    conservative: Position
    other: Position
    check: Text | None = None
    file: str = ""

    @property
    def fact(self) -> str:
        """The name of the fact that holds the position taken."""
        return f"reading.{self.id}"
