"""Affiliates of listed entities: owned 50 percent or more, they take the requirements of their owners.

Which requirements those are depends on the owner; the most restrictive decide. Encoded is the widest: a license for every
item subject to the EAR, reviewed under a policy that is not stated here.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import all_of, met, value
from weighbridge.core.outcome import Policy
from weighbridge.core.provision import Provision, Requirement, Review
from weighbridge.core.text import Text
from weighbridge.law.ear.part_742.order import rank
from weighbridge.law.facts.ownership import LISTED_PERCENT

BY = "fr_90_47201"
CITATION = Citation("15 CFR 744.11(a)(1), 744.21, 744.8(a)(1)", "90 FR 47201", Confidence.SECONDARY)
OWNED = all_of(met("transaction.leaves_the_united_states"), LISTED_PERCENT.at_least(value("744.11.affiliate_at_least")))
SAYS = Text(
    "A license is required: listed parties together own 50 percent or more of a party, which takes the requirements of "
    "the most restricted of them.",
    "須申請許可：列名者合計持有當事人百分之五十以上，該當事人適用其中最嚴格者之許可要求。",
)

PROVISIONS = (
    Provision(
        "744.11.affiliates",
        Text("License requirement for affiliates of listed entities", "列名實體關係企業之許可要求"),
        CITATION,
        BY,
        Requirement("end user"),
        OWNED,
        text=SAYS,
    ),
    Provision(
        "744.11.affiliates.review",
        Text(
            "The review policy is that of the most restricted owner; it is not encoded",
            "審查政策依限制最嚴之所有者；尚未編入",
        ),
        CITATION,
        BY,
        Review(Policy.NOT_STATED, ("744.11.affiliates",), rank("not_stated")),
        met("744.11.affiliates"),
    ),
)
