"""15 CFR part 746: license requirements for every item to some destinations; no exception of this corpus lifts them.

The text of part 746 was not at hand. Each requirement is taken to reach every item that is subject to the EAR; the
exclusions for food, medicine and the like cannot concern an item that this corpus is asked about.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import Condition, all_of, any_of, met, value
from weighbridge.core.outcome import Policy
from weighbridge.core.provision import Provision, Requirement, Review
from weighbridge.core.text import Text
from weighbridge.law.ear.part_742.order import rank
from weighbridge.law.facts.licensing import OCCUPIED_REGION
from weighbridge.law.facts.transaction import ACTIVITY, DESTINATION

MOVES = met("transaction.leaves_the_united_states")
# A release of technology to a foreign person counts as an export to the country of that person.
MOVES_OR_IS_RELEASED = any_of(MOVES, ACTIVITY.is_one_of("deemed_export"))


def embargo(section: str, en: str, zh: str, moves: Condition, note: str) -> Provision:
    """The requirement of a section for the destinations that its value names."""
    return Provision(
        section,
        Text(f"License requirement for {en}", f"{zh}之許可要求"),
        Citation(f"15 CFR {section}", confidence=Confidence.SECONDARY, note=note),
        "ear",
        Requirement("embargo"),
        all_of(moves, DESTINATION.is_in(value(f"{section}.destinations"))),
    )


def review(section: str, policy: Policy, says: tuple[str, str]) -> Provision:
    """How applications under a section are reviewed, as far as an account of it says."""
    order = rank("general_denial" if policy is Policy.POLICY_OF_DENIAL else "not_stated")
    return Provision(
        f"{section}.review",
        Text(*says),
        Citation(f"15 CFR {section}", confidence=Confidence.SECONDARY),
        "ear",
        Review(policy, (section,), order),
        met(section),
    )


GENERAL_DENIAL = ("General policy of denial", "一般否准政策")
NOT_ENCODED = ("The review policy is not encoded", "審查政策尚未編入")
OCCUPIED = all_of(MOVES, DESTINATION.is_in(value("746.6.destinations")), OCCUPIED_REGION.holds)

PROVISIONS = (
    embargo("746.2", "Cuba", "古巴", MOVES_OR_IS_RELEASED, "all items of the Commerce Control List, 746.1(a)(1)"),
    embargo("746.4", "North Korea", "北韓", MOVES_OR_IS_RELEASED, "all items but food and medicine"),
    Provision(
        "746.6",
        Text("License requirement for the occupied regions of Ukraine", "烏克蘭遭占領地區之許可要求"),
        Citation("15 CFR 746.6", confidence=Confidence.SECONDARY),
        "ear",
        Requirement("embargo"),
        OCCUPIED,
    ),
    embargo(
        "746.7",
        "Iran",
        "伊朗",
        MOVES_OR_IS_RELEASED,
        "another agency's Iranian regulations (31 CFR part 560) apply besides",
    ),
    embargo(
        "746.8",
        "Russia and Belarus",
        "俄羅斯及白俄羅斯",
        MOVES,
        "every item of the Commerce Control List; that releases to persons are outside is from memory",
    ),
    embargo(
        "746.9",
        "Syria",
        "敘利亞",
        MOVES_OR_IS_RELEASED,
        "all items but food and medicine; changes of 2025 and 2026 are not encoded",
    ),
    review("746.2", Policy.POLICY_OF_DENIAL, GENERAL_DENIAL),
    review("746.4", Policy.NOT_STATED, NOT_ENCODED),
    review("746.6", Policy.NOT_STATED, NOT_ENCODED),
    review("746.7", Policy.NOT_STATED, NOT_ENCODED),
    review("746.8", Policy.POLICY_OF_DENIAL, GENERAL_DENIAL),
    review("746.9", Policy.POLICY_OF_DENIAL, GENERAL_DENIAL),
)
