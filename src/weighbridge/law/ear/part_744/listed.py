"""What the sections on listed parties share: whom they count as a party, and which acts they speak of."""

from __future__ import annotations

from weighbridge.core.condition import Overlaps, any_of, met
from weighbridge.core.fact import Fact
from weighbridge.law.facts.transaction import ACTIVITY

PARTIES = ("purchaser", "intermediate_consignee", "ultimate_consignee", "end_user")
"""The parties of 748.5(c) to (f). Banks, carriers and others in the background are not asked about."""

# A release of technology counts as an export to the foreign person who receives it.
MOVES_OR_IS_RELEASED = any_of(met("transaction.leaves_the_united_states"), ACTIVITY.is_one_of("deemed_export"))


def a_party_is(on_list: Fact) -> Overlaps:
    """Some party of 748.5(c) to (f) stands on the list."""
    return on_list.includes(*PARTIES)
