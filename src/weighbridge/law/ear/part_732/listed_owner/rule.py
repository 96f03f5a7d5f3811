"""A listed party owns a share of a party, and no rule gives that party the requirements of its owner: a red flag.

Before the affiliates rule, and while it is stayed, what a listed entity owns is legally distinct from it. The agency's
published questions warn that such a firm may act as its agent or front, which General Prohibition Ten reaches.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import all_of, any_of, met, not_, value
from weighbridge.core.provision import Due, Duty, Provision
from weighbridge.core.text import Text
from weighbridge.law.facts.ownership import LISTED_PERCENT, OWNER_MAY_BE_LISTED, UNKNOWN_SHARE

INQUIRE = Text(
    "Red flag: a listed party owns a share of a party. Find out, before going on, that it does not act for its owner and "
    "that the item does not reach it.",
    "警訊：列名者持有當事人之股權。進行前應查明其非為該所有者行事，且物項不致轉予之。",
)

PROVISIONS = (
    Provision(
        "732.listed_owner",
        INQUIRE,
        Citation(
            "Supplement No. 3 to 15 CFR part 732; 15 CFR 736.2(b)(10)",
            confidence=Confidence.SECONDARY,
            note="the agency's published questions on the Entity List, and law firms on the stay",
        ),
        "ear",
        Duty(INQUIRE, Text("exporter", "出口商"), Due("before_use"), ("*",)),
        any_of(
            all_of(LISTED_PERCENT.more_than(value("732.listed_owner.more_than")), not_(met("744.11.affiliates"))),
            all_of(
                any_of(UNKNOWN_SHARE.holds, OWNER_MAY_BE_LISTED.holds),
                not_(met("732.red_flag_29")),
                not_(met("744.11.affiliates")),
            ),
        ),
    ),
)
