"""Facts that license exceptions turn on, beyond the item, the parties and the end use."""

from __future__ import annotations

from weighbridge.core.fact import Kind
from weighbridge.law.facts.declare import fact, presumed, truth

INTERMEDIATES_ANY = truth(
    "intermediate_consignees.any",
    ("an intermediate consignee takes part", "有中間收貨人參與"),
    ("Does any intermediate consignee take part in the transaction?", "本交易是否有中間收貨人參與？"),
    "15 CFR 748.5(d)",
)
OPERATOR_NAME = fact(
    "quota.operator_name",
    Kind.NAME,
    ("the entity that will operate the items", "將操作該物項之實體"),
    (
        "Which entity will operate the items, and has its annual LPP limit charged?",
        "將操作該物項並計入其 LPP 年度限額者為何實體？",
    ),
    "15 CFR 740.29(a)",
)
TRAINS_FOR_OUTSIDERS = truth(
    "training.for_entity_outside_the_a_list",
    (
        "training for an entity headquartered or located outside paragraph (a) of Supplement No. 5",
        "為總部或所在地不在附件五 (a) 段之實體訓練",
    ),
    (
        "Is the 4E091 model trained for an entity that is headquartered or located in a destination that paragraph (a) "
        "of Supplement No. 5 to part 740 does not list?",
        "該 4E091 模型是否係為總部設於或位於第 740 部附件五 (a) 段所列目的地以外之實體訓練？",
    ),
    "15 CFR 740.27(a)",
)
CUSTOMERS_OUTSIDE = truth(
    "acm.customers_outside_macau_or_d5",
    ("ultimately destined to customers outside Macau and Country Group D:5", "最終運交澳門及國家組別 D:5 以外之客戶"),
    (
        "Are the items ultimately destined to customers outside Macau and Country Group D:5, or otherwise authorized "
        "to go to customers there?",
        "物項最終是否運交澳門及國家組別 D:5 以外之客戶，或已另獲授權運交該等地區之客戶？",
    ),
    "15 CFR 740.28(a)",
)
COVERED_BY_TGL = presumed(
    "tgl.covers",
    ("the temporary general license covers it", "為暫時通用許可所涵蓋"),
    (
        "Does the temporary general license in Supplement No. 1 to part 736 cover this transaction, by your own reading of "
        "its terms?",
        "依您對其條件之認定，第 736 部附件一之暫時通用許可是否涵蓋本交易？",
    ),
    "Supplement No. 1 to 15 CFR part 736",
    False,
    (
        "The temporary general license of Supplement No. 1 to part 736 is taken not to cover the transaction.",
        "視為第 736 部附件一之暫時通用許可不涵蓋本交易。",
    ),
)
ENC_CONDITIONS_MET = truth(
    "enc.conditions_met",
    ("the conditions of License Exception ENC are met", "符合許可例外 ENC 之條件"),
    (
        "Does the encryption item meet the conditions of License Exception ENC (740.17) that NAC and ACA ask for?",
        "該加密物項是否符合 NAC 與 ACA 所要求之許可例外 ENC（740.17）條件？",
    ),
    "15 CFR 740.8(a)",
)
COMMERCIAL_SAMPLE = truth(
    "item.commercial_sample",
    ("a commercial sample", "商業樣品"),
    ("Is the item sent as a commercial sample?", "物項是否為商業樣品？"),
    "15 CFR 740.8(a)",
)
ORIGINAL_LAWFULLY_EXPORTED = truth(
    "original_item.lawfully_exported",
    ("the original item was lawfully exported", "原物項係合法出口"),
    (
        "Was the item that is repaired, replaced, operated or corrected lawfully exported or reexported before?",
        "受修理、更換、操作或更正之原物項，先前是否合法出口或再出口？",
    ),
    "15 CFR 740.10, 740.13",
)
ORIGINAL_ENHANCED = truth(
    "original_item.enhanced",
    ("the original item is enhanced", "原物項之能力獲得提升"),
    (
        "Does the replacement or update give the original item more capability than it had?",
        "更換或更新是否使原物項取得其原本所無之能力？",
    ),
    "15 CFR 740.10, 740.13(c)",
)
ONE_FOR_ONE = truth(
    "replacement.one_for_one",
    ("replaced one for one", "一對一更換"),
    ("Does each replacement take the place of one part that was there before?", "每一更換件是否僅取代一件既有零件？"),
    "15 CFR 740.10",
)
SAME_CONSIGNEE = truth(
    "update.to_original_consignee",
    ("sent to the consignee of the original software", "寄交原軟體之收貨人"),
    (
        "Does the update go to the consignee that received the original software?",
        "該更新是否寄交收受原軟體之同一收貨人？",
    ),
    "15 CFR 740.13(c)",
)
US_GOVERNMENT_RECIPIENT = truth(
    "recipient.us_government",
    ("an agency or the personnel of the United States Government", "美國政府機關或人員"),
    (
        "Is the recipient an agency of the United States Government, its personnel, or someone acting for it under its "
        "authorization?",
        "收受者是否為美國政府機關、其人員，或經其授權代其行事者？",
    ),
    "15 CFR 740.11(b)",
)
COOPERATING_GOVERNMENT = truth(
    "recipient.cooperating_government",
    ("an agency of a cooperating government", "合作國政府機關"),
    ("Is the recipient an agency of a cooperating government?", "收受者是否為合作國政府機關？"),
    "15 CFR 740.11(c)",
)
