"""AT Column 1 of 3A090, 4A090, 4E091 and the `.z` paragraphs: Country Group E:1."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import all_of, classified_in, value
from weighbridge.core.provision import Provision, Requirement
from weighbridge.core.text import Text
from weighbridge.law.facts.transaction import ACTIVITY, DESTINATION

PROVISIONS = (
    Provision(
        "AT.e1",
        Text("License requirement for anti-terrorism reasons", "反恐理由之許可要求"),
        Citation(
            "Supplement No. 1 to 15 CFR part 774, AT Column 1",
            confidence=Confidence.SECONDARY,
            note="the destinations of the column are taken to be Country Group E:1",
        ),
        "ear",
        Requirement("AT"),
        all_of(
            # A release to a foreign person counts as an export to the country of that person.
            ACTIVITY.is_one_of("export", "reexport", "transfer", "deemed_export"),
            classified_in(value("at.column_1.items")),
            DESTINATION.is_in(value("group.e1")),
        ),
        text=Text(
            "A license is required for this item to Country Group E:1 for anti-terrorism reasons.",
            "基於反恐理由，本物項運往國家組別 E:1 須申請許可。",
        ),
    ),
)
