"""Facts about parties and their owners that stand on a list: on which, and what their entries say.

`ROLE.listed_on` is what a person judged, never what a comparison of names scored. A name that nobody has judged yet
is a member that is there but unknown, so that it can never be read as "on no list". `ROLE.may_be_on` says which lists
have entries that may be the party at all, so that only what these bring stays open; where it is not stated, all may.

What the entries say is pooled over all listed parties of the transaction: the strictest of them decides.
"""

from __future__ import annotations

from dataclasses import replace

from weighbridge.core.fact import Fact, Kind
from weighbridge.core.text import Text
from weighbridge.law.facts.declare import Pair, fact, truth, words

LISTS: dict[str, Pair] = {
    "EL": ("the Entity List", "實體清單"),
    "DPL": ("the Denied Persons List", "拒絕往來名單"),
    "UVL": ("the Unverified List", "未經核實名單"),
    "MEU": ("the Military End-User List", "軍事最終使用者清單"),
    "SDN": ("the list of specially designated nationals and blocked persons", "特別指定國民及被凍結者名單"),
}
"""The lists that some provision turns on, by the short names that a screening list gives them."""
ENTITY_LIST = "Supplement No. 4 to 15 CFR part 744"
UNLISTED = Text(
    "The parties were not screened; none is taken to be on a list.", "當事人未經篩查；視為無任何當事人列於名單。"
)
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


def _listed(role: str, en: str, zh: str) -> Fact:
    """On which lists the parties in a role stand; on none, unless somebody says so."""
    asked = words(
        f"{role}.listed_on",
        (f"the lists on which {en} stands", f"{zh}所列之名單"),
        (f"On which list of parties does {en} stand?", f"{zh}列於何名單？"),
        "15 CFR 744.8, 744.11, 744.15, 744.21, part 764",
        LISTS,
    )
    return replace(asked, presumed=frozenset(), presumption=UNLISTED, lenient=True)


def _may_be(role: str, en: str, zh: str) -> Fact:
    """Which lists have entries that may be the parties in a role; all, unless somebody has looked."""
    asked = words(
        f"{role}.may_be_on",
        (f"the lists that have an entry which may be {en}", f"有項目可能即為{zh}之名單"),
        (f"Which lists have an entry that may be {en}?", f"何名單有項目可能即為{zh}？"),
        "15 CFR 744.8, 744.11, 744.15, 744.21, part 764",
        LISTS,
    )
    return replace(asked, presumed=frozenset(LISTS))


EXPORTER = ("exporter", "the exporter", "出口商")
PURCHASER = ("purchaser", "the purchaser", "買受人")
INTERMEDIATE = ("intermediate_consignees", "an intermediate consignee", "中間收貨人")
CONSIGNEE = ("ultimate_consignee", "the ultimate consignee", "最終收貨人")
END_USER = ("end_user", "the end user", "最終使用者")

EXPORTER_LISTED, EXPORTER_MAY_BE = _listed(*EXPORTER), _may_be(*EXPORTER)
PURCHASER_LISTED, PURCHASER_MAY_BE = _listed(*PURCHASER), _may_be(*PURCHASER)
INTERMEDIATE_LISTED, INTERMEDIATE_MAY_BE = _listed(*INTERMEDIATE), _may_be(*INTERMEDIATE)
CONSIGNEE_LISTED, CONSIGNEE_MAY_BE = _listed(*CONSIGNEE), _may_be(*CONSIGNEE)
END_USER_LISTED, END_USER_MAY_BE = _listed(*END_USER), _may_be(*END_USER)
OWNERS_LISTED = _listed("owners", "an owner whose share counts", "計入持股之所有者")

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
