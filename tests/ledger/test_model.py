"""Random histories on every store, beside the plain model: same answers, same balances, and never a unit over."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tests.ledger.making import event, expire, fresh, post, ratio, reserve, setting, stock, tally, void
from tests.ledger.model import CAPPED, Model
from tests.ledger.stores import STORES

from weighbridge.ledger.decide import decide
from weighbridge.ledger.entry import Entry
from weighbridge.ledger.limit import Credit, Limit, LimitKind, Share, Shortage, Step
from weighbridge.ledger.movement import Kind, Movement
from weighbridge.ledger.overlay import Overlay
from weighbridge.ledger.replay import Replay
from weighbridge.ledger.result import Entered
from weighbridge.ledger.state import Change, Standing
from weighbridge.ledger.statement import statement
from weighbridge.ledger.store import Store
from weighbridge.ledger.verify import verify

FIRST = date(2025, 12, 20)
NEW_YEAR = date(2026, 1, 1)
LAST = date(2026, 1, 12)
FLOW, NEXT, STOCK, LICENSE, SHARED = "lpp/X/2025", "lpp/X/2026", "nveu/X/IN", "license/D1", "shared"
OWNED, ABROAD, INDIA = "uveu/X/owned", "uveu/X/outside", "uveu/X/IN"
MOST_OPEN = 7
"""The model looks at every subset of the open reservations."""

days = st.dates(FIRST, LAST - timedelta(days=1))
any_days = st.dates(FIRST - timedelta(days=1), LAST + timedelta(days=1))
waits = st.integers(0, 12).map(lambda days: timedelta(days=days))
ups = st.integers(1, 12)
ins_and_outs = st.integers(-6, 12).filter(bool)
draws = st.sampled_from([{FLOW}, {NEXT}, {STOCK}, {STOCK}, {LICENSE}, {FLOW, STOCK}, {NEXT, LICENSE}, {STOCK, LICENSE}])
odd_draws = st.sets(st.sampled_from([FLOW, NEXT, STOCK, LICENSE, SHARED, OWNED, ABROAD, INDIA]), min_size=1, max_size=3)
mosts = st.integers(0, 30) | st.integers(10, 30) | st.none()
shares = st.sampled_from([Share(1, 4), Share(1, 2), Share(7, 100), Share(1, 1), None])
terms_of = {
    FLOW: (LimitKind.FLOW, mosts, ""),
    NEXT: (LimitKind.FLOW, mosts, ""),
    STOCK: (LimitKind.STOCK, mosts, ""),
    LICENSE: (LimitKind.FLOW, mosts, ""),
    ABROAD: (LimitKind.RATIO, shares, OWNED),
    INDIA: (LimitKind.RATIO, shares, OWNED),
}


class Histories(RuleBasedStateMachine):
    """Movements of every kind on limits of every kind, on days that go forth and back."""

    def __init__(self, opened: Callable[[], Store]) -> None:
        super().__init__()
        self.store = opened()
        self.model = Model()
        self.asked: list[Movement] = []
        self.after: list[dict[str, Standing]] = []

    @initialize()
    def accounts(self) -> None:
        until = NEW_YEAR - timedelta(days=1)
        for limit in (
            Limit(FLOW, LimitKind.FLOW, (Step(FIRST, 14, "x"),), until),
            Limit(NEXT, LimitKind.FLOW, (Step(NEW_YEAR, 14, "x"),)),
            stock(STOCK, (FIRST, 12), (NEW_YEAR, 20), (LAST, None)),
            Limit(LICENSE, LimitKind.FLOW, (Step(FIRST, 16, "x"),), LAST, credits=frozenset({Credit.RETURN})),
            Limit(SHARED, LimitKind.FLOW, (Step(FIRST, 25, "x"),), shortage=Shortage.SAME_DAY),
            tally(OWNED),
            ratio(ABROAD, 25, OWNED, since=FIRST),
            ratio(INDIA, 7, OWNED, since=FIRST),
        ):
            self.enter(setting(limit, FIRST))
        self.enter(event(Kind.ADJUST, {OWNED: 60}, FIRST))

    @rule(accounts=draws, amount=ups, on=days, wait=waits)
    def draw(self, accounts: set[str], amount: int, on: date, wait: timedelta) -> None:
        if NEXT in accounts:
            on = max(on, NEW_YEAR)
        elif FLOW in accounts:
            on = min(on, NEW_YEAR - timedelta(days=1))
        self.reserve(dict.fromkeys(sorted(accounts), amount), on, wait)

    @rule(amount=ups, home=st.booleans(), bought=st.booleans(), on=days, wait=waits)
    def move_chips(self, amount: int, home: bool, bought: bool, on: date, wait: timedelta) -> None:
        amount = -amount if home else amount
        self.reserve({ABROAD: amount, INDIA: amount} | ({OWNED: amount} if bought else {}), on, wait)

    @rule(accounts=odd_draws, data=st.data(), on=any_days, wait=waits)
    def draw_oddly(self, accounts: set[str], data: st.DataObject, on: date, wait: timedelta) -> None:
        self.reserve({account: data.draw(ins_and_outs) for account in sorted(accounts)}, on, wait)

    def reserve(self, amounts: dict[str, int], on: date, wait: timedelta) -> None:
        if len(self.model.open()) < MOST_OPEN:
            self.enter(reserve(amounts, on, expires=on + wait))

    @precondition(lambda self: self.model.open())
    @rule(which=st.integers(0, 30), wait=waits, less=st.integers(0, 3))
    def post(self, which: int, wait: timedelta, less: int) -> None:
        found = self.model.open()
        reserved = found[which % len(found)]
        assert reserved.expires is not None
        legs = {a: max(x - less, 1) if x > 0 else min(x + less, -1) for a, x in reserved.legs} if less else None
        self.enter(post(reserved.key, legs, min(reserved.on + wait, reserved.expires)))

    @precondition(lambda self: self.reservations())
    @rule(which=st.integers(0, 30), data=st.data(), on=any_days)
    def settle_oddly(self, which: int, data: st.DataObject, on: date) -> None:
        reserved = self.reservations()[which % len(self.reservations())]
        some = data.draw(st.sets(st.sampled_from([a for a, _ in reserved.legs])))
        legs = {account: data.draw(ins_and_outs) for account in sorted(some | data.draw(st.just(set()) | odd_draws))}
        self.enter(
            data.draw(st.sampled_from([post(reserved.key, legs, on), void(reserved.key, on), post("none", legs)]))
        )

    @precondition(lambda self: self.model.open())
    @rule(which=st.integers(0, 30), kind=st.sampled_from([void, expire]), wait=waits)
    def release(self, which: int, kind: Callable[[str, date], Movement], wait: timedelta) -> None:
        found = self.model.open()
        reserved = found[which % len(found)]
        assert reserved.expires is not None
        self.enter(kind(reserved.key, reserved.expires + wait))

    @rule(
        kind=st.sampled_from([Kind.RETURN, Kind.ATTRITION]),
        accounts=draws | odd_draws,
        amount=st.integers(1, 4),
        on=days,
    )
    def give_back(self, kind: Kind, accounts: set[str], amount: int, on: date) -> None:
        self.enter(event(kind, dict.fromkeys(sorted(accounts), -amount), on))

    @rule(accounts=odd_draws, amount=st.integers(-4, 8).filter(bool), off=st.integers(0, 1), asserted=st.booleans())
    def report(self, accounts: set[str], amount: int, off: int, asserted: bool) -> None:
        found = {account: self.model.posted(account) + off for account in sorted(accounts)}
        adjusted = dict.fromkeys(sorted(accounts), amount)
        self.enter(event(Kind.BALANCE, found) if asserted else event(Kind.ADJUST, adjusted))

    @rule(data=st.data(), account=st.sampled_from(sorted(terms_of)), on=days, credits=st.sets(st.sampled_from(Credit)))
    def change_terms(self, data: st.DataObject, account: str, on: date, credits: set[Credit]) -> None:
        kind, limits, base = terms_of[account]
        since = [FIRST, *data.draw(st.lists(days, unique=True, max_size=2).map(sorted))]
        steps = tuple(Step(day, data.draw(limits), "a change") for day in sorted(set(since)))
        given_back = frozenset(credits) if kind in CAPPED else frozenset[Credit]()
        self.enter(setting(Limit(account, kind, steps, LAST, base=base, credits=given_back), on))

    @rule(back=st.integers(0, 5), other=st.booleans())
    def repeat(self, back: int, other: bool) -> None:
        again = self.asked[-1 - back]
        self.enter(event(Kind.BALANCE, {OWNED: 0}, key=again.key) if other else again)

    @invariant()
    def balances_agree(self) -> None:
        for standing in self.store.standings():
            ups = [max(dict(m.legs).get(standing.account, 0), 0) for m in self.model.open()]
            downs = [max(-dict(m.legs).get(standing.account, 0), 0) for m in self.model.open()]
            assert standing.posted == self.model.posted(standing.account) >= 0
            assert (standing.pending, standing.leaving) == (sum(ups), sum(downs))
            assert standing.latest == self.model.latest(standing.account)

    def reservations(self) -> list[Movement]:
        return [m for m in self.model.accepted if m.kind is Kind.RESERVE]

    def enter(self, movement: Movement) -> None:
        expected, before = self.model.status(movement), self.store.head()

        result = self.store.record(movement)

        assert result.status == expected, (movement, result)
        self.asked.append(movement)
        if expected in ("RESERVED", "RECORDED"):
            assert isinstance(result, Entered)
            assert result.entry.number == before.number + 1
            self.never_over(movement)
            self.model.accepted.append(movement)
            self.after.append({standing.account: standing for standing in self.store.standings()})
        else:
            assert self.store.head() == before

    def never_over(self, movement: Movement) -> None:
        """A draw leaves no account above its limit, whichever of the open reservations are posted."""
        then = Model()
        then.accepted = [*self.model.accepted, movement]
        for account, amount in dict(movement.legs).items():
            if movement.kind is Kind.RESERVE and amount > 0 and then.kept(account).kind in CAPPED:
                assert then.worst(account, movement.on) <= 0
            if movement.kind is Kind.RESERVE and then.kept(account).kind is LimitKind.RATIO:
                assert then.worst(account, movement.on) <= max(self.model.worst(account, movement.on), 0)

    def teardown(self) -> None:
        entries = list(self.store.entries())
        self.replay(entries)
        assert [entry.movement for entry in entries] == self.model.accepted
        assert verify(self.store.book, entries) == self.store.head()
        for account in self.model.accounts():
            lines = list(statement(self.store.entries(account=account), account))
            standing = self.store.standing(account)
            assert standing is not None
            assert (lines[-1].posted, lines[-1].pending, lines[-1].limit) == (
                standing.posted,
                standing.pending,
                standing.limit,
            )
        self.store.close()

    def replay(self, entries: list[Entry]) -> None:
        """Any beginning of the book leads to the balances that were there then, by replay as on an overlay."""
        replayed, overlaid = Replay(), Overlay(Replay())
        for entry, after in zip(entries, self.after, strict=True):
            for state in (replayed, overlaid):
                decision = decide(state, entry.movement)
                assert isinstance(decision, Change)
                state.apply(entry, decision)
                assert state.standings == after
        for movement in self.asked:
            assert decide(overlaid, movement) == decide(replayed, movement)


def test_pending_plus_posted_never_exceeds_limit(store_name: str, tmp_path: Path) -> None:
    def opened() -> Store:
        return STORES[store_name](tmp_path, fresh("book"))

    thorough = store_name == "memory"
    run_state_machine_as_test(
        partial(Histories, opened),  # type: ignore[arg-type]  # it calls what it is given
        settings=settings(max_examples=250 if thorough else 15, stateful_step_count=50, deadline=None),
    )
