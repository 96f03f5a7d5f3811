"""The words around the owners of a party, in both languages."""

from __future__ import annotations

from weighbridge.core.text import Text

REACHED = {
    True: (
        Text("Listed parties together own {0} percent: {1} or more.", "列名者合計持有百分之 {0}：達 {1} 以上。"),
        "yellow",
    ),
    False: (
        Text("Listed parties together own {0} percent: less than {1}.", "列名者合計持有百分之 {0}：未達 {1}。"),
        None,
    ),
    None: (
        Text(
            "Listed parties together own {0} percent: whether it is {1} cannot be told.",
            "列名者合計持有百分之 {0}：是否達 {1} 無從判斷。",
        ),
        "magenta",
    ),
}
REACHES = {
    True: Text("{0} or more", "達 {0} 以上"),
    False: Text("less than {0}", "未達 {0}"),
    None: Text("cannot be told", "無從判斷"),
}
BY_CASCADE = Text("by cascading majorities: {0} percent ({1})", "逐層過半：百分之 {0}（{1}）")
BY_PRODUCT = Text("by multiplication: {0} percent ({1})", "相乘：百分之 {0}（{1}）")
NO_SEAT = Text("headquarters unknown", "總部不明")
OWNERS = Text("Who owns it", "持有人")
IN_CIRCLE = Text("(in a circle)", "（循環持股）")
DRAWN_ABOVE = Text("(see above)", "（見上）")
LEFT_OUT = Text("{0} %  {1} more, not drawn", "{0} %  另有 {1} 者未繪出")
REST_OPEN = Text("{0} %  nobody knows who: not accounted for", "{0} %  持有人不明：未有記載")
REST_UNLISTED = Text(
    "{0} %  others, of whom none is listed and none holds half", "{0} %  其他：無列名者，亦無持有半數者"
)
PERHAPS_LISTED = Text("perhaps listed: judge the match", "或列名：待判定")
CAUGHT = Text("caught: listed parties hold {0} %", "納入：列名者持有 {0} %")
PERHAPS_CAUGHT = Text("perhaps caught", "或納入")
KINDS = {
    "float": Text("public float", "公眾流通股"),
    "government": Text("government", "政府"),
    "person": Text("natural person", "自然人"),
}
LISTED_OWNERS = Text("Listed owners", "列名持有人")
LISTED_OWNER = Text("{0} [{1}]: directly {2} percent", "{0} [{1}]：直接百分之 {2}")
ALONE = Text("; alone {0} by cascading majorities, {1} by multiplication", "；單獨計，逐層過半 {0}，相乘 {1}")
NOT_COUNTED = Text(" (not counted by this rule)", "（本規則不計入）")
ULTIMATE_PARENT = Text("Ultimate parent", "最終母公司")
ULTIMATE_PARENTS = Text("Ultimate parents", "最終母公司（數者）")
MAY_GO_ON = Text("Somebody else may stand at the top: see what to find out.", "頂層或另有他人：見待查事項。")
RULE = Text("The rule used: {0}.", "所用規則：{0}。")
AFFILIATES_RULE = Text(
    "The affiliates rule (50 percent), for what leaves the United States", "關係企業規則（五成），就自美國輸出者"
)
REQUIRED = {
    True: (
        Text("a license is required: listed parties own {0} percent or more", "須申請許可：列名者持有百分之 {0} 以上"),
        "yellow",
    ),
    False: (
        Text(
            "in force, and asks for no license: the share is below {0} percent", "有效，不要求許可：比例未達百分之 {0}"
        ),
        None,
    ),
    None: (
        Text(
            "in force; whether a license is required turns on whether the share is {0} percent, which cannot be told",
            "有效；是否須申請許可，取決於比例是否達百分之 {0}，尚無從判斷",
        ),
        "magenta",
    ),
}
REQUIRED_OTHERWISE = {
    True: (Text("Then a license is required.", "則須申請許可。"), None),
    False: (Text("Then this rule asks for no license.", "則本規則不要求許可。"), None),
    None: (Text("Then it turns on the share.", "則取決於比例。"), None),
}
STAYED = Text("stayed: it asks for nothing on this day", "停止適用：當日不作要求")
NO_RULE = Text("there is no such rule on this day", "當日無此規則")
TERMS = Text("Terms of the most restricted listed owner", "限制最嚴之列名持有人所適用之條件")
NO_TERMS = Text("its entry states none, so it cannot be ranked", "其項目未載明，無從排序")
TO_FIND_OUT = Text("To find out", "待查事項")
FROM_GRAPH = Text("Ownership from {0}: sha256 {1}", "股權資料 {0}：sha256 {1}")
NOT_CERTAIN = Text("not certain", "尚不確定")
PERHAPS = Text("perhaps listed", "或列名")
LISTED_SHARE = Text("listed parties: {0} %", "列名者：{0} %")
