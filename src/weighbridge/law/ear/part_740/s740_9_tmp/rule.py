"""15 CFR 740.9(a)(6): License Exception TMP, for inspection, test, calibration and repair."""

from __future__ import annotations

from weighbridge.core.condition import ALWAYS, all_of, classified_in, not_, value
from weighbridge.core.provision import Due
from weighbridge.law.ear.part_740.terms import MOVES, REGIONAL_STABILITY, duty, exception, from_memory, read_later
from weighbridge.law.facts.transaction import DESTINATION, END_USE

PROVISIONS = (
    exception(
        "740.9(a)(6)",
        "TMP",
        REGIONAL_STABILITY,
        ("License Exception TMP, for repair and the like", "許可例外 TMP（修理等）"),
        (
            "TMP authorizes commodities sent for inspection, test, calibration or repair.",
            "TMP 授權為檢驗、測試、校準或修理而運送之貨品。",
        ),
        all_of(
            MOVES,
            classified_in(value("740.9.a.6.items")),
            END_USE.includes("inspection_test_calibration_repair"),
            not_(DESTINATION.is_in(value("group.e1"))),
        ),
        citation=read_later("740.9(a)(6)"),
        by="ear",
    ),
    duty(
        "740.9(a) return",
        "TMP",
        ALWAYS,
        (
            "See that the items come back, or are disposed of as TMP allows, within the time that 740.9 sets.",
            "確保物項於 740.9 所定期間內運回，或依 TMP 許可之方式處置。",
        ),
        Due("ongoing"),
        citation=from_memory("740.9(a)", "the time allowed is not encoded"),
        by="ear",
    ),
)
