"""A book as a table, a row for each account that an entry touches: for spreadsheets (CSV) and data frames (Parquet)."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any

from weighbridge.core.errors import WeighbridgeError
from weighbridge.ledger.plain import limit_to_plain
from weighbridge.ledger.statement import Line, journal
from weighbridge.ledger.store import Store

COLUMNS = (
    "book", "number", "on", "kind", "key", "by", "account", "unit", "posted_by", "pending_by", "posted", "pending",
    "reservation", "expires", "reason", "authority", "references", "limit", "hash",
)  # fmt: skip
"""The columns in their order. Amounts are whole numbers in the account's unit; references and limit are JSON."""

NUMBERS = frozenset({"number", "posted_by", "pending_by", "posted", "pending"})
DAYS = frozenset({"on", "expires"})
ROWS_AT_ONCE = 50_000


class MissingExtra(WeighbridgeError):
    """What is asked needs a package that is not installed; the message says how to get it."""


def rows(store: Store) -> Iterator[dict[str, Any]]:
    """The rows of the book as it stands, in the order of its entries."""
    return map(_row, journal(islice(store.entries(), store.head().number)))


def _row(line: Line) -> dict[str, Any]:
    entry, movement = line.entry, line.entry.movement
    return {
        "book": entry.book,
        "number": entry.number,
        "on": movement.on,
        "kind": movement.kind.value,
        "key": movement.key,
        "by": movement.by,
        "account": line.account,
        "unit": line.limit.unit.value if line.limit else None,
        "posted_by": line.posted_by,
        "pending_by": line.pending_by,
        "posted": line.posted,
        "pending": line.pending,
        "reservation": movement.reservation or None,
        "expires": movement.expires,
        "reason": movement.reason or None,
        "authority": movement.authority or None,
        "references": _json(dict(movement.references)) if movement.references else None,
        "limit": _json(limit_to_plain(movement.limit)) if movement.limit else None,
        "hash": entry.hash.hex(),
    }


def _json(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def write_csv(found: Iterable[dict[str, Any]], to: IO[str]) -> None:
    """The rows as CSV, with a head; what is not there is empty.

    A text that a spreadsheet would take for a formula gets an apostrophe before it, which such programs hide.
    """
    writer = csv.DictWriter(to, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in found:
        writer.writerow({name: _harmless(value) for name, value in row.items()})


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@")) else value


def write_parquet(found: Iterable[dict[str, Any]], to: Path) -> None:
    """The rows as a Parquet file: 64-bit integers, dates, texts.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as missing:
        raise MissingExtra("Parquet needs pyarrow: pip install 'weighbridge[ledger]'.") from missing
    kinds = {**dict.fromkeys(NUMBERS, pa.int64()), **dict.fromkeys(DAYS, pa.date32())}
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in COLUMNS])
    remaining = iter(found)
    with pq.ParquetWriter(to, schema) as writer:
        while batch := list(islice(remaining, ROWS_AT_ONCE)):
            writer.write_table(pa.Table.from_pylist(batch, schema))
