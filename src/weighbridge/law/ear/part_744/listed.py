"""What the sections on listed parties share: whom they count as a party, and which acts they speak of."""

from __future__ import annotations

from weighbridge.core.condition import AnyOf, any_of, met
from weighbridge.law.facts.listed import CONSIGNEE_LISTED, END_USER_LISTED, INTERMEDIATE_LISTED, PURCHASER_LISTED
from weighbridge.law.facts.transaction import ACTIVITY

PARTIES = (PURCHASER_LISTED, INTERMEDIATE_LISTED, CONSIGNEE_LISTED, END_USER_LISTED)
"""The parties of 748.5(c) to (f). Banks, carriers and others in the background are not asked about."""

# A release of technology counts as an export to the foreign person who receives it.
MOVES_OR_IS_RELEASED = any_of(met("transaction.leaves_the_united_states"), ACTIVITY.is_one_of("deemed_export"))


def a_party_on(short_name: str) -> AnyOf:
    """Some party of 748.5(c) to (f) is on the list of that short name."""
    return any_of(*(party.includes(short_name) for party in PARTIES))
