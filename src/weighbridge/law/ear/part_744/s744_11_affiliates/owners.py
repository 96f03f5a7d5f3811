"""Whose ownership counts for the affiliates of listed entities, and what the sources at hand leave open about it."""

from __future__ import annotations

from weighbridge.core.text import Text

BLOCKED = "SDN"
COUNTED_LISTS = frozenset({"EL", "MEU", BLOCKED})
"""The Entity List, the Military End-User List, and of the Specially Designated Nationals those of `PROGRAMS`."""
PROGRAMS = "744.8.programs"
THRESHOLD = "744.11.affiliate_at_least"
REQUIREMENT, RED_FLAG = "744.11.affiliates", "732.red_flag_29"

NO_METHOD = Text(
    "The sources at hand say “directly or indirectly, individually or in aggregate” and no more: whether indirect stakes "
    "cascade or multiply they do not say. Both are computed, and the larger share decides.",
    "現有來源僅稱「直接或間接、個別或合計」，未說明間接持股應逐層過半或相乘。兩者皆計算，以較大之比例為準。",
)
PROGRAMS_NOT_STATED = Text(
    "Of the SDNs only those under the programs of 15 CFR 744.8(a)(1) count. One whose programs are not stated is counted.",
    "特別指定國民中，僅依 15 CFR 744.8(a)(1) 所列方案被凍結者計入。未填方案者，一律計入。",
)
UNDER_744_8 = Text(
    "The terms of an SDN stand in 15 CFR 744.8, not in its list entry; they are not ranked here.",
    "特別指定國民之條件載於 15 CFR 744.8，非載於清單項目；此處不予排序。",
)
