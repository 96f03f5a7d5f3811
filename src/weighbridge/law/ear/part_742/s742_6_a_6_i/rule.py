"""15 CFR 742.6(a)(6)(i)(B): high-bandwidth memory, and software and technology for it, to Macau and D:5."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import all_of, classified_in, met, value
from weighbridge.core.provision import Provision, Requirement
from weighbridge.core.text import Text

PROVISIONS = (
    Provision(
        "742.6(a)(6)(i)(B)",
        Text("License requirement for high-bandwidth memory to Macau and D:5", "高頻寬記憶體運往澳門及 D:5 之許可要求"),
        Citation("15 CFR 742.6(a)(6)(i)(B)", note="read in the text of 24 September 2026"),
        "fr_89_96790",
        Requirement("RS"),
        all_of(
            met("transaction.leaves_the_united_states"),
            classified_in(value("742.6.a.6.i.B.items")),
            met("destination.macau_or_d5"),
        ),
        text=Text(
            "A license is required for high-bandwidth memory of 3A090.c, and for software and technology for it, to or "
            "within Macau or Country Group D:5.",
            "將 3A090.c 之高頻寬記憶體及其軟體、技術運往澳門或國家組別 D:5 或於其境內移轉，須申請許可。",
        ),
    ),
)
