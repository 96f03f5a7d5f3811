"""The life in time of a provision: when it was published, took effect, bound, was suspended, ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from weighbridge.core.citation import Citation
from weighbridge.core.text import Text


@dataclass(frozen=True, slots=True)
class Span:
    """From a day (inclusive) until a day (exclusive, None if no end is known), with its scope and source."""

    since: date
    until: date | None
    scope: Text
    source: Citation

    def covers(self, on: date) -> bool:
        """Whether `on` falls within the span."""
        return self.since <= on and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class Life:
    """Every date in the life of a text.

    `compliance` is the day from which it binds, where that is later than `effective`. A text without `effective`
    stood before the first day that the corpus covers. `not_enforced` and `stayed` do not touch the book track.
    """

    published: date | None = None
    effective: date | None = None
    compliance: date | None = None
    comment_close: date | None = None
    superseded: date | None = None
    not_enforced: tuple[Span, ...] = ()
    stayed: tuple[Span, ...] = ()

    @property
    def binds_from(self) -> date:
        """The first day on which it binds."""
        return self.compliance or self.effective or date.min

    def in_force(self, effective_on: date, known_on: date) -> bool:
        """Whether it binds on `effective_on`, judged by what had been published by `known_on`."""
        published = self.published is None or self.published <= known_on
        return published and self.binds_from <= effective_on and not self.superseded_by(effective_on)

    def superseded_by(self, on: date) -> bool:
        """Whether a later text had replaced it on `on`."""
        return self.superseded is not None and self.superseded <= on

    def disorder(self) -> str:
        """What is wrong with the order of the dates; empty if nothing is."""
        chain = [("effective", self.effective), ("compliance", self.compliance), ("superseded", self.superseded)]
        stated = [(name, day) for name, day in chain if day is not None]
        for (name, day), (later_name, later) in pairwise(stated):
            if later < day:
                return f"{later_name} {later.isoformat()} is before {name} {day.isoformat()}."
        return ""


SuspensionKind = Literal["not_enforced", "stayed", "repealed"]


@dataclass(frozen=True, slots=True)
class Suspension:
    """What a document takes out of force: provisions that the instrument `of` made.

    A text that is stayed or not enforced stays printed; one that is repealed leaves the book too.

    It takes the versions that `of` made of `provisions`, or all that it made where none is named. In place of each
    stands the version before it; `restores` names provisions that `of` ended and that stand again beside them, all of
    which do where it takes all that `of` made.
    """

    by: str
    of: str
    kind: SuspensionKind
    span: Span
    published: date | None = None
    provisions: frozenset[str] = frozenset()
    restores: tuple[str, ...] = ()

    def active(self, on: date, known_on: date) -> bool:
        """Whether it runs on `on`, judged by what had been published by `known_on`."""
        return self.span.covers(on) and (self.published is None or self.published <= known_on)

    def takes(self, provision: str, instrument: str) -> bool:
        """Whether it takes the version that an instrument made of a provision."""
        return instrument == self.of and (not self.provisions or provision in self.provisions)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A document that makes law, such as `90 FR 4544`, with the life that its provisions share."""

    id: str
    title: Text
    citation: Citation
    life: Life
    encoded: bool = True
    touches: Text | None = None
    sources: tuple[Citation, ...] = ()
    file: str = ""
