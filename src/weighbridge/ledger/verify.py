"""Checks a book from its first entry to its last: the chain, and that each entry was decided by the rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from weighbridge.ledger.decide import decide
from weighbridge.ledger.entry import Entry, chained, genesis
from weighbridge.ledger.replay import Replay
from weighbridge.ledger.state import Change
from weighbridge.ledger.store import Head


@dataclass(frozen=True, slots=True)
class Wrong:
    """The first entry that is not as it should be, by its place, and what is wrong with it."""

    place: int
    why: str


def verify(book: str, entries: Iterable[Entry]) -> Head | Wrong:
    """Where the book ends if every entry is right; else the first that is not.

    An entry is right if it stands in its place, carries its predecessor's hash and its own, and the rules still accept
    it on the book as it stood before: so a limit that was edited, or a draw over a limit, is found as well.
    """
    state = Replay()
    head = Head(book, 0, genesis(book))
    for entry in entries:
        why = _unlinked(entry, head)
        if why:
            return Wrong(head.number + 1, why)
        decision = decide(state, entry.movement)
        if not isinstance(decision, Change):
            return Wrong(entry.number, f"the rules do not accept it: {decision.status}")
        state.apply(entry, decision)
        head = Head(book, entry.number, entry.hash)
    return head


def _unlinked(entry: Entry, head: Head) -> str:
    """How the entry does not follow the head; nothing where it does."""
    if entry.number != head.number + 1:
        return f"the entry here has number {entry.number}"
    if entry.previous != head.hash:
        return "it does not carry the hash of the entry before it"
    if entry.hash != chained(entry.previous, entry.number, entry.movement.digest):
        return "its hash is not that of what it says"
    return ""
