"""A book as lines of text, for auditors: a head line, then every entry. `verifier/verify_ledger.py` reads the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice

from weighbridge.ledger.entry import Entry, from_line, to_line
from weighbridge.ledger.movement import MalformedMovement
from weighbridge.ledger.store import Head, Store
from weighbridge.ledger.verify import Wrong, verify

VERSION = 1


def export_lines(store: Store) -> Iterator[str]:
    """The book as it stands: what is entered while it is read out is left for the next export."""
    head = store.head()
    yield head_line(head)
    yield from islice(store.lines(), head.number)


def head_line(head: Head) -> str:
    """The first line: which book, how many entries follow, and the hash of the last."""
    plain = {"book": head.book, "entries": head.number, "head": head.hash.hex(), "ledger": VERSION}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def read_head(line: str) -> Head:
    """What the first line promises.

    Raises:
        ValueError: it is not that of an export.
    """
    try:
        plain = json.loads(line)
        head = Head(plain["book"], plain["entries"], bytes.fromhex(plain["head"]))
        if head_line(head) != line.rstrip("\n"):
            raise ValueError(line)
    except (ValueError, TypeError, KeyError, AttributeError) as wrong:
        raise ValueError(f"The first line is not that of an export of a ledger: {line[:80]!r}") from wrong
    return head


def verify_export(lines: Iterable[str]) -> Head | Wrong:
    """Where the exported book ends if everything is right; else the first entry that is wrong.

    Raises:
        ValueError: the first line is not that of an export.
    """
    rest = iter(lines)
    promised = read_head(next(rest, ""))
    read = _Reading(promised.book, rest)
    found = verify(promised.book, read)
    if isinstance(found, Wrong):
        return found
    if read.unreadable:
        return Wrong(found.number + 1, read.unreadable)
    if found != promised:
        why = f"it is missing; the first line promises {promised.number:,} entries up to {promised.hash.hex()}"
        return Wrong(found.number + 1, why)
    return found


class _Reading:
    """The entries of the lines, up to the first line that holds none."""

    def __init__(self, book: str, lines: Iterator[str]) -> None:
        self.book = book
        self.lines = lines
        self.unreadable = ""

    def __iter__(self) -> Iterator[Entry]:
        for line in self.lines:
            try:
                entry = from_line(self.book, line)
                if to_line(entry) + "\n" != line:
                    raise ValueError("written otherwise")
            except (ValueError, MalformedMovement) as wrong:
                self.unreadable = f"the line is not one that an export writes ({wrong})"
                return
            yield entry
