"""Chips through the vintages of the rule, as the rules were written about them."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from weighbridge.app.classify import classify
from weighbridge.app.faults import RequestFaults
from weighbridge.app.migration import NOTABLE, Migration, Standing, migrate
from weighbridge.app.vintages import by_vintage, vintages
from weighbridge.core.errors import DateNotEncoded
from weighbridge.core.outcome import Outcome, Policy
from weighbridge.law.compiled import load_corpus

OCTOBER_2022, EVE, OCTOBER_2023 = date(2022, 10, 21), date(2023, 11, 16), date(2023, 11, 17)
JANUARY_2026 = date(2026, 1, 15)
DAYS = (OCTOBER_2022, EVE, OCTOBER_2023, JANUARY_2026)


@cache
def found() -> Migration:
    return migrate(DAYS)


def standing(chip: str, on: date) -> Standing:
    [migrant] = (m for m in found().migrants if m.chip == chip)
    return migrant.standings[DAYS.index(on)]


def test_at_least_twenty_chips_are_shown() -> None:
    assert len(found().migrants) == len(NOTABLE) >= 20


@pytest.mark.parametrize("chip", ["nvidia-a800-sxm4-80gb", "nvidia-h800-sxm5"])
def test_a_chip_made_for_the_first_rule_is_outside_until_the_second(chip: str) -> None:
    assert [standing(chip, on).paragraphs for on in (OCTOBER_2022, EVE, OCTOBER_2023)] == [(), (), ("3A090.a",)]
    assert standing(chip, EVE).outcome is Outcome.NO_LICENSE_REQUIRED
    assert standing(chip, OCTOBER_2023).review_policy is Policy.PRESUMPTION_OF_DENIAL


@pytest.mark.parametrize("chip", ["nvidia-a100-sxm4-80gb", "nvidia-h100-sxm5", "amd-mi250x", "amd-mi300x"])
def test_a_chip_that_the_first_rule_was_about_is_inside_from_then_on(chip: str) -> None:
    assert {standing(chip, on).paragraphs for on in DAYS} == {("3A090.a",)}


@pytest.mark.parametrize("chip", ["nvidia-h20", "nvidia-l20", "nvidia-l2", "nvidia-rtx-4090d"])
def test_a_chip_made_for_the_second_rule_stands_in_no_paragraph(chip: str) -> None:
    assert {standing(chip, on).paragraphs for on in DAYS} == {()}
    assert not any(standing(chip, on).open for on in DAYS)


def test_the_window_of_2026_holds_the_h200_and_the_mi325x_and_not_the_b200() -> None:
    policies = {chip: standing(chip, JANUARY_2026).review_policy for chip in NOTABLE}
    assert policies["nvidia-h200-sxm"] is policies["amd-mi325x"] is Policy.CASE_BY_CASE
    assert policies["nvidia-b200"] is policies["nvidia-gb300"] is Policy.PRESUMPTION_OF_DENIAL
    assert standing("nvidia-h200-sxm", OCTOBER_2023).review_policy is Policy.PRESUMPTION_OF_DENIAL


def test_a_gaming_card_is_caught_and_carried_by_an_exception() -> None:
    card = standing("nvidia-rtx-4090", OCTOBER_2023)
    assert (card.paragraphs, card.exception) == (("3A090.a",), "NAC")
    assert standing("nvidia-rtx-4090", OCTOBER_2022).paragraphs == ()


def test_what_is_not_known_of_a_chip_stays_open() -> None:
    assert standing("amd-mi308x", OCTOBER_2023).open
    assert standing("amd-mi308x", OCTOBER_2023).outcome is Outcome.INCOMPLETE


def test_a_chip_to_come_is_marked() -> None:
    assert not standing("nvidia-h200-sxm", OCTOBER_2022).released
    assert standing("nvidia-h200-sxm", JANUARY_2026).released


def test_circuits_of_china_are_prohibited_as_enforced_and_not_as_written() -> None:
    chip = ("huawei-ascend-910c",)
    [enforced] = migrate([JANUARY_2026], chip, track="enforced").migrants
    [book] = migrate([JANUARY_2026], chip).migrants
    assert enforced.standings[0].outcome is Outcome.PROHIBITED
    assert book.standings[0].outcome is Outcome.LICENSE_REQUIRED


def test_names_that_are_none_are_refused_together() -> None:
    with pytest.raises(RequestFaults) as refused:
        migrate([OCTOBER_2022], ["H100", "Z999"], destination="Atlantis")
    assert [fault.field for fault in refused.value.faults] == ["chip", "chip", "destination"]
    with pytest.raises(RequestFaults, match="or there are several"):
        migrate([OCTOBER_2022], NOTABLE[:1], destination="Congo")
    with pytest.raises(DateNotEncoded):
        migrate([date.min])


def test_each_vintage_classifies_as_its_first_day_does() -> None:
    item = {"chip": "nvidia-h800-sxm5"}
    for vintage in by_vintage(item):
        assert vintage.classified.paragraphs == classify(item, vintage.on).paragraphs


def test_a_vintage_begins_where_the_law_that_classifies_changes() -> None:
    corpus = load_corpus()
    days = vintages(corpus.horizon)
    assert days[0] == corpus.encoded_from
    assert {OCTOBER_2022, OCTOBER_2023} <= set(days)
    assert [v.documents for v in by_vintage({"chip": "nvidia-h20"}) if v.on == OCTOBER_2023] == [("88 FR 73458",)]


def test_a_change_that_says_nothing_of_items_begins_no_vintage() -> None:
    """Macau was added, groups of destinations changed, the day by which a designer applies moved."""
    assert not {date(2023, 1, 17), date(2024, 3, 15), date(2026, 4, 7)} & set(vintages(load_corpus().horizon))


def test_who_knew_nothing_of_a_rule_sees_no_vintage_of_it() -> None:
    assert vintages(date(2023, 10, 24)) == (load_corpus().encoded_from, OCTOBER_2022)
