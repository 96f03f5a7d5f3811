"""Evaluates conditions and terms one by one: for the value found that an explanation shows, and as a check.

The traced evaluation of a whole rulebook is compiled (`weighbridge.engine.compile`); tests hold the two equal.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import MAX_PREC, Context, Decimal
from typing import Any

from weighbridge.core import condition as c
from weighbridge.core.fact import FactValue
from weighbridge.core.provision import Classification
from weighbridge.core.rulebook import Rulebook
from weighbridge.core.truth import Truth, all_hold, any_holds, negated

COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge,
    ">": operator.gt,
    "<=": operator.le,
    "<": operator.lt,
}


@dataclass(frozen=True, slots=True)
class Reckoner:
    """Evaluates against one rulebook and one set of facts; inside a row, its columns come first.

    `known` holds truths of provisions that were found before and need not be found again.
    """

    rulebook: Rulebook
    facts: Mapping[str, Any]
    known: Callable[[str], Truth] | None = None

    def truth(self, condition: c.Condition) -> Truth:
        """Whether the condition holds; None where that turns on something unknown."""
        match condition:
            case c.AllOf(parts=parts):
                return all_hold(self.truth(part) for part in parts)
            case c.AnyOf(parts=parts):
                return any_holds(self.truth(part) for part in parts)
            case c.Not(part=part):
                return negated(self.truth(part))
            case c.Met(provision=name):
                return self.known(name) if self.known else self.truth(self.rulebook.provisions[name].condition)
            case c.Holds(fact=fact):
                found = self.facts.get(fact)
                return found if isinstance(found, bool) else None
            case c.Compare(left=left, operator=sign, right=right):
                a, b = self.amount(left), self.amount(right)
                return None if a is None or b is None else COMPARE[sign](a, b)
            case c.Among(fact=fact, among=among):
                return _member(self.facts.get(fact), self.amount(among))
            case c.Overlaps(fact=fact, among=among):
                return _overlap(self.facts.get(fact), self.amount(among))
            case c.Classified(among=among):  # pragma: no branch
                return self._classified(self.amount(among))

    def _classified(self, among: frozenset[str] | None) -> Truth:
        if among is None:
            return None
        paragraphs = [p for p in self.rulebook.provisions.values() if isinstance(p.effect, Classification)]
        return any_holds(self.truth(p.condition) for p in paragraphs if p.id in among)

    def amount(self, term: c.Term) -> Any:
        """The quantity, day or set that a term stands for; None where it is unknown."""
        match term:
            case c.FactTerm(fact=name):
                return self.facts.get(name)
            case c.ValueTerm(value=name):
                return self.rulebook.values.get(name)
            case c.Words(words=words):
                return frozenset(words)
            case c.Sum(terms=terms):
                return self._together(terms, sum)
            case c.Product(terms=terms):
                return self._together(terms, _product)
            case c.Greatest(terms=terms):
                return self._together(terms, max)
            case c.When(condition=condition, counted=counted):
                truth = self.truth(condition)
                return 0 if truth is False else None if truth is None else self.amount(counted)
            case c.Total(rows=rows, of=of, where=where):
                return self._over(rows, of, where, sum)
            case c.Largest(rows=rows, of=of, where=where):  # pragma: no branch
                return self._over(rows, of, where, lambda found: max(found, default=0))

    def quantity(self, term: c.Term) -> Decimal | None:
        """An amount that is a number, as a decimal."""
        found = self.amount(term)
        return Decimal(found) if isinstance(found, int | Decimal) else None

    def _together(self, terms: tuple[c.Term, ...], join: Callable[[list[Any]], Any]) -> Any:
        found = [self.amount(t) for t in terms]
        return None if None in found else join(found)

    def _over(self, rows: str, of: c.Term, where: c.Condition, fold: Callable[[list[Any]], Any]) -> Any:
        stated: FactValue | None = self.facts.get(rows)
        if not isinstance(stated, tuple):
            return None
        inside = [Reckoner(self.rulebook, {**self.facts, **_blank(self.rulebook, rows), **row}) for row in stated]
        judged = [(each.truth(where), each.amount(of)) for each in inside]
        counted = [amount for truth, amount in judged if truth is not False]
        uncertain = any(truth is None for truth, _ in judged)
        return None if uncertain or None in counted else fold(counted)


def _blank(rulebook: Rulebook, rows: str) -> dict[str, None]:
    return {column.name: None for column in rulebook.facts[rows].columns}


def _member(stated: Any, among: frozenset[str | None] | None) -> Truth:
    if stated is None or among is None:
        return None
    return True if stated in among else None if None in among else False


def _overlap(stated: frozenset[str | None] | None, among: frozenset[str] | None) -> Truth:
    if stated is None or among is None:
        return None
    if not among.isdisjoint(stated):
        return True
    return None if None in stated else False


def _product(found: list[Any]) -> Any:
    product: Any = 1
    for factor in found:
        product *= factor
    return product


def shown(found: object) -> str:
    """A found or asked value in the plain form that both languages share; `?` for unknown."""
    match found:
        case None:
            return "?"
        case bool():
            return "yes" if found else "no"
        case int() | Decimal():
            return shown_number(Decimal(found))
        case date():
            return found.isoformat()
        case frozenset():
            return ", ".join(sorted("?" if member is None else str(member) for member in found)) or "-"
        case tuple():
            return f"{len(found)}"
        case _:
            return str(found)


EXPONENT_FROM = Decimal("1e15")
EXACT = Context(prec=MAX_PREC)
"""Rounds nothing, where the usual context keeps 28 digits."""


def shown_number(number: Decimal) -> str:
    """A number with thousands separators, exactly; from 10^15 on in scientific form, as exactly."""
    if abs(number) >= EXPONENT_FROM:
        digits = number.normalize(EXACT)
        return f"{digits:e}".replace("e+", "e")
    plain = number.normalize(EXACT) if number % 1 else number.quantize(Decimal(1))
    return f"{plain:,f}"
