"""15 CFR 748.15 as of October 2024: the data center validated end user, before UVEU and NVEU took its place.

The rule was read in accounts of it and in the text of 27 January 2025. No authorization under it was found.
"""

from __future__ import annotations

from dataclasses import replace

from weighbridge.core.condition import all_of, any_of, met, not_
from weighbridge.core.provision import Authorization, Provision
from weighbridge.core.text import Text
from weighbridge.law.ear.earlier import FRAMEWORK, OCTOBER_2024, cited
from weighbridge.law.ear.part_748.s748_15_common.rule import NOTICE, STATEMENT
from weighbridge.law.ear.part_748.veu import LIFTS
from weighbridge.law.facts.authorization import DATA_CENTER_HELD, EXCLUDED_ITEM, OWN_FACILITY, TO_SAME_VEU
from weighbridge.law.facts.transaction import ACTIVITY

CITATION = cited("15 CFR 748.15", OCTOBER_2024)

PROVISIONS = (
    Provision(
        "748.15 data center",
        Text("Data center validated end user", "資料中心經驗證最終使用者"),
        CITATION,
        OCTOBER_2024,
        Authorization("DCVEU", LIFTS),
        all_of(
            DATA_CENTER_HELD.holds,
            any_of(ACTIVITY.is_one_of("export", "reexport"), all_of(ACTIVITY.is_one_of("transfer"), TO_SAME_VEU.holds)),
            not_(met("destination.macau_or_d5")),
            not_(EXCLUDED_ITEM.holds),
            OWN_FACILITY.holds,
            not_(met("744.prohibited")),
        ),
        ended_by=FRAMEWORK,
        text=Text(
            "A data center listed in Supplement No. 7 to part 748 may receive items without a license of their own.",
            "列於第 748 部附件七之資料中心得不經個別許可收受物項。",
        ),
    ),
    *(replace(p, instrument=OCTOBER_2024, citation=CITATION) for p in (STATEMENT, NOTICE)),
)
