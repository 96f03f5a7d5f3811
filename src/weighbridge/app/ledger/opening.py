"""The limits of the law that a book is opened with: for the accounts of a request, or for accounts that are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from weighbridge.app.answer import answer, plan_for
from weighbridge.app.faults import Faults
from weighbridge.app.ledger.accounts import CannotKeep, Facts
from weighbridge.app.ledger.limits import limits_for
from weighbridge.app.request.request import Request
from weighbridge.catalog.destinations import AmbiguousDestination, UnknownDestination, find_destination
from weighbridge.core.fact import Kind as FactKind
from weighbridge.core.provision import Allocation
from weighbridge.core.rulebook import BOOK
from weighbridge.core.text import Text
from weighbridge.engine.determine import review_of
from weighbridge.law.compiled import load_corpus
from weighbridge.ledger.account import account_id, parts_of
from weighbridge.ledger.limit import Limit, LimitKind, Shortage
from weighbridge.ledger.movement import Kind, Movement
from weighbridge.ledger.store import Store

ASSURANCES = "destination.government_assurances"
NO_ACCOUNT = Text("The law of that day limits no such account.", "該日法規未限制此類帳戶。")
NONE_THEN = Text("none on that day: choose another (--on)", "該日均無：請改用其他日期（--on）")
ANOTHER_PERIOD = Text("On that day the account is {0}.", "該日之帳戶為 {0}。")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which law the limits come from; and the day from which a destination has given assurances, if it has."""

    on: date
    known_on: date
    track: str = BOOK
    assured_from: date | None = None

    @property
    def later(self) -> Mapping[date, Facts]:
        """The facts that hold from a day on."""
        return {self.assured_from: {ASSURANCES: True}} if self.assured_from else {}


def limits_of_request(request: Request, asked: Asked) -> tuple[Limit, ...]:
    """The limits of every account that one unit of the request's item may draw on, whichever way it goes.

    Raises:
        CannotKeep: a limit cannot be told.
        RequestFaults, DateNotEncoded: there is no answer to the request.
    """
    track = answer(replace(request, quantity=1), asked.known_on, [asked.track], with_advice=False).tracks[0]
    d, plan = track.determination, track.plan
    review = review_of(plan, d.truths)
    ways = {c.symbol for c in d.considered if c.available is not False} | ({review.provision.id} if review else set())
    drawn = [
        placed.provision
        for placed in plan.allocations
        if isinstance(placed.provision.effect, Allocation)
        and d.truths[placed.place] is not False
        and not ways.isdisjoint(placed.provision.effect.draws_under)
    ]
    return _without_repeats(_limits(provision.id, d.facts, asked) for provision in drawn)


def limits_of_accounts(accounts: Iterable[str], asked: Asked) -> tuple[Limit, ...]:
    """The limits of accounts named as `country/BR`, `lpp/Example Ltd.`, `nveu/Example Ltd./IN`; with the period or not.

    Raises:
        RequestFaults: with every name that is none.
        CannotKeep: a limit cannot be told.
        DateNotEncoded: there is no law of that day.
    """
    faults = Faults()
    found = [limits for name in accounts if (limits := _of_account(name, asked, faults))]
    faults.raise_if_any()
    return _without_repeats(found)


def _of_account(name: str, asked: Asked, faults: Faults) -> tuple[Limit, ...]:
    plan = plan_for(asked.on, asked.known_on, asked.track)
    kind, *whose = parts_of(name)
    known = []
    for placed in plan.allocations:
        provision, allocation = placed.provision, placed.provision.effect
        if not isinstance(allocation, Allocation):
            continue
        known.append(account_id(allocation.account, *filter(None, (allocation.holder, allocation.within))))
        names = [fact for fact in (allocation.holder, allocation.within) if fact]
        if allocation.account != kind or len(whose) < len(names):
            continue
        kinds = {fact: plan.rulebook.facts[fact].kind for fact in names}
        facts: dict[str, Any] = {
            fact: _placed(part) if kinds[fact] is FactKind.PLACE else part
            for fact, part in zip(names, whose, strict=False)
        }
        limits = _limits(provision.id, {"on": asked.on, **facts}, asked)
        account = limits[-1].account
        if len(whose) > len(names) and account != name:
            faults.add("ACCOUNT", name, ANOTHER_PERIOD.format(account), Text(account, account))
        return limits
    accepted = Text("; ".join(dict.fromkeys(known)), "；".join(dict.fromkeys(known))) if known else NONE_THEN
    faults.add("ACCOUNT", name, NO_ACCOUNT, accepted)
    return ()


def _placed(written: str) -> str:
    """The code of a destination, whatever name was written; what is no destination stays, and keys no account."""
    try:
        return find_destination(written).iso2
    except (UnknownDestination, AmbiguousDestination):
        raise CannotKeep([f"{written!r} is no destination, or the name of several; write its ISO 3166 code."]) from None


def _limits(provision: str, facts: Facts, asked: Asked) -> tuple[Limit, ...]:
    corpus = load_corpus()
    return limits_for(corpus, provision, facts, asked.known_on, track=asked.track, later=asked.later)


def _without_repeats(found: Iterable[Sequence[Limit]]) -> tuple[Limit, ...]:
    return tuple({limit.account: limit for limits in found for limit in limits}.values())


def opening_entries(
    store: Store, limits: Iterable[Limit], on: date, by: str, reason: str, shortage: Shortage | None = None
) -> Iterator[Movement]:
    """The entries that give the accounts these terms; none for an account that has them already.

    How a flow or stock is shared out where it is short is its keeper's choice: `shortage`, else as it was.
    """
    for terms in limits:
        standing = store.standing(terms.account)
        chosen = shortage if terms.kind in (LimitKind.FLOW, LimitKind.STOCK) else None
        limit = replace(terms, shortage=chosen or (standing.limit if standing else terms).shortage)
        if standing is None or standing.limit != limit:
            key = f"limit {limit.account} after entry {store.head().number}"
            yield Movement(Kind.LIMIT, on, key, by, limit=limit, reason=reason)
