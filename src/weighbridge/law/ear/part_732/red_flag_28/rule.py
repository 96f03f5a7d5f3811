"""Supplement No. 3 to part 732, red flag 28: computing services that help to train a controlled model for an outsider.

The service itself is no export and needs no license; the model that comes out of it may.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import Condition, all_of, any_of, met, not_, value
from weighbridge.core.provision import Definition, Due, Duty, Provision
from weighbridge.core.text import Text
from weighbridge.law.facts.cloud import INTENDS_TO_EXPORT, PURPOSE
from weighbridge.law.facts.parties import END_USER_HEADQUARTERS, END_USER_PARENT
from weighbridge.law.facts.transaction import ACTIVITY

CITE = Citation("Supplement No. 3 to 15 CFR part 732, red flag 28", "90 FR 4544")
PROVIDER = Text("provider of the service", "服務提供者")
A_LIST = value("supplement_5.a")
RAISED = met("732.red_flag_28")


def duty(part: str, what: tuple[str, str], due: Due, condition: Condition = RAISED) -> Provision:
    """What the red flag asks of the provider."""
    text = Text(*what)
    return Provision(f"732.red_flag_28.{part}", text, CITE, "fr_90_4544", Duty(text, PROVIDER, due, ("*",)), condition)


PROVISIONS = (
    Provision(
        "732.red_flag_28",
        Text(
            "The service helps to train a 4E091 model for an entity from outside the list",
            "該服務協助為名單以外之實體訓練 4E091 模型",
        ),
        CITE,
        "fr_90_4544",
        Definition(),
        all_of(
            ACTIVITY.is_one_of("iaas"),
            PURPOSE.is_one_of("training", "fine_tuning"),
            met("4E091.model"),
            any_of(not_(END_USER_HEADQUARTERS.is_in(A_LIST)), not_(END_USER_PARENT.is_in(A_LIST))),
        ),
    ),
    duty(
        "inquire",
        (
            "Ask whether the customer intends to export the model. The weights are likely to leave the country, and "
            "helping that without a license can be aiding a violation.",
            "詢問客戶是否擬將模型出口。權重極可能流向境外，未經許可而協助者可能構成協助違規。",
        ),
        Due("before_use"),
    ),
    duty(
        "license",
        (
            "The customer intends to export: apply for a license for the weights (742.6(a)(13); presumed denied for end "
            "users from outside the list), or tell the customer that one is needed before export.",
            "客戶擬出口：就權重申請許可（742.6(a)(13)；對名單以外之最終使用者推定駁回），或告知客戶須於出口前取得許可。",
        ),
        Due("before_use"),
        all_of(RAISED, INTENDS_TO_EXPORT.holds),
    ),
    duty(
        "keep",
        ("Keep what was asked and answered.", "保存詢問與答覆之紀錄。"),
        Due("ongoing"),
    ),
)
