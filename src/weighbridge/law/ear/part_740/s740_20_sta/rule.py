"""15 CFR 740.20: License Exception STA, which the literal text leaves open for commodities to A:5 (reading A9)."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import all_of, classified_in, value
from weighbridge.core.provision import Due, Position, Reading
from weighbridge.core.text import Text
from weighbridge.law.ear.part_740.terms import A_TIER, MOVES, duty, exception, from_memory
from weighbridge.law.facts.transaction import DESTINATION
from weighbridge.law.reading import reads

A9 = Reading(
    "A9",
    Text(
        "May STA, APR or GOV for cooperating governments carry advanced computing commodities?",
        "STA、APR 或 GOV（合作國政府）可否適用於先進運算貨品？",
    ),
    Position(
        "not_available",
        Text(
            "No: the exceptions and allocations of the January 2025 rule are taken to replace them; ask counsel.",
            "否：視為已由 2025 年 1 月規則之例外及分配額取代；請諮詢法律顧問。",
        ),
        Citation("15 CFR 742.6(b)(10)(iii)", "90 FR 4544", Confidence.ANALYSIS),
    ),
    Position(
        "literal_text",
        Text(
            "Yes, outside the zone: no text excludes commodities that are controlled for regional stability.",
            "是（於該區域以外）：條文未排除因區域穩定而受管制之貨品。",
        ),
        Citation("15 CFR 740.20(c)(1)(i), 740.16(b), 740.11(c)", confidence=Confidence.ANALYSIS),
    ),
)
READINGS = (A9,)
CITATION = Citation("15 CFR 740.20(c)(1)(i)", confidence=Confidence.ANALYSIS, note="needs counsel")

PROVISIONS = (
    exception(
        "740.20",
        "STA",
        (A_TIER,),
        ("License Exception STA", "許可例外 STA（戰略貿易授權）"),
        (
            "STA authorizes items controlled for regional stability to Country Group A:5.",
            "STA 授權將因區域穩定而受管制之物項運往國家組別 A:5。",
        ),
        all_of(reads(A9, A9.other), MOVES, classified_in(value("740.20.items")), DESTINATION.is_in(value("group.a5"))),
        citation=CITATION,
        by="ear",
    ),
    duty(
        "740.20(d)",
        "STA",
        reads(A9, A9.other),
        (
            "Furnish the ECCN to the consignee and obtain its prior statement, as 740.20(d) describes.",
            "依 740.20(d) 向收貨人提供 ECCN，並事先取得其聲明。",
        ),
        Due("before_use"),
        citation=from_memory("740.20(d)", "needs counsel"),
        by="ear",
    ),
)
