"""15 CFR 740.11(c): License Exception GOV for cooperating governments, open on the literal text (reading A9)."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import all_of, classified_in, value
from weighbridge.law.ear.part_740.s740_20_sta.rule import A9
from weighbridge.law.ear.part_740.terms import A_TIER, MOVES, exception
from weighbridge.law.facts.exceptions import COOPERATING_GOVERNMENT
from weighbridge.law.reading import reads

PROVISIONS = (
    exception(
        "740.11(c)",
        "GOV(c)",
        (A_TIER,),
        ("License Exception GOV, for cooperating governments", "許可例外 GOV（合作國政府）"),
        (
            "GOV authorizes items sent to agencies of cooperating governments.",
            "GOV 授權運交合作國政府機關之物項。",
        ),
        all_of(reads(A9, A9.other), MOVES, classified_in(value("740.11.c.items")), COOPERATING_GOVERNMENT.holds),
        citation=Citation("15 CFR 740.11(c)", confidence=Confidence.ANALYSIS, note="needs counsel"),
        by="ear",
    ),
)
