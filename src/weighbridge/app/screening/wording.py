"""What screening says, in both languages."""

from __future__ import annotations

from weighbridge.core.text import Text
from weighbridge.parties.judgement import Change

ROLES = {
    "exporter": Text("the exporter", "出口商"),
    "purchaser": Text("the purchaser", "買受人"),
    "intermediate_consignees": Text("an intermediate consignee", "中間收貨人"),
    "ultimate_consignee": Text("the ultimate consignee", "最終收貨人"),
    "end_user": Text("the end user", "最終使用者"),
    "owner": Text("an owner", "所有者"),
}
NOT_NAMED = Text(
    "Not named, so not screened, and taken to be on no list: {0}.", "未填名稱，故未經篩查，並視為未列於名單：{0}。"
)
JUDGED_SAME = Text(
    "{0}, “{1}”, is “{2}” on {3}: {4} judged so on {5} ({6}).",
    "{0}「{1}」即 {3} 所列之「{2}」：{4} 於 {5} 判定（{6}）。",
)
ASKED = Text(
    "Is {0}, “{1}”, the party “{2}” on {3} ({4}‰, {5})?{6} To record what you find: {7}",
    "{0}「{1}」是否即 {3} 所列之「{2}」（{4}‰，{5}）？{6}記錄判定：{7}",
)
CHANGED_SINCE = Text(" It was judged on {0}, and has changed since.", "曾於 {0} 判定，其後已變更。")
UNSURE = Text(" {0} was unsure on {1}: {2}.", "{0} 於 {1} 未能確定：{2}。")
ELSEWHERE = Text(
    "“{0}” meets “{1}” on {2}, which no provision encoded here turns on; other law may.",
    "「{0}」與 {2} 所列之「{1}」相符；此處編入之規定與該名單無涉，其他法律或有適用。",
)
UNREADABLE = Text(
    "The name holds no letter or digit that could be compared: it would never be found on a list.",
    "名稱中無可比對之字母或數字：永不可能於名單中查得。",
)
SAYS_LITTLE = Text(
    "The name is a single letter or a legal form alone: that no list has it says nothing of the party.",
    "名稱僅為單一字母或組織型態用語：名單中查無並不表示任何意義。",
)
A_READABLE_NAME = Text("the party's name, as it is written", "當事人名稱之書寫全文")
MORE = Text(
    "The name of {0}, “{1}”, comes near so many entries that not all are asked about. State the full name, and judge "
    "those that are shown: others then take their places.",
    "{0}「{1}」之名稱與過多項目相近，未能逐一詢問。請填全名，並判定已列出者，其餘將依次遞補。",
)
SEVERAL_IN_GRAPH = Text(
    "Several entities of the ownership graph have this name; whose owners are meant is not known.",
    "股權圖中有數個實體使用此名稱；無法得知所指者之所有者。",
)
A_NAME_OF_ONE = Text("a name that one entity alone has in the graph", "圖中僅一實體使用之名稱")
NOT_IN_GRAPH = Text(
    "“{0}” does not stand in the ownership graph: nothing is known of its owners.{1}",
    "股權圖中無「{0}」：其所有者不明。{1}",
)
NEAREST_IN_GRAPH = Text(
    " If “{0}” is meant, write the name alike in both: its owners are not taken into account.",
    "若係指「{0}」，請於兩處使用相同名稱：其所有者未計入。",
)
STATED_OTHERWISE = Text(
    "The request states {0} for {1}; the ownership graph gives {2}. What the request states is taken.",
    "請求就{1}填 {0}；股權圖所載為 {2}。以請求所填為準。",
)
CHANGES = {
    Change.ENTRY: Text("The list entry has changed since.", "名單項目其後已變更。"),
    Change.PARTY: Text("What is stated of the party has changed since.", "當事人之陳述其後已變更。"),
}
