"""What list entries say, in the words in which the law's facts ask for it.

An entry whose words were not understood gives a member that is there but unknown, never one that is milder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from weighbridge.core.fact import FactValue
from weighbridge.core.outcome import Policy
from weighbridge.parties.listed import ListedParty
from weighbridge.parties.ownership.terms import terms_of

ENTITY_LIST, BLOCKED = "EL", "SDN"
OVERCOME_BY_GOV = re.compile(r"\W*this license requirement may be overcome by license exception gov\b.*", re.IGNORECASE)
"""The clause, and all behind it: it takes nothing from what the entry requires a license for."""
ON_A_CONDITION = re.compile(r"\b(when|only|if)\b", re.IGNORECASE)
CITES_OTHERS = re.compile(r"^see\b", re.IGNORECASE)

Words = frozenset[str | None]


def pooled(entries: Iterable[ListedParty], group: str) -> dict[str, FactValue]:
    """The facts of a group, `entry` or `owners`, that the entries state together; of what none states, nothing."""
    found = list(entries)
    entity_list = [entry for entry in found if entry.list == ENTITY_LIST]
    facts: dict[str, FactValue] = {}
    if entity_list:
        facts |= {
            f"{group}.requirement": frozenset(map(requirement, entity_list)),
            f"{group}.policy": frozenset(map(policy, entity_list)),
            f"{group}.footnotes": frozenset(str(n) for entry in entity_list for n in entry.footnotes),
        }
    blocked = [entry for entry in found if entry.list == BLOCKED]
    if found:
        facts[f"{group}.sdn_programs"] = programs(blocked)
    return facts


def requirement(entry: ListedParty) -> str | None:
    """What the entry requires a license for: all items where it does not say, None where it is not understood."""
    written = " ".join(entry.license_requirement.split())
    if not written:
        return "all_items"
    main = OVERCOME_BY_GOV.sub("", written)
    if not terms_of(_with_requirement(entry, main)).every_item:
        return "some_items" if re.search(r"\bitems?\b", main, re.IGNORECASE) else None
    clause = written[len(main) :]
    # A clause with a condition of its own (one agency, one use) does not count: the exception is then not taken.
    return "all_items_but_gov" if clause and not ON_A_CONDITION.search(clause) else "all_items"


def policy(entry: ListedParty) -> str | None:
    """The strictest review policy that the entry names; not stated where it names none or refers to another section."""
    written = entry.license_policy.strip()
    found = terms_of(entry).policy
    if found is Policy.PRESUMPTION_OF_APPROVAL and "EAR99" in written:
        return "not_stated"  # It is approved of what this program is not asked about.
    if found:
        return found.value.lower()
    return "not_stated" if not written or CITES_OTHERS.match(written) else None


def programs(entries: Iterable[ListedParty]) -> Words:
    """The sanctions programs; a blocked person whose program is not given has one that is not known."""
    return frozenset(program for entry in entries for program in entry.programs or (None,))


def _with_requirement(entry: ListedParty, words: str) -> ListedParty:
    return replace(entry, license_requirement=words)
