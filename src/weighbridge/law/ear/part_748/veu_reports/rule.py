"""15 CFR 748.15(f) and Supplement No. 10, paragraph 10: two sets of semi-annual reports with dates of their own."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import not_, value
from weighbridge.core.provision import Due, Position, Reading
from weighbridge.core.text import Text
from weighbridge.law.ear.part_748.veu import SUPPLEMENT, duty
from weighbridge.law.reading import reads

A12 = Reading(
    "A12",
    Text(
        "Are the reports of 748.15(f) and of paragraph 10 due separately?", "748.15(f) 與第 10 段之報告是否分別到期？"
    ),
    Position(
        "both",
        Text("Yes: each text sets dates and contents of its own.", "是：兩者各有其日期與內容。"),
        Citation(SUPPLEMENT.format("10"), "90 FR 4544"),
    ),
    Position(
        "section_only",
        Text(
            "No: the report of the section, 15 January and 15 July, serves for both.",
            "否：以本節之 1 月 15 日與 7 月 15 日報告兼之。",
        ),
        Citation("15 CFR 748.15(f)(1)(iii)", "90 FR 4544", Confidence.ANALYSIS),
    ),
)
READINGS = (A12,)

PROVISIONS = (
    duty(
        "748.15(f)(1)(i)",
        "15 CFR 748.15(f)(1)(i)",
        (
            "Report each reexport to a validated end user: name, address, destination, quantity, value, ECCN.",
            "申報對經驗證最終使用者之再出口：名稱、地址、目的地、數量、價值、ECCN。",
        ),
        Due("next_of", value("748.15.f.report_days")),
        who=Text("reexporter", "再出口商"),
    ),
    duty(
        "748.15(f)(1)(ii)",
        "15 CFR 748.15(f)(1)(ii)",
        (
            "Report the inventory of items received and the dates; a national validated end user adds its customers.",
            "申報所收受物項之庫存與日期；國家經驗證最終使用者並附客戶名單。",
        ),
        Due("next_of", value("748.15.f.report_days")),
    ),
    duty(
        "supplement_10.10",
        SUPPLEMENT.format("10"),
        (
            "Report all chips at or above 3A090.a of the whole group by facility: bought, approved, moved, installed, lost, "
            "and the total computing power.",
            "按設施申報全集團達到 3A090.a 之晶片：採購、核准、移動、裝置、耗損，及運算能力總量。",
        ),
        Due("next_of", value("supplement_10.10.report_days")),
        condition=not_(reads(A12, A12.other)),
    ),
)
