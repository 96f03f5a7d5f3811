"""15 CFR 740.10: License Exception RPL, for replacing parts one for one."""

from __future__ import annotations

from weighbridge.core.condition import all_of, classified_in, not_, value
from weighbridge.law.ear.part_740.terms import MOVES, REGIONAL_STABILITY, exception, read_later
from weighbridge.law.facts.exceptions import ONE_FOR_ONE, ORIGINAL_ENHANCED, ORIGINAL_LAWFULLY_EXPORTED
from weighbridge.law.facts.transaction import END_USE

PROVISIONS = (
    exception(
        "740.10",
        "RPL",
        REGIONAL_STABILITY,
        ("License Exception RPL", "許可例外 RPL（零件更換）"),
        (
            "RPL authorizes one-for-one replacements for items that were lawfully exported, without any upgrade.",
            "RPL 授權就合法出口之物項作一對一更換，且不得升級。",
        ),
        all_of(
            MOVES,
            classified_in(value("740.10.items")),
            END_USE.includes("replacement"),
            ONE_FOR_ONE.holds,
            not_(ORIGINAL_ENHANCED.holds),
            ORIGINAL_LAWFULLY_EXPORTED.holds,
        ),
        citation=read_later("740.10"),
        by="ear",
    ),
)
