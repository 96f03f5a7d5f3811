"""Supplement No. 1 to part 736: the temporary general license of October 2023, until it lapsed.

Its terms were not at hand; whether it covers a transaction is the asker's to say. That of October 2022 is not encoded.
"""

from __future__ import annotations

from weighbridge.core.condition import all_of
from weighbridge.core.provision import Exception_, Provision
from weighbridge.core.text import Text
from weighbridge.law.ear.earlier import OCTOBER_2023, cited
from weighbridge.law.ear.part_740.terms import A_TIER, B_TIER, MOVES
from weighbridge.law.facts.exceptions import COVERED_BY_TGL

PROVISIONS = (
    Provision(
        "736.supplement_1.tgl",
        Text("Temporary general license of October 2023", "2023 年 10 月之暫時通用許可"),
        cited("Supplement No. 1 to 15 CFR part 736", OCTOBER_2023),
        OCTOBER_2023,
        Exception_("TGL", (A_TIER, B_TIER)),
        all_of(MOVES, COVERED_BY_TGL.holds),
        until="736.supplement_1.tgl_lapses",
        text=Text(
            "A temporary general license stood in place of single licenses; its terms are to be read in the supplement.",
            "暫時通用許可得代替個別許可；其條件請查閱該附件。",
        ),
    ),
)
