"""15 CFR 740.16(b): License Exception APR, which the literal text leaves open among A:1 countries (reading A9)."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import all_of, classified_in, value
from weighbridge.law.ear.part_740.s740_20_sta.rule import A9
from weighbridge.law.ear.part_740.terms import A_TIER, exception
from weighbridge.law.facts.parties import EXPORTER_LOCATION
from weighbridge.law.facts.transaction import ACTIVITY, DESTINATION
from weighbridge.law.reading import reads

A1 = value("group.a1")

PROVISIONS = (
    exception(
        "740.16(b)",
        "APR",
        (A_TIER,),
        ("License Exception APR", "許可例外 APR（額外許可再出口）"),
        (
            "APR authorizes reexports of commodities other than 3A001.z among Country Group A:1.",
            "APR 授權於國家組別 A:1 之間再出口 3A001.z 以外之貨品。",
        ),
        all_of(
            reads(A9, A9.other),
            ACTIVITY.is_one_of("reexport"),
            classified_in(value("740.16.b.items")),
            EXPORTER_LOCATION.is_in(A1),
            DESTINATION.is_in(A1),
        ),
        citation=Citation("15 CFR 740.16(b)", confidence=Confidence.ANALYSIS, note="needs counsel"),
        by="ear",
    ),
)
