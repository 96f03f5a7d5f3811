"""What the enforced texts share, and how a text of the enforced track is written."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import Condition
from weighbridge.core.provision import Effect, Provision
from weighbridge.core.rulebook import ENFORCED
from weighbridge.core.text import Text
from weighbridge.law.ear.part_742.s742_6_a_6_before_2025.rule import A_TIER, LEAVES, OF_THE_A_TIER, TO_THE_ZONE
from weighbridge.law.ear.part_744.s744_23_a_3.rule import OF_EITHER_TIER

__all__ = ["A_TIER", "LEAVES", "OF_EITHER_TIER", "OF_THE_A_TIER", "TO_THE_ZONE", "enforced"]


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
