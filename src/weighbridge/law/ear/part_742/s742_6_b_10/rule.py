"""15 CFR 742.6(b)(10)(ii) to (iv): how applications for advanced computing items are reviewed."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import Condition, all_of, any_of, met, not_, value
from weighbridge.core.outcome import Policy
from weighbridge.core.provision import Definition, Position, Provision, Reading, Review
from weighbridge.core.text import Text
from weighbridge.law.ear.part_742.order import rank
from weighbridge.law.facts.parties import (
    CONSIGNEE_HEADQUARTERS,
    CONSIGNEE_PARENT,
    END_USER_HEADQUARTERS,
    END_USER_PARENT,
)
from weighbridge.law.reading import reads

A_LIST = value("supplement_5.a")
A_TIER = ("742.6(a)(6)(iii)(A)",)
B_TIER = ("742.6(a)(6)(iii)(B)", "744.23(a)(3)(i)(A)")
HBM = ("742.6(a)(6)(i)(B)", "744.23(a)(3)(i)(B)")

A3 = Reading(
    "A3",
    Text(
        "Which review policy applies where a destination and an entity, or an entity and its parent, fall under "
        "different paragraphs?",
        "目的地與實體，或實體與其母公司，分屬不同段落時，適用何種審查政策？",
    ),
    Position(
        "capped",
        Text(
            "The allocation: paragraph (B) reaches every destination or entity outside paragraph (a) of Supplement "
            "No. 5.",
            "適用分配額：(B) 段涵蓋附件五 (a) 段以外之一切目的地或實體。",
        ),
        Citation("15 CFR 742.6(b)(10)(iii)(B)", "90 FR 4544"),
    ),
    Position(
        "uncapped",
        Text(
            "No cap: one link to a destination of paragraph (a) is enough for the presumption of approval in (A)(2).",
            "不受限額：與 (a) 段目的地有一項連結，即適用 (A)(2) 之核准推定。",
        ),
        Citation("15 CFR 742.6(b)(10)(iii)(A)(2)", "90 FR 4544", Confidence.ANALYSIS),
    ),
)
READINGS = (A3,)


def provision(
    paragraph: str,
    effect: Definition | Review,
    says: tuple[str, str],
    condition: Condition,
    cite: str = "",
    document: str = "90 FR 4544",
    by: str = "fr_90_4544",
) -> Provision:
    """A paragraph of 742.6(b)(10); `cite` where the id is not the paragraph itself."""
    citation = Citation(f"15 CFR 742.6(b)(10){cite or paragraph}", document)
    return Provision(f"742.6(b)(10){paragraph}", Text(*says), citation, by, effect, condition)


MACAU_OR_D5 = any_of(met("destination.macau_or_d5"), met("party.macau_or_d5"))
LINKED_TO_THE_A_LIST = any_of(
    met("destination.a_list"),
    # The policy speaks of "entities": both the ultimate consignee and the end user must be such entities.
    all_of(
        any_of(CONSIGNEE_HEADQUARTERS.is_in(A_LIST), CONSIGNEE_PARENT.is_in(A_LIST)),
        any_of(END_USER_HEADQUARTERS.is_in(A_LIST), END_USER_PARENT.is_in(A_LIST)),
    ),
)
OUTSIDE_THE_A_LIST = any_of(
    not_(met("destination.a_list")),
    not_(CONSIGNEE_HEADQUARTERS.is_in(A_LIST)),
    not_(CONSIGNEE_PARENT.is_in(A_LIST)),
    not_(END_USER_HEADQUARTERS.is_in(A_LIST)),
    not_(END_USER_PARENT.is_in(A_LIST)),
)
CAPPED, WITHIN, INCREASED = (
    met("742.6(b)(10)(iii)(B)"),
    met("742.6(b)(10)(iii)(B).within"),
    met("destination.increased_allocation"),
)

PROVISIONS = (
    provision(
        "(iii)(B)",
        Definition(),
        ("The country allocation governs the review", "審查適用國家分配額"),
        all_of(OUTSIDE_THE_A_LIST, not_(MACAU_OR_D5), any_of(reads(A3, A3.conservative), not_(LINKED_TO_THE_A_LIST))),
    ),
    provision(
        "(iii)(A)(1)",
        Review(Policy.PRESUMPTION_OF_DENIAL, A_TIER, rank("denial")),
        (
            "Presumption of denial for Macau, Country Group D:5 and entities of either",
            "澳門、國家組別 D:5 及其實體：推定否准",
        ),
        MACAU_OR_D5,
    ),
    provision(
        "(iii)(B)(2)",
        Review(Policy.POLICY_OF_DENIAL, A_TIER, rank("exhausted")),
        ("Policy of denial once the country allocation is met", "國家分配額用罄後：一律否准政策"),
        all_of(CAPPED, not_(WITHIN)),
    ),
    provision(
        "(iii)(B)(1)",
        Review(Policy.PRESUMPTION_OF_APPROVAL_WITHIN_ALLOCATION, A_TIER, rank("within_allocation")),
        ("Presumption of approval up to the country allocation", "國家分配額內：推定核准"),
        all_of(CAPPED, WITHIN, not_(INCREASED)),
    ),
    provision(
        "(iii)(C)",
        Review(Policy.PRESUMPTION_OF_APPROVAL_WITHIN_ALLOCATION, A_TIER, rank("within_allocation")),
        (
            "Presumption of approval up to an allocation that government assurances increased (by up to 100 percent)",
            "經政府間保證提高（至多增加百分之百）之分配額內：推定核准",
        ),
        all_of(CAPPED, WITHIN, INCREASED),
    ),
    provision(
        "(iii)(A)(2)",
        Review(Policy.PRESUMPTION_OF_APPROVAL, A_TIER, rank("approval")),
        (
            "Presumption of approval for destinations of paragraph (a) of Supplement No. 5 and their entities",
            "附件五 (a) 段之目的地及其實體：推定核准",
        ),
        LINKED_TO_THE_A_LIST,
    ),
    provision(
        "(iv)(B)",
        Review(Policy.PRESUMPTION_OF_DENIAL, B_TIER, rank("denial")),
        (
            "Presumption of denial of b-tier items for Macau, Country Group D:5 and entities of either",
            "b 級物項，澳門、國家組別 D:5 及其實體：推定否准",
        ),
        MACAU_OR_D5,
    ),
    provision(
        "(iv)(A)",
        Review(Policy.PRESUMPTION_OF_APPROVAL, B_TIER, rank("approval")),
        (
            "Presumption of approval of b-tier items elsewhere, or for other entities",
            "b 級物項，其他目的地或其他實體：推定核准",
        ),
        # The text joins the two limbs by "or"; (iv)(B) outranks it wherever both speak.
        any_of(not_(met("destination.macau_or_d5")), not_(met("party.macau_or_d5"))),
    ),
    provision(
        "(ii).denial",
        Review(Policy.PRESUMPTION_OF_DENIAL, HBM, rank("denial")),
        ("Denial of high-bandwidth memory for entities of Macau or D:5", "高頻寬記憶體，澳門或 D:5 之實體：否准"),
        met("party.macau_or_d5"),
        "(ii)",
        "89 FR 96790",
        "fr_89_96790",
    ),
    provision(
        "(ii).approval",
        Review(Policy.PRESUMPTION_OF_APPROVAL, HBM, rank("approval")),
        (
            "Presumption of approval of high-bandwidth memory to Macau or D:5 for other entities",
            "高頻寬記憶體運往澳門或 D:5，供其他實體：推定核准",
        ),
        all_of(met("destination.macau_or_d5"), not_(met("party.macau_or_d5"))),
        "(ii)",
        "89 FR 96790",
        "fr_89_96790",
    ),
)
