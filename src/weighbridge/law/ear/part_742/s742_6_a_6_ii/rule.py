"""15 CFR 742.6(a)(6)(ii): 3E001 technology sent out of Macau or D:5 by way of software that is subject to the EAR."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import all_of, any_of, classified_in, met, not_, value
from weighbridge.core.provision import Provision, Requirement
from weighbridge.core.text import Text
from weighbridge.law.facts.item import FOR_ECCN
from weighbridge.law.facts.licensing import (
    DEVELOPER_HEADQUARTERS,
    DEVELOPER_PARENT,
    EXPORTED_FROM,
    FOR_PRODUCTION,
    OF_US_SOFTWARE,
)
from weighbridge.law.facts.transaction import ACTIVITY, DESTINATION

D5, MACAU = value("group.d5"), value("group.macau")

PROVISIONS = (
    Provision(
        "742.6(a)(6)(ii)",
        Text(
            "License requirement for technology that an entity of Macau or D:5 developed",
            "澳門或 D:5 實體所開發技術之許可要求",
        ),
        Citation("15 CFR 742.6(a)(6)(ii)", note="read in the text of 24 September 2026"),
        "fr_88_73458",
        Requirement("RS"),
        all_of(
            met("transaction.leaves_the_united_states"),
            # What leaves Macau or D:5 for elsewhere is a reexport, never an export from the United States.
            ACTIVITY.is_one_of("reexport"),
            classified_in(value("742.6.a.6.ii.items")),
            FOR_ECCN.is_in(value("742.6.a.6.ii.for")),
            any_of(EXPORTED_FROM.is_in(D5), EXPORTED_FROM.is_in(MACAU)),
            not_(any_of(DESTINATION.is_in(value("group.a5")), DESTINATION.is_in(value("group.a6")))),
            any_of(
                DEVELOPER_HEADQUARTERS.is_in(D5),
                DEVELOPER_HEADQUARTERS.is_in(MACAU),
                DEVELOPER_PARENT.is_in(D5),
                DEVELOPER_PARENT.is_in(MACAU),
            ),
            OF_US_SOFTWARE.holds,
            FOR_PRODUCTION.holds,
        ),
        text=Text(
            "A license is required to send 3E001 technology for 3A090 out of Macau or Country Group D:5, other than to "
            "Country Groups A:5 and A:6, if an entity of Macau or D:5 developed it with software subject to the EAR "
            "for the production of advanced computing items.",
            "澳門或國家組別 D:5 之實體以受 EAR 管轄之軟體所開發、用於生產先進運算物項之 3E001（針對 3A090）技術，"
            "自澳門或 D:5 送往 A:5、A:6 以外之地，須申請許可。",
        ),
    ),
)
