"""General Prohibition Four, 15 CFR 736.2(b)(4): what a denial order forbids, to the denied person and to all others.

Supplement No. 1 to part 764 gives the terms of the standard order. An order of other terms may forbid less; its own text,
in the Federal Register, decides, and is not encoded.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import all_of
from weighbridge.core.provision import Prohibition, Provision
from weighbridge.core.text import Text
from weighbridge.law.ear.part_744.listed import MOVES_OR_IS_RELEASED, PARTIES
from weighbridge.law.facts.listed import DENIED

PROVISIONS = (
    Provision(
        "736.2(b)(4)",
        Text("Prohibition of what a denial order forbids", "禁止從事拒絕往來命令所禁止之行為"),
        Citation(
            "15 CFR 736.2(b)(4), 764.2(k), Supplement No. 1 to part 764",
            confidence=Confidence.SECONDARY,
            note="the standard terms were read in an older copy of the supplement; an order may have others",
        ),
        "ear",
        Prohibition(),
        all_of(MOVES_OR_IS_RELEASED, DENIED.includes("exporter", *PARTIES)),
        text=Text(
            "Prohibited: a party is on the Denied Persons List, and nobody may export, reexport or transfer to or for it, or "
            "take part in its exports, against the terms of its denial order.",
            "禁止：有當事人列於拒絕往來名單；任何人不得違反其拒絕往來命令而對其或為其出口、再出口或移轉，或參與其出口。",
        ),
    ),
)
