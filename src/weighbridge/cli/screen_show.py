"""Prints what screening found, from the same plain data that JSON readers get."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from weighbridge.cli import wording as w
from weighbridge.cli.page import Page
from weighbridge.core.text import Language, Text

Plain = dict[str, Any]

VERDICTS = {
    "NO_MATCH": Text("no listed name comes near", "查無相近之列名者"),
    "REVIEW": Text("names come near: a person must judge", "名稱相近：須由人判定"),
    "PROBABLE_MATCH": Text("probably a listed party: a person must judge", "可能即為列名者：須由人判定"),
}
JUDGED = Text("judged {0} by {1} on {2}: {3}", "{1} 於 {2} 判定為 {0}：{3}")
FELL = Text("That judgement stands no longer. {0}", "該判定已不適用。{0}")
SAYS = Text("the entry says: {0}", "項目載明：{0}")
RECORD = Text("to record a judgement: {0}", "記錄判定：{0}")
NOT_COUNTED = Text("no provision encoded here turns on this list", "此處編入之規定與該名單無涉")
NOT_CLEAR = Text(
    "A score is no answer, and no match no promise: lists spell names in their own way.",
    "分數並非答案，查無亦非保證：名單之拼法自成一格。",
)


def show_screened(plain: Plain, rests_on: Sequence[str], language: Language) -> None:
    """One party, every candidate with its reasons, and on which lists that rests."""
    page = Page()

    def say(text: Text, *parts: object) -> str:
        return text.to(language).format(*parts)

    page.line(f"{plain['name']}: {plain['verdict']}", bold=True)
    page.line(
        say(w.STANDS_ON, ", ".join(plain["listed_on"])) if plain["listed_on"] else say(VERDICTS[plain["verdict"]]), 2
    )
    for c in plain["candidates"]:
        page.blank()
        page.line(f"{c['listed_as']}  [{c['list']}] {' '.join(c['countries'])}  {c['entry']}", 2, bold=True)
        page.line(f"“{c['query']}” ~ “{c['listed']}”: {c['score']}‰ {c['verdict']}", 4)
        for feature in c["because"]:
            page.line(f"{feature['points']:+5d}  {feature['feature']}: {feature['says']}", 6)
        for asked in filter(None, (c["license_requirement"], c["license_policy"])):
            page.line(say(SAYS, asked), 4)
        if not c["counts"]:
            page.line(say(NOT_COUNTED), 4)
        if c["judgement"]:
            j = c["judgement"]
            page.line(say(JUDGED, j["opinion"], j["by"], j["on"], j["reason"]), 4)
            if not j["stands"]:
                page.line(say(FELL, " ".join(j["changed"])), 4)
        if not c["judgement"] or not c["judgement"]["stands"] or c["judgement"]["opinion"] == "UNSURE":
            page.line(say(RECORD, c["judge"]), 4)
    page.blank()
    for text in rests_on:
        page.line(text)
    page.line(say(NOT_CLEAR))
    page.print()


def gist(plain: Plain, language: Language) -> str:
    """One line: the verdict, or the lists on which the party was judged to stand, and the likeliest entry."""
    first = next(iter(plain["candidates"]), None)
    verdict = ",".join(plain["listed_on"]) or plain["verdict"]
    met = f"  ~ {first['listed']} [{first['list']}] {first['score']}‰" if first else ""
    return f"{verdict:<15} {plain['name']}{met}"


WHY = {
    "NEW_CANDIDATE": Text("an entry that is new or changed meets it", "有新增或變更之項目與其相符"),
    "ENTRY_CHANGED": Text("an entry that met it says something else now", "曾相符之項目內容已變更"),
    "ENTRY_REMOVED": Text("an entry that met it is gone", "曾相符之項目已移除"),
    "VERSION_UNKNOWN": Text("the version it was screened against is no longer kept", "篩查所據之版本已不再保存"),
}


def work_line(plain: Plain, language: Language) -> str:
    """One line: the party, why it must be looked at again, and the entry."""
    met = f"  ~ {plain['listed_as']} [{plain['list']}] {plain['entry']}" if plain["entry"] else ""
    fields = f" ({', '.join(plain['fields'])})" if plain["fields"] else ""
    return f"{plain['name']}: {WHY[plain['why']].to(language)}{fields}{met}"
