"""Facts about parties and their owners that stand on a list: who stands on which, and what the entries say.

Who stands on a list is what a person judged, never what a comparison of names scored. A party that nobody has judged yet is
a member that is there but unknown, so that it can never be read as "nobody", and only on the list whose entry it may be.

What the entries say is pooled over all listed parties of the transaction: the strictest of them decides.
"""

from __future__ import annotations

from dataclasses import replace

from weighbridge.core.fact import Fact, Kind
from weighbridge.core.text import Text
from weighbridge.law.facts.declare import Pair, fact, truth, words

ENTITY_LIST = "Supplement No. 4 to 15 CFR part 744"
UNLISTED = Text(
    "The parties were not screened; none is taken to be on a list.", "當事人未經篩查；視為無任何當事人列於名單。"
)
ROLES: dict[str, Pair] = {
    "exporter": ("the exporter", "出口商"),
    "purchaser": ("the purchaser", "買受人"),
    "intermediate_consignee": ("an intermediate consignee", "中間收貨人"),
    "ultimate_consignee": ("the ultimate consignee", "最終收貨人"),
    "end_user": ("the end user", "最終使用者"),
}
POLICIES: dict[str, Pair] = {
    "policy_of_denial": ("policy of denial", "一律駁回政策"),
    "presumption_of_denial": ("presumption of denial", "推定駁回"),
    "not_stated": ("a policy stated elsewhere, or none", "另有規定或未明定之政策"),
    "case_by_case": ("case by case", "逐案審查"),
    "presumption_of_approval": ("presumption of approval", "推定核准"),
}
REQUIREMENTS: dict[str, Pair] = {
    "all_items": ("all items subject to the EAR", "受 EAR 管轄之一切物項"),
    "all_items_but_gov": (
        "all items subject to the EAR, unless License Exception GOV applies",
        "除適用許可例外 GOV 外之一切物項",
    ),
    "some_items": ("only some items", "僅部分物項"),
}
FOOTNOTES: dict[str, Pair] = {
    "1": ("footnote 1", "註 1"),
    "2": ("footnote 2", "註 2"),
    "3": ("footnote 3", "註 3"),
    "4": ("footnote 4", "註 4"),
    "5": ("footnote 5", "註 5"),
}


LISTS: dict[str, Pair] = {
    "EL": ("the Entity List", "實體清單"),
    "DPL": ("the Denied Persons List", "拒絕往來名單"),
    "UVL": ("the Unverified List", "未經核實名單"),
    "MEU": ("the Military End-User List", "軍事最終使用者清單"),
    "SDN": ("the list of specially designated nationals and blocked persons", "特別指定國民及被凍結者名單"),
}
"""The lists that some provision turns on, by the short names that a screening list gives them."""


def _parties_on(short_name: str, name: str, cite: str) -> Fact:
    """Which parties stand on a list; none, unless somebody says so."""
    en, zh = LISTS[short_name]
    asked = words(
        f"listed.{name}",
        (f"the parties on {en}", f"列於{zh}之當事人"),
        (f"Which parties of the transaction are on {en}?", f"交易之何等當事人列於{zh}？"),
        cite,
        ROLES,
    )
    return replace(asked, presumed=frozenset(), presumption=UNLISTED, lenient=True)


ON_ENTITY_LIST = _parties_on("EL", "entity_list", "15 CFR 744.11(a), 744.16")
DENIED = _parties_on("DPL", "denied_persons", "15 CFR 736.2(b)(4)")
UNVERIFIED = _parties_on("UVL", "unverified", "15 CFR 744.15")
MILITARY = _parties_on("MEU", "military_end_users", "15 CFR 744.21(b)(1)")
BLOCKED = _parties_on("SDN", "blocked_persons", "15 CFR 744.8(a)")
BY_LIST = {"EL": ON_ENTITY_LIST, "DPL": DENIED, "UVL": UNVERIFIED, "MEU": MILITARY, "SDN": BLOCKED}
"""For the short name of each list the fact that says who stands on it."""

OWNERS_LISTED = replace(
    words(
        "owners.listed_on",
        ("the lists on which the owners stand whose shares count", "計入持股之所有者所列之名單"),
        ("On which lists do the owners stand whose shares count?", "計入持股之所有者列於何名單？"),
        "15 CFR 744.11(a)(1), 744.21, 744.8(a)(1)",
        LISTS,
    ),
    presumed=frozenset(),
)
PURCHASER_NAME = fact(
    "purchaser.name",
    Kind.NAME,
    ("the name of the purchaser", "買受人名稱"),
    ("Who is the purchaser?", "買受人為何人？"),
    "15 CFR 748.5(c)",
)


def _requirement(group: str, en: str, zh: str) -> Fact:
    asked = words(
        f"{group}.requirement",
        (f"what the entries of {en} require a license for", f"{zh}之條目要求許可之物項"),
        (f"For which items do the entries of {en} require a license?", f"{zh}之條目就何物項要求許可？"),
        ENTITY_LIST,
        REQUIREMENTS,
    )
    taken = Text(
        "The entry of a listed party is taken to require a license for all items subject to the EAR.",
        "列名者之條目，視為就受 EAR 管轄之一切物項要求許可。",
    )
    return replace(asked, presumed=frozenset({"all_items"}), presumption=taken)


def _policy(group: str, en: str, zh: str) -> Fact:
    asked = words(
        f"{group}.policy",
        (f"the review policies of the entries of {en}", f"{zh}之條目所載審查政策"),
        (f"Which review policies do the entries of {en} state?", f"{zh}之條目載明何種審查政策？"),
        ENTITY_LIST,
        POLICIES,
    )
    taken = Text(
        "The review policy of a listed party's entry is not given; it is taken as not stated.",
        "未填列名者條目之審查政策；視為未明定。",
    )
    return replace(asked, presumed=frozenset({"not_stated"}), presumption=taken)


def _footnotes(group: str, en: str, zh: str) -> Fact:
    return words(
        f"{group}.footnotes",
        (f"the footnotes of the entries of {en}", f"{zh}之條目所附註號"),
        (f"Which footnotes do the entries of {en} carry on the Entity List?", f"{zh}於實體清單之條目附有何註號？"),
        ENTITY_LIST,
        FOOTNOTES,
    )


def _programs(group: str, en: str, zh: str) -> Fact:
    return fact(
        f"{group}.sdn_programs",
        Kind.WORDS,
        (f"the sanctions programs of {en}", f"{zh}所屬制裁方案"),
        (f"Under which sanctions programs are {en} blocked?", f"{zh}依何制裁方案被凍結？"),
        "15 CFR 744.8(a)(1)",
    )


PARTIES, OWNERS = ("listed parties", "列名當事人"), ("listed owners", "列名所有者")
REQUIREMENT, OWNERS_REQUIREMENT = _requirement("entry", *PARTIES), _requirement("owners", *OWNERS)
POLICY, OWNERS_POLICY = _policy("entry", *PARTIES), _policy("owners", *OWNERS)
FOOTNOTE, OWNERS_FOOTNOTE = _footnotes("entry", *PARTIES), _footnotes("owners", *OWNERS)
PROGRAMS, OWNERS_PROGRAMS = _programs("entry", *PARTIES), _programs("owners", *OWNERS)
REACHES_ITEM = truth(
    "entry.reaches_item",
    ("an item that a listed party's entry names", "列名者條目所指之物項"),
    (
        "The entry of a listed party, or of a listed owner, covers only some items. Is this one of them?",
        "列名者（或列名所有者）之條目僅涵蓋部分物項。本物項是否屬之？",
    ),
    ENTITY_LIST,
)
LIST_TECHNOLOGY_PRODUCT = replace(
    truth(
        "item.entity_list_direct_product",
        ("a direct product of the technology that 734.9(e) lists", "734.9(e) 所列技術之直接產品"),
        (
            "Is the foreign-produced item the direct product of the technology or software that 734.9(e) lists, or made by "
            "a plant that is?",
            "該外國製造之物項是否為 734.9(e) 所列技術或軟體之直接產品，或由屬該等直接產品之工廠所製造？",
        ),
        "15 CFR 734.9(e)",
    ),
    presumed=True,
    presumption=Text(
        "A foreign-produced item is taken to be the direct product of technology or of a plant that 734.9(e) lists.",
        "外國製造之物項，推定為 734.9(e) 所列技術或工廠之直接產品。",
    ),
)
