"""Affiliates of listed entities: owned 50 percent or more, they take the requirements of their owners.

The most restrictive of the owners decides: their entries are read as those of a listed party are, and the strictest review
policy among them answers. An owner on the Military End-User List, or blocked under a program of 744.8, brings the policy
of that section. Where a share is not known, or whether an owner is listed, the answer waits for it (red flag 29).
"""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import Condition, all_of, any_of, met, value
from weighbridge.core.outcome import Policy
from weighbridge.core.provision import Effect, Provision, Requirement, Review
from weighbridge.core.text import Text
from weighbridge.law.ear.part_742.order import rank
from weighbridge.law.facts.listed import OWNERS_LISTED, OWNERS_POLICY, OWNERS_REQUIREMENT, REACHES_ITEM
from weighbridge.law.facts.ownership import LISTED_PERCENT, OWNER_MAY_BE_LISTED, REACHES_HALF, UNKNOWN_SHARE

NAME = "744.11.affiliates"
OWNED = all_of(
    met("transaction.leaves_the_united_states"),
    any_of(
        LISTED_PERCENT.at_least(value("744.11.affiliate_at_least")),
        all_of(any_of(UNKNOWN_SHARE.holds, OWNER_MAY_BE_LISTED.holds), REACHES_HALF.holds),
    ),
    any_of(
        OWNERS_LISTED.includes("MEU", "SDN"),
        OWNERS_REQUIREMENT.includes("all_items", "all_items_but_gov"),
        all_of(OWNERS_REQUIREMENT.includes("some_items"), REACHES_ITEM.holds),
    ),
)
SAYS = (
    "A license is required: listed parties together own 50 percent or more of a party, which takes the requirements of "
    "the most restricted of them.",
    "須申請許可：列名者合計持有當事人百分之五十以上，該當事人適用其中最嚴格者之許可要求。",
)


def provision(
    name: str, effect: Effect, title: tuple[str, str], condition: Condition, says: tuple[str, str] | None = None
) -> Provision:
    """A provision of the affiliates rule."""
    citation = Citation("15 CFR 744.11(a)(1), 744.21, 744.8(a)(1)", "90 FR 47201", Confidence.SECONDARY)
    text = Text(*says) if says else None
    return Provision(name, Text(*title), citation, "fr_90_47201", effect, condition, text=text)


def review(name: str, policy: Policy, order: str, title: tuple[str, str], condition: Condition) -> Provision:
    """A review policy that an owner brings."""
    return provision(name, Review(policy, (NAME,), rank(order)), title, all_of(met(NAME), condition))


PROVISIONS = (
    provision(
        NAME,
        Requirement("end user"),
        ("License requirement for affiliates of listed entities", "列名實體關係企業之許可要求"),
        OWNED,
        SAYS,
    ),
    review(
        "744.11.affiliates.policy_of_denial",
        Policy.POLICY_OF_DENIAL,
        "general_denial",
        ("Policy of denial, as the most restricted owner's entry states", "一律駁回政策（依限制最嚴之所有者條目）"),
        OWNERS_POLICY.includes("policy_of_denial"),
    ),
    review(
        "744.11.affiliates.denial",
        Policy.PRESUMPTION_OF_DENIAL,
        "denial",
        ("Presumption of denial, as the most restricted owner's entry states", "推定駁回（依限制最嚴之所有者條目）"),
        any_of(OWNERS_POLICY.includes("presumption_of_denial"), OWNERS_LISTED.includes("MEU")),
    ),
    review(
        "744.11.affiliates.review",
        Policy.NOT_STATED,
        "not_stated",
        ("The review policy is that of the owners, which is not stated", "審查政策依所有者，惟未明定"),
        any_of(OWNERS_POLICY.includes("not_stated"), OWNERS_LISTED.includes("SDN")),
    ),
    review(
        "744.11.affiliates.case_by_case",
        Policy.CASE_BY_CASE,
        "entry_case_by_case",
        ("Case-by-case review, as the owners' entries state", "逐案審查（依所有者條目）"),
        OWNERS_POLICY.includes("case_by_case"),
    ),
    review(
        "744.11.affiliates.approval",
        Policy.PRESUMPTION_OF_APPROVAL,
        "approval",
        ("Presumption of approval, as the owners' entries state", "推定核准（依所有者條目）"),
        OWNERS_POLICY.includes("presumption_of_approval"),
    ),
)
