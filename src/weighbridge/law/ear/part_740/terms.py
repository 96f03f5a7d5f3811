"""What the sections of part 740 share: which acts they speak of, what they lift, how a duty is written."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import Condition, any_of, met, not_
from weighbridge.core.provision import Due, Duty, Exception_, Position, Provision, Reading
from weighbridge.core.text import Text
from weighbridge.law.facts.item import DATACENTER
from weighbridge.law.facts.transaction import ACTIVITY

FRAMEWORK = "fr_90_4544"
EXPORTER = Text("exporter, reexporter or transferor", "出口商、再出口商或移轉人")
CONSIGNEE = Text("ultimate consignee", "最終收貨人")
MOVES = ACTIVITY.is_one_of("export", "reexport", "transfer")
READ_LATER = "read in the text of 24 September 2026"
FOR_DATACENTERS = any_of(DATACENTER.holds, met("note_1.presumed"))
"""Designed or marketed for datacenters, or presumed to be by Note 1 to 3A090.a."""
DESIGNER_COUNTS = not_(met("740.27(a)(1).other_designer"))
"""An approved or authorized designer designed the item, where that is asked of it."""

A_TIER, B_TIER = "742.6(a)(6)(iii)(A)", "742.6(a)(6)(iii)(B)"
MEMORY, WEIGHTS = "742.6(a)(6)(i)(B)", "742.6(a)(13)"
ENTITY_B_TIER, ENTITY_MEMORY = "744.23(a)(3)(i)(A)", "744.23(a)(3)(i)(B)"
REGIONAL_STABILITY = (A_TIER, B_TIER, MEMORY, ENTITY_B_TIER, ENTITY_MEMORY)
"""What the exceptions spared by 740.2(a)(9)(ii) can lift, by 744.23(c) those of 744.23(a)(3)(i) included."""


def exception(
    name: str,
    symbol: str,
    lifts: tuple[str, ...],
    title: tuple[str, str],
    says: tuple[str, str],
    condition: Condition,
    *,
    citation: Citation | None = None,
    by: str = FRAMEWORK,
) -> Provision:
    """A license exception. Its citation is that of the January 2025 rule unless another is given."""
    cite = citation or Citation(f"15 CFR {name}", "90 FR 4544")
    return Provision(name, Text(*title), cite, by, Exception_(symbol, lifts), condition, text=Text(*says))


def duty(
    name: str,
    symbol: str,
    condition: Condition,
    what: tuple[str, str],
    due: Due,
    *,
    who: Text = EXPORTER,
    citation: Citation | None = None,
    by: str = FRAMEWORK,
) -> Provision:
    """Something that using the exception of that symbol brings."""
    text = Text(*what)
    cite = citation or Citation(f"15 CFR {name}", "90 FR 4544")
    return Provision(name, text, cite, by, Duty(text, who, due, (symbol,)), condition)


def reading(name: str, question: tuple[str, str], *positions: tuple[str, tuple[str, str], str]) -> Reading:
    """An ambiguity of the January 2025 rule: the conservative position, then the other, each with its paragraph."""
    (word, says, cite), (other, other_says, other_cite) = positions
    return Reading(
        name,
        Text(*question),
        Position(word, Text(*says), Citation(f"15 CFR {cite}", "90 FR 4544")),
        Position(other, Text(*other_says), Citation(f"15 CFR {other_cite}", "90 FR 4544", Confidence.ANALYSIS)),
    )


def read_later(name: str, document: str = "") -> Citation:
    """A paragraph that the January 2025 rule did not amend, read in a later text."""
    return Citation(f"15 CFR {name}", document, note=READ_LATER)


def from_memory(name: str, note: str) -> Citation:
    """A paragraph of which no text was at hand."""
    return Citation(f"15 CFR {name}", confidence=Confidence.UNVERIFIED, note=note)
