"""15 CFR 748.15(b) to (d): what both data center authorizations ask of the item, the place and the use."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import all_of, any_of, met, not_
from weighbridge.core.provision import Definition, Due, Provision
from weighbridge.core.text import Text
from weighbridge.law.ear.part_748.veu import BOTH, duty
from weighbridge.law.facts.authorization import EXCLUDED_ITEM, OPERATOR_AUTHORIZED, OWN_FACILITY, TO_SAME_VEU
from weighbridge.law.facts.transaction import ACTIVITY

EXPORTER = Text("exporter or reexporter", "出口商或再出口商")

STATEMENT = duty(
    "748.15(e)",
    "15 CFR 748.15(e)",
    (
        "Hold the validated end user's certification of end use before the first shipment.",
        "首次出貨前，取得經驗證最終使用者之最終用途證明。",
    ),
    Due("before_use"),
    who=EXPORTER,
    under=(*BOTH, "DCVEU"),
)
NOTICE = duty(
    "748.15(g)",
    "15 CFR 748.15(g)",
    (
        "Notify the validated end user in writing of what is shipped under the authorization.",
        "以書面通知經驗證最終使用者依授權出貨之內容。",
    ),
    Due("with_shipment"),
    who=EXPORTER,
    under=(*BOTH, "DCVEU"),
)

PROVISIONS = (
    Provision(
        "748.15.common",
        Text(
            "The transaction keeps to what every data center authorization asks", "本交易符合各資料中心授權之共同要求"
        ),
        Citation("15 CFR 748.15(b)(2), (c), (d)(2)", "90 FR 4544"),
        "fr_90_4544",
        Definition(),
        all_of(
            any_of(
                ACTIVITY.is_one_of("export", "reexport"),
                all_of(ACTIVITY.is_one_of("transfer"), TO_SAME_VEU.holds),
            ).cited("15 CFR 748.15(d)(2)(iii)"),
            not_(met("destination.macau_or_d5")).cited("15 CFR 748.15(b)(2)"),
            not_(EXCLUDED_ITEM.holds).cited("15 CFR 748.15(c)"),
            OWN_FACILITY.holds.cited("15 CFR 748.15(d)(2)(i)"),
            OPERATOR_AUTHORIZED.holds.cited("15 CFR 748.15(a)(2)"),
            not_(met("744.prohibited")).cited("15 CFR 748.15(d)(2)"),
            met("supplement_10.use"),
        ),
    ),
    STATEMENT,
    NOTICE,
)
