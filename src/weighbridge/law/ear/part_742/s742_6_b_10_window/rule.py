"""15 CFR 742.6(b)(10)(iii)(A)(1) since 15 January 2026: case by case for certain chips to China and Macau.

Only the policy of review changes; the requirement stays. The conditions were read in law firms' accounts of the rule, so
that the strictness of its inequalities is theirs.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import all_of, met, not_, value
from weighbridge.core.outcome import Policy
from weighbridge.core.provision import Definition, Provision, Review
from weighbridge.core.text import Text
from weighbridge.law.ear.part_742.order import rank
from weighbridge.law.facts.item import DRAM_BANDWIDTH, TPP
from weighbridge.law.facts.parties import END_USER_LOCATION
from weighbridge.law.facts.transaction import ACTIVITY, DESTINATION
from weighbridge.law.facts.window import CERTIFICATIONS, SHARE

BY = "fr_91_1684"
WHERE = value("742.6.b.10.window.destinations")


def cite(paragraph: str) -> Citation:
    """A paragraph as law firms report it."""
    return Citation(paragraph, "91 FR 1684", Confidence.SECONDARY)


PROVISIONS = (
    Provision(
        "742.6(b)(10).window_item",
        Text("The item lies below the limits of review case by case", "物項低於個案審查之上限"),
        cite("15 CFR 742.6(b)(10)(iii)(A)(1)"),
        BY,
        Definition(),
        all_of(
            TPP.less_than(value("742.6.b.10.window.tpp_below")),
            DRAM_BANDWIDTH.less_than(value("742.6.b.10.window.dram_bandwidth_below")),
        ),
    ),
    Provision(
        "742.6(b)(10).window_certified",
        Text("Everything that review case by case asks is certified", "個案審查所要求者均已證明"),
        cite("Supplement No. 2 to 15 CFR part 748, paragraph (dd)"),
        BY,
        Definition(),
        all_of(
            *(fact.holds for fact in CERTIFICATIONS),
            SHARE.at_most(value("742.6.b.10.window.share_at_most")),
        ),
    ),
    Provision(
        "742.6(b)(10)(iii)(A)(1).window",
        Text(
            "Case-by-case review of certain chips exported to end users in China or Macau",
            "特定晶片出口予中國或澳門最終使用者：個案審查",
        ),
        cite("15 CFR 742.6(b)(10)(iii)(A)(1)"),
        BY,
        Review(Policy.CASE_BY_CASE, ("742.6(a)(6)(iii)(A)",), rank("case_by_case")),
        all_of(
            ACTIVITY.is_one_of("export"),
            DESTINATION.is_in(WHERE),
            END_USER_LOCATION.is_in(WHERE),
            met("742.6(b)(10).window_item"),
            met("742.6(b)(10).window_certified"),
            # It stands before every denial, so it must not answer what part 744 requires for a use, a party or an owner.
            not_(met("744.prohibited")),
            not_(met("744.listed")),
        ),
    ),
)
