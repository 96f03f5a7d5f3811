"""What a ledger knows of a transaction: how much was drawn before on the accounts that it would draw on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from weighbridge.app.door import Stated
from weighbridge.app.faults import Fault, RequestFaults, shown
from weighbridge.app.ledger.accounts import CannotKeep, account_of, base_of
from weighbridge.app.ledger.telling import number
from weighbridge.app.ledger.terms import facts_in, presuming
from weighbridge.app.request.request import Request
from weighbridge.core.fact import FactValue
from weighbridge.core.provision import Allocation
from weighbridge.core.text import Text, same
from weighbridge.engine.plan import Plan
from weighbridge.ledger.decide import decide
from weighbridge.ledger.movement import Kind, Movement
from weighbridge.ledger.overlay import Overlay
from weighbridge.ledger.ratio import Holding, held, open_holdings, share_for, worst
from weighbridge.ledger.state import Change, Standing
from weighbridge.ledger.store import Store

KNOWN = Text(
    "Drawn before, by the ledger (book {0}): {1} TPP on {2}. What nobody entered there is not counted.",
    "依帳本（帳簿 {0}），先前已使用 {1} TPP（{2}）。未登錄於該帳本者不計。",
)
CONTRADICTS = Text(
    "The ledger (book {0}) has {1} TPP on {2}, posted and pending.", "帳本（帳簿 {0}）之 {2} 為 {1} TPP（含保留）。"
)
ACCEPTED = Text(
    "{0}, or nothing; what a ledger lacks is entered there (ledger adjust)",
    "{0}，或不填；帳本如有缺漏，應於帳本登錄（ledger adjust）",
)


def posting_key(reservation: str) -> str:
    """The key under which a reservation is posted."""
    return f"post {reservation}"


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger says for a fact, and on which account."""

    account: str
    tpp: int


class FromLedger:
    """Adds to the facts of a request what the ledger knows of it, and to the assumptions that it did.

    Each account is read once, so that every track sees the same. `own` is the key of the transaction's own reservation:
    asked again, a transaction does not stand in its own way.
    """

    def __init__(self, store: Store, request: Request, own: str = "") -> None:
        self.store = store
        self.request = request
        self.state = Overlay(store)
        if own:
            self._leave_out(own)

    def __call__(self, request: Request, plan: Plan, stated: Stated) -> Stated:
        """What is stated, with what the ledger knows.

        Raises:
            RequestFaults: the request itself states another figure for what the ledger knows.
        """
        known = self._known(plan, stated.facts)
        if request is self.request:
            self._refuse_contradictions(stated.facts, known)
        facts = {**stated.facts, **{name: found.tpp for name, found in known.items()}}
        said = (KNOWN.format(self.store.book, number(found.tpp), same(found.account)) for found in known.values())
        return Stated(facts, (*stated.taken, *dict.fromkeys(said)))

    def _known(self, plan: Plan, facts: Mapping[str, FactValue]) -> dict[str, Known]:
        """The facts that accounts answer: what is used, and of a fleet how much there is with this transaction."""
        reckoner = presuming(plan.rulebook, facts)
        found: dict[str, Known] = {}
        for allocation, account in accounts_of(plan, facts):
            standing = self._standing(account)
            if standing is None:
                continue
            holding = self._holding(standing)
            found |= {name: Known(account, holding.part) for name in facts_in(reckoner, allocation.used)}
            if not allocation.base:
                continue
            fleet = Known(base_of(allocation, facts), holding.base + _whole(facts.get("transaction.total_tpp")))
            for name in facts_in(reckoner, allocation.limit):
                # Of several shares of one fleet, the one whose open movements leave the fleet smallest.
                found[name] = min(found.get(name, fleet), fleet, key=lambda known: known.tpp)
        return found

    def _holding(self, standing: Standing) -> Holding:
        """What counts against the limit; of a ratio, part and base as the worst outcome of what is open leaves them."""
        share = share_for(standing, self.request.on)
        if share is None:
            return Holding(standing.used, 0)
        return worst([held(self.state, standing), *open_holdings(self.state, standing)], share)

    def _standing(self, account: str) -> Standing | None:
        standing = self.state.standing(account)
        if standing:
            self.state.standings[account] = standing
        return standing

    def _leave_out(self, own: str) -> None:
        """See the accounts as they would be without that reservation, open or posted."""
        entry, reservation = self.store.entry(own), self.store.reservation(own)
        if entry is None or reservation is None:
            return
        if reservation.closed_by is None:
            undone = decide(self.state, Movement(Kind.VOID, entry.movement.on, f"without {own}", own, reservation=own))
            assert isinstance(undone, Change), "an open reservation can be voided"
            self.state.write(undone)
        elif posted := self.store.entry(posting_key(own)):
            legs = posted.movement.legs or reservation.legs
            rows = [(self.state.standing(account), amount) for account, amount in legs]
            self.state.write(Change(tuple(row._replace(posted=row.posted - n) for row, n in rows if row)))

    def _refuse_contradictions(self, facts: Mapping[str, FactValue], known: Mapping[str, Known]) -> None:
        faults = [
            Fault(
                name,
                shown(stated),
                CONTRADICTS.format(self.store.book, number(found.tpp), found.account),
                ACCEPTED.format(number(found.tpp)),
            )
            for name, found in known.items()
            if (stated := facts.get(name)) is not None and stated != found.tpp
        ]
        if faults:
            raise RequestFaults(faults)


def accounts_of(plan: Plan, facts: Mapping[str, FactValue]) -> Iterator[tuple[Allocation, str]]:
    """The allocations that may apply to a transaction, each with its account, where the facts tell whose it is."""
    reckoner = presuming(plan.rulebook, facts)
    for placed in plan.allocations:
        allocation = placed.provision.effect
        assert isinstance(allocation, Allocation), "a plan's allocations are allocations"
        if reckoner.truth(placed.provision.condition) is False:
            continue
        try:
            yield allocation, account_of(allocation, facts)
        except CannotKeep:
            continue


def _whole(tpp: object) -> int:
    """A quantity without its fraction: a fleet is not counted larger than it is."""
    return int(tpp) if isinstance(tpp, int | Decimal) else 0
