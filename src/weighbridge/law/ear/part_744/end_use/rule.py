"""15 CFR part 744: end uses and end users that require a license and bar the exceptions.

The text of part 744 was not at hand. What is encoded here was read in other people's accounts of it; where an account
leaves room, the wider requirement is taken.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import Condition, all_of, any_of, met, value
from weighbridge.core.outcome import Policy
from weighbridge.core.provision import Definition, Effect, Provision, Requirement, Review
from weighbridge.core.text import Text
from weighbridge.law.ear.part_742.order import rank
from weighbridge.law.facts.parties import END_USER_HEADQUARTERS
from weighbridge.law.facts.transaction import DESTINATION, END_USE

COUNTRIES = value("744.21.countries")
WEAPONS = END_USE.includes("weapons_of_mass_destruction").cited("15 CFR 744.2 to 744.4")
# 744.22 names countries, but reaches their military-intelligence end users wherever located.
MILITARY_INTELLIGENCE = END_USE.includes("military_intelligence").cited("15 CFR 744.22")
OF_PART_744 = (met("744.23(a)(1)"), met("744.23(a)(2)(i)"))


def provision(name: str, cite: str, effect: Effect, says: tuple[str, str], condition: Condition) -> Provision:
    """A provision of part 744 as other accounts give it."""
    return Provision(name, Text(*says), Citation(cite, confidence=Confidence.SECONDARY), "ear", effect, condition)


PROVISIONS = (
    provision(
        "744.21",
        "15 CFR 744.21(a)",
        Definition(),
        (
            "A military end use or end user in, or of, a country that 744.21 names",
            "744.21 所列國家境內或其所屬之軍事最終用途或最終使用者",
        ),
        # For five of the countries 744.21 is limited to items of Supplement No. 2, and for end users abroad to listed
        # ones. Neither list is encoded, so that neither limit is applied.
        all_of(
            END_USE.includes("military"), any_of(DESTINATION.is_in(COUNTRIES), END_USER_HEADQUARTERS.is_in(COUNTRIES))
        ),
    ),
    provision(
        "744.prohibited",
        "15 CFR part 744",
        Definition(),
        (
            "The end use or end user is one that part 744 prohibits without a license",
            "最終用途或最終使用者屬第 744 部未經許可即禁止者",
        ),
        any_of(WEAPONS, MILITARY_INTELLIGENCE, met("744.21"), *OF_PART_744),
    ),
    provision(
        "744.end_use",
        "15 CFR 744.2 to 744.4, 744.21, 744.22",
        Requirement("end use"),
        (
            "License requirement for weapons of mass destruction, military-intelligence and certain military end uses",
            "大規模毀滅性武器、軍事情報及特定軍事最終用途之許可要求",
        ),
        all_of(met("transaction.leaves_the_united_states"), any_of(WEAPONS, MILITARY_INTELLIGENCE, met("744.21"))),
    ),
    provision(
        "744.21.review",
        "15 CFR 744.21, 744.22",
        Review(Policy.PRESUMPTION_OF_DENIAL, ("744.end_use",), rank("denial")),
        ("Presumption of denial for military and military-intelligence end uses", "軍事及軍事情報最終用途：推定否准"),
        any_of(MILITARY_INTELLIGENCE, met("744.21")),
    ),
    provision(
        "744.review",
        "15 CFR part 744",
        Review(
            Policy.NOT_STATED,
            ("744.end_use", "744.23(a)(1)", "744.23(a)(2)(i)", "744.23(a)(3)(ii)"),
            rank("not_stated"),
        ),
        ("The review policy of part 744 is not encoded", "第 744 部之審查政策尚未編入"),
        any_of(met("744.end_use"), *OF_PART_744, met("744.23(a)(3)(ii)")),
    ),
)
