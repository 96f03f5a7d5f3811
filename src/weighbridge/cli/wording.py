"""The words around an answer, in both languages. The law's own words stand with the law."""

from __future__ import annotations

from weighbridge.core.text import Text

OUTCOMES = {
    "NOT_SUBJECT_TO_THE_EAR": Text("not subject to the EAR", "不受 EAR 管轄"),
    "NO_LICENSE_REQUIRED": Text("no license required under the provisions evaluated", "依所評估之規定，無須許可"),
    "EXCEPTION_AVAILABLE": Text("a license exception is available, on conditions", "附條件適用許可例外"),
    "VEU_AUTHORIZATION": Text(
        "covered by a validated end-user authorization, on conditions", "附條件適用經驗證最終使用者授權"
    ),
    "LICENSE_REQUIRED": Text("a license is required", "須申請許可"),
    "PROHIBITED": Text("prohibited", "禁止"),
    "INCOMPLETE": Text("cannot be answered yet: facts are missing", "尚無法答覆：缺少事實"),
}
COLOURS = {
    "NO_LICENSE_REQUIRED": "green",
    "EXCEPTION_AVAILABLE": "green",
    "VEU_AUTHORIZATION": "green",
    "LICENSE_REQUIRED": "yellow",
    "PROHIBITED": "red",
    "INCOMPLETE": "magenta",
}
POLICIES = {
    "PRESUMPTION_OF_APPROVAL": Text("presumption of approval", "推定核准"),
    "PRESUMPTION_OF_APPROVAL_WITHIN_ALLOCATION": Text(
        "presumption of approval up to the country allocation", "於國家配額內推定核准"
    ),
    "CASE_BY_CASE": Text("case by case", "逐案審查"),
    "NOT_STATED": Text("no policy stated", "未明定政策"),
    "PRESUMPTION_OF_DENIAL": Text("presumption of denial", "推定駁回"),
    "POLICY_OF_DENIAL": Text("policy of denial", "一律駁回政策"),
}
GROUPS = {
    "AI_AUTHORIZATION": Text('listed in Supplement No. 5(a) ("tier 1")', "列於附件五 (a) 段（俗稱第一級）"),
    "ALLOCATED": Text('subject to allocations ("tier 2")', "適用配額（俗稱第二級）"),
    "ARMS_EMBARGOED_OR_MACAU": Text('Country Group D:5 or Macau ("tier 3")', "國家組別 D:5 或澳門（俗稱第三級）"),
}
TRACKS = {
    "book": Text("as written (book)", "依條文（book）"),
    "enforced": Text("as enforced", "依執行"),
    "proposed": Text("as proposed", "依擬議"),
}
PROPOSED_BY = Text("The amendment proposed: {0}", "擬議之修正：{0}")
ALIKE = Text("the same, for the same reasons", "結論及理由相同")
CHECK = Text("to check: {0}", "待查核：{0}")
PART = Text("Side by side: {0}", "兩相對照：{0}")
HORIZON = Text("Law checked up to {0}.", "法規查核至 {0}。")
WHEN = {
    "days_before": Text("by {0}, before the shipment", "出貨前，最遲 {0}"),
    "days_after": Text("by {0}", "最遲 {0}"),
    "with_shipment": Text("with the shipment ({0})", "隨貨（{0}）"),
    "before_use": Text("before the shipment ({0})", "出貨前（{0}）"),
    "next_of": Text("next on {0}", "下次期限 {0}"),
    "years_kept": Text("until {0}", "至 {0}"),
    "on_receipt": Text("on receipt", "收受時"),
    "ongoing": Text("throughout", "持續"),
    "with_application": Text("with the application", "隨申請書"),
    "by_day": Text("by {0}", "最遲 {0}"),
}
MARKS = {True: "✓ ", False: "✗ ", None: "? "}

DECIDED_BY = Text("Decided by", "依據")
EVALUATED = Text("Evaluated, and none applies", "已評估，均不適用")
UNDECIDED = Text("Not decided", "尚未能認定")
TO_DO = Text("What it asks of you", "應辦事項")
ALLOCATIONS = Text("Allocations", "配額")
DRAWS = Text(
    "{0}: draws {1} of {2} TPP, {3} used before; {4} remain", "{0}：使用 {1}（限額 {2} TPP，先前已用 {3}）；餘 {4}"
)
TOO_MUCH = Text(
    "{0}: draws {1} of {2} TPP, {3} used before; it does not fit",
    "{0}：使用 {1}（限額 {2} TPP，先前已用 {3}）；超出限額",
)
CONSIDERED = Text("Exceptions and authorizations considered", "已考量之許可例外與授權")
AVAILABLE, UNAVAILABLE = Text("available", "可用"), Text("not available", "不可用")
DEPENDS = Text("not known", "尚不明")
MISSING = Text("To decide, state first", "請先補充下列事實以定論")
READINGS = Text("The text is ambiguous", "條文歧義")
READ_AS = Text("taken ({0}): {1} [{2}]", "採用（{0}）：{1} [{2}]")
READ_OTHERWISE = Text("otherwise ({0}): {1} [{2}] would give {3}", "另解（{0}）：{1} [{2}]，結果為 {3}")
REVIEW = Text("Review policy: {0}", "審查政策：{0}")
ADVICE = Text("What would change the answer", "何種改變會改變結果")
BECOMES = Text("{0}: {1}", "{0}：{1}")
ASSUMED = Text("Taken without being stated", "未填而採用之假設")
NOTES = Text("Notes", "註記")
EXPLAINED = Text("Every condition", "逐項條件")
LEDGER = Text("Ledger: book {0}, read up to entry {1}", "帳本：帳簿 {0}，讀至分錄第 {1} 號")
RULEBOOK = Text("Rulebook {0}: sha256 {1}", "規則集 {0}：sha256 {1}")
NOT_ADVICE = Text("Not legal advice.", "本答覆並非法律意見。")
CLASSIFIED = Text("Classification: {0}", "分類：{0}")
IN_NO_PARAGRAPH = Text("in no paragraph encoded here", "不屬本系統所編入之任何項目")
UNSTABLE = Text(
    "sources conflict, and under other figures the classification differs", "資料來源不一，依其他數值分類將有不同"
)
FIGURES = Text(
    "TPP {0}, performance density {1}, {2} units, {3} TPP in all", "TPP {0}，效能密度 {1}，{2} 單位，合計 {3} TPP"
)
DESTINATION = Text("Destination group: {0}", "目的地組別：{0}")

PARTIES = Text("The parties, screened", "當事人篩查")
ROLES = {
    "exporter": Text("exporter", "出口商"),
    "purchaser": Text("purchaser", "買受人"),
    "intermediate_consignees": Text("intermediate consignee", "中間收貨人"),
    "ultimate_consignee": Text("ultimate consignee", "最終收貨人"),
    "end_user": Text("end user", "最終使用者"),
    "owner": Text("owner", "所有者"),
}
PARTY = Text("{0} “{1}”: {2}", "{0}「{1}」：{2}")
STANDS_ON = Text("judged to stand on {0}", "經判定列於 {0}")
CANDIDATE = Text("“{0}” ~ “{1}” on {2}: {3}‰, {4}; {5}", "「{0}」～ {2} 之「{1}」：{3}‰，{4}；{5}")
TO_JUDGE = Text("not judged", "尚未判定")
SCREENED_AGAINST = Text(
    "Lists {0}: version {1} of {2}, {3} days old, sha256 {4}, {5} entries",
    "名單 {0}：第 {1} 版（{2}，{3} 日前），sha256 {4}，{5} 項",
)
