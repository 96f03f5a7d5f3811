"""Checks a book, where it is kept or as an export, and whether it is still the one that a checkpoint saw."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from weighbridge.app.ledger.checkpoint import Checkpoint
from weighbridge.ledger.entry import EntryRow, genesis
from weighbridge.ledger.export import read_head
from weighbridge.ledger.store import Head, Store
from weighbridge.ledger.stores.audit import Audit, audit
from weighbridge.ledger.verify import Wrong

LINE = re.compile(rb'\{"number":([1-9]\d*),"previous":"([0-9a-f]{64})","hash":"([0-9a-f]{64})","content":(\{.*\})\}\n')


def check_store(store: Store, checkpoint: Checkpoint | None = None) -> Head | Wrong:
    """Where the book ends if every entry and every running sum is right; else the first that is not.

    Raises:
        StoreUnavailable: the book cannot be read.
    """
    found = audit(store)
    if checkpoint is None or isinstance(found, Wrong):
        return found
    number = checkpoint.head.number
    row = next(iter(store.rows(after=number - 1)), None) if number else None
    return _against(checkpoint, found, row[2] if row else genesis(store.book))


def check_export(lines: Iterable[bytes], checkpoint: Checkpoint | None = None) -> Head | Wrong:
    """The same for the lines of an export, each with its end: what `ledger.export.verify_export` finds, faster.

    Raises:
        ValueError: the first line is not that of an export.
    """
    rest = iter(lines)
    promised = read_head(next(rest, b"").decode())
    reading = _Reading(rest, checkpoint.head.number if checkpoint else 0)
    check = Audit(promised.book)
    if wrong := check.take(reading):
        return wrong
    if reading.unreadable:
        return Wrong(check.head.number + 1, "the line is not one that an export writes")
    if checkpoint:
        found = _against(checkpoint, check.head, reading.seen or genesis(promised.book))
        if isinstance(found, Wrong):
            return found
    if check.head != promised:
        why = f"it is missing; the first line promises {promised.number:,} entries up to {promised.hash.hex()}"
        return Wrong(check.head.number + 1, why)
    return check.head


def _against(checkpoint: Checkpoint, found: Head, seen: bytes) -> Head | Wrong:
    """Whether a book that is right in itself begins with what the checkpoint saw."""
    then = checkpoint.head
    if then.book != found.book:
        return Wrong(1, f"the checkpoint is one of the book {then.book}, and this is {found.book}")
    if found.number < then.number:
        return Wrong(found.number + 1, f"it is missing; the checkpoint of {checkpoint.on} saw {then.number:,} entries")
    if seen != then.hash:
        return Wrong(max(then.number, 1), f"its hash is not that of the checkpoint of {checkpoint.on}: written anew")
    return found


class _Reading:
    """The rows of the lines, up to the first line that holds none; and the hash of one of them."""

    def __init__(self, lines: Iterator[bytes], watched: int) -> None:
        self.lines = lines
        self.watched = watched
        self.seen = b""
        self.unreadable = False

    def __iter__(self) -> Iterator[EntryRow]:
        for place, line in enumerate(self.lines, start=1):
            match = LINE.fullmatch(line)
            try:
                content = match[4].decode() if match else ""
            except UnicodeDecodeError:
                match = None
            if match is None:
                self.unreadable = True
                return
            own, previous = (bytes.fromhex(match[group].decode()) for group in (3, 2))
            if place == self.watched:
                self.seen = own
            yield int(match[1]), content, own, previous
