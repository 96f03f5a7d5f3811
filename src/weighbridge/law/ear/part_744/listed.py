"""What the sections on listed parties share: whom they count as a party, and which acts they speak of."""

from __future__ import annotations

from weighbridge.core.condition import AllOf, AnyOf, all_of, any_of, met
from weighbridge.core.fact import Fact
from weighbridge.law.facts.listed import (
    CONSIGNEE_LISTED,
    CONSIGNEE_MAY_BE,
    END_USER_LISTED,
    END_USER_MAY_BE,
    INTERMEDIATE_LISTED,
    INTERMEDIATE_MAY_BE,
    PURCHASER_LISTED,
    PURCHASER_MAY_BE,
)
from weighbridge.law.facts.transaction import ACTIVITY

PARTIES = (
    (PURCHASER_LISTED, PURCHASER_MAY_BE),
    (INTERMEDIATE_LISTED, INTERMEDIATE_MAY_BE),
    (CONSIGNEE_LISTED, CONSIGNEE_MAY_BE),
    (END_USER_LISTED, END_USER_MAY_BE),
)
"""The parties of 748.5(c) to (f). Banks, carriers and others in the background are not asked about."""

# A release of technology counts as an export to the foreign person who receives it.
MOVES_OR_IS_RELEASED = any_of(met("transaction.leaves_the_united_states"), ACTIVITY.is_one_of("deemed_export"))


def on(listed: Fact, may_be: Fact, short_name: str) -> AllOf:
    """A party is on the list of that short name, which has an entry that may be it."""
    return all_of(listed.includes(short_name), may_be.includes(short_name))


def a_party_on(short_name: str) -> AnyOf:
    """Some party of 748.5(c) to (f) is on the list of that short name."""
    return any_of(*(on(listed, may_be, short_name) for listed, may_be in PARTIES))
