"""Amounts as people write them: `country/IN/2025-2027=15,832,000`, or so many chips: `…=1000xnvidia-h100-sxm5`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_CEILING, Decimal

from weighbridge.app.faults import Faults
from weighbridge.app.request.circuit import read_chip
from weighbridge.app.request.section import Section
from weighbridge.core.text import Text
from weighbridge.ledger.account import account_faults, parts_of
from weighbridge.ledger.limit import MOST
from weighbridge.ledger.movement import Leg
from weighbridge.ledger.sharing import Claim
from weighbridge.ledger.wording import LONGEST

DIGITS = r"\d{1,3}(?:,\d{3})+|\d+(?:_\d+)*"
"""A comma stands before three digits and nowhere else: 1,5 is not fifteen."""
WHOLE = re.compile(rf"[+-]?(?:{DIGITS})")
CHIPS = re.compile(rf"(-?)({DIGITS})\s*[x×]\s*(\S.*)")

A_LEG = Text(
    "ACCOUNT=AMOUNT, the amount a whole number or so many chips (1000xnvidia-h100-sxm5)",
    "帳戶=數量，數量為整數或晶片數（1000xnvidia-h100-sxm5）",
)
A_CLAIM = Text(
    "KEY=UNITSxCHIP or KEY=UNITSxTPP, such as D-1=100xnvidia-h100-sxm5 or D-1=100x15832",
    "鍵值=單位數x晶片 或 鍵值=單位數xTPP，例如 D-1=100xnvidia-h100-sxm5 或 D-1=100x15832",
)
NO_CLAIM = Text("It does not say how many units are asked for, and what one takes.", "未載明請求之單位數及每單位用量。")
NO_LEG = Text("No amount is given for an account.", "未就帳戶填寫數量。")
NOT_WHOLE = Text("It is not a whole number.", "並非整數。")
TOO_LARGE = Text("It is more than a ledger counts.", "超過帳本可計之上限。")
NO_CHIPS = Text(
    "So many chips are an amount of TPP, and this is counted in another unit.",
    "晶片數換算為 TPP，而此處以其他單位計算。",
)
A_NUMBER = Text("a whole number in its unit", "以其單位計之整數")
NO_ACCOUNT = Text("It names no account that a book can have.", "並非帳本可用之帳戶。")
TWICE = Text("The account is named twice; write the sum.", "帳戶重複；請填合計數。")


def read_legs(written: Iterable[str], faults: Faults) -> tuple[Leg, ...]:
    """The legs that the arguments name, in their order; what is wrong with any of them is noted."""
    found: dict[str, int] = {}
    for argument in written:
        account, separator, amount = argument.rpartition("=")
        if not separator:
            faults.add("ACCOUNT=AMOUNT", argument, NO_LEG, A_LEG)
            continue
        for fault in account_faults(account):
            faults.add("ACCOUNT", f"{account} ({fault})", NO_ACCOUNT, A_LEG)
        if account in found:
            faults.add("ACCOUNT", account, TWICE, A_LEG)
        number = read_amount(amount, faults, in_tpp=counts_tpp(account))
        found[account] = 0 if number is None else number
    return tuple(Leg(account, amount) for account, amount in found.items())


def counts_tpp(account: str) -> bool:
    """Whether an account counts TPP, as all do but those of a license for its items and its value."""
    kind, *rest = parts_of(account)
    return kind != "license" or rest[-1:] == ["tpp"]


def read_amount(written: str, faults: Faults, *, in_tpp: bool = True) -> int | None:
    """A whole number, or the TPP of so many chips; None, with the fault noted, where it is neither.

    Where something else than TPP is counted (`in_tpp` false), a number of chips is a fault.
    """
    text = written.strip()
    of_chips = CHIPS.fullmatch(text)
    if of_chips and not in_tpp:
        faults.add("AMOUNT", written, NO_CHIPS, A_NUMBER)
        return None
    if of_chips:
        number = _chips(_whole(of_chips[2]), of_chips[3], faults)
        amount = None if number is None else (-number if of_chips[1] else number)
    elif WHOLE.fullmatch(text):
        amount = _whole(text)
    else:
        faults.add("AMOUNT", written, NOT_WHOLE, A_LEG)
        return None
    if amount is not None and abs(amount) > MOST:
        faults.add("AMOUNT", written, TOO_LARGE, Text(f"up to {MOST:,}", f"至多 {MOST:,}"))
        return None
    return amount


def read_claim(written: str, faults: Faults, *, at_opening: bool) -> Claim | None:
    """The claim that an argument makes on a scarce account; None, with the fault noted, where it makes none."""
    key, _, amount = written.rpartition("=")
    match = CHIPS.fullmatch(amount.strip())
    each = None
    if key and match and not match[1] and _whole(match[2]):
        each = _whole(match[3]) if WHOLE.fullmatch(match[3]) else _chips(1, match[3], faults)
    if not match or not each or each < 0:
        faults.add("--claim", written, NO_CLAIM, A_CLAIM)
        return None
    return Claim(key, _whole(match[2]), each, at_opening)


def _whole(written: str) -> int:
    """The number; of one with more digits than Python reads, a number beyond what a ledger counts."""
    digits = written.replace(",", "").replace("_", "")
    return int(digits) if len(digits) <= LONGEST else MOST + 1


def _chips(count: int, name: str, faults: Faults) -> int | None:
    """The TPP of so many chips, by the source that gives most; a fraction of a TPP counts as one."""
    circuit = read_chip(Section({"chip": name}, faults))
    if circuit is None:
        return None
    each: list[Decimal] = [reading.tpp for reading in circuit.readings if reading.tpp is not None]
    if not each:
        faults.add("AMOUNT", name, Text("No source gives its TPP.", "無來源載明其 TPP。"), A_LEG)
        return None
    return int((count * max(each)).to_integral_value(ROUND_CEILING))


def negated(legs: Iterable[Leg]) -> Iterator[Leg]:
    """The legs of what comes back: written without a sign, entered as lowering their accounts."""
    for account, amount in legs:
        yield Leg(account, -amount)
