"""The affiliates rule between the end of its stay and the end of the announced extension: it may have returned or not."""

from __future__ import annotations

from dataclasses import replace

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import all_of
from weighbridge.core.provision import Position, Reading
from weighbridge.core.rulebook import ENFORCED
from weighbridge.core.text import Text
from weighbridge.law.ear.part_744.s744_11_affiliates.rule import PROVISIONS as AS_PRINTED
from weighbridge.law.reading import reads

RETURN = Reading(
    "affiliates_return",
    Text(
        "Did the affiliates rule return when its stay ended on 10 November 2026?",
        "關係企業規則於 2026 年 11 月 10 日停止期滿後是否恢復？",
    ),
    Position(
        "returned",
        Text(
            "Yes: the stay orders the text to return on that day unless extended, and no extension was found.",
            "是：停止令規定除經延長外，其條文於該日恢復；未見延長。",
        ),
        Citation("90 FR 50857", "90 FR 50857", Confidence.SECONDARY),
    ),
    Position(
        "extended",
        Text(
            "No: an extension of the truce to 10 January 2027 was announced, and reports tie it to this rule.",
            "否：已宣布休戰延長至 2027 年 1 月 10 日，報導稱及於本規則。",
        ),
        Citation("announcements of 28 September 2026", "announcements of 28 September 2026", Confidence.UNVERIFIED),
    ),
    check=Text(
        "Look in the Federal Register for a document of November 2026 that extends the stay of 90 FR 47201.",
        "請於聯邦公報查閱 2026 年 11 月有無延長 90 FR 47201 停止適用之文件。",
    ),
)
READINGS = (RETURN,)

PROVISIONS = tuple(
    replace(
        p,
        instrument="announced_2026_09_28",
        track=ENFORCED,
        condition=all_of(p.condition, reads(RETURN, RETURN.conservative)),
    )
    for p in AS_PRINTED
)
