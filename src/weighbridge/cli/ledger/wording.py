"""What reports of a ledger say, in both languages, and how long a bar is."""

from __future__ import annotations

from dataclasses import dataclass

from weighbridge.app.ledger.outlook import Outlook
from weighbridge.app.ledger.telling import number, share
from weighbridge.core.text import Text, same
from weighbridge.ledger.binding import Binds, NotPublished, Rate
from weighbridge.ledger.headroom import Headroom, Unanswered
from weighbridge.ledger.limit import Share

NO_ACCOUNT = Text("The book has no such account.", "帳簿無此帳戶。")
ROOM = Text("{0} left of {1}", "餘 {0}（限額 {1}）")
LAPSED = Text(
    "{0} of it is held by reservations past their last day; enter their expiry (ledger expire).",
    "其中 {0} 為逾期之保留；請登錄其逾期失效（ledger expire）。",
)
RATE = Text("At the rate of the last {0} days ({1} in {0} days)", "依最近 {0} 日之速率（{0} 日內 {1}）")
BINDS = Text("{0} the limit of {1} is passed on {2} [{3}].", "{0}，限額 {1} 將於 {2} 超過[{3}]。")
HOLDS = Text("{0} the limit is not reached before {1}.", "{0}，至 {1} 前不會達到限額。")
HOLDS_FOR_GOOD = Text("{0} the limit is not reached.", "{0}，不會達到限額。")
UNPUBLISHED = Text(
    "{0} the limit holds until {1}, from when on it is not published.", "{0}，限額至 {1} 前足夠；其後未經公布。"
)


@dataclass(frozen=True, slots=True)
class Bar:
    """How much of a limit is posted and pending; `whole` is the limit, or what is used where that is more."""

    posted: int
    pending: int
    whole: int

    @property
    def used(self) -> int:
        """Posted and pending."""
        return self.posted + self.pending


def bar_of(room: Headroom | Unanswered) -> Bar | None:
    """The bar of what is left; None where nothing can be said, or nothing is limited.

    Of a ratio, the whole is what its part could come to while its base stays as it is.
    """
    if not isinstance(room, Headroom) or room.remaining is None:
        return None
    return Bar(room.posted, room.pending, room.posted + room.pending + room.remaining)


def limit_told(limit: int | Share | None) -> Text:
    """A limit as people write it."""
    return same(share(limit) if isinstance(limit, Share) else number(limit or 0))


def rate_told(rate: Rate) -> Text:
    """The rate, with the days that it was taken over."""
    return RATE.format(number(rate.days), number(rate.amount))


def binding_told(outlook: Outlook) -> Text | None:
    """When the limit binds, and at which rate; None where that is not told by one rate."""
    if outlook.rate is None:
        return None
    at, found = rate_told(outlook.rate), outlook.binding
    if isinstance(found, Binds):
        return BINDS.format(at, number(found.limit), str(found.on), found.citation)
    if isinstance(found, NotPublished):
        return UNPUBLISHED.format(at, str(found.since))
    until = found.until if found else None
    return HOLDS.format(at, str(until)) if until else HOLDS_FOR_GOOD.format(at)
