"""The terms of list entries: how wide their license requirement is and how an application would be reviewed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from weighbridge.core.outcome import Policy
from weighbridge.parties.listed import ListedParty

EVERYTHING = re.compile(r"(for )?all items subject to the ear\b", re.IGNORECASE)
NARROWED = re.compile(r"\b(when|apart|except|other than|with|unless|if)\b", re.IGNORECASE)
POLICIES = (
    (re.compile(r"policy of denial", re.IGNORECASE), Policy.POLICY_OF_DENIAL),
    (re.compile(r"presumption (of|for) denial", re.IGNORECASE), Policy.PRESUMPTION_OF_DENIAL),
    (re.compile(r"case[- ]by[- ]case", re.IGNORECASE), Policy.CASE_BY_CASE),
    (re.compile(r"presumption (of|for) approval", re.IGNORECASE), Policy.PRESUMPTION_OF_APPROVAL),
)
"""How the entries word a policy, the strictest first: an entry with several, for different items, has the strictest."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a list entry asks. `every_item` tells whether its requirement is for all items subject to the EAR."""

    entry: ListedParty
    every_item: bool
    policy: Policy | None

    @property
    def told(self) -> bool:
        """Whether the entry states both, so that it can be ranked."""
        return bool(self.entry.license_requirement) and self.policy is not None


def terms_of(entry: ListedParty) -> Terms:
    """The terms that the words of an entry state."""
    policy = next((policy for words, policy in POLICIES if words.search(entry.license_policy)), None)
    asked = " ".join(entry.license_requirement.split())
    return Terms(entry, bool(EVERYTHING.match(asked)) and not NARROWED.search(asked), policy)


def strictest(entries: Iterable[ListedParty]) -> tuple[Terms | None, tuple[Terms, ...]]:
    """The most restrictive terms, and those that cannot be ranked because their entry does not state them.

    A requirement for every item comes before one for some; then the stricter review policy.
    """
    order = list(Policy)
    found = [terms_of(entry) for entry in entries]
    ranked = [terms for terms in found if terms.told]
    best = max(ranked, key=lambda t: (t.every_item, order.index(t.policy) if t.policy else -1), default=None)
    return best, tuple(terms for terms in found if not terms.told)
