"""The words in which ownership is told, in both languages."""

from __future__ import annotations

from weighbridge.core.text import Text

RULE_USED = Text(
    "by who holds half or more of equity or votes, alone or through others that it so holds; the EAR defines neither "
    "“headquartered” nor “ultimate parent” and states no percentage",
    "依單獨或透過所控制者持有股權或表決權半數以上者上溯；EAR 未定義「總部」及「最終母公司」，亦未明定比例",
)
WHERE_FROM = Text("{0} ({1})", "{0}（{1}）")
NAMED = Text("The party is {0} [{1}].", "當事人為 {0}[{1}]。")
OF_PARTY = Text("{0} is headquartered in {1} [{2}].", "{0} 之總部設於 {1}[{2}]。")
PARENT = Text("The ultimate parent is {0}, {1}.", "最終母公司為 {0}，{1}。")
OF_PARENT = Text("The ultimate parent is {0}, headquartered in {1}, {2}.", "最終母公司為 {0}，總部設於 {1}，{2}。")
BOTH = Text("{0} {1}", "{0}{1}")
TWO_WAYS = Text(
    "by cascading majorities {0} percent, by multiplication {1} percent", "逐層過半計百分之 {0}，相乘計百分之 {1}"
)
REACHED = Text(
    "Listed parties together own {0} percent, which is {1} percent or more: {2}.",
    "列名者合計持有百分之 {0}，達百分之 {1} 以上：{2}。",
)
NOT_REACHED = Text(
    "Listed parties together own {0} percent, which is below {1} percent: {2}.",
    "列名者合計持有百分之 {0}，未達百分之 {1}：{2}。",
)
CERTAIN_PART = Text(
    "Of what listed parties together own only {0} percent is certain; it may be {1} percent ({3}). Whether it is {2} "
    "percent cannot be told.",
    "列名者合計持有之比例僅百分之 {0} 確定；可能為百分之 {1}（{3}）。是否達百分之 {2} 無從判斷。",
)
SETTLED = Text(
    "What is not known cannot move the share of listed parties across {0} percent.",
    "不明部分不致使列名者之比例跨越百分之 {0}。",
)
NOT_SETTLED = Text(
    "Somebody listed is known to own a part; the whole share is {0} percent, and whether it reaches {1} is not known.",
    "已知有列名者持有一部分；合計為百分之 {0}，是否達百分之 {1} 不明。",
)

# --- questions --------------------------------------------------------------------------------------------------------

WHERE_SEATED = Text("Where is {0} headquartered?", "{0} 之總部設於何處？")
WHO_ABOVE = Text(
    "Does anybody hold half or more of {0}? Up to {1} percent of it is not accounted for.",
    "是否有人持有 {0} 半數以上？其中至多百分之 {1} 未有記載。",
)
IN_LARGE_CIRCLE = Text(
    "Who controls {0}? It stands in a circle of so many companies that it was not worked out.",
    "何人控制 {0}？其所屬循環持股之公司過多，未予計算。",
)
WHICH_ABOVE = Text("Does {0} hold half or more of {1}?", "{0} 是否持有 {1} 半數以上？")
SEVERAL_SEATS = Text(
    "Several stand at the top, in several places: {0}. Which is the ultimate parent?",
    "頂層有數者，位於不同地點：{0}。何者為最終母公司？",
)
SEATED = Text("{0} ({1})", "{0}（{1}）")
NOWHERE = Text("place not known", "地點不明")
HOW_MUCH = Text(
    "How much of {0} does {1} own? From {2} percent is possible.", "{1} 持有 {0} 之比例為何？可能為百分之 {2}。"
)
WHO_HOLDS_REST = Text(
    "Who holds the remaining {1} percent of {0}, and is anybody of them on a list?",
    "{0} 其餘百分之 {1} 由何人持有？其中有無列名者？",
)
IS_IT_LISTED = Text("Is {0} the party that its list match names?", "{0} 是否即其比對所示之列名者？")
ALONE = Text("{0} This alone settles it.", "{0}僅此即可定論。")
WOULD_CATCH = Text("{0} If listed parties hold it, that is enough.", "{0}若由列名者持有，即已足夠。")
WOULD_FREE = Text("{0} If they do not, the share stays below.", "{0}若非由列名者持有，則比例未達。")

# --- remarks ----------------------------------------------------------------------------------------------------------

ITSELF = Text(
    "{0} is itself on a list that counts: what its entry asks applies to it whoever owns it.",
    "{0} 本身即列於計入之清單：不論由何人持有，均適用其項目之要求。",
)
ITSELF_PERHAPS = Text("{0} may itself be on a list: judge the match.", "{0} 本身可能列名：請判定其比對結果。")
PERSON_ABOVE = Text(
    "{0}, a natural person, holds half or more. A person has no headquarters and is not taken as the ultimate parent; "
    "the EAR does not say.",
    "自然人 {0} 持有半數以上。自然人無總部，不視為最終母公司；EAR 未明定。",
)
METHODS_PART = Text(
    "The two methods part: {0} percent by cascading majorities, {1} percent by multiplication.",
    "兩種算法結果不同：逐層過半計百分之 {0}，相乘計百分之 {1}。",
)
DOES_NOT_COUNT = Text(
    "{0} is on {1}, which this rule does not count; other provisions may.",
    "{0} 列於 {1}，本規則不計入；其他規定或有適用。",
)
OWNERS_LEFT_OUT = Text(
    "{0} further listed owners are counted in the aggregate and not shown one by one.",
    "另有 {0} 名列名持有人計入合計，未逐一列出。",
)
DIRECTS = Text(
    "{0}, who is listed, directs {1}: that is no ownership and counts for nothing here.",
    "列名者 {0} 擔任 {1} 之董事：此非持股，於此不計。",
)
NOT_SCREENED = Text(
    "Of {0} of the {1} parties on the way up the graph does not say whether they are listed; they are taken not to be: "
    "screen them.",
    "上溯之 {1} 者中，{0} 者於圖中未載是否列名，視為未列名：請予篩查。",
)
