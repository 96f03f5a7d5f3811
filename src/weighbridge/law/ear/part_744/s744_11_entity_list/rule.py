"""15 CFR 744.11(a) and 744.16: parties on the Entity List, on the terms that their entries state.

No exception lifts this requirement (744.16(b)), but for entries that say themselves that License Exception GOV does. The
exception for the safety of civil aircraft of Indian and Pakistani entities, 740.2(a)(5), concerns no item of this corpus.
744.11(a) and 744.16 were read in other people's copies of earlier text, and in the agency's published questions.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import Condition, all_of, any_of, met
from weighbridge.core.outcome import Policy
from weighbridge.core.provision import Definition, Effect, Provision, Requirement, Review
from weighbridge.core.text import Text
from weighbridge.law.ear.part_742.order import rank
from weighbridge.law.ear.part_744.listed import MOVES_OR_IS_RELEASED, a_party_is
from weighbridge.law.facts.listed import ON_ENTITY_LIST, POLICY, REACHES_ITEM, REQUIREMENT

LICENSE, UNLESS_GOV = "744.11(a)", "744.11(a).unless_gov"
READ = "744.16 was read in a text of before the affiliates rule"


def provision(
    name: str, effect: Effect, title: tuple[str, str], condition: Condition, says: tuple[str, str] | None = None
) -> Provision:
    """A provision about parties on the Entity List."""
    citation = Citation("15 CFR 744.11(a), 744.16", confidence=Confidence.SECONDARY, note=READ)
    return Provision(name, Text(*title), citation, "ear", effect, condition, text=Text(*says) if says else None)


def review(policy: Policy, order: str, en: str, zh: str) -> Provision:
    """The review policy that an entry states; `order` is its place among all review policies."""
    word = policy.value.lower()
    return provision(
        f"744.11(a).{word}",
        Review(policy, (LICENSE, UNLESS_GOV), rank(order)),
        (f"Review policy of the Entity List entry: {en}", f"實體清單條目之審查政策：{zh}"),
        all_of(any_of(met(LICENSE), met(UNLESS_GOV)), POLICY.includes(word)),
    )


PROVISIONS = (
    provision(
        LICENSE,
        Requirement("end user"),
        ("License requirement for parties on the Entity List", "實體清單當事人之許可要求"),
        all_of(
            MOVES_OR_IS_RELEASED,
            a_party_is(ON_ENTITY_LIST),
            any_of(
                REQUIREMENT.includes("all_items"),
                all_of(REQUIREMENT.includes("some_items"), REACHES_ITEM.holds),
            ).cited("Supplement No. 4 to 15 CFR part 744, license requirement"),
        ),
        (
            "A license is required: a party is on the Entity List, and its entry reaches this item. No license exception "
            "lifts this.",
            "須申請許可：有當事人列於實體清單，且其條目及於本物項。任何許可例外均不得解除。",
        ),
    ),
    provision(
        UNLESS_GOV,
        Requirement("end user"),
        (
            "License requirement for parties on the Entity List whose entries leave License Exception GOV usable",
            "實體清單當事人之許可要求（其條目保留許可例外 GOV）",
        ),
        all_of(MOVES_OR_IS_RELEASED, a_party_is(ON_ENTITY_LIST), REQUIREMENT.includes("all_items_but_gov")),
        (
            "A license is required: a party is on the Entity List. Its entry says that License Exception GOV lifts this; "
            "no other does.",
            "須申請許可：有當事人列於實體清單。其條目載明許可例外 GOV 得解除之，其他例外不得。",
        ),
    ),
    review(Policy.POLICY_OF_DENIAL, "general_denial", "policy of denial", "一律駁回政策"),
    review(Policy.PRESUMPTION_OF_DENIAL, "denial", "presumption of denial", "推定駁回"),
    review(Policy.NOT_STATED, "not_stated", "stated elsewhere, or not at all", "另有規定或未明定"),
    review(Policy.CASE_BY_CASE, "entry_case_by_case", "case by case", "逐案審查"),
    review(Policy.PRESUMPTION_OF_APPROVAL, "approval", "presumption of approval", "推定核准"),
    provision(
        "744.listed",
        Definition(),
        (
            "A license is required because a party, or its owner, is on a list",
            "因當事人或其所有者列於名單而須申請許可",
        ),
        any_of(
            met(LICENSE),
            met(UNLESS_GOV),
            met("744.21(b)(1)"),
            met("744.8(a)"),
            met("744.11.affiliates"),
        ),
    ),
)
