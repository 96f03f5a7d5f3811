"""What the end user is under the rule of July 2026 for the United Arab Emirates."""

from __future__ import annotations

from weighbridge.law.facts.declare import presumed_word

SUPPLEMENT_8 = presumed_word(
    "end_user.supplement_8_status",
    ("the standing of the end user under Supplement No. 8", "最終使用者於附件八之身分"),
    (
        "Is the end user in the United Arab Emirates its government, an entity of Supplement No. 8 to part 740, or a "
        "United States company that the rule names, or its subsidiary? State none unless every party that receives the "
        "item is one of these.",
        "位於阿拉伯聯合大公國之最終使用者，是否為其政府、第 740 部附件八所列實體，或規則所列美國公司或其子公司？"
        "收受物項之任一當事人非屬之者，請填均非（none）。",
    ),
    "Supplement No. 8 to 15 CFR part 740",
    {
        "none": ("none of these", "均非"),
        "government": ("the Government of the United Arab Emirates", "阿拉伯聯合大公國政府"),
        "listed": ("listed without an end", "所列實體，無期限"),
        "listed_for_a_time": ("listed until a day that the supplement names", "所列實體，至附件所定之日止"),
        "us_company": ("a named United States company or its subsidiary", "所列美國公司或其子公司"),
    },
    "none",
    (
        "The end user is not taken to be listed in Supplement No. 8 to part 740.",
        "視為最終使用者未列於第 740 部附件八。",
    ),
)
