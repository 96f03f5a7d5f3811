"""15 CFR 740.8: License Exceptions NAC (notified) and ACA, for what is below 3A090.a or not for datacenters."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import ALWAYS, all_of, any_of, classified_in, met, not_, value
from weighbridge.core.provision import Due
from weighbridge.law.ear.part_740.terms import (
    A_TIER,
    B_TIER,
    ENTITY_B_TIER,
    FOR_DATACENTERS,
    MOVES,
    READ_LATER,
    duty,
    exception,
    read_later,
)
from weighbridge.law.facts.exceptions import COMMERCIAL_SAMPLE, ENC_CONDITIONS_MET
from weighbridge.law.facts.transaction import ACTIVITY

ELIGIBLE = any_of(
    classified_in(value("740.8.items_below_3a090_a")),
    all_of(classified_in(value("740.8.items_meeting_3a090_a")), not_(FOR_DATACENTERS)),
).cited("15 CFR 740.8(a)")
ENCRYPTION = any_of(not_(classified_in(value("740.8.encryption_items"))), ENC_CONDITIONS_MET.holds).cited(
    "15 CFR 740.8(a)"
)
# 744.23(a)(3) does not stand in the way; whether these lift it is said by the requirements that they lift.
BARRED_BY_PART_744_OR_746 = any_of(
    met("744.prohibited"), *(met(section) for section in ("746.2", "746.4", "746.6", "746.7", "746.8", "746.9"))
).cited("15 CFR 740.8(b)")
THERE = any_of(met("destination.macau_or_d5"), met("party.macau_or_d5"))
ELSEWHERE = all_of(MOVES, not_(THERE))
WITHIN = all_of(ACTIVITY.is_one_of("transfer"), met("destination.macau_or_d5"))
CITATION = Citation("15 CFR 740.8(a)", "90 FR 4544", note=f"paragraph (b) was {READ_LATER}")


def purchase_order(symbol: str) -> tuple[str, str]:
    """The duty to hold a purchase order, said of one exception."""
    return (
        f"Hold a written purchase order for the items before using {symbol}.",
        f"於適用 {symbol} 前，須備有該物項之書面採購單。",
    )


PROVISIONS = (
    exception(
        "740.8(a) NAC",
        "NAC",
        (A_TIER, B_TIER, ENTITY_B_TIER),
        ("License Exception NAC", "許可例外 NAC（經通知之先進運算）"),
        (
            "NAC authorizes exports and reexports to Macau, Country Group D:5 and their entities anywhere, after "
            "notice to BIS, unless the item is for datacenters and meets 3A090.a.",
            "NAC 授權於事先通知 BIS 後，出口及再出口至澳門、國家組別 D:5 及其位於任何地點之實體；為資料中心設計或行銷且"
            "達到 3A090.a 者除外。",
        ),
        all_of(ACTIVITY.is_one_of("export", "reexport"), ELIGIBLE, THERE, ENCRYPTION, not_(BARRED_BY_PART_744_OR_746)),
        citation=CITATION,
    ),
    # 744.23(a)(3)(i)(A) is not lifted: it concerns entities that ACA excludes outside Macau and D:5.
    exception(
        "740.8(a) ACA",
        "ACA",
        (A_TIER, B_TIER),
        ("License Exception ACA", "許可例外 ACA（先進運算授權）"),
        (
            "ACA authorizes shipments elsewhere than to Macau, Country Group D:5 and their entities, and transfers "
            "within Macau and D:5, unless the item is for datacenters and meets 3A090.a.",
            "ACA 授權運往澳門、國家組別 D:5 及其實體以外之處，及於澳門或 D:5 境內移轉；為資料中心設計或行銷且"
            "達到 3A090.a 者除外。",
        ),
        all_of(any_of(ELSEWHERE, WITHIN), ELIGIBLE, ENCRYPTION, not_(BARRED_BY_PART_744_OR_746)),
        citation=CITATION,
    ),
    *(
        duty(
            f"740.8(a) {symbol} purchase order",
            symbol,
            not_(COMMERCIAL_SAMPLE.holds),
            purchase_order(symbol),
            Due("before_use"),
            citation=read_later("740.8(a)"),
            by=by,
        )
        for symbol, by in (("NAC", "fr_88_73458"), ("ACA", "fr_89_23876"))
    ),
    duty(
        "740.8(c)(1)",
        "NAC",
        ALWAYS,
        (
            "Notify BIS in SNAP-R (Box 9: NAC), stating TPP, performance density, memory bandwidth, how the item is "
            "designed and marketed (with its data sheet), all NAC and license approvals to the end user in the past "
            "twelve months, and, for a computing cluster, its aggregate TPP and who will use it. Ship only after the "
            "answer; one notice covers repeat shipments of the same item to the same end user within what it states.",
            "於 SNAP-R 通知 BIS（第 9 欄填 NAC），載明 TPP、效能密度、記憶體頻寬、設計及行銷方式（附規格書）、過去"
            "十二個月對該最終使用者之所有 NAC 及許可核准；如用於運算叢集，並載明其 TPP 總和及使用者。俟答覆後始得出貨；"
            "同一通知涵蓋所載範圍內對同一最終使用者重複出貨之同一物項。",
        ),
        Due("days_before", value("740.8.notification_days")),
    ),
)
