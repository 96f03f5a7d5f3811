"""Shows how an answer came about: the trace itself, read out, so that it cannot disagree with the answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from weighbridge.core import condition as c
from weighbridge.core.citation import Citation
from weighbridge.core.determination import Considered, Determination
from weighbridge.core.provision import Classification, Provision, Requirement, Restriction, Review, Scope
from weighbridge.core.text import Text, same
from weighbridge.core.truth import Truth
from weighbridge.engine.reckon import Reckoner, shown
from weighbridge.engine.sentence import sentence, spoken
from weighbridge.engine.trace import Traced, annotate, layout, size


@dataclass(frozen=True, slots=True)
class Explained:
    """One condition: what it asks, where it stands, what was found, what was asked, and whether it holds."""

    text: Text
    citation: str
    truth: Truth
    found: str = ""
    asked: Text | None = None
    parts: tuple[Explained, ...] = ()
    named: bool = False
    """Whether it asks about another provision: its title then says enough, and its parts say the rest."""


@dataclass(frozen=True, slots=True)
class ExplainedProvision:
    """A provision with its conditions; for an exception, why it does not help."""

    provision: Provision
    citation: Citation
    truth: Truth
    condition: Explained
    because: tuple[Explained, ...] = ()


class Explainer:
    """Explains one determination. Conditions of provisions that are asked about are opened where they stand."""

    def __init__(self, determination: Determination) -> None:
        self.determination = determination
        self.rulebook = determination.rulebook
        self.places = layout(self.rulebook)
        self.reckoner = Reckoner(self.rulebook, determination.facts)
        self.paragraphs = [
            p.id
            for p in self.rulebook.provisions.values()
            if isinstance(p.effect, Classification) and determination.truths[self.places[p.id]]
        ]

    def provision(self, name: str) -> ExplainedProvision:
        """One provision, with every condition in it."""
        p = self.rulebook.provisions[name]
        traced = annotate(p.condition, self.determination.truths, self.places[name])
        condition = self.condition(traced, p.citation.cite)
        because = tuple(why_not(condition)) if traced.truth is not True else ()
        return ExplainedProvision(p, p.citation, traced.truth, condition, because)

    def steps(self) -> Iterator[ExplainedProvision]:
        """Everything that was weighed, in the order of the decision: scope, requirements, exceptions, review."""
        licensed = self.determination.review_policy is not None
        for p in self.rulebook.provisions.values():
            if isinstance(p.effect, Scope | Requirement) or (licensed and isinstance(p.effect, Review)):
                yield self.provision(p.id)
        for considered in self.determination.considered:
            yield self.considered(considered)

    def considered(self, considered: Considered) -> ExplainedProvision:
        """One exception or authorization, and everything that keeps it from helping."""
        explained = self.provision(considered.finding.provision.id)
        because = list(explained.because)
        for barrier in considered.barred_by:
            p = barrier.provision
            because.append(Explained(p.says, p.citation.cite, barrier.truth, parts=tuple(self._proviso(p, considered))))
        for requirement in considered.uncovered:
            p = self.rulebook.provisions[requirement]
            text = Text("it does not lift: {0}", "無法免除：{0}").format(p.title)
            because.append(Explained(text, p.citation.cite, False))
        return ExplainedProvision(
            explained.provision, explained.citation, considered.available, explained.condition, tuple(because)
        )

    def _proviso(self, restriction: Provision, considered: Considered) -> Iterator[Explained]:
        """The condition under which the restriction would have spared the exception."""
        assert isinstance(restriction.effect, Restriction)
        place = self.places[restriction.id] + size(restriction.condition)
        for spared in restriction.effect.spares:
            if spared.symbol == considered.symbol:
                traced = annotate(spared.provided, self.determination.truths, place)
                yield self.condition(traced, restriction.citation.cite)
            place += size(spared.provided)

    def condition(self, traced: Traced, within: str) -> Explained:
        """A condition and its parts; `within` is the citation of the text around it."""
        condition = traced.condition
        citation = condition.citation or within
        parts = tuple(self.condition(part, citation) for part in traced.parts)
        found, asked = self._found_and_asked(condition)
        if isinstance(condition, c.Met):
            inner = self.rulebook.provisions[condition.provision]
            opened = annotate(inner.condition, self.determination.truths, self.places[inner.id])
            parts = (self.condition(opened, inner.citation.cite),)
        named = isinstance(condition, c.Met)
        return Explained(sentence(condition, self.rulebook), citation, traced.truth, found, asked, parts, named)

    def _found_and_asked(self, condition: c.Condition) -> tuple[str, Text | None]:
        match condition:
            case c.Compare(left=left, right=right):
                return shown(self.reckoner.amount(left)), spoken(right, self.rulebook)
            case c.Among(fact=fact, among=among) | c.Overlaps(fact=fact, among=among):
                return shown(self.determination.facts.get(fact)), spoken(among, self.rulebook)
            case c.Holds(fact=fact):
                return shown(self.determination.facts.get(fact)), same("yes")
            case c.Classified(among=among):
                return ", ".join(self.paragraphs) or "-", spoken(among, self.rulebook)
            case _:
                return "", None


def why_not(explained: Explained) -> Iterator[Explained]:
    """The smallest set of conditions that keep this one from holding: those that fail if it fails, else the unknown."""
    if explained.truth is True:
        return
    open_parts = [part for part in explained.parts if part.truth is not True]
    settled_by_name = explained.named and explained.truth is False
    if not open_parts or settled_by_name or explained.asked is not None:
        yield explained
        return
    for part in open_parts:
        if part.truth is explained.truth:
            yield from why_not(part)
