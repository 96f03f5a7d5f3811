"""15 CFR 762.2(b)(58) to (60) and 762.6(a): records of AIA, ACM and LPP, kept five years."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import value
from weighbridge.core.provision import Due, Duty, Provision
from weighbridge.core.text import Text

SECTIONS = (("58", "AIA"), ("59", "ACM"), ("60", "LPP"))
KEEP = Text("Keep the records of this use of License Exception {0}.", "保存本次使用許可例外 {0} 之紀錄。")
WHO = Text("exporter, reexporter, transferor and consignee", "出口商、再出口商、移轉人及收貨人")


def _records(number: str, symbol: str) -> Provision:
    text = KEEP.format(symbol)
    cite = Citation(f"15 CFR 762.2(b)({number}), 762.6(a)", "90 FR 4544")
    effect = Duty(text, WHO, Due("years_kept", value("762.6.years")), (symbol,))
    return Provision(f"762.2(b)({number})", text, cite, "fr_90_4544", effect)


PROVISIONS = tuple(_records(number, symbol) for number, symbol in SECTIONS)
