"""An export, checked by the verifier that shares no code with the program, and by the program itself."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from verifier.verify_ledger import chain, lines, verify

from benchmarks.ledger.load import DAY, opening, reservations
from benchmarks.measure import medians, rounds
from weighbridge.app.ledger.checking import check_export
from weighbridge.ledger.export import export_lines
from weighbridge.ledger.movement import Kind, Movement
from weighbridge.ledger.store import Head
from weighbridge.ledger.stores.memory import MemoryStore

ROUNDS = 3


def run(entries: int = 200_000) -> dict[str, dict[str, float]]:
    """Entries a second of each check, beside the floors: two hashes an entry, and reading its JSON.

    `a CPU second` is what one processor does that has nothing else to do; all processes together are counted.
    """
    with TemporaryDirectory() as folder:
        file = Path(folder) / "book.jsonl"
        file.write_text("".join(f"{line}\n" for line in export_lines(_book(entries))), encoding="utf-8")
        start, size = len(file.open("rb").readline()), file.stat().st_size
        contents = [line[line.index(b',"content":') + 11 : -2] for line in lines(str(file), start, size)]
        more = (os.cpu_count() or 1) - 1
        spent: dict[str, list[float]] = {}
        taken = medians(
            rounds(
                {
                    name: partial(_timed, check, spent.setdefault(name, []))
                    for name, check in {
                        "floor: two SHA-256 an entry": lambda: [sha256(sha256(c).digest()).digest() for c in contents],
                        "floor: json.loads an entry": lambda: [json.loads(c) for c in contents],
                        "verifier, hashes and canonical form": lambda: chain((str(file), start, size)),
                        "verifier, whole, one process": lambda: verify(str(file)),
                        f"verifier, whole, {more} more processes": lambda: verify(str(file), jobs=more),
                        "program, whole": lambda: _checked(file),
                    }.items()
                },
                ROUNDS,
            )
        )
    count = len(contents)
    return {
        name: {"entries a second": count / seconds, "entries a CPU second": count / min(spent[name])}
        for name, seconds in taken.items()
    }


def _timed(check: Callable[[], object], spent: list[float]) -> None:
    """Run the check, and note the processor time that it and its processes took."""
    begun = sum(os.times()[:4])
    check()
    spent.append(sum(os.times()[:4]) - begun)


def _book(entries: int) -> MemoryStore:
    """A book of reservations, half of them posted."""
    store = MemoryStore("bench")
    store.record(opening())
    for movement in islice(reservations("D"), entries * 2 // 3):
        store.record(movement)
        if store.head().number % 3 == 0:
            store.record(Movement(Kind.POST, DAY, f"post {movement.key}", "clerk", reservation=movement.key))
    return store


def _checked(file: Path) -> None:
    with file.open("rb") as export:
        assert isinstance(check_export(export), Head)
