"""Places and parties as the advanced computing provisions test them.

The tests for headquarters and ultimate parent are not uniform; each provision asks for the one that its text states.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import Condition, all_of, any_of, met, not_, value
from weighbridge.core.provision import Definition, Position, Provision, Reading
from weighbridge.core.text import Text
from weighbridge.law.facts.parties import (
    CONSIGNEE_HEADQUARTERS,
    CONSIGNEE_LOCATION,
    CONSIGNEE_PARENT,
    END_USER_HEADQUARTERS,
    END_USER_LOCATION,
    END_USER_PARENT,
    INTERMEDIATE_HEADQUARTERS,
)
from weighbridge.law.facts.transaction import ACTIVITY, DESTINATION
from weighbridge.law.reading import reads

A_LIST, D5, MACAU = value("supplement_5.a"), value("group.d5"), value("group.macau")
NOT_SETTLED = value("group.d5.not_settled")
SUSPENSION = Reading(
    "cyprus_d5",
    Text(
        "Is Cyprus subject to the State Department's policy of denial, and so in Country Group D:5, after 30 September 2026?",
        "2026 年 9 月 30 日後，賽普勒斯是否適用國務院之駁回政策而屬國家組別 D:5？",
    ),
    Position(
        "lapsed",
        Text(
            "Yes: the suspension of that policy is known to 30 September 2026, and the list of the State Department "
            "controls on conflict.",
            "是：該政策之停止適用已知至 2026 年 9 月 30 日；遇有牴觸，以國務院名單為準。",
        ),
        Citation("note to Country Group D:5; 22 CFR 126.1", "22 CFR 126.1", Confidence.UNVERIFIED),
    ),
    Position(
        "renewed",
        Text(
            "No: Cyprus stands outside Country Group D:5 since 30 May 2024, and the suspension was renewed every year.",
            "否：賽普勒斯自 2024 年 5 月 30 日起不屬國家組別 D:5，且停止適用逐年延長。",
        ),
        Citation("89 FR 40369", "89 FR 40369", Confidence.SECONDARY),
    ),
    check=Text(
        "Look in the Federal Register and in 22 CFR 126.1 for the suspension for Cyprus from 1 October 2026 on.",
        "請於聯邦公報及 22 CFR 126.1 查閱 2026 年 10 月 1 日起賽普勒斯之停止適用。",
    ),
)
READINGS = (SUSPENSION,)


def define(name: str, cite: str, en: str, zh: str, condition: Condition, by: str = "fr_90_4544") -> Provision:
    """A named test that other provisions ask about."""
    return Provision(name, Text(en, zh), Citation(cite), by, Definition(), condition)


def may_be_d5(name: str, en: str, zh: str, *places: Condition) -> Provision:
    """Whether one of these is a place of which it is not settled that it is outside Country Group D:5."""
    condition = all_of(any_of(*places), reads(SUSPENSION, SUSPENSION.conservative))
    citation = Citation("note to Country Group D:5; 22 CFR 126.1", "22 CFR 126.1", Confidence.UNVERIFIED)
    return Provision(name, Text(en, zh), citation, "suspension_for_cyprus", Definition(), condition)


PROVISIONS = (
    may_be_d5(
        "destination.may_be_d5",
        "The destination may be in Country Group D:5",
        "目的地可能屬國家組別 D:5",
        DESTINATION.is_in(NOT_SETTLED),
    ),
    may_be_d5(
        "consignee.may_be_d5",
        "The ultimate consignee, or its ultimate parent, is headquartered where Country Group D:5 may reach",
        "最終收貨人或其最終母公司之總部可能設於國家組別 D:5",
        CONSIGNEE_HEADQUARTERS.is_in(NOT_SETTLED),
        CONSIGNEE_PARENT.is_in(NOT_SETTLED),
    ),
    may_be_d5(
        "party.may_be_d5",
        "A party that receives the item, or its ultimate parent, is headquartered where Country Group D:5 may reach",
        "收受物項之任一當事人或其最終母公司之總部可能設於國家組別 D:5",
        END_USER_HEADQUARTERS.is_in(NOT_SETTLED),
        END_USER_PARENT.is_in(NOT_SETTLED),
        INTERMEDIATE_HEADQUARTERS.any_in(NOT_SETTLED),
    ),
    may_be_d5(
        "party.located_may_be_d5",
        "The ultimate consignee or the end user is located where Country Group D:5 may reach",
        "最終收貨人或最終使用者可能位於國家組別 D:5",
        CONSIGNEE_LOCATION.is_in(NOT_SETTLED),
        END_USER_LOCATION.is_in(NOT_SETTLED),
    ),
    define(
        "transaction.leaves_the_united_states",
        "15 CFR 734.13 to 734.16",
        "The item moves to or within a foreign destination",
        "物項運往外國目的地或於其境內移轉",
        all_of(
            ACTIVITY.is_one_of("export", "reexport", "transfer"), not_(DESTINATION.is_in(value("group.united_states")))
        ),
        by="ear",
    ),
    define(
        "destination.macau_or_d5",
        "15 CFR 742.6(b)(10)(iii)(A)(1)",
        "The destination is Macau or in Country Group D:5",
        "目的地為澳門或屬國家組別 D:5",
        any_of(DESTINATION.is_in(D5), DESTINATION.is_in(MACAU), met("destination.may_be_d5")),
        by="ear",
    ),
    define(
        "destination.zone",
        "15 CFR 742.6(a)(6) (87 FR 62186)",
        "The destination is China, or since 17 January 2023 Macau",
        "目的地為中國，或自 2023 年 1 月 17 日起為澳門",
        DESTINATION.is_in(value("october_2022.destinations")),
        by="fr_87_62186",
    ),
    define(
        "destination.zone",
        "15 CFR 742.6(a)(6)(iii)(B)",
        "The destination is in Country Group D:1, D:4 or D:5, and not in A:5 or A:6",
        "目的地屬國家組別 D:1、D:4 或 D:5，且不屬 A:5 或 A:6",
        any_of(
            DESTINATION.is_in(value("zone.named")),
            all_of(
                any_of(
                    DESTINATION.is_in(value("group.d1")), DESTINATION.is_in(value("group.d4")), DESTINATION.is_in(D5)
                ),
                not_(any_of(DESTINATION.is_in(value("group.a5")), DESTINATION.is_in(value("group.a6")))),
            ),
        ),
        by="fr_88_73458",
    ),
    define(
        "destination.a_list",
        "Supplement No. 5 to 15 CFR part 740, paragraph (a)",
        "The destination is listed in paragraph (a) of Supplement No. 5",
        "目的地列於附件五 (a) 段",
        DESTINATION.is_in(A_LIST),
    ),
    define(
        "consignee.macau_or_d5",
        "15 CFR 740.28(c), 740.29(c)(2)",
        "The ultimate consignee, or its ultimate parent, is headquartered in Macau or Country Group D:5",
        "最終收貨人或其最終母公司之總部設於澳門或國家組別 D:5",
        any_of(
            CONSIGNEE_HEADQUARTERS.is_in(D5),
            CONSIGNEE_HEADQUARTERS.is_in(MACAU),
            CONSIGNEE_PARENT.is_in(D5),
            CONSIGNEE_PARENT.is_in(MACAU),
            met("consignee.may_be_d5"),
        ),
        by="fr_88_73458",
    ),
    define(
        "party.macau_or_d5",
        "15 CFR 740.2(a)(9)(ii), 742.6(b)(10), 744.23(a)(3)",
        "A party that receives the item, or its ultimate parent, is headquartered in Macau or Country Group D:5",
        "收受物項之任一當事人或其最終母公司之總部設於澳門或國家組別 D:5",
        any_of(
            met("consignee.macau_or_d5"),
            END_USER_HEADQUARTERS.is_in(D5),
            END_USER_HEADQUARTERS.is_in(MACAU),
            END_USER_PARENT.is_in(D5),
            END_USER_PARENT.is_in(MACAU),
            INTERMEDIATE_HEADQUARTERS.any_in(D5),
            INTERMEDIATE_HEADQUARTERS.any_in(MACAU),
            met("party.may_be_d5"),
        ),
        by="fr_88_73458",
    ),
    define(
        "party.located_macau_or_d5",
        "15 CFR 740.2(a)(9)(ii)",
        "The ultimate consignee or the end user is located in Macau or Country Group D:5",
        "最終收貨人或最終使用者位於澳門或國家組別 D:5",
        any_of(
            CONSIGNEE_LOCATION.is_in(D5),
            CONSIGNEE_LOCATION.is_in(MACAU),
            END_USER_LOCATION.is_in(D5),
            END_USER_LOCATION.is_in(MACAU),
            met("party.located_may_be_d5"),
        ),
    ),
)
