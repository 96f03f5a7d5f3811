"""15 CFR 742.6(a)(6) before the January 2025 framework: China in 2022, with Macau in 2023; then the zone of D:1, D:4, D:5."""

from __future__ import annotations

from dataclasses import replace

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import all_of, any_of, classified_in, met, value
from weighbridge.core.provision import Position, Provision, Reading, Requirement
from weighbridge.core.text import Text
from weighbridge.law.ear.earlier import ADVANCED_COMPUTING, OCTOBER_2022, OCTOBER_2023, cited
from weighbridge.law.ear.part_742.s742_6_a_6_iii.rule import NOT_CARVED_OUT
from weighbridge.law.ear.part_742.s742_6_a_6_iii.rule import PROVISIONS as OF_THE_FRAMEWORK
from weighbridge.law.facts.transaction import ACTIVITY
from weighbridge.law.reading import reads

WORLDWIDE, B_TIER = OF_THE_FRAMEWORK
A_TIER = WORLDWIDE.id
LEAVES = met("transaction.leaves_the_united_states")
OF_THE_A_TIER = classified_in(value("742.6.a.6.iii.A.items"))
IN_THE_ZONE = met("destination.zone")
# The carve-out of 91 FR 43034 speaks where this text stands again on a later day: not enforced, or after a repeal.
TO_THE_ZONE = all_of(LEAVES, OF_THE_A_TIER, IN_THE_ZONE, NOT_CARVED_OUT)

DEEMED = Reading(
    "deemed_2022",
    Text(
        "Did the requirement of October 2022 reach the release of technology to a foreign person?",
        "2022 年 10 月之許可要求是否及於向外國人釋出技術（視同出口）？",
    ),
    Position(
        "reached",
        Text("Yes: a release is an export unless the text excludes it.", "是：除條文排除外，釋出即為出口。"),
        Citation("15 CFR 734.13", confidence=Confidence.ANALYSIS),
    ),
    Position(
        "not_reached",
        Text("No, as the later text of 742.6(a)(6)(iv) says.", "否：如其後 742.6(a)(6)(iv) 所定。"),
        Citation(
            "15 CFR 742.6(a)(6)(iv)", confidence=Confidence.ANALYSIS, note="read in the text of 24 September 2026"
        ),
    ),
    check=Text("Read 15 CFR 742.6(a)(6) as 87 FR 62186 printed it.", "請查閱 87 FR 62186 所載 15 CFR 742.6(a)(6)。"),
)
READINGS = (DEEMED,)
MOVES_OR_IS_RELEASED = any_of(LEAVES, all_of(ACTIVITY.is_one_of("deemed_export"), reads(DEEMED, DEEMED.conservative)))

PROVISIONS = (
    Provision(
        A_TIER,
        Text("License requirement for advanced computing items to China", "先進運算物項運往中國之許可要求"),
        cited("15 CFR 742.6(a)(6)", OCTOBER_2022),
        OCTOBER_2022,
        Requirement("RS"),
        all_of(MOVES_OR_IS_RELEASED, OF_THE_A_TIER, IN_THE_ZONE),
        since=ADVANCED_COMPUTING,
        text=Text(
            "A license is required for this item to or within China and, since 17 January 2023, Macau.",
            "將本物項運往中國或（自 2023 年 1 月 17 日起）澳門，或於其境內移轉，須申請許可。",
        ),
    ),
    Provision(
        A_TIER,
        Text("License requirement for a-tier items in D:1, D:4 and D:5", "a 級物項於 D:1、D:4、D:5 之許可要求"),
        cited("15 CFR 742.6(a)(6)(iii)", OCTOBER_2023),
        OCTOBER_2023,
        Requirement("RS"),
        TO_THE_ZONE,
        text=Text(
            "A license is required for this item to or within Country Groups D:1, D:4 and D:5, less A:5 and A:6, and "
            "destinations named beside them.",
            "將本物項運往國家組別 D:1、D:4 或 D:5（不含 A:5、A:6）及另列名之目的地，或於其境內移轉，須申請許可。",
        ),
    ),
    replace(B_TIER, instrument=OCTOBER_2023, citation=cited("15 CFR 742.6(a)(6)(iii)", OCTOBER_2023)),
)
