"""The constants and the inputs of the simplified rule that every engine decides.

Inputs: `tpp`, `density`, `datacenter`, `quantity`, `destination`, `headquarters`, `parent`, `received` (TPP under LPP
this year), `activity`. Output: outcome, exception (or None), review policy (or None).

The rule: an item is a-tier or b-tier by 3A090.a/.b with the datacenter note. An a-tier item needs a license anywhere
outside the United States; a b-tier item in the zone (D:1, D:4, D:5 less A:5 and A:6) or for a party of D:5 or Macau.
AIA, LPP (annual ceiling, not in the zone), NAC and ACA lift it, the first of these that is available. Otherwise the
review policy: denial, approval, or approval within the allocation.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypedDict

ALLIES = "AU BE CA DE DK ES FI FR GB IE IT JP KR NL NO NZ SE TW US"
EMBARGOED = "AF BY CD CF CN CU ER HT IQ IR KH KP LB LY MM MO NI RU SD SO SS SY VE ZW"
CONTROLLED = "AE AM AZ BH EG GE JO KG KW KZ LA MD MN OM PK QA SA TJ TM UZ VN YE"
A_LIST = tuple(ALLIES.split())
D5_OR_MACAU = tuple(EMBARGOED.split())
ZONE = (*D5_OR_MACAU, *CONTROLLED.split())
A1, A2, B1, LPP = 4800, 1600, 2400, 26_900_000
DENSE_A, DENSE_B1, DENSE_B2 = Decimal("5.92"), Decimal("1.6"), Decimal("3.2")

Result = tuple[str, str | None, str | None]


class Transaction(TypedDict):
    """One input."""

    tpp: int
    density: Decimal
    datacenter: bool
    quantity: int
    destination: str
    headquarters: str
    parent: str
    received: int
    activity: str


@dataclass(frozen=True)
class Engine:
    """An engine made ready. `convert` brings an input into the form the engine takes, outside the time measured."""

    name: str
    convert: Callable[[Transaction], Any]
    decide: Callable[[Any], Result]
    batch: Callable[[list[Any]], list[Result]] | None = None


def as_floats(t: Transaction) -> dict[str, Any]:
    """The input as JSON has it: the density as a float, the total spelled out."""
    return {**t, "density": float(t["density"]), "total": t["tpp"] * t["quantity"]}


def transactions(number: int, seed: int = 90_4544) -> list[Transaction]:
    """Varied inputs: every group, both sides of every threshold. Densities have two decimals."""
    chance = random.Random(seed)
    places = ("US", "FR", "JP", "TW", "PL", "BR", "IN", "MX", "VN", "AE", "KZ", "CN", "MO", "RU", "IR")
    tpps = (1599, 1600, 2000, 2399, 2400, 4799, 4800, 15_832, 36_000)
    densities = tuple(map(Decimal, ("1.59", "1.6", "3.19", "3.2", "5.91", "5.92", "19.44")))
    return [
        Transaction(
            tpp=chance.choice(tpps),
            density=chance.choice(densities),
            datacenter=chance.random() < 0.7,
            quantity=chance.choice((1, 10, 500, 1699, 1700, 5000)),
            destination=chance.choice(places),
            headquarters=chance.choice(places),
            parent=chance.choice(places),
            received=chance.choice((0, 1_000_000, 26_000_000)),
            activity=chance.choice(("export", "reexport", "transfer")),
        )
        for _ in range(number)
    ]
