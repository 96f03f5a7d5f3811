"""A fact is something a transaction may state: its type, unit, question and citation.

A fact also starts the sentence of a condition: `TPP.at_least(value("3a090.tpp_at_least"))`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from weighbridge.core import condition as c
from weighbridge.core.citation import Citation
from weighbridge.core.text import Text

Scalar = bool | int | Decimal | str | date
Row = Mapping[str, "Scalar | None"]
FactValue = Scalar | frozenset[str | None] | tuple[Row, ...]
"""What a fact can be; None in a set marks a member that is there but unknown."""


class Kind(StrEnum):
    """The type of a fact. Numbers are exact (int or Decimal); places are ISO 3166-1 alpha-2."""

    TRUTH = "truth"
    NUMBER = "number"
    WORD = "word"
    WORDS = "words"
    PLACE = "place"
    PLACES = "places"
    DAY = "day"
    ROWS = "rows"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Choice:
    """One word that a fact of kind word or words accepts."""

    word: str
    label: Text


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a transaction may state.

    `presumed` is what is taken when nothing is stated. It must be the restrictive side (or a word of its own, of
    which the law says what it can do), and `presumption` is the sentence in which an answer says so. A fact without it
    stays unknown. Where `lenient`, what is presumed is not the restrictive side (that nobody is on a list): every
    answer that took it says so, whatever it turned on. `columns` are the facts of each row of a fact of kind rows.
    """

    name: str
    kind: Kind
    label: Text
    question: Text
    citation: Citation
    unit: str = ""
    choices: tuple[Choice, ...] = ()
    presumed: bool | int | str | frozenset[str] | None = None
    presumption: Text | None = None
    columns: tuple[Fact, ...] = ()
    lenient: bool = False

    @property
    def term(self) -> c.FactTerm:
        """This fact as an operand."""
        return c.FactTerm(self.name)

    def at_least(self, other: c.Operand) -> c.Compare:
        """This quantity or day is `other` or more (or later)."""
        return c.Compare(self.term, ">=", c.term(other))

    def more_than(self, other: c.Operand) -> c.Compare:
        """This quantity or day is above (or after) `other`."""
        return c.Compare(self.term, ">", c.term(other))

    def less_than(self, other: c.Operand) -> c.Compare:
        """This quantity or day is below (or before) `other`."""
        return c.Compare(self.term, "<", c.term(other))

    def at_most(self, other: c.Operand) -> c.Compare:
        """This quantity or day is `other` or less (or earlier)."""
        return c.Compare(self.term, "<=", c.term(other))

    def is_in(self, among: c.ValueTerm) -> c.Among:
        """This place or word is a member of a set that the law names."""
        return c.Among(self.name, among)

    def is_among(self, stated: Fact) -> c.Among:
        """This place is a member of a set that the transaction itself states."""
        return c.Among(self.name, stated.term)

    def is_one_of(self, *words: str) -> c.Among:
        """This word is one of `words`, which must be among the fact's choices."""
        return c.Among(self.name, c.Words(words))

    def any_in(self, among: c.ValueTerm) -> c.Overlaps:
        """Some member of this set is in a set that the law names."""
        return c.Overlaps(self.name, among)

    def includes(self, *words: str) -> c.Overlaps:
        """This set includes at least one of `words`, which must be among the fact's choices."""
        return c.Overlaps(self.name, c.Words(words))

    @property
    def holds(self) -> c.Holds:
        """This fact is true."""
        return c.Holds(self.name)
