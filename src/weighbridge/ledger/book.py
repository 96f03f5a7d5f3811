"""A book as its keeper and its clerks use it: over any store, with what several movements together make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from weighbridge.ledger.decide import SHARING
from weighbridge.ledger.entry import Entry
from weighbridge.ledger.headroom import Headroom, Unanswered, headroom
from weighbridge.ledger.movement import Kind, Leg, Movement, Reference
from weighbridge.ledger.result import AllocationExhausted, KeyReused, RatioExceeded, Result
from weighbridge.ledger.sharing import Claim, share_out
from weighbridge.ledger.store import Store


@dataclass(frozen=True, slots=True)
class Book:
    """Records movements in one name. `by` is whoever answers for them: a person, a service."""

    store: Store
    by: str

    def reserve(
        self,
        legs: Iterable[Leg],
        key: str,
        on: date,
        expires: date,
        references: Mapping[str, str] | None = None,
        *,
        today: date | None = None,
    ) -> Result:
        """Reserve, all legs or none.

        Where too little is left and `today` says what day it is, reservations on these accounts that are past their
        last day by then are entered as expired, and the reservation is decided once more. The day of the transaction
        would not do: it may lie ahead, and others' reservations still hold today.
        """
        told = tuple(Reference(to, told) for to, told in sorted((references or {}).items()))
        movement = Movement(Kind.RESERVE, on, key, self.by, tuple(legs), expires=expires, references=told)
        result = self.store.record(movement)
        short = isinstance(result, AllocationExhausted | RatioExceeded)
        if short and today and sum(self.expire_lapsed(today, account) for account, _ in movement.legs):
            return self.store.record(movement)
        return result

    def expire_lapsed(self, on: date, account: str | None = None) -> int:
        """Enter every reservation past its last day on that day as expired; on one account, where it is named.

        Two that do so at once enter each only once, since the key follows from the reservation's.
        """
        lapsed = list(self.store.open_reservations(account=account, expired_on=on))
        expired = [Movement(Kind.EXPIRE, on, f"expire {r.key}", self.by, reservation=r.key) for r in lapsed]
        return sum(result.status == "RECORDED" for result in self.store.record_all(expired))

    def share(self, account: str, claims: Sequence[Claim], on: date, expires: date) -> Shared:
        """Share out what the account has left among the claims, in its keeper's mode, and reserve each one's part.

        The results are in the order of the claims; None for one that gets nothing. What is left is read once; should
        another draw come between, the last claims find too little and say so. Repeated, it answers with what each got,
        and shares out what is left among those that got nothing. A key that belongs to any other entry is refused.
        """
        standing, left = self.store.standing(account), headroom(self.store, account, on)
        if standing is None or not isinstance(left, Headroom):
            assert not isinstance(left, Headroom), "an account without a standing has no headroom"
            return left
        entered = {claim.key: self.store.entry(claim.key) for claim in claims}
        waiting = [claim for claim in claims if entered[claim.key] is None]
        asked = {key: entry.movement for key, entry in entered.items() if entry and _shared(entry, account)}
        for grant in share_out(waiting, left.remaining or 0, standing.limit.shortage):
            if grant.units:
                legs = grant.legs(account)
                shared = (Reference(SHARING, f"{on}"),)
                key = grant.claim.key
                asked[key] = Movement(Kind.RESERVE, on, key, self.by, legs, expires=expires, references=shared)
        movements = {claim.key: asked[claim.key] for claim in claims if claim.key in asked}
        results: dict[str, Result] = {key: KeyReused(e) for key, e in entered.items() if e and key not in asked}
        results.update(zip(movements, self.store.record_all(list(movements.values())), strict=True))
        return tuple(results.get(claim.key) for claim in claims)


def _shared(entry: Entry, account: str) -> bool:
    """Whether an entry is what a sharing out of the account granted."""
    movement = entry.movement
    return account in dict(movement.legs) and any(reference.to == SHARING for reference in movement.references)


Shared = tuple[Result | None, ...] | Unanswered
"""The result for each claim, or why nothing can be drawn on the account at all."""
