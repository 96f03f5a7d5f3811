"""The closed vocabulary in which every rule is written.

A condition is a value, not code: the same text is evaluated with its trace, printed as a sentence, compiled to
columns and turned into a logic formula. Nothing here holds a Python callable, and nothing may.

Terms are quantities, days or sets; conditions are true, false or unknown (`weighbridge.core.truth`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, Protocol, Self

from weighbridge.core.text import Text

Operator = Literal[">=", ">", "<=", "<"]


# --- terms ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FactTerm:
    """What the transaction states for a fact."""

    fact: str


@dataclass(frozen=True, slots=True)
class ValueTerm:
    """What the law says for a named value on the date of the rulebook."""

    value: str


@dataclass(frozen=True, slots=True)
class Words:
    """A set of words written in the rule itself: vocabulary of a fact, never a number or a date."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of quantities; unknown if any is."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Product:
    """The product of quantities; unknown if any is."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Greatest:
    """The greatest of quantities; unknown if any is."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class When:
    """A quantity that counts only if a condition holds, otherwise zero."""

    condition: Condition
    counted: Term


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a quantity over the rows (of a fact of kind rows) in which a condition holds."""

    rows: str
    of: Term
    where: Condition


@dataclass(frozen=True, slots=True)
class Largest:
    """The largest of a quantity over the rows in which a condition holds; zero if there is none."""

    rows: str
    of: Term
    where: Condition


Term = FactTerm | ValueTerm | Words | Sum | Product | Greatest | When | Total | Largest


class HasTerm(Protocol):
    """What can stand as an operand though it is not a term: a fact."""

    @property
    def term(self) -> FactTerm:
        """The term to use."""


Operand = Term | HasTerm


# --- conditions ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What every condition may carry: the paragraph it comes from, and words of its own for the reader."""

    citation: str = ""
    says: Text | None = None

    def cited(self, citation: str) -> Self:
        """The same condition with the paragraph that it restates."""
        return replace(self, citation=citation)

    def saying(self, en: str, zh: str) -> Self:
        """The same condition, read out in words of its own instead of a made sentence."""
        return replace(self, says=Text(en, zh))


@dataclass(frozen=True, slots=True)
class Compare(Said):
    """One quantity or day against another, exactly."""

    left: Term
    operator: Operator
    right: Term


@dataclass(frozen=True, slots=True)
class Among(Said):
    """A word or place is a member of a set: one that the law names, words of the rule, or one that is stated."""

    fact: str
    among: ValueTerm | Words | FactTerm


@dataclass(frozen=True, slots=True)
class Overlaps(Said):
    """Some member of a set that the transaction states is in a set."""

    fact: str
    among: ValueTerm | Words


@dataclass(frozen=True, slots=True)
class Holds(Said):
    """A yes-or-no fact is yes."""

    fact: str


@dataclass(frozen=True, slots=True)
class Classified(Said):
    """The item is classified in a paragraph (ECCN) that the set names."""

    among: ValueTerm | Words


@dataclass(frozen=True, slots=True)
class Met(Said):
    """Another provision of the rulebook is met."""

    provision: str


@dataclass(frozen=True, slots=True)
class AllOf(Said):
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf(Said):
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not(Said):
    """The part does not hold."""

    part: Condition


Condition = Compare | Among | Overlaps | Holds | Classified | Met | AllOf | AnyOf | Not

ALWAYS = AllOf(())
NEVER = AnyOf(())


# --- the words that a rule is written in ----------------------------------------------------------------------------


def value(name: str) -> ValueTerm:
    """The law's value of that name, from a `values.yaml`."""
    return ValueTerm(name)


def term(operand: Operand) -> Term:
    """A term as it is, a fact as its term."""
    return operand if isinstance(operand, Term) else operand.term


def sum_of(*operands: Operand) -> Sum:
    """The operands added."""
    return Sum(tuple(term(o) for o in operands))


def product_of(*operands: Operand) -> Product:
    """The operands multiplied."""
    return Product(tuple(term(o) for o in operands))


def greatest_of(*operands: Operand) -> Greatest:
    """The greatest operand ("whichever is higher")."""
    return Greatest(tuple(term(o) for o in operands))


def at_least(left: Operand, right: Operand) -> Compare:
    """The left quantity is the right one or more."""
    return Compare(term(left), ">=", term(right))


def at_most(left: Operand, right: Operand) -> Compare:
    """The left quantity is the right one or less."""
    return Compare(term(left), "<=", term(right))


def more_than(left: Operand, right: Operand) -> Compare:
    """The left quantity is above the right one."""
    return Compare(term(left), ">", term(right))


def less_than(left: Operand, right: Operand) -> Compare:
    """The left quantity is below the right one."""
    return Compare(term(left), "<", term(right))


def all_of(*parts: Condition) -> AllOf:
    """Every part holds."""
    return AllOf(parts)


def any_of(*parts: Condition) -> AnyOf:
    """At least one part holds."""
    return AnyOf(parts)


def not_(part: Condition) -> Not:
    """The part does not hold."""
    return Not(part)


def met(provision: str) -> Met:
    """The provision of that id is met."""
    return Met(provision)


def classified_in(among: ValueTerm) -> Classified:
    """The item is classified in one of the paragraphs that the law lists."""
    return Classified(among)


def classified(*paragraphs: str) -> Classified:
    """The item is classified in one of the paragraphs named."""
    return Classified(Words(paragraphs))


# --- reading a condition ---------------------------------------------------------------------------------------------


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """The conditions directly inside a condition."""
    match condition:
        case AllOf(parts=parts) | AnyOf(parts=parts):
            return parts
        case Not(part=part):
            return (part,)
        case _:
            return ()


def terms_of(condition: Condition) -> tuple[Term, ...]:
    """The operands directly inside a leaf, the facts that it names included."""
    match condition:
        case Compare(left=left, right=right):
            return (left, right)
        case Among(fact=fact, among=among) | Overlaps(fact=fact, among=among):
            return (FactTerm(fact), among)
        case Holds(fact=fact):
            return (FactTerm(fact),)
        case Classified(among=among):
            return (among,)
        case _:
            return ()


def subterms(operand: Term) -> Iterator[Term | Condition]:
    """What stands directly inside a term."""
    match operand:
        case Sum(terms=terms) | Product(terms=terms) | Greatest(terms=terms):
            yield from terms
        case When(condition=condition, counted=counted):
            yield condition
            yield counted
        case Total(rows=rows, of=of, where=where) | Largest(rows=rows, of=of, where=where):
            yield FactTerm(rows)
            yield of
            yield where
        case _:
            return


def walk(root: Condition | Term) -> Iterator[Condition | Term]:
    """The condition or term and everything inside it, outermost first."""
    yield root
    inner = (*parts_of(root), *terms_of(root)) if isinstance(root, Condition) else subterms(root)
    for part in inner:
        yield from walk(part)
