"""Facts about validated end-user authorizations and what their holders own and do."""

from __future__ import annotations

from weighbridge.core.fact import Kind
from weighbridge.law.facts.declare import fact, presumed, quantity, truth

SECTION, ALLOCATIONS = "15 CFR 748.15", "Supplement No. 10 to 15 CFR part 748, paragraph 6"

UVEU_HELD = presumed(
    "uveu.held",
    ("a universal validated end-user authorization is held", "持有全球經驗證最終使用者（UVEU）授權"),
    (
        "Is the recipient listed in Supplement No. 7 to part 748 as a universal data center validated end user?",
        "收受者是否列於第 748 部附件七為全球資料中心經驗證最終使用者？",
    ),
    SECTION,
    False,
    (
        "No universal validated end-user authorization is taken to be held.",
        "視為未持有全球經驗證最終使用者（UVEU）授權。",
    ),
)
NVEU_HELD = presumed(
    "nveu.held",
    ("a national validated end-user authorization is held", "持有國家經驗證最終使用者（NVEU）授權"),
    (
        "Is the recipient listed in Supplement No. 7 to part 748 as a national data center validated end user?",
        "收受者是否列於第 748 部附件七為國家資料中心經驗證最終使用者？",
    ),
    SECTION,
    False,
    (
        "No national validated end-user authorization is taken to be held.",
        "視為未持有國家經驗證最終使用者（NVEU）授權。",
    ),
)
DATA_CENTER_HELD = presumed(
    "dcveu.held",
    (
        "a data center validated end-user authorization of October 2024 is held",
        "持有 2024 年 10 月之資料中心經驗證最終使用者授權",
    ),
    (
        "Is the recipient listed in Supplement No. 7 to part 748 as a data center validated end user, by the rule of "
        "October 2024?",
        "依 2024 年 10 月之規則，收受者是否列於第 748 部附件七為資料中心經驗證最終使用者？",
    ),
    SECTION,
    False,
    (
        "No data center validated end-user authorization of October 2024 is taken to be held.",
        "視為未持有 2024 年 10 月之資料中心經驗證最終使用者授權。",
    ),
)
NVEU_COUNTRIES = fact(
    "nveu.countries",
    Kind.PLACES,
    ("the countries that the national authorization names", "國家授權所列國家"),
    ("Which countries does the national authorization name?", "國家授權列有哪些國家？"),
    "15 CFR 748.15(a)(2)(iii)(A)",
)
NVEU_INSTALLED = quantity(
    "nveu.installed_base_tpp",
    "TPP",
    ("the validated end user's installed base in the destination", "該經驗證最終使用者於目的地之裝置量"),
    (
        "What TPP has the company installed in that country before this transaction, chips lost to attrition left out?",
        "本交易前，該公司於該國已裝置多少 TPP（不計耗損之晶片）？",
    ),
    "15 CFR 748.15(a)(2)(iii)(B)",
)
NVEU_ASSURANCES = truth(
    "nveu.government_to_government_arrangement",
    ("a government-to-government arrangement is in place", "已有政府間安排"),
    (
        "Is there a government-to-government arrangement between the United States and the end user's government?",
        "美國與最終使用者政府之間是否已有政府間安排？",
    ),
    "Supplement No. 10 to 15 CFR part 748, paragraph 12",
)
UVEU_TOTAL = quantity(
    "uveu.total_tpp",
    "TPP",
    ("total AI computing power owned by the group", "集團所擁有之 AI 運算能力總量"),
    (
        "What is the TPP of all chips at or above 3A090.a that the entity, its parents and its subsidiaries own, this "
        "transaction included?",
        "該實體及其母、子公司所擁有、達到 3A090.a 之晶片 TPP 總量為何（含本交易）？",
    ),
    ALLOCATIONS,
)
UVEU_OUTSIDE = quantity(
    "uveu.outside_tpp",
    "TPP",
    ("computing power already outside the listed countries", "已位於所列國家以外之運算能力"),
    (
        "How much of it was transferred to or installed in places outside paragraph (a) of Supplement No. 5 before this "
        "transaction?",
        "本交易前，其中已移轉或裝置於附件五 (a) 段以外者為何？",
    ),
    ALLOCATIONS,
)
UVEU_IN_DESTINATION = quantity(
    "uveu.in_destination_tpp",
    "TPP",
    ("computing power already in the destination", "已位於目的地之運算能力"),
    ("How much of it is in the destination before this transaction?", "本交易前，其中位於目的地者為何？"),
    ALLOCATIONS,
)
UVEU_OUTSIDE_US = quantity(
    "uveu.outside_us_tpp",
    "TPP",
    ("computing power already outside the United States", "已位於美國以外之運算能力"),
    ("How much of it is outside the United States before this transaction?", "本交易前，其中位於美國以外者為何？"),
    ALLOCATIONS,
)
OWN_FACILITY = truth(
    "veu.own_facility",
    ("used at the end user's own facility in an authorized destination", "於最終使用者自有且經授權目的地之設施使用"),
    (
        "Will the items be used at the validated end user's own facility in an authorized destination?",
        "物項是否將於經驗證最終使用者自有、且位於經授權目的地之設施使用？",
    ),
    "15 CFR 748.15(d)(2)(i)",
)
OPERATOR_AUTHORIZED = truth(
    "veu.owner_operates_or_operator_is_authorized",
    (
        "the owner operates the items, or the operator holds its own authorization",
        "由擁有者自行操作，或操作者持有自己之授權",
    ),
    (
        "Does the owner operate the items itself, or does the operator hold the same authorization of its own?",
        "物項是否由擁有者自行操作，或操作者自身亦持有相同授權？",
    ),
    "15 CFR 748.15(a)(2)(ii)(A), (iii)(A)",
)
EXCLUDED_ITEM = truth(
    "veu.excluded_item",
    (
        "a 600 series item, or one controlled for missile technology or crime control",
        "600 系列物項，或因飛彈技術或犯罪控制而管制者",
    ),
    (
        "Is the item in the 600 series, or controlled for MT or CC reasons?",
        "物項是否屬 600 系列，或因 MT 或 CC 理由受管制？",
    ),
    "15 CFR 748.15(c)",
)
TO_SAME_VEU = truth(
    "veu.to_location_of_same_veu",
    ("to an authorized location of the same validated end user", "移往同一經驗證最終使用者之經授權地點"),
    (
        "Does the item move to an authorized location of the same validated end user?",
        "物項是否移往同一經驗證最終使用者之經授權地點？",
    ),
    "15 CFR 748.15(d)(2)(iii)",
)
TRANSFERS_TO_RESTRICTED = truth(
    "veu.transfers_chips_to_restricted_persons",
    ("chips go to a person of paragraph 4", "晶片轉予第 4 段所列之人"),
    (
        "Will chips be transferred to an entity located or headquartered in Macau or D:5, to a person working for a "
        "listed party, or to a government employee of Macau or D:5 or a person likely to divert them?",
        "晶片是否將移轉予位於或總部設於澳門或 D:5 之實體、受列名者僱用之人、澳門或 D:5 之政府人員，或具高度轉移風險之人？",
    ),
    "Supplement No. 10 to 15 CFR part 748, paragraph 4",
)
TRAINS_OUTSIDE = truth(
    "veu.trains_controlled_models_outside",
    (
        "a 4E091 model is trained outside, or for an entity headquartered outside, paragraph (a) of Supplement No. 5",
        "於附件五 (a) 段以外，或為總部設於該段以外之實體訓練 4E091 模型",
    ),
    (
        "Will the items train a 4E091 model, beyond fine-tuning by a quarter of its operations, outside the countries of "
        "paragraph (a) of Supplement No. 5 or as a service for an entity headquartered outside them?",
        "物項是否將於附件五 (a) 段國家以外，或以服務方式為總部設於該等國家以外之實體，訓練 4E091 模型（微調未逾原訓練運算四分之一者不計）？",
    ),
    "Supplement No. 10 to 15 CFR part 748, paragraph 7",
)
STORES_WEIGHTS_ELSEWHERE = truth(
    "veu.stores_controlled_weights_elsewhere",
    ("4E091 weights are stored where paragraph 8 does not allow", "4E091 權重存放於第 8 段不允許之處"),
    (
        "Will weights of 4E091 models be stored in or sent to a facility that paragraph 8 does not allow?",
        "4E091 模型權重是否將存放於或傳送至第 8 段不允許之設施？",
    ),
    "Supplement No. 10 to 15 CFR part 748, paragraph 8",
)
