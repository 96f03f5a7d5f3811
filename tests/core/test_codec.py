"""The law as plain data: every noun comes back as it went, and nothing else gets in."""

from __future__ import annotations

import json
from dataclasses import is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any

import pytest
from tests import toy

from weighbridge.core import condition as c
from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.codec import NOUNS, digest, from_plain, to_plain
from weighbridge.core.fact import Choice, Fact, Kind
from weighbridge.core.life import Instrument, Life, Span, Suspension
from weighbridge.core.outcome import Outcome, Policy
from weighbridge.core.provision import (
    Allocation,
    Authorization,
    Classification,
    Definition,
    Due,
    Duty,
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
from weighbridge.core.text import Text
from weighbridge.core.value import Value, ValueVersion

RIPE, WEIGHT = toy.RIPE.holds, toy.WEIGHT.term
SPAN = Span(toy.FIRST_DAY, None, toy.text("all of it"), toy.cite("notice"))

EXAMPLES: dict[type, Any] = {
    Citation: Citation("Market Rules 1", "MR 1", Confidence.DERIVED, "see 2"),
    Text: Text("apple", "蘋果"),
    Choice: Choice("apple", toy.text("apple")),
    Fact: toy.fact("gift", Kind.TRUTH, presumed=False, presumption=toy.text("no gift")),
    Span: SPAN,
    Life: Life(toy.FIRST_DAY, toy.FIRST_DAY, toy.TODAY, toy.TODAY, toy.LAST_DAY, (SPAN,), (SPAN, SPAN)),
    Instrument: Instrument("MR", toy.text("rules"), toy.cite("1"), Life(), False, toy.text("all")),
    Suspension: Suspension("later", "MR", "stayed", SPAN, toy.TODAY, frozenset({"F1"}), ("F2",)),
    ValueVersion: toy.version(Decimal("5.92")),
    Value: Value("limit", "kg", (toy.version(100), toy.version(None)), Decimal("0.01"), toy.text("limit"), "f.yaml"),
    c.FactTerm: WEIGHT,
    c.ValueTerm: toy.LIMIT,
    c.Words: c.Words(("apple", "pear")),
    c.Sum: c.sum_of(toy.WEIGHT, toy.LIMIT),
    c.Product: c.product_of(toy.WEIGHT, toy.PRICE),
    c.Greatest: c.greatest_of(toy.WEIGHT, toy.EARLIER),
    c.When: c.When(RIPE, WEIGHT),
    c.Total: c.Total("crates", toy.CRATE_WEIGHT.term, toy.CRATE_BRUISED.holds),
    c.Largest: c.Largest("crates", toy.CRATE_WEIGHT.term, c.ALWAYS),
    c.Said: c.Said(citation="1(a)", says=toy.text("so")),
    c.Compare: toy.WEIGHT.at_least(toy.LIMIT).cited("1(a)").saying("heavy", "重"),
    c.Among: toy.DESTINATION.is_among(toy.STOPS),
    c.Overlaps: toy.STOPS.any_in(toy.ORCHARDS),
    c.Holds: RIPE,
    c.Classified: c.classified("F1"),
    c.Met: c.met("F1").cited("1(b)"),
    c.AllOf: c.all_of(RIPE, c.ALWAYS),
    c.AnyOf: c.any_of(RIPE),
    c.Not: c.not_(RIPE),
    Scope: Scope(),
    Classification: Classification(),
    Definition: Definition(),
    Requirement: Requirement("RS"),
    Prohibition: Prohibition(),
    Exception_: Exception_("GIFT", ("license",)),
    Authorization: Authorization("KNOWN", ("license",)),
    Spared: Spared("GIFT", RIPE),
    Restriction: Restriction((Spared("GIFT"), Spared("SEED", RIPE))),
    Review: Review(Policy.CASE_BY_CASE, ("license",), 2),
    Allocation: toy.allocation("GIFT").effect,
    Due: Due("days_after", toy.LIMIT),
    Duty: toy.duty("report", "GIFT").effect,
    Provision: toy.requirement(RIPE),
    Position: toy.reading().conservative,
    Reading: toy.reading(),
}


@pytest.mark.parametrize("noun", [n for n in NOUNS.values() if is_dataclass(n)], ids=lambda noun: noun.__name__)
def test_every_noun_comes_back_as_it_went(noun: type) -> None:
    thing = EXAMPLES[noun]

    stored = json.dumps(to_plain(thing))

    assert from_plain(json.loads(stored)) == thing
    assert type(from_plain(json.loads(stored))) is noun


@pytest.mark.parametrize("member", [*Outcome, *Policy, *Kind, *Confidence])
def test_every_word_of_a_closed_list_comes_back_as_itself(member: Enum) -> None:
    assert from_plain(to_plain(member)) is member


@pytest.mark.parametrize(
    "thing",
    [
        None, True, False, 0, 4800, "word", "", Decimal("5.920"), Decimal("1E+26"), date(2031, 3, 14), (),
        (1, "a", None), frozenset({"FR", "PL"}), frozenset(), {"a": 1, "b": (Decimal(2),)}, ((), ((),)),
    ],
)  # fmt: skip
def test_plain_things_and_collections_come_back(thing: object) -> None:
    back = from_plain(json.loads(json.dumps(to_plain(thing))))

    assert back == thing
    assert type(back) is type(thing)


def test_a_number_keeps_its_digits() -> None:
    assert str(from_plain(to_plain(Decimal("5.920")))) == "5.920"


class Ripeness(StrEnum):
    GREEN = "green"


class Impostor:
    """Bears the name of a noun."""


Impostor.__name__ = "Scope"


@pytest.mark.parametrize(
    "thing",
    [
        1.5, len, lambda: True, Impostor(), object(), Ripeness.GREEN, [1], {1, 2}, b"bytes", datetime(2031, 3, 14),
        (1.5,), {"a": 1.5}, {1: "a"}, frozenset({1.5}), frozenset({date(2031, 3, 14)}),
        c.Sum((1.5,)),  # type: ignore[arg-type]
    ],
    ids=lambda thing: type(thing).__name__,
)  # fmt: skip
def test_what_is_no_noun_of_the_law_is_refused(thing: object) -> None:
    with pytest.raises(TypeError, match="is not part of the law's vocabulary and cannot be stored"):
        to_plain(thing)


def test_a_noun_that_this_version_does_not_know_is_refused() -> None:
    with pytest.raises(KeyError, match="Tariff"):
        from_plain(["Tariff", "10"])


def test_the_digest_does_not_depend_on_the_order_of_a_mapping_or_a_set() -> None:
    assert digest({"a": 1, "b": frozenset("xyz")}) == digest({"b": frozenset("zyx"), "a": 1})


def test_the_digest_tells_a_number_from_its_text_and_a_day_from_its_name() -> None:
    things = (Decimal(1), 1, "1", True, date(2031, 3, 14), "2031-03-14", ("1",), frozenset("1"))

    assert len({digest(thing) for thing in things}) == len(things)
