"""Reads the terms of the law's quantities: what counts in them on given facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from weighbridge.core.condition import FactTerm, Term, ValueTerm, When, subterms
from weighbridge.core.fact import FactValue
from weighbridge.core.rulebook import Rulebook
from weighbridge.engine.reckon import Reckoner


def presuming(rulebook: Rulebook, facts: Mapping[str, FactValue]) -> Reckoner:
    """Reckons on the facts, and on what the law presumes of those that are not stated."""
    presumed = {fact.name: fact.presumed for fact in rulebook.facts.values() if fact.presumed is not None}
    return Reckoner(rulebook, {**presumed, **facts})


def counted_in(reckoner: Reckoner, term: Term) -> Iterator[FactTerm | ValueTerm]:
    """The facts and values that a term counts, less those that it leaves out on these facts."""
    match term:
        case FactTerm() | ValueTerm():
            yield term
        case When(condition=condition, counted=counted):
            if reckoner.truth(condition) is not False:
                yield from counted_in(reckoner, counted)
        case _:
            for inner in subterms(term):
                if isinstance(inner, Term):
                    yield from counted_in(reckoner, inner)


def facts_in(reckoner: Reckoner, term: Term) -> Iterator[str]:
    """The names of the facts among them."""
    return (found.fact for found in counted_in(reckoner, term) if isinstance(found, FactTerm))
