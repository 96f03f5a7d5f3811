"""15 CFR 742.6(a)(6)(iii): a-tier items require a license worldwide, b-tier items in the older zone."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import all_of, classified_in, met, not_, value
from weighbridge.core.provision import Provision, Requirement
from weighbridge.core.text import Text

NOT_CARVED_OUT = not_(met("supplement_8.carved_out"))

PROVISIONS = (
    Provision(
        "742.6(a)(6)(iii)(A)",
        Text("Worldwide license requirement for a-tier items", "a 級物項之全球許可要求"),
        Citation("15 CFR 742.6(a)(6)(iii)(A)", "90 FR 4544"),
        "fr_90_4544",
        Requirement("RS"),
        all_of(
            met("transaction.leaves_the_united_states"),
            classified_in(value("742.6.a.6.iii.A.items")),
            NOT_CARVED_OUT,
        ),
        text=Text(
            "A license is required to export, reexport or transfer this item to or within any destination worldwide.",
            "將本物項出口、再出口或於境內移轉至全球任何目的地，均須申請許可。",
        ),
    ),
    Provision(
        "742.6(a)(6)(iii)(B)",
        Text("License requirement for b-tier items in D:1, D:4 and D:5", "b 級物項於 D:1、D:4、D:5 之許可要求"),
        Citation("15 CFR 742.6(a)(6)(iii)(B)", "90 FR 4544"),
        "fr_90_4544",
        Requirement("RS"),
        all_of(
            met("transaction.leaves_the_united_states"),
            classified_in(value("742.6.a.6.iii.B.items")),
            met("destination.zone"),
            NOT_CARVED_OUT,
        ),
        text=Text(
            "A license is required for this item to or within Country Groups D:1, D:4 and D:5, less A:5 and A:6.",
            "將本物項運往國家組別 D:1、D:4 或 D:5（不含 A:5、A:6）或於其境內移轉，須申請許可。",
        ),
    ),
)
