"""The law's limits as the terms of accounts: every value with the day from which it holds and its citation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_FLOOR
from itertools import dropwhile

from weighbridge.app.ledger.accounts import CannotKeep, Facts, account_of, base_of, span_of
from weighbridge.app.ledger.terms import counted_in, presuming
from weighbridge.core.condition import FactTerm, Term, ValueTerm, walk
from weighbridge.core.provision import Allocation, Provision
from weighbridge.core.rulebook import BOOK, Corpus, Rulebook
from weighbridge.engine.reckon import Reckoner
from weighbridge.ledger.account import account_id
from weighbridge.ledger.limit import Credit, Limit, LimitKind, Share, Step, Unit

NOT_IN_FORCE = "not in force"


def limits_for(
    corpus: Corpus,
    provision: str,
    facts: Facts,
    known_on: date,
    *,
    track: str = BOOK,
    later: Mapping[date, Facts] | None = None,
) -> tuple[Limit, ...]:
    """The terms to enter for the account that an allocation is kept on; before it, those of the base of a ratio.

    `facts` say whose account it is, and the day on which it is drawn on. `later` adds facts from a day on: that the
    destination has given assurances, which double its allocation. A day on which the paragraph is not in force, or its
    value not published, has no known limit, and nothing can be drawn.

    Raises:
        CannotKeep: the account or its limit cannot be told from the facts; or the paragraph limits nothing.
        DateNotEncoded, TrackNotEncoded: there is no law of that day, or no such track.
    """
    on = facts.get("on")
    if not isinstance(on, date):
        raise CannotKeep(["on is not known; it tells for which period the account runs."])
    rulebook = corpus.as_of(on, known_on, track)
    found = rulebook.provisions.get(provision)
    if found is None or not isinstance(found.effect, Allocation):
        raise CannotKeep([f"{provision} limits no quantity on {on} on the track {track}."])
    if presuming(rulebook, facts).truth(found.condition) is False:
        raise CannotKeep([f"{provision} does not apply on these facts: {found.title.en}."])
    allocation = found.effect
    account, (first, last) = account_of(allocation, facts), span_of(allocation, on)
    begins = max(first, corpus.encoded_from)
    turns = {begins, *corpus.turning_days, *(later or {})}
    days = sorted(day for day in turns if begins <= day <= (last or date.max))
    steps = [
        _step(corpus.as_of(day, known_on, track), provision, _facts_on(day, facts, later or {}), day) for day in days
    ]
    limit = Limit(
        account,
        LimitKind(allocation.kind),
        tuple(_turning(steps)),
        last,
        base=base_of(allocation, facts),
        credits=frozenset(map(Credit, allocation.gives_back)),
    )
    return (Limit(limit.base, LimitKind.TALLY), limit) if limit.base else (limit,)


def _facts_on(day: date, facts: Facts, later: Mapping[date, Facts]) -> Facts:
    found = {**facts, "on": day}
    for since in sorted(since for since in later if since <= day):
        found |= later[since]
    return found


def _turning(steps: Sequence[Step]) -> Iterator[Step]:
    """The steps at which something changes, from the first day on which the limit is known."""
    before = None
    for step in tuple(dropwhile(lambda step: step.most is None, steps)) or steps[:1]:
        if before is None or (step.most, step.citation) != (before.most, before.citation):
            yield step
        before = step


def _step(rulebook: Rulebook, name: str, facts: Facts, day: date) -> Step:
    provision = rulebook.provisions.get(name)
    if provision is None or not isinstance(provision.effect, Allocation):
        return Step(day, None, NOT_IN_FORCE)
    limit = provision.effect.limit
    # A ratio is a multiple of what its base counts: of one, it is the share itself.
    of_one = {inner.fact: 1 for inner in walk(limit) if isinstance(inner, FactTerm)} if provision.effect.base else {}
    reckoner = presuming(rulebook, {**facts, **of_one})
    if reckoner.truth(provision.condition) is False:
        return Step(day, None, f"{provision.citation} does not apply")
    return Step(day, _most(reckoner, provision.effect), _citation(reckoner, provision, limit))


def _most(reckoner: Reckoner, allocation: Allocation) -> int | Share | None:
    most = reckoner.quantity(allocation.limit)
    if most is None:
        return None
    # What is kept is whole; a fraction of a limit is not room for one more.
    return Share(*most.as_integer_ratio()) if allocation.base else int(most.to_integral_value(ROUND_FLOOR))


def _citation(reckoner: Reckoner, provision: Provision, limit: Term) -> str:
    """The sources of the values that the limit is made of, as far as they count on that day."""
    values = (found.value for found in counted_in(reckoner, limit) if isinstance(found, ValueTerm))
    versions = map(reckoner.rulebook.versions.get, values)
    cites = dict.fromkeys(str(version.source) for version in versions if version)
    return "; ".join(cites) or str(provision.citation)


def license_limit(
    number: str,
    most: int,
    first_day: date,
    last_day: date,
    citation: str,
    *,
    unit: Unit = Unit.ITEMS,
    gives_back: frozenset[Credit] = frozenset(),
    provisos: tuple[str, ...] = (),
) -> Limit:
    """The terms of an individual license: a quantity, value or TPP that may be shipped while it is valid.

    A license with both a quantity and a value has an account for each; a shipment takes a leg on both. Nothing is
    given back on a return unless the license says so. `citation` is the license itself, or what it was issued under.
    """
    words = {Unit.ITEMS: "items", Unit.USD_CENTS: "value", Unit.TPP: "tpp"}
    step = Step(first_day, most, citation)
    account = account_id("license", number, words[unit])
    return Limit(account, LimitKind.FLOW, (step,), last_day, unit, credits=gives_back, provisos=provisos)
