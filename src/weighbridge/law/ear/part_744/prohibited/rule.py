"""15 CFR part 744: end uses and end users that bar the exceptions."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.provision import Definition, Provision
from weighbridge.core.text import Text
from weighbridge.law.facts.transaction import END_USE

PROVISIONS = (
    Provision(
        "744.prohibited",
        Text("The end use is one that part 744 prohibits without a license", "最終用途屬第 744 部未經許可即禁止者"),
        Citation("15 CFR part 744", confidence=Confidence.UNVERIFIED),
        "ear",
        Definition(),
        END_USE.includes("military_intelligence", "weapons_of_mass_destruction"),
    ),
)
