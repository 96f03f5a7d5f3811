"""A writer of a load test: draws on one hot account at its brim, and notes each movement that was acknowledged."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from weighbridge.ledger.entry import Entry
from weighbridge.ledger.limit import Credit, Limit, LimitKind, Step
from weighbridge.ledger.movement import Kind, Leg, Movement
from weighbridge.ledger.result import Entered, Result
from weighbridge.ledger.store import Store
from weighbridge.ledger.verify import verify

HOT = "country/IN/2025-2027"
DAY, LAST_DAY = date(2025, 6, 2), date(2025, 9, 1)
MOST = 20_000
"""So little that the account is full most of the time, and one unit too many would show."""


def opening() -> Movement:
    """The terms of the hot account."""
    terms = Limit(
        HOT,
        LimitKind.STOCK,
        (Step(date(2025, 1, 1), MOST, "15 CFR 742.6(b)(10)(iii)(B)"),),
        until=date(2027, 12, 31),
        credits=frozenset({Credit.ATTRITION}),
    )
    return Movement(Kind.LIMIT, DAY, "terms", "keeper", limit=terms)


def movements(name: str, seed: int) -> Iterator[tuple[Movement, Callable[[Result], None]]]:
    """Without end: what the writer asks for, and whom to tell the result. Reserves, posts, gives back, lets go."""
    chance, own, posted, number = random.Random(seed), list[str](), 0, 0

    def took(key: str, result: Result) -> None:
        if isinstance(result, Entered):
            own.append(key)

    while True:
        number += 1
        key = f"{name}-{number}"
        turn = chance.random()
        if turn < 0.6 or not own:
            legs = (Leg(HOT, chance.randint(1, 200)),)
            asked = Movement(Kind.RESERVE, DAY, key, name, legs, expires=LAST_DAY)
            yield asked, lambda result, key=key: took(key, result)  # type: ignore[misc]
        elif turn < 0.8:
            kind = Kind.POST if turn < 0.7 else Kind.VOID
            yield (
                Movement(kind, DAY, key, name, reservation=own.pop(chance.randrange(len(own)))),
                lambda result: None,
            )
        elif turn < 0.85:
            yield Movement(Kind.EXPIRE, date(2025, 9, 2), key, name, reservation=own.pop(0)), lambda result: None
        else:
            posted += 1
            legs = (Leg(HOT, -chance.randint(1, 100)),)
            yield Movement(Kind.ATTRITION, DAY, key, name, legs, reason="scrapped"), lambda result: None


class Acknowledged:
    """A file of the keys that were acknowledged, with the entry's hash. It survives the death of its writer."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def note(self, results: Iterable[Result]) -> int:
        """Note those that were entered; how many."""
        lines = [f"{r.entry.hash.hex()} {r.entry.movement.key}\n" for r in results if isinstance(r, Entered)]
        os.write(self._file, "".join(lines).encode())
        return len(lines)

    def close(self) -> None:
        os.close(self._file)


def noted(folder: Path) -> dict[str, str]:
    """Every key noted in the folder, with its entry's hash."""
    lines = (line.split(" ", 1) for file in folder.glob("*.acknowledged") for line in file.read_text().splitlines())
    return {key: hash for hash, key in lines}


def check(store: Store, folder: Path) -> int:
    """That the book verifies, and holds every movement acknowledged just as it was. The number of its entries."""
    head = store.head()  # first, since a server may still be busy with what a killed program sent
    hashes: dict[str, str] = {}

    def passing() -> Iterator[Entry]:
        for entry in islice(store.entries(), head.number):
            assert entry.movement.key not in hashes, f"{entry.movement.key} was entered twice"
            hashes[entry.movement.key] = entry.hash.hex()
            yield entry

    found = verify(store.book, passing())
    assert found == head, found
    lost = {key: hash for key, hash in noted(folder).items() if hashes.get(key) != hash}
    assert not lost, f"acknowledged and lost or altered: {lost}"
    return len(hashes)
