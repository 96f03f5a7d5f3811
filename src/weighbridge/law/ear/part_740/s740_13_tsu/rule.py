"""15 CFR 740.13(a), (c): License Exception TSU, for operation technology and software and for bug fixes."""

from __future__ import annotations

from weighbridge.core.condition import all_of, classified_in, not_, value
from weighbridge.law.ear.part_740.terms import A_TIER, B_TIER, ENTITY_B_TIER, MEMORY, MOVES, exception, from_memory
from weighbridge.law.facts.exceptions import ORIGINAL_ENHANCED, ORIGINAL_LAWFULLY_EXPORTED, SAME_CONSIGNEE
from weighbridge.law.facts.transaction import END_USE

# 744.23(a)(3)(i)(B) is about a commodity, which TSU never carries.
LIFTS = (A_TIER, B_TIER, MEMORY, ENTITY_B_TIER)
NOT_AT_HAND = "the conditions of the paragraph are from memory; read it before relying on it"

PROVISIONS = (
    exception(
        "740.13(a)",
        "TSU",
        LIFTS,
        ("License Exception TSU, for operation technology and software", "許可例外 TSU（操作技術及軟體）"),
        (
            "TSU authorizes the minimum technology and software to operate an item that was lawfully exported.",
            "TSU 授權操作已合法出口物項所需之最低限度技術及軟體。",
        ),
        all_of(
            MOVES,
            classified_in(value("740.13.a.items")),
            END_USE.includes("operation"),
            ORIGINAL_LAWFULLY_EXPORTED.holds,
        ),
        citation=from_memory("740.13(a)", NOT_AT_HAND),
        by="ear",
    ),
    exception(
        "740.13(c)",
        "TSU",
        LIFTS,
        ("License Exception TSU, for software updates", "許可例外 TSU（軟體更新）"),
        (
            "TSU authorizes software updates that correct errors and add nothing, to the consignee of the original.",
            "TSU 授權對原軟體收貨人提供僅更正錯誤、不增加功能之更新。",
        ),
        all_of(
            MOVES,
            classified_in(value("740.13.c.items")),
            END_USE.includes("bug_fix"),
            ORIGINAL_LAWFULLY_EXPORTED.holds,
            SAME_CONSIGNEE.holds,
            not_(ORIGINAL_ENHANCED.holds),
        ),
        citation=from_memory("740.13(c)", NOT_AT_HAND),
        by="ear",
    ),
)
