"""Short ways to say a limit and a movement."""

from collections.abc import Iterable
from datetime import date
from itertools import count

from weighbridge.ledger.limit import Credit, Limit, LimitKind, Share, Shortage, Step
from weighbridge.ledger.movement import Kind, Leg, Movement, Reference
from weighbridge.ledger.result import Entered, Recorded
from weighbridge.ledger.store import Store

DAY = date(2025, 6, 2)
YEAR = (date(2025, 1, 1), date(2025, 12, 31))
WHERE_FROM = "a source"
_numbers = count(1)


def fresh(word: str = "key") -> str:
    """A key that was not used before."""
    return f"{word} {next(_numbers)}"


def flow(
    account: str, most: int | None, *, credits: Iterable[Credit] = (), shortage: Shortage = Shortage.FIRST_COME
) -> Limit:
    """A limit on the year 2025."""
    step = Step(YEAR[0], most, WHERE_FROM)
    return Limit(account, LimitKind.FLOW, (step,), YEAR[1], credits=frozenset(credits), shortage=shortage)


def stock(account: str, *steps: tuple[date, int | None], until: date | None = None, credited: bool = True) -> Limit:
    """A limit on an installed base, from day to day."""
    credits = frozenset({Credit.ATTRITION}) if credited else frozenset()
    dated = tuple(Step(since, most, WHERE_FROM) for since, most in steps)
    return Limit(account, LimitKind.STOCK, dated, until, credits=credits)


def ratio(account: str, percent: int, base: str, *, since: date = YEAR[0]) -> Limit:
    """A limit of so many percent of another account."""
    return Limit(account, LimitKind.RATIO, (Step(since, Share(percent, 100), WHERE_FROM),), base=base)


def tally(account: str) -> Limit:
    """An account that is counted and not limited."""
    return Limit(account, LimitKind.TALLY)


def legs_of(amounts: dict[str, int]) -> tuple[Leg, ...]:
    return tuple(Leg(account, amount) for account, amount in amounts.items())


def setting(limit: Limit, on: date = DAY, key: str = "") -> Movement:
    """An entry that gives an account its terms."""
    return Movement(Kind.LIMIT, on, key or fresh(), "keeper", limit=limit)


def reserve(
    amounts: dict[str, int], on: date = DAY, key: str = "", expires: date | None = None, shared: bool = False
) -> Movement:
    """A reservation, by itself good for its day."""
    references = (Reference("sharing", on.isoformat()),) if shared else ()
    return Movement(
        Kind.RESERVE, on, key or fresh(), "clerk", legs_of(amounts), expires=expires or on, references=references
    )


def post(reservation: str, amounts: dict[str, int] | None = None, on: date = DAY, key: str = "") -> Movement:
    """The whole of a reservation, or as much of it as is said."""
    return Movement(Kind.POST, on, key or fresh(), "clerk", legs_of(amounts or {}), reservation)


def void(reservation: str, on: date = DAY, key: str = "") -> Movement:
    return Movement(Kind.VOID, on, key or fresh(), "clerk", reservation=reservation)


def expire(reservation: str, on: date = DAY, key: str = "") -> Movement:
    return Movement(Kind.EXPIRE, on, key or fresh(), "clerk", reservation=reservation)


def event(kind: Kind, amounts: dict[str, int], on: date = DAY, key: str = "") -> Movement:
    """A return, attrition, adjustment or balance."""
    authority = "the board" if kind is Kind.ADJUST else ""
    return Movement(kind, on, key or fresh(), "clerk", legs_of(amounts), reason="as found", authority=authority)


def given(store: Store, *movements: Movement) -> None:
    """Enter what a test starts from."""
    for result in store.record_all(movements):
        assert isinstance(result, Entered), result


def used(store: Store, account: str) -> tuple[int, int]:
    """What is posted, and what is pending."""
    standing = store.standing(account)
    assert standing is not None
    return standing.posted, standing.pending


def over(result: object) -> dict[str, int]:
    """The accounts that an entry left above their limit."""
    assert isinstance(result, Recorded), result
    return {each.account: each.by for each in result.over}
