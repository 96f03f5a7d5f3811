"""15 CFR 744.21(b)(1) and Supplement No. 7 to part 744: parties on the Military End-User List.

The list says of each party that a license is required for the items of Supplement No. 2 to part 744. That list of items
is not encoded, so that every item is taken to be on it.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import all_of, met
from weighbridge.core.outcome import Policy
from weighbridge.core.provision import Provision, Requirement, Review
from weighbridge.core.text import Text
from weighbridge.law.ear.part_742.order import rank
from weighbridge.law.ear.part_744.listed import MOVES_OR_IS_RELEASED, a_party_is
from weighbridge.law.facts.listed import MILITARY

NAME = "744.21(b)(1)"
CITATION = Citation(
    "15 CFR 744.21(b)(1), Supplement No. 7 to part 744",
    confidence=Confidence.SECONDARY,
    note="Supplement No. 2, the list of items, is not encoded; every item is taken to be on it",
)

PROVISIONS = (
    Provision(
        NAME,
        Text("License requirement for parties on the Military End-User List", "軍事最終使用者清單當事人之許可要求"),
        CITATION,
        "ear",
        Requirement("end user"),
        all_of(MOVES_OR_IS_RELEASED, a_party_is(MILITARY)),
        text=Text(
            "A license is required: a party is on the Military End-User List.",
            "須申請許可：有當事人列於軍事最終使用者清單。",
        ),
    ),
    Provision(
        "744.21(b)(1).review",
        Text("Presumption of denial for parties on the Military End-User List", "軍事最終使用者清單當事人：推定否准"),
        Citation("15 CFR 744.21(e)", confidence=Confidence.SECONDARY),
        "ear",
        Review(Policy.PRESUMPTION_OF_DENIAL, (NAME,), rank("denial")),
        met(NAME),
    ),
)
