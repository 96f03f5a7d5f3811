"""What an application for review case by case certifies (91 FR 1684). What is not stated is taken not to be so."""

from __future__ import annotations

from dataclasses import replace

from weighbridge.core.fact import Fact
from weighbridge.core.text import Text
from weighbridge.law.facts.declare import Pair, presumed, quantity

CITE = "15 CFR 742.6(b)(10)(iii)(A)(1); Supplement No. 2 to 15 CFR part 748, paragraph (dd)"


def certified(key: str, label: Pair) -> Fact:
    """A certification that is taken not to be given until it is stated."""
    question = (f"For review case by case, is it certified: {label[0]}?", f"就個案審查，是否證明：{label[1]}？")
    because = (f"It is not taken to be certified: {label[0]}.", f"視為未證明：{label[1]}。")
    return presumed(f"window.{key}", label, question, CITE, False, because)


AVAILABLE_IN_US = certified(
    "available_in_us",
    (
        "the product was commercially available in the United States on 15 January 2026",
        "該產品於 2026 年 1 月 15 日已在美國商業供應",
    ),
)
US_SUPPLY = certified(
    "us_supply",
    (
        "volumes in the United States are reported, supply there is sufficient and no order there is delayed",
        "已申報美國數量，美國供應充足，且未延遲美國訂單",
    ),
)
NO_FOUNDRY_DIVERSION = certified(
    "no_foundry_diversion",
    ("no foundry capacity is diverted from United States customers", "未自美國客戶移轉晶圓代工產能"),
)
NO_PROHIBITED_USE = certified(
    "no_prohibited_use",
    ("no prohibited end use or end user, military ones included", "無禁止之最終用途或最終使用者（含軍事）"),
)
CUSTOMER_CONTROLS = certified(
    "customer_controls",
    (
        "the ultimate consignee knows its customers and controls unauthorized remote access",
        "最終收貨人具客戶盡職調查程序，並管制未經授權之遠端存取",
    ),
)
TESTED_IN_US = certified(
    "tested_in_us",
    (
        "an independent third party tested the performance of the shipment in the United States",
        "已由獨立第三方於美國測試該批貨物之效能",
    ),
)
CERTIFICATIONS = (
    AVAILABLE_IN_US,
    US_SUPPLY,
    NO_FOUNDRY_DIVERSION,
    NO_PROHIBITED_USE,
    CUSTOMER_CONTROLS,
    TESTED_IN_US,
)
SHARE = replace(
    quantity(
        "window.share_of_us_units",
        "percent",
        (
            "units shipped to China and Macau together, as a share of those shipped in the United States",
            "運往中國及澳門之總數占美國境內出貨數之比例",
        ),
        (
            "How many units of the product go to China and Macau together, in percent of the units shipped to United "
            "States customers for use there?",
            "該產品運往中國及澳門之總數，占出貨予美國客戶供境內使用者之百分比為何？",
        ),
        CITE,
    ),
    presumed=100,
    presumption=Text(
        "Units shipped to China and Macau are taken to be as many as those shipped in the United States.",
        "視為運往中國及澳門之數量與美國境內出貨數相同。",
    ),
)
