"""How a movement ended, said to a person in both languages and to a program as plain data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from weighbridge.app.ledger.ending import Ending, NothingToReserve, OutcomeDoesNotPermit
from weighbridge.core.outcome import Outcome
from weighbridge.core.text import Text, same
from weighbridge.ledger import result as r
from weighbridge.ledger.entry import Entry
from weighbridge.ledger.limit import Limit, Share, Unit
from weighbridge.ledger.movement import Kind, Leg

KINDS = {
    Kind.LIMIT: Text("limit", "限額"),
    Kind.RESERVE: Text("reservation", "保留"),
    Kind.POST: Text("posting", "過帳"),
    Kind.VOID: Text("voiding", "作廢"),
    Kind.EXPIRE: Text("expiry", "逾期失效"),
    Kind.RETURN: Text("return", "退回"),
    Kind.ATTRITION: Text("attrition", "耗損"),
    Kind.ADJUST: Text("adjustment", "調整"),
    Kind.BALANCE: Text("balance asserted", "核對餘額"),
}
RESERVED = Text("{0} is reserved until {1}: {2} (entry {3}).", "{0} 已保留至 {1}：{2}（分錄第 {3} 號）。")
RECORDED = Text("{0} is entered: {1} (entry {2}).", "{0} 已登錄：{1}（分錄第 {2} 號）。")
TERMS = Text("{0} has its terms: {1} (entry {2}).", "{0} 之條件：{1}（分錄第 {2} 號）。")
AT_MOST = Text("at most {0} from {1} [{2}]", "自 {1} 起至多 {0}[{2}]")
LATER = Text("{0}, and {1} later limits", "{0}，其後另有 {1} 項限額")
COUNTED = Text("it is counted, and limits nothing", "僅供計數，不設限額")
UNPUBLISHED = Text("an unpublished amount", "未公布之數量")
OVER = Text(
    "It leaves {0} above the limit by {1}; nothing more can be drawn there.",
    "登錄後 {0} 超出限額 {1}，不得再行使用。",
)
ALREADY = Text(
    "{0} was entered before under the same key (entry {1}); nothing is taken twice.",
    "{0} 先前已以同一鍵值登錄（分錄第 {1} 號），不會重複使用。",
)
SHORT = Text(
    "{0} has {1} left of {2}, and {3} was asked: {4} too many.", "{0} 尚餘 {1}（限額 {2}），所請求為 {3}，超出 {4}。"
)
NOTHING_TAKEN = Text("Nothing was taken from any account.", "各帳戶均未被使用。")
PERIOD = Text("{0} runs from {1} to {2}", "{0} 之期間為 {1} 至 {2}")

Sentences = Iterable[Text]


def tell(result: Ending) -> Text:
    """The result in sentences."""
    told = list(SAYINGS[type(result)](result))
    return Text(" ".join(text.en for text in told), "".join(text.zh for text in told))


def to_plain(result: Ending) -> dict[str, Any]:
    """The result as data: its status, the fields of its class, and an entry as number, hash and content."""
    return {"status": result.status, **_fields(result)}


def number(amount: int) -> str:
    """A whole number with a comma at every thousand, as both languages write it."""
    return f"{amount:,}"


def share(found: Share) -> str:
    """A ratio as people write it, exactly: `25%`, else as a fraction."""
    hundredths, rest = divmod(found.numerator * 100, found.denominator)
    return f"{found.numerator}/{found.denominator}" if rest else f"{hundredths}%"


def legs_told(legs: Iterable[Leg]) -> Text:
    """Every account with its amount."""
    return same(", ".join(f"{account} {amount:+,}" for account, amount in legs))


def names(accounts: Iterable[str]) -> Text:
    """Accounts one after the other."""
    each = list(accounts)
    return Text(", ".join(each), "、".join(each))


def _reserved(found: r.Reserved) -> Sentences:
    m = found.entry.movement
    yield RESERVED.format(m.key, str(m.expires), legs_told(m.legs), number(found.entry.number))


def _recorded(found: r.Recorded) -> Sentences:
    entry, m = found.entry, found.entry.movement
    if m.limit:
        yield TERMS.format(m.limit.account, _terms(m.limit), number(entry.number))
    else:
        what = legs_told(m.legs) if m.legs else same(m.reservation)
        told = Text(f"{KINDS[m.kind].en}, {what.en}", f"{KINDS[m.kind].zh}，{what.zh}")
        yield RECORDED.format(m.key, told, number(entry.number))
    for over in found.over:
        yield OVER.format(over.account, number(over.by))


def _terms(limit: Limit) -> Text:
    """The first limit with its source, and how many follow."""
    if not limit.steps:
        return COUNTED
    first, *later = limit.steps
    most = UNPUBLISHED if first.most is None else same(amount_told(first.most, limit.unit))
    told = AT_MOST.format(most, str(first.since), first.citation)
    return LATER.format(told, number(len(later))) if later else told


def amount_told(most: int | Share, unit: Unit) -> str:
    """A limit as people write it, with its unit."""
    return share(most) if isinstance(most, Share) else f"{most:,} {unit}"


def _already(found: r.AlreadyReserved | r.AlreadyRecorded) -> Sentences:
    yield ALREADY.format(found.entry.movement.key, number(found.entry.number))


def _key_reused(found: r.KeyReused) -> Sentences:
    entry = found.entry
    yield Text(
        "The key {0} belongs to another movement, entry {1} of {2} ({3}), which stays as it is. Choose another key, or "
        "repeat that movement to the letter.",
        "鍵值 {0} 屬於另一筆登錄（分錄第 {1} 號，{2}，{3}），該筆維持不變。請改用其他鍵值，或原樣重送該筆。",
    ).format(entry.movement.key, number(entry.number), str(entry.movement.on), KINDS[entry.movement.kind])


def _unknown_account(found: r.UnknownAccount) -> Sentences:
    yield Text(
        "No limit was ever entered for {0}. An unknown limit is never permission: enter it first (ledger limits).",
        "{0} 從未登錄限額。限額不明絕非許可：請先登錄限額（ledger limits）。",
    ).format(names(found.accounts))


def _account_differs(found: r.AccountDiffers) -> Sentences:
    yield Text(
        "{0} was opened as {1}; these terms are of {2}. Terms change what is allowed, never what an account is.",
        "{0} 開立時為 {1}，此處條件為 {2}。條件得變更限額，不得變更帳戶性質。",
    ).format(found.account, found.found, found.asked)


def _unknown_reservation(found: r.UnknownReservation) -> Sentences:
    yield Text("Nothing was reserved under {0}.", "查無以 {0} 所為之保留。").format(found.reservation)


def _closed(found: r.ReservationClosed) -> Sentences:
    yield Text(
        "{0} is settled already, by a {1}. Reserve anew under another key.",
        "{0} 已結清（{1}）。請以其他鍵值重新保留。",
    ).format(found.reservation, KINDS[found.by])


def _expired(found: r.Expired) -> Sentences:
    yield Text(
        "{0} could be posted until {1}. Enter its expiry, and reserve anew under another key.",
        "{0} 僅得於 {1} 前過帳。請登錄其逾期失效，並以其他鍵值重新保留。",
    ).format(found.reservation, str(found.last_day))


def _not_expired(found: r.NotExpired) -> Sentences:
    yield Text(
        "{0} holds until {1}. Void it if it is not wanted any more.", "{0} 有效至 {1}。如不再需要，請作廢。"
    ).format(found.reservation, str(found.last_day))


def _outside_period(found: r.OutsidePeriod) -> Sentences:
    spans = [PERIOD.format(p.of, str(p.first or "…"), str(p.last or "…")) for p in found.periods]
    listed = Text("; ".join(s.en for s in spans), "；".join(s.zh for s in spans))
    yield Text("Nothing can be drawn on {0}: {1}.", "{0} 不得使用：{1}。").format(str(found.on), listed)


def _limit_unknown(found: r.LimitUnknown) -> Sentences:
    yield Text(
        "The limit of {0} is not published for that day. An unknown limit is never permission.",
        "{0} 該日之限額未經公布。限額不明絕非許可。",
    ).format(names(found.accounts))


def _awaits_sharing(found: r.AwaitsSharing) -> Sentences:
    yield Text(
        "{0} is shared out among all who ask: take part in the sharing (ledger share).",
        "{0} 由全體請求者分配：請參加分配（ledger share）。",
    ).format(names(found.accounts))


def _not_credited(found: r.NotCredited) -> Sentences:
    yield Text(
        "The terms of {0} give nothing back for this. If the agency decided otherwise, enter an adjustment that names "
        "its decision.",
        "{0} 之條件不因此回復額度。如主管機關另有決定，請登錄載明該決定之調整。",
    ).format(names(found.accounts))


def _more_than_reserved(found: r.MoreThanReserved) -> Sentences:
    yield Text(
        "{0} was reserved on {1}; no more can be posted. Reserve the rest by itself.",
        "{1} 上僅保留 {0}，不得超額過帳。其餘請另行保留。",
    ).format(number(found.reserved), found.account)


def _below_zero(found: r.BelowZero) -> Sentences:
    yield Text("{0} has {1} that can be taken off.", "{0} 可扣減者為 {1}。").format(found.account, number(found.posted))


def _out_of_range(found: r.OutOfRange) -> Sentences:
    yield Text("{0} would pass {1}, up to which a ledger counts.", "{0} 將超過帳本可計之上限 {1}。").format(
        found.account, number(found.most)
    )


def _exhausted(found: r.AllocationExhausted) -> Sentences:
    for s in found.short:
        amounts = (s.remaining, s.limit, s.asked, s.asked - s.remaining)
        yield SHORT.format(s.account, *map(number, amounts))
    yield NOTHING_TAKEN


def _ratio_exceeded(found: r.RatioExceeded) -> Sentences:
    yield Text("{0} would hold {1} of {2}, and at most {3} is allowed.", "{0} 將達 {2} 中之 {1}，上限為 {3}。").format(
        found.account, number(found.part), number(found.base), share(found.limit)
    )
    yield NOTHING_TAKEN


def _balance_differs(found: r.BalanceDiffers) -> Sentences:
    yield Text(
        "{0} is asserted to stand at {1}; the entries come to {2}. Nothing was entered.",
        "主張 {0} 之餘額為 {1}，分錄合計為 {2}。未登錄任何分錄。",
    ).format(found.account, number(found.asserted), number(found.found))


def _conflict(found: r.ConflictRetry) -> Sentences:
    yield Text(
        "Another writer was in the way ({0}); nothing was decided and nothing taken. This says nothing about what is "
        "left: repeat it with the same key.",
        "另有寫入者占用（{0}）；未作任何決定，亦未使用額度。此與餘額無關：請以同一鍵值重試。",
    ).format(found.reason)


def _does_not_permit(found: OutcomeDoesNotPermit) -> Sentences:
    yield Text(
        "On the track {0} the outcome is {1}, which permits no shipment; nothing was reserved.",
        "依軌別 {0}，結果為 {1}，不許出貨；未作任何保留。",
    ).format(found.track, found.outcome.value)
    if found.outcome is Outcome.LICENSE_REQUIRED and found.licenses:
        yield Text(
            "The ledger keeps no account of {0}: enter the license first (ledger license).",
            "帳本未登錄 {0}：請先登錄該許可（ledger license）。",
        ).format(names(found.licenses))
    elif found.outcome is Outcome.LICENSE_REQUIRED:
        yield Text(
            "With a license in hand, enter it (ledger license) and name it in the request (authorizations).",
            "如持有許可，請登錄之（ledger license），並於請求中載明（authorizations）。",
        )


def _nothing(found: NothingToReserve) -> Sentences:
    yield Text(
        "On the track {0} the outcome is {1}, and it draws on no allocation: there is nothing to reserve.",
        "依軌別 {0}，結果為 {1}，不使用任何配額：無須保留。",
    ).format(found.track, found.outcome.value)


SAYINGS: Mapping[type[Ending], Callable[[Any], Sentences]] = {
    r.Reserved: _reserved,
    r.Recorded: _recorded,
    r.AlreadyReserved: _already,
    r.AlreadyRecorded: _already,
    r.ConflictRetry: _conflict,
    r.KeyReused: _key_reused,
    r.UnknownAccount: _unknown_account,
    r.AccountDiffers: _account_differs,
    r.UnknownReservation: _unknown_reservation,
    r.ReservationClosed: _closed,
    r.Expired: _expired,
    r.NotExpired: _not_expired,
    r.OutsidePeriod: _outside_period,
    r.LimitUnknown: _limit_unknown,
    r.AwaitsSharing: _awaits_sharing,
    r.NotCredited: _not_credited,
    r.MoreThanReserved: _more_than_reserved,
    r.BelowZero: _below_zero,
    r.OutOfRange: _out_of_range,
    r.AllocationExhausted: _exhausted,
    r.RatioExceeded: _ratio_exceeded,
    r.BalanceDiffers: _balance_differs,
    OutcomeDoesNotPermit: _does_not_permit,
    NothingToReserve: _nothing,
}


def _fields(found: object) -> dict[str, Any]:
    assert is_dataclass(found)
    return {field.name: _plain(getattr(found, field.name)) for field in fields(found)}


def _plain(value: object) -> Any:
    match value:
        case Entry():
            return entry_plain(value)
        case Share():
            return share(value)
        case StrEnum() | str():
            return str(value)
        case date():
            return value.isoformat()
        case tuple() | list():
            return [_plain(item) for item in value]
        case int() | None:
            return value
        case _:
            return _fields(value)


def entry_plain(entry: Entry) -> dict[str, Any]:
    """An entry as data, its content as in an export."""
    import json

    return {"number": entry.number, "hash": entry.hash.hex(), "content": json.loads(entry.movement.content)}
