"""15 CFR 742.6(a)(6)(iv): the requirements of (a)(6)(i) to (iii) do not apply to deemed exports and reexports.

Those requirements hold only for items that move (`transaction.leaves_the_united_states`); this definition lets an
answer say so of the items that they name.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import Condition, all_of, any_of, classified_in, value
from weighbridge.core.provision import Definition, Provision
from weighbridge.core.text import Text
from weighbridge.law.ear.earlier import DECEMBER_2024, OCTOBER_2023
from weighbridge.law.facts.transaction import ACTIVITY

# The technology of (a)(6)(ii) is among these too.
OF_2023 = (classified_in(value("742.6.a.6.iii.A.items")), classified_in(value("742.6.a.6.iii.B.items")))
MEMORY = classified_in(value("742.6.a.6.i.B.items"))


def exclusion(by: str, *items: Condition) -> Provision:
    """The paragraph, for the items that the requirements named once the document `by` bound."""
    return Provision(
        "742.6(a)(6)(iv)",
        Text(
            "A deemed export or deemed reexport, to which paragraphs (a)(6)(i) to (iii) do not apply",
            "視同出口或視同再出口，不適用 (a)(6)(i) 至 (iii) 段",
        ),
        Citation("15 CFR 742.6(a)(6)(iv)", note="read in the text of 24 September 2026"),
        by,
        Definition(),
        all_of(ACTIVITY.is_one_of("deemed_export"), any_of(*items)),
    )


PROVISIONS = (exclusion(OCTOBER_2023, *OF_2023), exclusion(DECEMBER_2024, MEMORY, *OF_2023))
