"""What remains enforced of advanced computing controls since 13 May 2025: the scope of October 2023.

No agency text restates it. It is inferred from the announcement of that day and the guidance of 31 May 2026.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import all_of, any_of, classified_in, met, not_, value
from weighbridge.core.outcome import Policy
from weighbridge.core.provision import Requirement, Review, Scope
from weighbridge.law.ear.part_742.order import rank
from weighbridge.law.enforcement.scope import A_TIER, ENTITY, LEAVES, OF_EITHER_TIER, TO_THE_ZONE, enforced
from weighbridge.law.facts.transaction import FOREIGN_DIRECT_PRODUCT

BY = "bis_2025_05_13"
INFERRED = "the scope that remains enforced is inferred; no restated table was published"


def inferred(paragraph: str) -> Citation:
    """A paragraph as enforced since the announcement."""
    return Citation(
        f"15 CFR {paragraph} as enforced", "BIS press release of 13 May 2025", Confidence.ANALYSIS, INFERRED
    )


PROVISIONS = (
    enforced(
        A_TIER,
        Requirement("RS"),
        TO_THE_ZONE,
        ("License requirement for a-tier items, as enforced", "a 級物項之許可要求（依執行）"),
        (
            "A license is required for this item to or within the United Arab Emirates where named, and Country Groups "
            "D:1, D:4 and D:5, less A:5 and A:6.",
            "將本物項運往國家組別 D:1、D:4 或 D:5（不含 A:5、A:6）及另列名之目的地，或於其境內移轉，須申請許可。",
        ),
        inferred(A_TIER),
        BY,
    ),
    enforced(
        ENTITY,
        Requirement("end user"),
        all_of(LEAVES, OF_EITHER_TIER, not_(met("destination.zone")), met("party.macau_or_d5")),
        (
            "License requirement for entities of Macau or D:5 outside the zone, as enforced",
            "位於區域外之澳門或 D:5 實體之許可要求（依執行）",
        ),
        (
            "A license is required for a- and b-tier items to a party headquartered, or with an ultimate parent "
            "headquartered, in Macau or Country Group D:5, at any destination.",
            "將 a 級或 b 級物項運交總部或最終母公司總部設於澳門或國家組別 D:5 之當事人，無論目的地，均須申請許可。",
        ),
        inferred(ENTITY),
        BY,
    ),
    enforced(
        "742.6(b)(10)(iii)(A)(2)",
        Review(Policy.PRESUMPTION_OF_APPROVAL, (A_TIER,), rank("approval")),
        not_(any_of(met("destination.macau_or_d5"), met("party.macau_or_d5"))),
        (
            "Presumption of approval elsewhere in the zone, as enforced",
            "區域內其他目的地：推定核准（依執行）",
        ),
        (
            "Applications for other destinations of D:1, D:4 and D:5, and for other entities, are presumed to be approved.",
            "D:1、D:4、D:5 其他目的地及其他實體之申請，推定核准。",
        ),
        inferred("742.6(b)(10)"),
        BY,
    ),
    enforced(
        "734.9(h)",
        Scope(),
        all_of(
            FOREIGN_DIRECT_PRODUCT.holds,
            classified_in(value("734.9.h.items")),
            any_of(met("destination.zone"), met("party.macau_or_d5")),
            not_(met("734.7.published")),
        ),
        (
            "Advanced computing foreign direct product rule, as enforced",
            "先進運算外國直接產品規則（依執行）",
        ),
        (
            "A foreign-produced advanced computing item is subject to the EAR if a direct product of listed technology "
            "and destined to the zone or to an entity of Macau or Country Group D:5.",
            "外國製造之先進運算物項如屬所列技術之直接產品，且運往該區域或運交澳門或國家組別 D:5 之實體，受 EAR 管轄。",
        ),
        inferred("734.9(h)"),
        BY,
    ),
)
