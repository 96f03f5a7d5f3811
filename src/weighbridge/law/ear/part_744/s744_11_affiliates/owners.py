"""Whose ownership counts for the affiliates of listed entities, and what the sources at hand leave open about it."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.text import Text

COUNTED_LISTS = frozenset({"EL", "MEU", "SDN"})
"""The Entity List, the Military End-User List, and Specially Designated Nationals."""
CITATION = Citation("15 CFR 744.11(a)(1), 744.21, 744.8(a)(1)", "90 FR 47201", Confidence.SECONDARY)
THRESHOLD = "744.11.affiliate_at_least"
REQUIREMENT, RED_FLAG, REVIEW = "744.11.affiliates", "732.red_flag_29", "744.11.affiliates.review"

NO_METHOD = Text(
    "The sources at hand say “directly or indirectly, individually or in aggregate” and no more: whether indirect stakes "
    "cascade or multiply they do not say. Both are computed, and the larger share decides.",
    "現有來源僅稱「直接或間接、個別或合計」，未說明間接持股應逐層過半或相乘。兩者皆計算，以較大之比例為準。",
)
EVERY_SDN = Text(
    "Of the SDNs only those of 15 CFR 744.8(a)(1) count. Its programs are not encoded, so every SDN is counted.",
    "特別指定國民中僅 15 CFR 744.8(a)(1) 所列者計入。其計畫尚未編入，故凡特別指定國民皆計入。",
)
UNDER_744_8 = Text(
    "The terms of an SDN stand in 15 CFR 744.8, not in its list entry; they are not ranked here.",
    "特別指定國民之條件載於 15 CFR 744.8，非載於清單項目；此處不予排序。",
)
