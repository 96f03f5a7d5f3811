"""Guidance of 31 May 2026: headquarters in Macau or D:5 bring the license requirement at every destination."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import all_of, any_of, met
from weighbridge.core.provision import Provision, Requirement
from weighbridge.core.rulebook import ENFORCED
from weighbridge.core.text import Text
from weighbridge.law.ear.part_742.s742_6_a_6_before_2025.rule import A_TIER, LEAVES, OF_THE_A_TIER, TO_THE_ZONE

PROVISIONS = (
    Provision(
        A_TIER,
        Text(
            "License requirement for a-tier items in the zone and for entities of Macau or D:5, as enforced",
            "a 級物項於該區域及對澳門或 D:5 實體之許可要求（依執行）",
        ),
        Citation(
            f"15 CFR {A_TIER}, BIS guidance of 31 May 2026",
            "BIS guidance of 31 May 2026",
            Confidence.SECONDARY,
            "as law firms report the guidance",
        ),
        "bis_guidance_2026_05_31",
        Requirement("RS"),
        any_of(TO_THE_ZONE, all_of(LEAVES, OF_THE_A_TIER, met("party.macau_or_d5"))),
        text=Text(
            "A license is required for this item to or within Country Groups D:1, D:4 and D:5 (less A:5 and A:6) and "
            "destinations named beside them; and, at any destination outside the United States, to a party "
            "headquartered, or with an ultimate parent headquartered, in Macau or Country Group D:5.",
            "將本物項運往國家組別 D:1、D:4 或 D:5（不含 A:5、A:6）及另列名之目的地，須申請許可；運交總部或最終母公司總部"
            "設於澳門或國家組別 D:5 之當事人，於美國以外任何目的地，均須申請許可。",
        ),
        track=ENFORCED,
    ),
)
