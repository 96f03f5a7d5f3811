"""15 CFR 734.9(e)(1) and (2): foreign-produced items for parties that carry footnote 1 or 4 on the Entity List.

The rule of footnote 4 is of October 2022. Encoded is the limb of both paragraphs that asks who the parties are. The other, parts for what such a party produces, buys
or orders, is not. Footnote 5, paragraph (e)(3), reaches semiconductor manufacturing equipment alone, and footnote 3,
paragraph (g), belongs to the rules on Russia: of neither is an item encoded here.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import all_of, any_of, met, not_
from weighbridge.core.provision import Provision, Scope
from weighbridge.core.text import Text
from weighbridge.law.ear.earlier import ADVANCED_COMPUTING, OCTOBER_2022
from weighbridge.law.ear.part_744.listed import a_party_is
from weighbridge.law.facts.listed import FOOTNOTE, LIST_TECHNOLOGY_PRODUCT, ON_ENTITY_LIST, OWNERS_FOOTNOTE


def footnote(paragraph: str, number: str, by: str = "ear", since: str = "") -> Provision:
    """The rule for parties that carry one footnote, and for what they own half of while the affiliates rule stands."""
    return Provision(
        f"734.9(e){paragraph}",
        Text(f"Entity List foreign direct product rule, footnote {number}", f"實體清單外國直接產品規則（註 {number}）"),
        Citation(
            f"15 CFR 734.9(e){paragraph}, 744.11(a)(2)",
            confidence=Confidence.SECONDARY,
            note="as restated by others from the text of 23 July 2026",
        ),
        by,
        Scope(),
        all_of(
            any_of(
                all_of(a_party_is(ON_ENTITY_LIST), FOOTNOTE.includes(number)),
                all_of(met("744.11.affiliates"), OWNERS_FOOTNOTE.includes(number)),
            ),
            LIST_TECHNOLOGY_PRODUCT.holds,
            not_(met("734.7.published")),
        ),
        since=since,
        text=Text(
            f"A foreign-produced item that is a direct product of listed technology is subject to the EAR where a party with "
            f"footnote {number} on the Entity List takes part.",
            f"外國製造之物項如屬所列技術之直接產品，且實體清單註 {number} 之當事人參與交易者，受 EAR 管轄。",
        ),
    )


PROVISIONS = (footnote("(1)", "1"), footnote("(2)", "4", OCTOBER_2022, ADVANCED_COMPUTING))
