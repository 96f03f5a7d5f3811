"""The single tests that decisions are made of. Each gives its refusal, or None where it has nothing to object."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from weighbridge.ledger.limit import MOST, Credit, LimitKind
from weighbridge.ledger.movement import Leg
from weighbridge.ledger.ratio import Draft, held, open_holdings, ratios_touched, share_for, worst
from weighbridge.ledger.result import (
    AllocationExhausted,
    AwaitsSharing,
    BelowZero,
    LimitUnknown,
    NotCredited,
    OutOfRange,
    OutsidePeriod,
    Over,
    Period,
    Short,
    UnknownAccount,
)
from weighbridge.ledger.state import Standing, State

Accounts = Mapping[str, Standing]


def plainly_fits(standing: Standing, amount: int, on: date) -> bool:
    """Whether nothing can stand against a draw, as far as one look tells: of most draws it does.

    A flow or stock, served first come, first served; on a day no earlier than its latest draw; with a limit published
    for that day, under which the amount fits.
    """
    if amount <= 0 or not standing.plain or on < standing.latest:
        return False
    step = standing.limit.step_on(on)
    return step is not None and isinstance(step.most, int) and standing.used + amount <= step.most


def standings_of(state: State, legs: Iterable[Leg]) -> Accounts | UnknownAccount:
    """Where each account of the legs stands; the refusal where any was never given a limit."""
    found = {account: state.standing(account) for account, _ in legs}
    unknown = tuple(account for account, standing in found.items() if standing is None)
    return UnknownAccount(unknown) if unknown else {a: s for a, s in found.items() if s is not None}


def outside_period(accounts: Accounts, on: date) -> OutsidePeriod | None:
    """Accounts that do not run on that day."""
    outside = tuple(
        Period(standing.account, standing.limit.steps[0].since, standing.limit.until)
        for standing in accounts.values()
        if standing.limit.kind is not LimitKind.TALLY and standing.limit.step_on(on) is None
    )
    return OutsidePeriod(on, outside) if outside else None


def limit_unknown(state: State, accounts: Accounts, draft: Draft) -> LimitUnknown | None:
    """Accounts, and ratios that the draft can raise, whose limit is unpublished for that day."""
    raised = {**accounts, **{ratio.account: ratio for ratio in ratios_touched(state, draft)}}
    unknown = tuple(
        account
        for account, standing in raised.items()
        if any(step.most is None for step in standing.limit.steps_between(draft.on, max(draft.on, standing.latest)))
    )
    return LimitUnknown(unknown) if unknown else None


def awaits_sharing(accounts: Accounts, *, shared: bool) -> AwaitsSharing | None:
    """Accounts whose draws are decided together with others', unless this one was."""
    waiting = tuple(account for account, standing in accounts.items() if not standing.limit.first_come)
    return AwaitsSharing(waiting) if waiting and not shared else None


def not_credited(accounts: Accounts, legs: Iterable[Leg], credit: Credit) -> NotCredited | None:
    """Accounts with a leg down whose terms give nothing back."""
    refusing = tuple(a for a, amount in legs if amount < 0 and not accounts[a].limit.credits_for(credit))
    return NotCredited(refusing) if refusing else None


def below_zero(accounts: Accounts, legs: Iterable[Leg]) -> BelowZero | None:
    """The first account that has less than is to be taken off."""
    for account, amount in legs:
        if accounts[account].can_leave + amount < 0:
            return BelowZero(account, max(accounts[account].can_leave, 0))
    return None


def out_of_range(accounts: Accounts, legs: Iterable[Leg]) -> OutOfRange | None:
    """The first account whose balance would grow past what is counted exactly."""
    for account, amount in legs:
        if accounts[account].used + amount > MOST:
            return OutOfRange(account, MOST)
    return None


def most_for(standing: Standing, on: date) -> int | None:
    """The lowest limit of a flow or stock in force on any day from `on` to the account's latest draw; None without one.

    A draw entered late thus fits on its own day and on every day since that the book has seen.
    """
    steps = standing.limit.steps_between(on, max(on, standing.latest))
    return min((step.most for step in steps if isinstance(step.most, int)), default=None)


def exhausted(
    accounts: Accounts, legs: Iterable[Leg], on: date, *, posting: bool = False
) -> AllocationExhausted | None:
    """Flows and stocks that the legs would raise above their limit.

    Pending reservations count, except against one that is posted: they have no right that goes before it.
    """
    short = []
    for account, amount in legs:
        standing = accounts[account]
        if amount > 0 and standing.limit.kind in (LimitKind.FLOW, LimitKind.STOCK):
            most = most_for(standing, on)
            left = (most or 0) - (standing.posted if posting else standing.used)
            if amount > left:
                short.append(Short(account, most or 0, max(left, 0), amount))
    return AllocationExhausted(tuple(short)) if short else None


def over_limits(state: State, accounts: Iterable[Standing], on: date) -> tuple[Over, ...]:
    """Which of the accounts stand above the limit of that day, and by how much."""
    found = ((standing.account, excess(state, standing, on)) for standing in accounts)
    return tuple(Over(account, by) for account, by in found if by > 0)


def excess(state: State, standing: Standing, on: date) -> int:
    """By how much an account stands above the limit of that day, pending included; 0 where it does not, or has none."""
    if standing.limit.kind is LimitKind.RATIO:
        share = share_for(standing, on)
        if share is None:
            return 0
        weight = worst([held(state, standing), *open_holdings(state, standing)], share).weight(share)
        return max(-(-weight // share.denominator), 0)
    step = standing.limit.step_on(on)
    return max(standing.used - step.most, 0) if step and isinstance(step.most, int) else 0
