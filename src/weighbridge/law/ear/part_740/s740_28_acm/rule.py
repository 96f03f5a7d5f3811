"""15 CFR 740.28: License Exception ACM, for private firms that develop, produce or store before onward shipment."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import ALWAYS, all_of, classified_in, met, not_, value
from weighbridge.core.provision import Due
from weighbridge.law.ear.part_740.terms import (
    A_TIER,
    B_TIER,
    DESIGNER_COUNTS,
    ENTITY_B_TIER,
    ENTITY_MEMORY,
    MOVES,
    duty,
    exception,
)
from weighbridge.law.facts.exceptions import CUSTOMERS_OUTSIDE
from weighbridge.law.facts.transaction import END_USE, PRIVATE_SECTOR_END_USER

PROVISIONS = (
    # 742.6(a)(6)(i)(B) is not lifted: it applies only to destinations that paragraph (c) excludes.
    exception(
        "740.28",
        "ACM",
        (A_TIER, B_TIER, ENTITY_B_TIER, ENTITY_MEMORY),
        ("License Exception ACM", "許可例外 ACM（先進運算製造）"),
        (
            "ACM authorizes shipments to private sector end users for development, production, or storage before "
            "onward shipment to customers outside Macau and Country Group D:5.",
            "ACM 授權運交私部門最終使用者，供開發、生產，或於轉運至澳門及國家組別 D:5 以外客戶前之倉儲。",
        ),
        all_of(
            MOVES,
            classified_in(value("740.28.items")).cited("15 CFR 740.28(b)"),
            DESIGNER_COUNTS.cited("15 CFR 740.28(b)"),
            PRIVATE_SECTOR_END_USER.holds.cited("15 CFR 740.28(d)"),
            END_USE.includes("development_production_storage").cited("15 CFR 740.28(a)"),
            CUSTOMERS_OUTSIDE.holds.cited("15 CFR 740.28(a)"),
            not_(met("destination.macau_or_d5")).cited("15 CFR 740.28(c)"),
            not_(met("consignee.macau_or_d5")).cited("15 CFR 740.28(c)"),
        ),
        citation=Citation(
            "15 CFR 740.28", "90 FR 4544", note="the exceptions that ECCN 4A004 lists omit ACM (text of 23 July 2026)"
        ),
    ),
    duty(
        "740.28(e)",
        "ACM",
        ALWAYS,
        (
            "Keep a system that accounts, facility by facility, for the number of items brought in and sent out, with "
            "records updated every six months or more often.",
            "建立逐一設施之帳目制度，記錄運入及其後運出之物項數量，並至少每六個月更新一次。",
        ),
        Due("ongoing"),
    ),
)
