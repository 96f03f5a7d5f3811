"""A toy law of a fruit market, and short ways to write it: tests of core and engine need no real law.

The market asks a license to bring fruit in. Every noun has an id that is a plain word; Chinese text is the English
with 「」 around it, so that a test can tell the two apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from weighbridge.core.citation import Citation
from weighbridge.core.condition import ALWAYS, Condition, Product, Term, ValueTerm
from weighbridge.core.determination import Determination
from weighbridge.core.fact import Choice, Fact, FactValue, Kind
from weighbridge.core.life import Instrument, Life, Suspension
from weighbridge.core.outcome import Policy
from weighbridge.core.provision import (
    Allocation,
    Authorization,
    Classification,
    Definition,
    Due,
    DueKind,
    Duty,
    Effect,
    Exception_,
    Position,
    Prohibition,
    Provision,
    Reading,
    Requirement,
    Restriction,
    Review,
    Scope,
    Spared,
)
from weighbridge.core.rulebook import Corpus, Rulebook
from weighbridge.core.text import Text
from weighbridge.core.value import LawValue, Value, ValueVersion
from weighbridge.engine.determine import determine
from weighbridge.engine.plan import Plan

FIRST_DAY = date(2030, 1, 1)
TODAY = date(2031, 3, 14)
LAST_DAY = date(2039, 12, 31)
RULES = "market-rules"

Facts = Mapping[str, FactValue]


def text(words: str) -> Text:
    return Text(words, f"「{words}」")


def cite(paragraph: str) -> Citation:
    return Citation(f"Market Rules {paragraph}", "MR 1")


# --- facts ------------------------------------------------------------------------------------------------------------


def fact(name: str, kind: Kind, *, unit: str = "", choices: Sequence[str] = (), **more: Any) -> Fact:
    offered = tuple(Choice(word, text(word)) for word in choices)
    return Fact(name, kind, text(f"the {name}"), text(f"What is the {name}?"), cite("facts"), unit, offered, **more)


RIPE = fact("ripe", Kind.TRUTH)
ORGANIC = fact("organic", Kind.TRUTH)
WAXED = fact("waxed", Kind.TRUTH)
GIFT = fact("gift", Kind.TRUTH)
WEIGHT = fact("weight", Kind.NUMBER, unit="kg")
EARLIER = fact("earlier", Kind.NUMBER, unit="kg")
PRICE = fact("price", Kind.NUMBER, unit="coins")
FRUIT = fact("fruit", Kind.WORD, choices=("apple", "pear", "plum"))
VARIETY = fact("variety", Kind.WORD)
USES = fact("uses", Kind.WORDS, choices=("eating", "juice", "seed"))
DESTINATION = fact("destination", Kind.PLACE)
ORIGIN = fact("origin", Kind.PLACE)
STOPS = fact("stops", Kind.PLACES)
PICKED = fact("picked", Kind.DAY)
ON = fact("on", Kind.DAY)
GROWER = fact("grower", Kind.NAME)
CRATE_WEIGHT = fact("crates.weight", Kind.NUMBER, unit="kg")
CRATE_BRUISED = fact("crates.bruised", Kind.TRUTH)
CRATE_FRUIT = fact("crates.fruit", Kind.WORD, choices=("apple", "pear", "plum"))
CRATES = fact("crates", Kind.ROWS, columns=(CRATE_WEIGHT, CRATE_BRUISED, CRATE_FRUIT))

FACTS = (
    *(RIPE, ORGANIC, WAXED, GIFT, WEIGHT, EARLIER, PRICE, FRUIT, VARIETY),
    *(USES, DESTINATION, ORIGIN, STOPS, PICKED, ON, GROWER, CRATES),
)


# --- values -----------------------------------------------------------------------------------------------------------


def value(name: str, is_: LawValue | None, unit: str = "", **more: Any) -> Value:
    """A value with one version, in force from the first day."""
    return Value(name, unit, (version(is_),), file=f"market/{name}/values.yaml", **more)


def version(is_: LawValue | None, effective: date = FIRST_DAY, published: date = FIRST_DAY) -> ValueVersion:
    return ValueVersion(is_, effective, published, cite("values"))


LIMIT, HEAVY, UNPUBLISHED = ValueTerm("limit"), ValueTerm("heavy"), ValueTerm("unpublished")
SEASON, ORCHARDS, ABROAD = ValueTerm("season"), ValueTerm("orchards"), ValueTerm("abroad")
SWEET, LISTED = ValueTerm("sweet"), ValueTerm("listed")

VALUES = (
    value("limit", 100, "kg"),
    value("heavy", Decimal("500.5"), "kg"),
    value("unpublished", None, "kg"),
    value("season", date(2031, 6, 1), "day"),
    value("orchards", frozenset({"FR", "PL"})),
    value("abroad", frozenset({"FR", "PL", "JP", "BR", "IN", "CL", "NZ", "ES", "IT"})),
    value("sweet", frozenset({"pear", "plum"})),
    value("listed", frozenset({"F1", "F2"})),
)


# --- provisions -------------------------------------------------------------------------------------------------------


def provision(id: str, effect: Effect, condition: Condition = ALWAYS, **more: Any) -> Provision:
    file = f"market/{id}/rule.py"
    return Provision(id, text(f"title of {id}"), cite(id), RULES, effect, condition, file=file, **more)


def scope(condition: Condition = ALWAYS, id: str = "scope") -> Provision:
    return provision(id, Scope(), condition)


def classification(id: str, condition: Condition = ALWAYS) -> Provision:
    return provision(id, Classification(), condition)


def definition(id: str, condition: Condition = ALWAYS) -> Provision:
    return provision(id, Definition(), condition)


def requirement(condition: Condition = ALWAYS, id: str = "license") -> Provision:
    return provision(id, Requirement("RS"), condition)


def prohibition(condition: Condition = ALWAYS, id: str = "ban") -> Provision:
    return provision(id, Prohibition(), condition)


def exception(symbol: str, condition: Condition = ALWAYS, lifts: Iterable[str] = ("license",)) -> Provision:
    return provision(f"exception {symbol}", Exception_(symbol, tuple(lifts)), condition)


def authorization(symbol: str, condition: Condition = ALWAYS, lifts: Iterable[str] = ("license",)) -> Provision:
    return provision(f"authorization {symbol}", Authorization(symbol, tuple(lifts)), condition)


def restriction(condition: Condition = ALWAYS, *spares: Spared, id: str = "restriction") -> Provision:
    return provision(id, Restriction(spares), condition)


def review(policy: Policy, condition: Condition = ALWAYS, precedence: int = 1, of: str = "license") -> Provision:
    return provision(f"review {precedence} {policy.value}", Review(policy, (of,), precedence), condition)


def duty(
    id: str, *under: str, due: DueKind = "ongoing", amount: ValueTerm | None = None, condition: Condition = ALWAYS
) -> Provision:
    return provision(id, Duty(text(f"do {id}"), text("the exporter"), Due(due, amount), under), condition)


def allocation(
    *draws_under: str, limit: Term = LIMIT, used: Term = EARLIER.term, draws: Term = WEIGHT.term, **more: Any
) -> Provision:
    more = {"period": "calendar_year", "holder": "grower", **more}
    condition = more.pop("condition", ALWAYS)
    effect = Allocation("orchard", draws_under=draws_under, limit=limit, used=used, draws=draws, **more)
    return provision("allocation", effect, condition)


NOTHING: Term = Product(())


# --- the whole --------------------------------------------------------------------------------------------------------


def instrument(life: Life | None = None, id: str = RULES, document: str = "MR 1") -> Instrument:
    return Instrument(id, text("Market Rules"), Citation(document), life or Life(), file=f"instruments/{id}.yaml")


def reading(id: str = "Q1") -> Reading:
    narrow, wide = (Position(word, text(word), cite(word)) for word in ("narrow", "wide"))
    return Reading(id, text("How is it read?"), narrow, wide, file="market/readings.py")


def corpus(
    *provisions: Provision,
    facts: Iterable[Fact] = FACTS,
    values: Iterable[Value] = VALUES,
    instruments: Iterable[Instrument] = (instrument(),),
    readings: Iterable[Reading] = (),
    suspensions: tuple[Suspension, ...] = (),
) -> Corpus:
    return Corpus(
        encoded_from=FIRST_DAY,
        known_from=FIRST_DAY,
        before=text("Nobody wrote the older market rules down."),
        horizon=LAST_DAY,
        facts={f.name: f for f in facts},
        values={v.name: v for v in values},
        instruments={i.id: i for i in instruments},
        readings={r.id: r for r in readings},
        provisions=provisions,
        suspensions=suspensions,
    )


def rulebook(*provisions: Provision, facts: Iterable[Fact] = FACTS, values: Iterable[Value] = VALUES) -> Rulebook:
    """The rulebook of today; values given replace those of the same name."""
    known = {v.name: v for v in (*VALUES, *values)}
    return corpus(*provisions, facts=facts, values=known.values()).as_of(TODAY, TODAY)


def plan(*provisions: Provision, facts: Iterable[Fact] = FACTS, values: Iterable[Value] = VALUES) -> Plan:
    return Plan.of(rulebook(*provisions, facts=facts, values=values))


def answer(provisions: Iterable[Provision], facts: Iterable[Fact] = FACTS, **stated: Any) -> Determination:
    """What the toy law says of a transaction with the facts stated as keywords."""
    return determine(plan(*provisions, facts=facts), stated)
