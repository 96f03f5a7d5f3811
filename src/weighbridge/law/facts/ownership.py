"""Facts about who owns the parties, as far as the owners are on a list."""

from __future__ import annotations

from dataclasses import replace

from weighbridge.core.text import Text
from weighbridge.law.facts.declare import quantity, truth

AFFILIATES = "15 CFR 744.11(a)(1), 744.21, 744.8(a)(1)"

UNOWNED = Text(
    "No party is taken to be owned by listed parties: look into the ownership of every party.",
    "視為無任何當事人由列名者持有：請查核各當事人之股權結構。",
)
LISTED_PERCENT = replace(
    quantity(
        "ownership.listed_percent",
        "percent",
        ("the share of a party that listed parties own together", "列名者合計持有當事人之比例"),
        (
            "What share of any party, the largest, do parties on the Entity List, the Military End-User List or certain "
            "blocked persons own together, directly or indirectly?",
            "實體清單、軍事最終使用者清單上之當事人或特定被凍結者，合計直接或間接持有任一當事人之最高比例為何？",
        ),
        AFFILIATES,
    ),
    presumed=0,
    presumption=UNOWNED,
    lenient=True,
)
UNKNOWN_SHARE = replace(
    truth(
        "ownership.listed_owner_of_unknown_share",
        ("a listed party owns a share of unknown size", "列名者持有比例不明之股權"),
        (
            "Is a listed party known to own some share of a party, without its size being known?",
            "是否已知有列名者持有某當事人之股權，但比例不明？",
        ),
        "Supplement No. 3 to 15 CFR part 732, red flag 29",
    ),
    presumed=False,
    presumption=UNOWNED,
    lenient=True,
)
OWNER_MAY_BE_LISTED = replace(
    truth(
        "ownership.owner_may_be_listed",
        (
            "an owner whose name is like a listed one and of whom nobody has judged whether it is the same",
            "所有者名稱近似列名者，尚無人判定是否同一",
        ),
        (
            "Is the name of an owner like that of a listed party, without anybody having judged whether they are the same?",
            "是否有所有者之名稱近似列名者，而尚無人判定是否同一？",
        ),
        AFFILIATES,
    ),
    presumed=False,
    presumption=UNOWNED,
    lenient=True,
)
REACHES_HALF = truth(
    "ownership.listed_reach_half",
    ("listed parties own half or more, once what is open is settled", "待釐清事項確定後，列名者合計持有半數以上"),
    (
        "A share, or whether an owner is listed, is not known. Do listed parties together own half of the party or more?",
        "股權比例或所有者是否列名尚不明。列名者是否合計持有當事人半數以上？",
    ),
    AFFILIATES,
)
