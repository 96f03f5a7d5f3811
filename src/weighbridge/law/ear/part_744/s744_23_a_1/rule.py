"""15 CFR 744.23(a)(1) and (a)(2)(i): supercomputer and advanced-node end uses in Macau and Country Group D:5."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import all_of, any_of, classified_in, met, value
from weighbridge.core.provision import Provision, Requirement
from weighbridge.core.text import Text
from weighbridge.law.facts.licensing import SUPERCOMPUTER_THERE
from weighbridge.law.facts.transaction import END_USE

LEAVES = met("transaction.leaves_the_united_states")

PROVISIONS = (
    Provision(
        "744.23(a)(1)",
        Text("License requirement for supercomputers in Macau or D:5", "用於澳門或 D:5 超級電腦之許可要求"),
        Citation("15 CFR 744.23(a)(1)", confidence=Confidence.SECONDARY),
        "ear",
        Requirement("end use"),
        all_of(
            LEAVES,
            classified_in(value("744.23.a.1.items")),
            END_USE.includes("supercomputer"),
            any_of(met("destination.macau_or_d5"), SUPERCOMPUTER_THERE.holds),
        ),
    ),
    Provision(
        "744.23(a)(2)(i)",
        Text(
            "License requirement for any item used where advanced-node integrated circuits are made in Macau or D:5",
            "用於澳門或 D:5 先進製程積體電路開發或生產之任何物項之許可要求",
        ),
        Citation("15 CFR 744.23(a)(2)(i)", confidence=Confidence.SECONDARY),
        "ear",
        Requirement("end use"),
        all_of(LEAVES, END_USE.includes("semiconductor_manufacturing"), met("destination.macau_or_d5")),
    ),
)
