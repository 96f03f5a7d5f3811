"""The rules of a book a second time, as plainly as can be: nothing is kept but the list of what was accepted.

Every question is answered by going through that list, every day of a span one by one, and every way in which the open
reservations may end. It is slow, and shares nothing with the package but the words for movements and limits.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, combinations
from typing import TypeVar

from weighbridge.ledger.limit import Credit, Limit, LimitKind, Share, Shortage
from weighbridge.ledger.movement import Kind, Movement

T = TypeVar("T")
Amounts = dict[str, int]
SETTLING = (Kind.POST, Kind.VOID, Kind.EXPIRE)
CAPPED = (LimitKind.FLOW, LimitKind.STOCK)
MOST = 10**15


class Model:
    """What has been accepted so far, and what may come next."""

    def __init__(self) -> None:
        self.accepted: list[Movement] = []

    # --- what is so ---

    def terms(self, account: str) -> Limit | None:
        """The terms entered last."""
        entered = [m.limit for m in self.accepted if m.limit and m.limit.account == account]
        return entered[-1] if entered else None

    def accounts(self) -> list[str]:
        return sorted({m.limit.account for m in self.accepted if m.limit})

    def reservation(self, key: str) -> Movement | None:
        return next((m for m in self.accepted if m.kind is Kind.RESERVE and m.key == key), None)

    def settled_by(self, key: str) -> Movement | None:
        return next((m for m in self.accepted if m.kind in SETTLING and m.reservation == key), None)

    def open(self) -> list[Movement]:
        return [m for m in self.accepted if m.kind is Kind.RESERVE and not self.settled_by(m.key)]

    def posted(self, account: str) -> int:
        return sum(dict(self.what_it_posts(m)).get(account, 0) for m in self.accepted)

    def what_it_posts(self, m: Movement) -> Amounts:
        if m.kind is Kind.POST:
            reserved = self.reservation(m.reservation)
            return dict(m.legs or (reserved.legs if reserved else ()))
        return dict(m.legs) if m.kind in (Kind.RETURN, Kind.ATTRITION, Kind.ADJUST) else {}

    def latest(self, account: str) -> date:
        """The latest day of a reservation or post that names the account."""
        reserved = [m.on for m in self.accepted if m.kind is Kind.RESERVE and account in dict(m.legs)]
        posted = [m.on for m in self.accepted if m.kind is Kind.POST and account in self.what_it_posts(m)]
        return max([*reserved, *posted], default=date.min)

    def outcomes(self, account: str) -> Iterator[int]:
        """What may come to be posted on the account: every subset of the open reservations may be, the rest not."""
        amounts = [dict(m.legs)[account] for m in self.open() if account in dict(m.legs)]
        for subset in subsets(amounts):
            yield self.posted(account) + sum(subset)

    def fleets(self, account: str, base: str) -> Iterator[tuple[int, int]]:
        """What may come to be posted on a part and on its base."""
        pairs = [(dict(m.legs).get(account, 0), dict(m.legs).get(base, 0)) for m in self.open()]
        for subset in subsets([pair for pair in pairs if pair != (0, 0)]):
            part, whole = sum(p for p, _ in subset), sum(b for _, b in subset)
            yield self.posted(account) + part, self.posted(base) + whole

    def limits(self, account: str, on: date) -> set[int | Share | None]:
        """The limits in force on any day from `on` to the latest draw."""
        terms = self.terms(account)
        assert terms is not None
        found: set[int | Share | None] = set()
        day = on
        while day <= max(on, self.latest(account)):
            begun = [step for step in terms.steps if step.since <= day]
            if begun:
                found.add(begun[-1].most)
            day += timedelta(days=1)
        return found

    def worst(self, account: str, on: date, *, posted_only: bool = False) -> int:
        """How far the account may come to stand above its limit (below zero: what is left)."""
        terms = self.terms(account)
        assert terms is not None
        limits = self.limits(account, on)
        if terms.kind is LimitKind.RATIO:
            fleets = list(self.fleets(account, terms.base))
            if posted_only:
                fleets = [(self.posted(account), self.posted(terms.base))]
            shares = [limit for limit in limits if isinstance(limit, Share)]
            return max((d * part - n * base for n, d in shares for part, base in fleets), default=0)
        used = self.posted(account) if posted_only else max(self.outcomes(account))
        return used - min(limit for limit in limits if isinstance(limit, int))

    # --- what may come next ---

    def status(self, m: Movement) -> str:
        """How the movement must end."""
        known = next((old for old in self.accepted if old.key == m.key), None)
        if known:
            again = "ALREADY_RESERVED" if m.kind is Kind.RESERVE else "ALREADY_RECORDED"
            return again if known == m else "KEY_REUSED"
        refusals = self.settling(m) if m.kind in SETTLING else self.drawing(m)
        return next(refusals, "RESERVED" if m.kind is Kind.RESERVE else "RECORDED")

    def drawing(self, m: Movement) -> Iterator[str]:
        legs = dict(m.legs)
        named = set(legs) | ({m.limit.base} - {""} if m.limit else set())
        if named - set(self.accounts()):
            yield "UNKNOWN_ACCOUNT"
            return
        if m.kind is Kind.RESERVE:
            yield from self.dates(m, legs)
            if any(self.kept(a).shortage is not Shortage.FIRST_COME for a in legs):
                yield "AWAITS_SHARING"
        if m.kind in (Kind.RESERVE, Kind.RETURN, Kind.ATTRITION):
            yield from self.not_credited(legs, Credit.RETURN if m.kind is Kind.RETURN else Credit.ATTRITION)
        lowered = [a for a in legs if legs[a] < 0]
        if any(min(self.outcomes(a)) + legs[a] < 0 for a in lowered):
            yield "BELOW_ZERO"
        if m.kind is Kind.RESERVE:
            yield from self.limits_passed(m, legs)
        if m.kind is Kind.BALANCE and any(self.posted(a) != amount for a, amount in legs.items()):
            yield "BALANCE_DIFFERS"

    def settling(self, m: Movement) -> Iterator[str]:
        reserved = self.reservation(m.reservation)
        if reserved is None:
            yield "UNKNOWN_RESERVATION"
            return
        assert reserved.expires is not None
        if self.settled_by(m.reservation):
            yield "RESERVATION_CLOSED"
        if m.kind is Kind.EXPIRE and m.on <= reserved.expires:
            yield "NOT_EXPIRED"
        if m.kind is not Kind.POST:
            return
        held, legs = dict(reserved.legs), self.what_it_posts(m)
        if set(legs) - set(held):
            yield "UNKNOWN_ACCOUNT"
            return
        if m.on > reserved.expires:
            yield "EXPIRED"
        if m.on < reserved.on:
            yield "OUTSIDE_PERIOD"
        yield from self.dates(m, legs)
        yield from self.not_credited(legs, Credit.ATTRITION)
        if any(not (0 < x <= held[a] or held[a] <= x < 0) for a, x in legs.items()):
            yield "MORE_THAN_RESERVED"
        yield from self.limits_passed(m, legs)

    def not_credited(self, legs: Amounts, credit: Credit) -> Iterator[str]:
        capped = [a for a in legs if legs[a] < 0 and self.kept(a).kind in CAPPED]
        if any(credit not in self.kept(a).credits for a in capped):
            yield "NOT_CREDITED"

    def dates(self, m: Movement, legs: Amounts) -> Iterator[str]:
        for account in legs:
            terms = self.kept(account)
            before = bool(terms.steps) and m.on < terms.steps[0].since
            if before or (terms.until is not None and m.on > terms.until):
                yield "OUTSIDE_PERIOD"
        raised = {
            a
            for a in self.accounts()
            if self.kept(a).kind is LimitKind.RATIO and (legs.get(a, 0) > 0 or legs.get(self.kept(a).base, 0) < 0)
        }
        if any(None in self.limits(account, m.on) for account in {*legs, *raised}):
            yield "LIMIT_UNKNOWN"

    def limits_passed(self, m: Movement, legs: Amounts) -> Iterator[str]:
        then = Model()
        then.accepted = [*self.accepted, m]
        raised = [a for a in legs if self.kept(a).kind in CAPPED and legs[a] > 0]
        if any(then.worst(account, m.on, posted_only=m.kind is Kind.POST) > 0 for account in raised):
            yield "ALLOCATION_EXHAUSTED"
        for account in self.accounts():
            if self.kept(account).kind is LimitKind.RATIO and self.limits(account, m.on) - {None}:
                for posted_only in (True, False):
                    had = self.worst(account, m.on, posted_only=posted_only)
                    has = then.worst(account, m.on, posted_only=posted_only)
                    if has > 0 and has > had:
                        yield "RATIO_EXCEEDED"

    def kept(self, account: str) -> Limit:
        terms = self.terms(account)
        assert terms is not None
        return terms


def subsets(items: list[T]) -> Iterator[tuple[T, ...]]:
    """Every subset."""
    return chain.from_iterable(combinations(items, size) for size in range(len(items) + 1))
