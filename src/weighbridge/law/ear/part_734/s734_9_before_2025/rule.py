"""15 CFR 734.9(h) before the January 2025 framework, and 734.9(i), the supercomputer rule, since October 2022.

Accounts of both give the destinations and the uses; the technology and the plants are those of the later text.
"""

from __future__ import annotations

from weighbridge.core.condition import Condition, all_of, any_of, classified_in, met, not_, value
from weighbridge.core.provision import Provision, Scope
from weighbridge.core.text import Text
from weighbridge.law.ear.earlier import ADVANCED_COMPUTING, OCTOBER_2022, OCTOBER_2023, cited
from weighbridge.law.facts.licensing import SUPERCOMPUTER_THERE
from weighbridge.law.facts.transaction import END_USE, FOREIGN_DIRECT_PRODUCT

LISTED = classified_in(value("734.9.h.items"))
CHINA = met("destination.zone")
PLACES = {
    OCTOBER_2022: ("China, or Macau", "中國或澳門"),
    OCTOBER_2023: ("Macau or Country Group D:5", "澳門或國家組別 D:5"),
}


def advanced_computing(by: str, destined: Condition, says: tuple[str, str]) -> Provision:
    """Paragraph (h) as the document `by` made it."""
    return Provision(
        "734.9(h)",
        Text("Advanced computing foreign direct product rule", "先進運算外國直接產品規則"),
        cited("15 CFR 734.9(h)", by),
        by,
        Scope(),
        all_of(FOREIGN_DIRECT_PRODUCT.holds, LISTED, destined, not_(met("734.7.published"))),
        since=ADVANCED_COMPUTING if by == OCTOBER_2022 else "",
        text=Text(*says),
    )


def supercomputer(by: str, there: Condition) -> Provision:
    """Paragraph (i) as the document `by` made it."""
    en, zh = PLACES[by]
    return Provision(
        "734.9(i)",
        Text("Supercomputer foreign direct product rule", "超級電腦外國直接產品規則"),
        cited("15 CFR 734.9(i)", by),
        by,
        Scope(),
        all_of(
            FOREIGN_DIRECT_PRODUCT.holds,
            END_USE.includes("supercomputer"),
            any_of(there, SUPERCOMPUTER_THERE.holds),
            not_(met("734.7.published")),
        ),
        since=ADVANCED_COMPUTING if by == OCTOBER_2022 else "",
        text=Text(
            f"A foreign-produced item is subject to the EAR if a direct product of listed technology and for a "
            f"supercomputer in {en}.",
            f"外國製造之物項如屬所列技術之直接產品，且用於{zh}之超級電腦，受 EAR 管轄。",
        ),
    )


PROVISIONS = (
    advanced_computing(
        OCTOBER_2022,
        CHINA,
        (
            "A foreign-produced advanced computing item is subject to the EAR if a direct product of listed technology "
            "and destined to China or, since 17 January 2023, Macau.",
            "外國製造之先進運算物項如屬所列技術之直接產品，且運往中國或（自 2023 年 1 月 17 日起）澳門，受 EAR 管轄。",
        ),
    ),
    advanced_computing(
        OCTOBER_2023,
        any_of(met("destination.zone"), met("party.macau_or_d5")),
        (
            "A foreign-produced advanced computing item is subject to the EAR if a direct product of listed technology "
            "and destined to the zone or to an entity of Macau or Country Group D:5.",
            "外國製造之先進運算物項如屬所列技術之直接產品，且運往該區域或運交澳門或國家組別 D:5 之實體，受 EAR 管轄。",
        ),
    ),
    supercomputer(OCTOBER_2022, CHINA),
    supercomputer(OCTOBER_2023, met("destination.macau_or_d5")),
)
