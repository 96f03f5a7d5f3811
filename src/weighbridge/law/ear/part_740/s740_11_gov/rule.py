"""15 CFR 740.11(b): License Exception GOV, for the United States Government."""

from __future__ import annotations

from weighbridge.core.condition import all_of, any_of, classified_in, met, value
from weighbridge.law.ear.part_740.terms import MOVES, REGIONAL_STABILITY, exception, read_later
from weighbridge.law.facts.exceptions import US_GOVERNMENT_RECIPIENT
from weighbridge.law.facts.transaction import END_USE

PROVISIONS = (
    exception(
        "740.11(b)",
        "GOV",
        (*REGIONAL_STABILITY, "744.11(a).unless_gov"),
        ("License Exception GOV, for the United States Government", "許可例外 GOV（美國政府）"),
        (
            "GOV authorizes items for official use by the United States Government, sent to its agencies or personnel.",
            "GOV 授權供美國政府公務使用、運交其機關或人員之物項。",
        ),
        all_of(
            MOVES,
            # Encoded for the items of this corpus; what an Entity List entry asks a license for may be any other.
            any_of(classified_in(value("740.11.b.items")), met("744.11(a).unless_gov")),
            END_USE.includes("us_government"),
            US_GOVERNMENT_RECIPIENT.holds,
        ),
        citation=read_later("740.11(b)"),
        by="ear",
    ),
)
