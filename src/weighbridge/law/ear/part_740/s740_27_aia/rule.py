"""15 CFR 740.27: License Exception AIA, for items within the (a)-list and for model weights of its entities."""

from __future__ import annotations

from weighbridge.core.condition import (
    Condition,
    all_of,
    any_of,
    at_least,
    classified,
    classified_in,
    met,
    not_,
    sum_of,
    value,
)
from weighbridge.core.provision import Due
from weighbridge.law.ear.part_740.terms import A_TIER, DESIGNER_COUNTS, MOVES, WEIGHTS, duty, exception, reading
from weighbridge.law.facts.exceptions import TRAINS_FOR_OUTSIDERS
from weighbridge.law.facts.model import STORAGE_MEETS_SUPPLEMENT_10
from weighbridge.law.facts.parties import (
    CONSIGNEE_HEADQUARTERS,
    CONSIGNEE_LOCATION,
    CONSIGNEE_PARENT,
    END_USER_HEADQUARTERS,
    END_USER_LOCATION,
    END_USER_PARENT,
)
from weighbridge.law.facts.transaction import END_USE, ON, RECEIVED_UNDER_AIA, TOTAL_TPP
from weighbridge.law.reading import reads

A_LIST = value("supplement_5.a")
COMMODITIES = classified_in(value("740.27.a.1.items")).cited("15 CFR 740.27(a)(1)")
SOFTWARE_AND_TECHNOLOGY = classified_in(value("740.27.a.2.i.items")).cited("15 CFR 740.27(a)(2)(i)")
THRESHOLD = value("740.27.certification_tpp")

A4 = reading(
    "A4",
    ("Must every AIA certification be submitted to BIS?", "每份 AIA 證明書是否均須提交 BIS？"),
    (
        "always",
        ("Yes: paragraph (a) asks for it before any use.", "是：(a) 段要求於任何適用前提交。"),
        "740.27(a)",
    ),
    (
        "at_the_threshold",
        (
            "Only once the ultimate consignee reaches the cumulative TPP that paragraph (c) states.",
            "僅於最終收貨人之累計 TPP 達 (c) 段所定數額時。",
        ),
        "740.27(c)",
    ),
)
A14 = reading(
    "A14",
    ("Is technology of 3E001 eligible for AIA?", "3E001 之技術是否適用 AIA？"),
    (
        "not_listed",
        ("No: the eligible software and technology omit 3E001.", "否：所列適格軟體及技術未含 3E001。"),
        "740.27(a)(2)(i)",
    ),
    (
        "eligible",
        (
            "Yes: the requirement lists 3E001 beside the entries that AIA covers, and the omission is an oversight.",
            "是：許可要求將 3E001 與 AIA 所涵蓋之項目並列，其遺漏係屬疏誤。",
        ),
        "742.6(a)(6)(iii)(A)",
    ),
)
A17 = reading(
    "A17",
    (
        "Does the storage standard bind AIA weights before the delayed compliance date?",
        "儲存標準於延後遵循日之前是否即拘束 AIA 權重？",
    ),
    (
        "binding_now",
        ("Yes: paragraph (a)(3)(ii) states no date.", "是：(a)(3)(ii) 段未定日期。"),
        "740.27(a)(3)(ii)",
    ),
    (
        "binding_later",
        (
            "No: compliance with paragraphs 14, 15 and 18 of Supplement No. 10 was deferred.",
            "否：附件十第 14、15、18 段之遵循已予延後。",
        ),
        "748.15(a)(2)(ii)(A), (iii)(A)",
    ),
)
READINGS = (A4, A14, A17)

INSIDE = all_of(
    met("destination.a_list"),
    CONSIGNEE_LOCATION.is_in(A_LIST),
    CONSIGNEE_HEADQUARTERS.is_in(A_LIST),
    CONSIGNEE_PARENT.is_in(A_LIST),
    END_USER_LOCATION.is_in(A_LIST),
    END_USER_HEADQUARTERS.is_in(A_LIST),
    END_USER_PARENT.is_in(A_LIST),
).cited("15 CFR 740.27(a)")
TRAINING_FOR_OUTSIDERS = all_of(
    COMMODITIES, END_USE.includes("train_controlled_model"), TRAINS_FOR_OUTSIDERS.holds
).cited("15 CFR 740.27(a)")
OF_AN_ALLY = all_of(
    any_of(CONSIGNEE_HEADQUARTERS.is_in(A_LIST), CONSIGNEE_PARENT.is_in(A_LIST)),
    any_of(END_USER_HEADQUARTERS.is_in(A_LIST), END_USER_PARENT.is_in(A_LIST)),
).cited("15 CFR 740.27(a)(3)")
STORED_SECURELY = any_of(
    STORAGE_MEETS_SUPPLEMENT_10.holds,
    all_of(reads(A17, A17.other), ON.less_than(value("740.27.delayed_compliance"))),
).cited("15 CFR 740.27(a)(3)(ii)")
HARDWARE_OR_SOFTWARE: Condition = any_of(
    COMMODITIES, SOFTWARE_AND_TECHNOLOGY, all_of(reads(A14, A14.other), classified("3E001.for_a"))
)
AT_THE_THRESHOLD = any_of(
    TOTAL_TPP.at_least(THRESHOLD), at_least(sum_of(RECEIVED_UNDER_AIA, TOTAL_TPP), THRESHOLD)
).cited("15 CFR 740.27(c)")

PROVISIONS = (
    exception(
        "740.27",
        "AIA",
        (A_TIER,),
        ("License Exception AIA", "許可例外 AIA（人工智慧授權）"),
        (
            "AIA authorizes a-tier items to entities that are located and headquartered, with their ultimate parents, "
            "in destinations of paragraph (a) of Supplement No. 5.",
            "AIA 授權將 a 級物項運交所在地、總部及最終母公司總部均在附件五 (a) 段目的地之實體。",
        ),
        all_of(
            MOVES,
            HARDWARE_OR_SOFTWARE,
            INSIDE,
            not_(TRAINING_FOR_OUTSIDERS),
            DESIGNER_COUNTS.cited("15 CFR 740.27(a)(1)"),
        ),
    ),
    exception(
        "740.27(a)(3)",
        "AIA",
        (WEIGHTS,),
        ("License Exception AIA for model weights", "許可例外 AIA（模型權重）"),
        (
            "AIA authorizes model weights to entities of destinations in paragraph (a) of Supplement No. 5 that are "
            "located outside Macau and Country Group D:5 and store the weights securely.",
            "AIA 授權將模型權重交予附件五 (a) 段目的地之實體，但須位於澳門及國家組別 D:5 以外，並妥善儲存該權重。",
        ),
        all_of(
            MOVES,
            classified("4E091"),
            OF_AN_ALLY,
            not_(met("destination.macau_or_d5")).cited("15 CFR 740.27(a)(3)(i)"),
            not_(met("party.located_macau_or_d5")).cited("15 CFR 740.27(a)(3)(i)"),
            STORED_SECURELY,
        ),
    ),
    duty(
        "740.27(b)(1)",
        "AIA",
        HARDWARE_OR_SOFTWARE,
        (
            "Furnish the ECCN of each item to the ultimate consignee, the owner of the items; once is enough while it "
            "stays accurate.",
            "向最終收貨人（物項所有人）提供各物項之 ECCN；如仍正確，提供一次即可。",
        ),
        Due("before_use"),
    ),
    duty(
        "740.27(b)(2)",
        "AIA",
        COMMODITIES,
        (
            "Obtain the ultimate consignee's one-time certification: aware of AIA and the ECCNs; no end use or end "
            "user that part 744 prohibits; no computing service for training 4E091 models, and no onward supply, for "
            "entities outside paragraph (a) of Supplement No. 5 without authorization; names, signatures, titles and "
            "dates.",
            "取得最終收貨人之一次性證明書：知悉適用 AIA 及各 ECCN；不作第 744 部禁止之用途或轉予其禁止之使用者；"
            "未經授權，不為附件五 (a) 段以外之實體提供訓練 4E091 模型之運算服務，亦不轉供該等實體；並載明姓名、簽名、"
            "職稱及日期。",
        ),
        Due("before_use"),
    ),
    duty(
        "740.27(b)(3)",
        "AIA",
        HARDWARE_OR_SOFTWARE,
        (
            "Notify the ultimate consignee in writing that the shipment, or which items of it, moves under AIA.",
            "以書面通知最終收貨人該批貨物（或其中特定物項）係依 AIA 運送。",
        ),
        Due("with_shipment"),
    ),
    duty(
        "740.27(c)",
        "AIA",
        all_of(COMMODITIES, any_of(reads(A4, A4.conservative), AT_THE_THRESHOLD)),
        (
            'Submit the certification to BIS before the first shipment (EARReports@bis.doc.gov, subject "AIA '
            'Certification").',
            "於首次出貨前將證明書提交 BIS（EARReports@bis.doc.gov，主旨「AIA Certification」）。",
        ),
        Due("before_use"),
    ),
)
