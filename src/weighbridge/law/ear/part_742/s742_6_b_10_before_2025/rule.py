"""15 CFR 742.6(b)(10) before the January 2025 framework: denial for China, later Macau and D:5; approval elsewhere."""

from __future__ import annotations

from dataclasses import replace

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import Condition, all_of, any_of, classified_in, met, not_, value
from weighbridge.core.outcome import Policy
from weighbridge.core.provision import Position, Provision, Reading, Review
from weighbridge.core.text import Text
from weighbridge.law.ear.earlier import ADVANCED_COMPUTING, APRIL_2024, FRAMEWORK, OCTOBER_2022, OCTOBER_2023, cited
from weighbridge.law.ear.part_740.s740_8_nac_aca.rule import BARRED_BY_PART_744_OR_746
from weighbridge.law.ear.part_740.terms import FOR_DATACENTERS
from weighbridge.law.ear.part_742.order import rank
from weighbridge.law.ear.part_742.s742_6_b_10.rule import A_TIER, MACAU_OR_D5
from weighbridge.law.ear.part_742.s742_6_b_10.rule import PROVISIONS as OF_THE_FRAMEWORK
from weighbridge.law.facts.parties import END_USER_HEADQUARTERS
from weighbridge.law.reading import reads

ALLIES = tuple(value(name) for name in ("group.united_states", "group.a5", "group.a6"))
REVIEW = Reading(
    "review_2022",
    Text(
        "Was the review case by case in October 2022 for end users headquartered in the United States, A:5 or A:6?",
        "2022 年 10 月規則下，對總部設於美國、A:5 或 A:6 之最終使用者是否採個案審查？",
    ),
    Position(
        "denial",
        Text(
            "Not established: denial is presumed for all, as the wording was not at hand.",
            "未能確定：條文未能取得，一律推定否准。",
        ),
        Citation("15 CFR 742.6(b)(10) (87 FR 62186)", "87 FR 62186", Confidence.SECONDARY),
    ),
    Position(
        "case_by_case",
        Text(
            "Yes, as a law firm reports of non-Chinese firms in China.", "是：法律事務所就在中國之非中國公司如此說明。"
        ),
        Citation("15 CFR 742.6(b)(10) (87 FR 62186)", "87 FR 62186", Confidence.UNVERIFIED),
    ),
    check=Text("Read 15 CFR 742.6(b)(10) as 87 FR 62186 printed it.", "請查閱 87 FR 62186 所載 15 CFR 742.6(b)(10)。"),
)
READINGS = (REVIEW,)
RESTATED = ("742.6(b)(10)(iii)(A)(1)", "742.6(b)(10)(iv)(A)", "742.6(b)(10)(iv)(B)")
"""The policies of October 2023 that the framework restated without changing them."""


def review(
    name: str, policy: Policy, of: tuple[str, ...], order: str, says: tuple[str, str], condition: Condition, by: str
) -> Provision:
    """A policy of review as the document `by` made it."""
    effect = Review(policy, of, rank(order))
    return Provision(name, Text(*says), cited("15 CFR 742.6(b)(10)", by), by, effect, condition)


CASE_BY_CASE_2022 = review(
    "742.6(b)(10).headquarters",
    Policy.CASE_BY_CASE,
    A_TIER,
    "case_by_case",
    (
        "Case-by-case review for end users headquartered in the United States, A:5 or A:6",
        "總部設於美國、A:5 或 A:6 之最終使用者：個案審查",
    ),
    all_of(
        reads(REVIEW, REVIEW.other),
        any_of(*(END_USER_HEADQUARTERS.is_in(group) for group in ALLIES)),
        not_(met("744.prohibited")),
    ),
    OCTOBER_2022,
)
NOT_FOR_DATACENTERS = review(
    "742.6(b)(10).not_for_datacenters",
    Policy.CASE_BY_CASE,
    (*A_TIER, "744.23(a)(3)(i)(A)"),
    "case_by_case",
    (
        "Case-by-case review of items that meet 3A090.a and are not designed or marketed for datacenters",
        "達到 3A090.a 而非為資料中心設計或行銷之物項：個案審查",
    ),
    # Elsewhere approval is presumed, which this does not make harder. It stands before every denial, so it must not
    # answer what part 744 requires for a use or an owner, nor an embargo.
    all_of(
        classified_in(value("742.6.a.6.iii.A.items")),
        not_(FOR_DATACENTERS),
        MACAU_OR_D5,
        not_(BARRED_BY_PART_744_OR_746),
        not_(met("744.11.affiliates")),
    ),
    APRIL_2024,
)

PROVISIONS = (
    replace(
        review(
            "742.6(b)(10)(iii)(A)(1)",
            Policy.PRESUMPTION_OF_DENIAL,
            A_TIER,
            "denial",
            ("Presumption of denial for China and Macau", "中國及澳門：推定否准"),
            met("destination.zone"),
            OCTOBER_2022,
        ),
        since=ADVANCED_COMPUTING,
    ),
    replace(CASE_BY_CASE_2022, since=ADVANCED_COMPUTING, ended_by=OCTOBER_2023),
    *(
        replace(p, instrument=OCTOBER_2023, citation=cited("15 CFR 742.6(b)(10)(iii)", OCTOBER_2023))
        for p in OF_THE_FRAMEWORK
        if p.id in RESTATED
    ),
    review(
        "742.6(b)(10)(iii)(A)(2)",
        Policy.PRESUMPTION_OF_APPROVAL,
        A_TIER,
        "approval",
        (
            "Presumption of approval for other destinations of D:1 and D:4 and for other entities",
            "D:1、D:4 其他目的地及其他實體：推定核准",
        ),
        not_(MACAU_OR_D5),
        OCTOBER_2023,
    ),
    replace(NOT_FOR_DATACENTERS, ended_by=FRAMEWORK),
)
