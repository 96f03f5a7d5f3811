"""The terms of accounts, taken from the law."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.ledger.making import setting

from weighbridge.app.ledger.accounts import CannotKeep, account_of
from weighbridge.app.ledger.limits import license_limit, limits_for
from weighbridge.core.errors import DateNotEncoded
from weighbridge.core.provision import Allocation
from weighbridge.engine.draws import account as account_of_the_engine
from weighbridge.law.compiled import load_corpus
from weighbridge.ledger.limit import Credit, Limit, LimitKind, Share, Step, Unit
from weighbridge.ledger.movement import MalformedMovement

ON = date(2025, 6, 2)
COUNTRY, LPP, NVEU = "742.6(b)(10)(iii)(B).allocation", "740.29(d)", "748.15(a)(2)(iii)(B)"
FACTS: dict[str, Any] = {
    "on": ON,
    "destination": "IN",
    "ultimate_consignee.name": "Bharat",
    "ultimate_consignee.ultimate_parent": "Example/Ltd.",
    "ultimate_consignee.headquarters": "US",
}


def limit_of(provision: str, *, on: date = ON, **more: Any) -> Limit:
    corpus = load_corpus()
    return limits_for(corpus, provision, {**FACTS, "on": on}, corpus.horizon, **more)[-1]


def test_a_yearly_limit_runs_to_the_last_day_of_its_year() -> None:
    limit = limit_of(LPP, on=date(2026, 7, 1))

    assert limit == Limit(
        "lpp/Example%2FLtd./2026",
        LimitKind.FLOW,
        (Step(date(2026, 1, 1), 26_900_000, "15 CFR 740.29(d)"),),
        date(2026, 12, 31),
    )


def test_a_limit_begins_on_the_day_from_which_its_paragraph_binds() -> None:
    assert limit_of(LPP).steps[0].since == date(2025, 5, 15)
    with pytest.raises(CannotKeep):
        limit_of(LPP, on=date(2025, 5, 14))
    with pytest.raises(DateNotEncoded):
        limit_of(LPP, on=date(2022, 10, 6))


def test_an_allocation_is_doubled_from_the_day_of_the_assurances_on() -> None:
    assured = date(2026, 2, 1)

    limit = limit_of(COUNTRY, later={assured: {"destination.government_assurances": True}})

    assert (limit.account, limit.kind, limit.until) == (
        "country/IN/2025-2027",
        LimitKind.STOCK,
        date(2027, 12, 31),
    )
    assert [(step.most, step.citation) for step in limit.steps] == [
        (790_000_000, "15 CFR 742.6(b)(10)(iii)(B)(1)"),
        (1_580_000_000, "15 CFR 742.6(b)(10)(iii)(B)(1); 15 CFR 742.6(b)(10)(iii)(C)"),
    ]
    assert limit.steps[1].since == assured
    assert limit.credits == frozenset()


def test_an_installed_base_has_a_step_for_each_quarter_and_is_unknown_after_the_table() -> None:
    limit = limit_of(NVEU)

    assert limit.account == "nveu/Bharat/IN"
    assert [(str(step.since), step.most) for step in limit.steps][-3:] == [
        ("2026-10-01", 4_272_750_000),
        ("2027-01-01", 5_064_000_000),
        ("2028-01-01", None),
    ]
    assert limit.until is None
    assert limit.credits == {Credit.ATTRITION}


@pytest.mark.parametrize(("part", "share"), [("outside", (1, 4)), ("country", (7, 100)), ("outside-us", (1, 2))])
def test_a_share_of_a_fleet_comes_with_the_account_of_its_base(part: str, share: tuple[int, int]) -> None:
    corpus = load_corpus()

    base, limit = limits_for(corpus, f"supplement_10.6.{part}", FACTS, corpus.horizon)

    assert base == Limit("uveu-owned/Example%2FLtd.", LimitKind.TALLY)
    assert (limit.kind, limit.base) == (LimitKind.RATIO, base.account)
    assert [step.most for step in limit.steps] == [Share(*share)]


def test_the_account_is_the_one_that_the_engine_names() -> None:
    corpus = load_corpus()
    facts = {**FACTS, "ultimate_consignee.ultimate_parent": "Example"}
    allocations = {
        p.id: p.effect
        for p in corpus.as_of(ON, corpus.horizon).provisions.values()
        if isinstance(p.effect, Allocation) and p.id != "740.29(a)"
    }
    assert len(allocations) == 6
    for name, allocation in allocations.items():
        named = account_of_the_engine(allocation, facts)
        assert account_of(allocation, facts) == named.removesuffix("/2025-Q2" if name == NVEU else "")


def test_what_does_not_bind_has_no_terms() -> None:
    corpus = load_corpus()
    listed = {**FACTS, "destination": "JP"}

    with pytest.raises(CannotKeep, match="does not apply"):
        limits_for(corpus, "supplement_10.6.outside", listed, corpus.horizon)
    with pytest.raises(CannotKeep, match=r"740\.29\(d\) limits no quantity on 2025-06-02 on the track enforced"):
        limits_for(corpus, LPP, FACTS, corpus.horizon, track="enforced")
    with pytest.raises(CannotKeep, match=r"740\.29 limits no quantity"):
        limits_for(corpus, "740.29", FACTS, corpus.horizon)


def test_what_no_longer_applies_on_a_later_day_cannot_be_drawn_on_from_then() -> None:
    limit = limit_of("supplement_10.6.outside", later={date(2026, 2, 1): {"destination": "JP"}})

    assert [step.most for step in limit.steps] == [Share(1, 4), None]


def test_a_paragraph_that_ends_leaves_no_limit_behind() -> None:
    corpus, ends = load_corpus(), date(2025, 9, 1)
    provisions = tuple(
        replace(p, life=replace(p.life, superseded=ends)) if p.id == LPP else p for p in corpus.provisions
    )

    (limit,) = limits_for(replace(corpus, provisions=provisions), LPP, FACTS, corpus.horizon)

    assert [(step.since, step.most) for step in limit.steps][1:] == [(ends, None)]


def test_an_unknown_holder_has_no_account() -> None:
    corpus = load_corpus()

    with pytest.raises(CannotKeep) as caught:
        limits_for(corpus, NVEU, {"on": ON, "destination": "?"}, corpus.horizon)
    with pytest.raises(CannotKeep, match="on is not known"):
        limits_for(corpus, NVEU, {}, corpus.horizon)
    with pytest.raises(CannotKeep, match="control character"):
        limits_for(corpus, NVEU, {**FACTS, "ultimate_consignee.name": "Bharat\n"}, corpus.horizon)

    assert len(caught.value.faults) == 2


def test_a_license_has_an_account_for_each_thing_it_limits() -> None:
    first, last = date(2025, 7, 1), date(2026, 6, 30)

    items = license_limit("D/100", 500, first, last, "license D/100", provisos=("No resale.",))
    value = license_limit("D/100", 5_000_000_00, first, last, "license D/100", unit=Unit.USD_CENTS)

    assert (items.account, value.account) == ("license/D%2F100/items", "license/D%2F100/value")
    assert (items.provisos, items.credits) == (("No resale.",), frozenset())
    setting(items), setting(value)
    with pytest.raises(MalformedMovement, match="last day"):
        setting(license_limit("D100", 1, last, first, "license D100"))
