"""Facts about the transaction itself."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.fact import Fact, Kind
from weighbridge.core.text import Text
from weighbridge.law.facts.declare import fact, place, presumed, quantity, truth, word, words

ON = fact(
    "on",
    Kind.DAY,
    ("the date of the transaction", "交易日期"),
    (
        "On which date does the export, reexport, transfer or service take place?",
        "出口、再出口、移轉或服務於何日進行？",
    ),
    "15 CFR 734.13",
)
ACTIVITY = word(
    "activity",
    ("the activity", "行為"),
    ("What is being done?", "進行的是什麼行為？"),
    "15 CFR 734.13 to 734.16",
    {
        "export": ("export from the United States", "自美國出口"),
        "reexport": ("reexport from one foreign country to another", "自一外國再出口至另一外國"),
        "transfer": ("transfer within one foreign country", "於同一外國境內移轉"),
        "deemed_export": (
            "release of technology or source code to a foreign person",
            "向外國人釋出技術或原始碼（視同出口）",
        ),
        "iaas": ("computing offered as a service", "以服務方式提供運算（IaaS）"),
    },
)
DESTINATION = place(
    "destination",
    ("the destination", "目的地"),
    ("To which destination does the item go?", "物項運往何目的地？"),
    "15 CFR 748.5",
)
ORIGIN = place(
    "origin",
    ("the origin of the item", "物項原產地"),
    ("Where does the item come from?", "物項原產於何處？"),
    "15 CFR 734.3",
)
QUANTITY = quantity(
    "quantity", "units", ("the number of units", "單位數量"), ("How many units?", "多少單位？"), "15 CFR 748.5"
)
TOTAL_TPP = quantity(
    "transaction.total_tpp",
    "TPP",
    ("the total TPP of this transaction", "本交易之總處理效能（TPP）合計"),
    ("What is the total processing performance of all units together?", "所有單位合計之總處理效能為何？"),
    "15 CFR 740.29(h)(2)",
)
RECEIVED_THIS_YEAR = quantity(
    "received_this_year_tpp",
    "TPP",
    ("TPP already received under LPP this calendar year", "本曆年已依 LPP 收受之 TPP"),
    (
        "How much TPP has the ultimate consignee (its ultimate parent and all it owns, from all exporters) already "
        "received under License Exception LPP this calendar year?",
        "最終收貨人（含其最終母公司及所有子公司、來自所有出口商）本曆年已依許可例外 LPP 收受多少 TPP？",
    ),
    "15 CFR 740.29(d)",
)
RECEIVED_UNDER_AIA = quantity(
    "received_under_aia_tpp",
    "TPP",
    ("TPP already received under AIA", "已依 AIA 收受之 TPP"),
    (
        "How much TPP has the ultimate consignee already received under License Exception AIA?",
        "最終收貨人已依許可例外 AIA 收受多少 TPP？",
    ),
    "15 CFR 740.27(c)",
)
LICENSED_TO_DESTINATION = Fact(
    "licensed_to_destination_tpp",
    Kind.NUMBER,
    Text("TPP already licensed to the destination since 2025", "自 2025 年起已許可至該目的地之 TPP"),
    Text(
        "How much TPP has already been licensed to this destination since 2025?",
        "自 2025 年起已許可至該目的地多少 TPP？",
    ),
    Citation("15 CFR 742.6(b)(10)(iii)(B)(1)"),
    unit="TPP",
    presumed=0,
    presumption=Text(
        "Without a ledger, nothing is counted as already licensed to the destination; state "
        "licensed_to_destination_tpp to count it.",
        "未連結分配帳本，故視為該目的地尚無已許可之 TPP；如有，請填 licensed_to_destination_tpp。",
    ),
)
END_USE = words(
    "end_use",
    ("the end use", "最終用途"),
    ("What will the item be used for?", "物項將作何用途？"),
    "15 CFR part 744",
    {
        "civil": ("civil use", "民用"),
        "military": ("military end use or end user", "軍事最終用途或最終使用者"),
        "military_intelligence": ("military-intelligence end use or end user", "軍事情報最終用途或最終使用者"),
        "weapons_of_mass_destruction": ("nuclear, missile, chemical or biological weapons", "核武、飛彈或生化武器"),
        "technical_analysis": ("technical analysis or destructive testing alone", "僅供技術分析或破壞性測試"),
        "supercomputer": ("development or production of a supercomputer", "超級電腦之開發或生產"),
        "semiconductor_manufacturing": (
            "development or production of advanced-node integrated circuits",
            "先進製程積體電路之開發或生產",
        ),
        "train_controlled_model": (
            "training of a model whose weights ECCN 4E091 controls",
            "訓練其權重受 ECCN 4E091 管制之模型",
        ),
        "inference": ("inference with AI models", "AI 模型推論"),
        "development_production_storage": (
            "development, production, or storage before onward shipment of advanced computing items",
            "先進運算物項之開發、生產，或轉運前之倉儲",
        ),
        "inspection_test_calibration_repair": ("inspection, test, calibration or repair", "檢驗、測試、校準或修理"),
        "replacement": ("one-for-one replacement of a defective part", "瑕疵零件之一對一更換"),
        "us_government": ("official use by the United States Government", "美國政府公務用途"),
        "operation": (
            "minimum technology or software to operate an item lawfully exported",
            "操作已合法出口物項所需之最低限度技術或軟體",
        ),
        "bug_fix": ("software update that only corrects errors", "僅修正錯誤之軟體更新"),
    },
)
FOREIGN_DIRECT_PRODUCT = presumed(
    "item.direct_product",
    ("a direct product of listed technology or of a listed plant", "所列技術或所列工廠之直接產品"),
    (
        "Is the foreign-produced item the direct product of the technology or software that 734.9(h)(1) lists, or made "
        "by a plant that is?",
        "該外國製造之物項是否為 734.9(h)(1) 所列技術或軟體之直接產品，或由屬該等直接產品之工廠所製造？",
    ),
    "15 CFR 734.9(h)(1)",
    True,
    (
        "A foreign-produced item is taken to be the direct product of technology or of a plant that 734.9(h)(1) lists.",
        "外國製造之物項，推定為 734.9(h)(1) 所列技術或工廠之直接產品。",
    ),
)
PRODUCED_ON_CONTROLLED_PLANT = presumed(
    "model.trained_on_controlled_items",
    ("trained on controlled chips that are subject to the EAR", "以受 EAR 管轄之受管制晶片訓練"),
    (
        "Were the weights produced outside the United States by a plant or major component that is subject to the EAR "
        "and specified in the entries that 734.9(l)(1) lists?",
        "該權重是否在美國境外，由受 EAR 管轄且列於 734.9(l)(1) 所列項目之工廠或主要組件所產出？",
    ),
    "15 CFR 734.9(l)(1)",
    True,
    (
        "Foreign-produced weights are taken to have been trained on controlled items that are subject to the EAR.",
        "外國產出之權重，推定係以受 EAR 管轄之受管制物項訓練。",
    ),
)
DE_MINIMIS_EXCEEDED = presumed(
    "item.us_content_above_de_minimis",
    ("United States content above de minimis", "美國成分逾微量門檻"),
    (
        "Does the foreign-made item hold controlled United States content above the de minimis level?",
        "該外國製造之物項所含受管制美國成分是否逾微量（de minimis）門檻？",
    ),
    "15 CFR 734.4",
    True,
    (
        "A foreign-made item is taken to hold controlled United States content above the de minimis level.",
        "外國製造之物項，推定其受管制之美國成分逾微量（de minimis）門檻。",
    ),
)
PRIVATE_SECTOR_END_USER = truth(
    "consignee.private_sector",
    ("a private sector end user", "私部門最終使用者"),
    (
        "Is the recipient an individual not acting for a government, or a firm that (with its affiliates) no government "
        "other than the United States wholly owns or controls?",
        "收受者是否為非代表政府行事之個人，或（連同關係企業）未由美國以外之政府全資擁有或控制之商業公司？",
    ),
    "15 CFR 740.28(d)",
)
CHARGED_TO_OPERATOR = presumed(
    "quota.charged_to_operator",
    ("charged to the quota of the entity that will operate the items", "計入將操作該物項之實體之額度"),
    (
        "Does the ultimate consignee apply this shipment toward the annual LPP limit of a different entity that will "
        "operate the items?",
        "最終收貨人是否將本次出貨計入另一將操作該物項之實體之 LPP 年度限額？",
    ),
    "15 CFR 740.29(a)",
    False,
    (
        "The shipment is charged to the ultimate consignee's own annual LPP limit.",
        "本次出貨計入最終收貨人自身之 LPP 年度限額。",
    ),
)
OPERATOR_RECEIVED_THIS_YEAR = quantity(
    "quota.operator_received_this_year_tpp",
    "TPP",
    ("TPP that the operator already received under LPP this calendar year", "操作者本曆年已依 LPP 收受之 TPP"),
    (
        "How much TPP has the entity that will operate the items already received under LPP this calendar year?",
        "將操作該物項之實體本曆年已依 LPP 收受多少 TPP？",
    ),
    "15 CFR 740.29(a)",
)
