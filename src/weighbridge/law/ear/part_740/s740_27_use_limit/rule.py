"""15 CFR 740.27(a), (b)(2)(iii): hardware received under AIA may not train controlled models for outsiders."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import all_of, any_of, met, not_, value
from weighbridge.core.provision import Prohibition, Provision
from weighbridge.core.text import Text
from weighbridge.law.facts.cloud import AUTHORIZED_BY_BIS, PURPOSE, RECEIVED_UNDER
from weighbridge.law.facts.parties import END_USER_HEADQUARTERS, END_USER_LOCATION, END_USER_PARENT
from weighbridge.law.facts.transaction import ACTIVITY

A_LIST = value("supplement_5.a")

PROVISIONS = (
    Provision(
        "740.27(a) use limit",
        Text("Use limit of hardware received under AIA", "依 AIA 收受硬體之用途限制"),
        Citation("15 CFR 740.27(a), (b)(2)(iii)", "90 FR 4544"),
        "fr_90_4544",
        Prohibition(),
        all_of(
            ACTIVITY.is_one_of("iaas"),
            RECEIVED_UNDER.includes("AIA"),
            PURPOSE.is_one_of("training", "fine_tuning"),
            met("4E091.model"),
            any_of(
                not_(END_USER_HEADQUARTERS.is_in(A_LIST)),
                not_(END_USER_LOCATION.is_in(A_LIST)),
                not_(END_USER_PARENT.is_in(A_LIST)),
            ),
            not_(AUTHORIZED_BY_BIS.holds),
        ),
        text=Text(
            "Without prior authorization, hardware received under AIA may not serve to train 4E091 models for entities "
            "headquartered, located, or with an ultimate parent, outside paragraph (a) of Supplement No. 5.",
            "未經事先授權，依 AIA 收受之硬體不得用於為總部、所在地或最終母公司位於附件五 (a) 段以外之實體訓練 4E091 模型。",
        ),
    ),
)
