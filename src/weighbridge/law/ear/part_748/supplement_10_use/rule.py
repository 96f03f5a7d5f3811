"""Supplement No. 10 to part 748, paragraphs 4, 7 and 8: what a validated end user may not do with what it receives."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import all_of, any_of, at_most, met, not_, product_of, value
from weighbridge.core.provision import Definition, Prohibition, Provision
from weighbridge.core.text import Text
from weighbridge.law.facts.authorization import STORES_WEIGHTS_ELSEWHERE, TRAINS_OUTSIDE, TRANSFERS_TO_RESTRICTED
from weighbridge.law.facts.cloud import (
    AUTHORIZED_BY_BIS,
    FINE_TUNING_OPERATIONS,
    HARDWARE_LOCATION,
    ORIGINAL_OPERATIONS,
    PURPOSE,
    RECEIVED_UNDER,
)
from weighbridge.law.facts.parties import END_USER_HEADQUARTERS
from weighbridge.law.facts.transaction import ACTIVITY

SUPPLEMENT = "Supplement No. 10 to 15 CFR part 748, paragraph {}"
A_LIST = value("supplement_5.a")
SMALL_FINE_TUNING = all_of(
    PURPOSE.is_one_of("fine_tuning"),
    at_most(FINE_TUNING_OPERATIONS, product_of(value("supplement_10.7.fine_tuning_up_to"), ORIGINAL_OPERATIONS)),
)

PROVISIONS = (
    Provision(
        "supplement_10.use",
        Text(
            "The validated end user keeps to paragraphs 4, 7 and 8 of Supplement No. 10",
            "經驗證最終使用者遵守附件十第 4、7、8 段",
        ),
        Citation(SUPPLEMENT.format("4, 7 and 8").replace("paragraph", "paragraphs"), "90 FR 4544"),
        "fr_90_4544",
        Definition(),
        all_of(
            not_(TRANSFERS_TO_RESTRICTED.holds).cited(SUPPLEMENT.format("4")),
            not_(TRAINS_OUTSIDE.holds).cited(SUPPLEMENT.format("7")),
            not_(STORES_WEIGHTS_ELSEWHERE.holds).cited(SUPPLEMENT.format("8")),
        ),
    ),
    Provision(
        "supplement_10.7",
        Text("Training limits of validated end users", "經驗證最終使用者之訓練限制"),
        Citation(SUPPLEMENT.format("7"), "90 FR 4544"),
        "fr_90_4544",
        Prohibition(),
        all_of(
            ACTIVITY.is_one_of("iaas"),
            RECEIVED_UNDER.includes("UVEU", "NVEU"),
            PURPOSE.is_one_of("training", "fine_tuning"),
            met("4E091.model"),
            any_of(not_(HARDWARE_LOCATION.is_in(A_LIST)), not_(END_USER_HEADQUARTERS.is_in(A_LIST))),
            not_(SMALL_FINE_TUNING),
            not_(AUTHORIZED_BY_BIS.holds),
        ),
        text=Text(
            "Without authorization, hardware received as a validated end user may not train a 4E091 model outside the "
            "countries of paragraph (a) of Supplement No. 5, or as a service for an entity headquartered outside them.",
            "未經授權，以經驗證最終使用者身分收受之硬體，不得於附件五 (a) 段國家以外訓練 4E091 模型，亦不得以服務方式為總部設於該等國家以外之實體訓練。",
        ),
    ),
)
