"""The savings clause of 90 FR 4544, which no section of the Code holds: a note on what to check, never a permission."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import all_of, any_of, met, value
from weighbridge.core.provision import Due, Duty, Provision
from weighbridge.core.text import Text
from weighbridge.law.facts.transaction import ON

UNTIL = value("90_fr_4544.savings_until")
WHAT = Text(
    "If the item was already under way aboard a carrier on the compliance date, check the savings clause: a movement "
    "under a previously available license exception may be completed until this day. Its text was not at hand.",
    "若物項於遵循日已由運送人運送途中，請查核過渡條款：依先前可用之許可例外進行之運送，得於本日前完成。條款原文未能取得。",
)

PROVISIONS = (
    Provision(
        "90_fr_4544.savings_clause",
        Text("Savings clause for shipments under way", "運送途中物項之過渡條款"),
        Citation("90 FR 4544, savings clause", "90 FR 4544", Confidence.SECONDARY),
        "fr_90_4544",
        Duty(WHAT, Text("exporter or reexporter", "出口商或再出口商"), Due("by_day", UNTIL), ("*",)),
        all_of(ON.at_most(UNTIL), any_of(met("742.6(a)(6)(iii)(A)"), met("742.6(a)(13)"))),
    ),
)
