"""15 CFR 744.6(c): United States persons may not support the making of advanced circuits there, whatever the item.

It binds persons, not items: an answer about an item reminds of it and does not turn on it.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import Condition, all_of, met
from weighbridge.core.provision import Due, Duty, Provision
from weighbridge.core.text import Text
from weighbridge.law.ear.earlier import OCTOBER_2022, OCTOBER_2023, cited
from weighbridge.law.facts.transaction import END_USE

WHAT = Text(
    "United States persons who ship, service or otherwise support the development or production of advanced circuits "
    "there need a license of their own, even for items that are not subject to the EAR.",
    "美國人於該地以運送、維修或其他方式支援先進積體電路之開發或生產者，縱物項不受 EAR 管轄，仍須另行取得許可。",
)
WHO = Text("United States persons", "美國人")


def support(by: str, there: Condition, citation: Citation, since: str = "") -> Provision:
    """The reminder, as the document `by` widened it."""
    effect = Duty(WHAT, WHO, Due("before_use"), ("*",))
    condition = all_of(END_USE.includes("semiconductor_manufacturing"), there)
    return Provision("744.6(c)", WHAT, citation, by, effect, condition, since=since)


PROVISIONS = (
    support(OCTOBER_2022, met("destination.zone"), cited("15 CFR 744.6(c)", OCTOBER_2022), "87_fr_62186.us_persons"),
    support(
        OCTOBER_2023,
        met("destination.macau_or_d5"),
        cited("15 CFR 744.6(c)", OCTOBER_2023, "that it reaches D:5 follows 744.23 as restated by others"),
    ),
)
