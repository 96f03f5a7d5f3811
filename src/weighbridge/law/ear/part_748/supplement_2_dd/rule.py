"""Supplement No. 2 to 15 CFR part 748, paragraph (dd): what an application for review case by case certifies.

The paragraph was read in law firms' accounts of it; the words of each certification are not its own.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import met
from weighbridge.core.provision import Due, Duty, Provision
from weighbridge.core.text import Text

WINDOW = "742.6(b)(10)(iii)(A)(1).window"
CITE = Citation("Supplement No. 2 to 15 CFR part 748, paragraph (dd)", "91 FR 1684", Confidence.SECONDARY)
APPLICANT = Text("applicant", "申請人")


def duty(part: str, what: tuple[str, str], due: Due) -> Provision:
    """What paragraph (dd) asks of the applicant, where applications are reviewed case by case."""
    text = Text(*what)
    effect = Duty(text, APPLICANT, due, (WINDOW,))
    return Provision(f"748.supplement_2(dd).{part}", text, CITE, "fr_91_1684", effect, met(WINDOW))


PROVISIONS = (
    duty(
        "supply",
        (
            "Report the volumes shipped to customers in the United States. Certify that supply there is sufficient, that "
            "no order there is delayed, that no foundry capacity is diverted from customers there, and that shipments to "
            "China and Macau together stay within the permitted share of theirs.",
            "申報出貨予美國客戶之數量；證明美國供應充足、未延遲美國訂單、未自美國客戶移轉晶圓代工產能，且運往中國及澳門之總數"
            "未逾其准許比例。",
        ),
        Due("with_application"),
    ),
    duty(
        "use",
        (
            "Certify that there is no prohibited end use or end user, military ones included, and that the ultimate "
            "consignee knows its customers and controls unauthorized remote access.",
            "證明無禁止之最終用途或最終使用者（含軍事），且最終收貨人具客戶盡職調查程序並管制未經授權之遠端存取。",
        ),
        Due("with_application"),
    ),
    duty(
        "test",
        (
            "Have an independent third party in the United States test the performance of the shipment.",
            "由獨立第三方於美國測試該批貨物之效能。",
        ),
        Due("with_shipment"),
    ),
)
