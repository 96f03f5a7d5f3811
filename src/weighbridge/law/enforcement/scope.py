"""What the enforced texts share: the older zone, and how a text of the enforced track is written."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import Condition, all_of, any_of, classified_in, met, not_, value
from weighbridge.core.provision import Effect, Provision
from weighbridge.core.rulebook import ENFORCED
from weighbridge.core.text import Text

A_TIER, ENTITY = "742.6(a)(6)(iii)(A)", "744.23(a)(3)(i)(A)"
LEAVES = met("transaction.leaves_the_united_states")
OF_THE_A_TIER = classified_in(value("742.6.a.6.iii.A.items"))
OF_EITHER_TIER = any_of(OF_THE_A_TIER, classified_in(value("744.23.a.3.i.A.items")))
TO_THE_ZONE = all_of(LEAVES, OF_THE_A_TIER, met("destination.zone"), not_(met("supplement_8.carved_out")))


def enforced(
    name: str,
    effect: Effect,
    condition: Condition,
    title: tuple[str, str],
    says: tuple[str, str],
    citation: Citation,
    by: str,
) -> Provision:
    """What is enforced of a provision, or in its place."""
    return Provision(name, Text(*title), citation, by, effect, condition, text=Text(*says), track=ENFORCED)
