"""Supplement No. 3 to part 732, red flag 29: a listed owner whose share is not known."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.provision import Due, Duty, Provision
from weighbridge.core.text import Text
from weighbridge.law.facts.ownership import UNKNOWN_SHARE

RESOLVE = Text(
    "A listed party owns a share of unknown size: find out how large it is before going on, or get a license.",
    "列名者持有比例不明之股權：於進行前查明其比例，或取得許可。",
)

PROVISIONS = (
    Provision(
        "732.red_flag_29",
        RESOLVE,
        Citation("Supplement No. 3 to 15 CFR part 732, red flag 29", "90 FR 47201", Confidence.SECONDARY),
        "fr_90_47201",
        Duty(RESOLVE, Text("exporter", "出口商"), Due("before_use"), ("*",)),
        UNKNOWN_SHARE.holds,
    ),
)
