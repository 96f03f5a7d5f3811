"""15 CFR 740.8 before the January 2025 framework: NAC alone from November 2023, NAC and ACA from April 2024."""

from __future__ import annotations

from dataclasses import replace

from weighbridge.core.condition import all_of, any_of, met, not_
from weighbridge.core.provision import Provision
from weighbridge.law.ear.earlier import APRIL_2024, OCTOBER_2023, cited
from weighbridge.law.ear.part_740.s740_8_nac_aca.rule import (
    BARRED_BY_PART_744_OR_746,
    ELIGIBLE,
    ELSEWHERE,
    ENCRYPTION,
    THERE,
    WITHIN,
)
from weighbridge.law.ear.part_740.s740_8_nac_aca.rule import PROVISIONS as OF_THE_FRAMEWORK
from weighbridge.law.ear.part_740.terms import A_TIER, B_TIER, ENTITY_B_TIER, MOVES, exception
from weighbridge.law.facts.transaction import ACTIVITY

NAC, ACA, *_, NOTICE = OF_THE_FRAMEWORK


def as_made_by(by: str, p: Provision) -> Provision:
    """What the framework restated, as the document `by` made it."""
    return replace(p, instrument=by, citation=cited("15 CFR 740.8", by))


PROVISIONS = (
    exception(
        NAC.id,
        "NAC",
        (A_TIER, B_TIER, ENTITY_B_TIER),
        ("License Exception NAC", "許可例外 NAC（經通知之先進運算）"),
        (
            "NAC authorizes shipments to the zone and to entities of Macau or Country Group D:5 anywhere, unless the item "
            "is for datacenters and meets 3A090.a; to Macau, D:5 and their entities after notice to BIS.",
            "NAC 授權運往該區域及運交位於任何地點之澳門或國家組別 D:5 實體；為資料中心設計或行銷且達到 3A090.a 者除外；"
            "運往澳門、D:5 及其實體須事先通知 BIS。",
        ),
        all_of(
            MOVES,
            any_of(met("destination.zone"), THERE),
            ELIGIBLE,
            ENCRYPTION,
            not_(BARRED_BY_PART_744_OR_746),
        ),
        citation=cited("15 CFR 740.8", OCTOBER_2023),
        by=OCTOBER_2023,
    ),
    replace(
        as_made_by(OCTOBER_2023, NOTICE),
        condition=all_of(THERE, ACTIVITY.is_one_of("export", "reexport")),
    ),
    as_made_by(APRIL_2024, NAC),
    as_made_by(APRIL_2024, NOTICE),
    replace(
        as_made_by(APRIL_2024, ACA),
        condition=all_of(
            any_of(all_of(ELSEWHERE, met("destination.zone")), WITHIN),
            ELIGIBLE,
            ENCRYPTION,
            not_(BARRED_BY_PART_744_OR_746),
        ),
    ),
)
