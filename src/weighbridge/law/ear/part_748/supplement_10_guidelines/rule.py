"""Supplement No. 10 to part 748: what a validated end user has to show and to keep, beyond uses and security."""

from __future__ import annotations

from weighbridge.core.provision import Due
from weighbridge.law.ear.part_748.veu import guideline

BEFORE, ALWAYS_ON = Due("before_use"), Due("ongoing")

PROVISIONS = (
    guideline(
        "1",
        (
            "Show a record or a credible plan of security, export compliance and respect for human rights, and a plan for "
            "doing so where the data center stands.",
            "證明於安全、出口遵循及尊重人權方面之實績或可信計畫，以及於資料中心所在地之執行計畫。",
        ),
        BEFORE,
    ),
    guideline(
        "2",
        (
            "Show that the group and its staff have no ties, research included, to military or military-intelligence end "
            "users.",
            "證明集團及其人員與軍事或軍事情報最終使用者無任何關聯（含研究合作）。",
        ),
        BEFORE,
    ),
    guideline(
        "3",
        (
            "Follow the outbound investment rules (31 CFR part 850) and ICTS determinations; rid the supply chain of "
            "advanced chips and networking gear from Macau or D:5 and of FCC covered equipment; report cooperation with, "
            "and interests of, parties from there or listed parties.",
            "遵守對外投資規則（31 CFR 第 850 部）及 ICTS 決定；供應鏈不得依賴澳門或 D:5 之先進晶片與網路設備及 FCC 列管設備；申報與該等地區或列名者之合作及其權益。",
        ),
        BEFORE,
    ),
    guideline(
        "9",
        (
            "Keep items from part 744 uses, from military and intelligence entities of Macau or D:5, and from uses that "
            "abuse human rights.",
            "防止物項用於第 744 部之用途、澳門或 D:5 之軍事及情報實體，或侵害人權之用途。",
        ),
        ALWAYS_ON,
    ),
    guideline(
        "11",
        (
            "Monitor, check end users, tell BIS of any requirement that is not met, keep all records for five years and "
            "open them to audit.",
            "持續監測、查核最終使用者，未符要求時通知 BIS，紀錄保存五年並配合稽核。",
        ),
        ALWAYS_ON,
    ),
    guideline(
        "12",
        (
            "Certify under Supplement No. 9. If a government-to-government arrangement is rescinded, the authorization "
            "may be revoked.",
            "依附件九辦理認證。政府間安排如經撤銷，授權得遭廢止。",
        ),
        BEFORE,
    ),
    guideline(
        "13",
        (
            "Show that ownership is free of control or influence from Macau or D:5 (32 CFR 117.11(b) and further factors).",
            "證明所有權不受澳門或 D:5 之控制或影響（32 CFR 117.11(b) 及其他因素）。",
        ),
        BEFORE,
    ),
    guideline(
        "16",
        (
            "Keep a shipment security plan and chain of custody; report theft, loss or tampering to BIS within 30 days.",
            "備妥運送安全計畫並維持監管鏈；失竊、遺失或竄改應於 30 日內通報 BIS。",
        ),
        ALWAYS_ON,
    ),
    guideline(
        "17",
        (
            "Sanitize and dispose of chips verifiably at the end of their life.",
            "晶片壽期屆滿時，以可查證方式清除資料並處置。",
        ),
        ALWAYS_ON,
    ),
    guideline(
        "19",
        (
            "Keep to all of this: failure can revoke the authorization in one country or everywhere.",
            "遵守以上各項：違反者，授權得於單一國家或全球遭廢止。",
        ),
        ALWAYS_ON,
    ),
)
