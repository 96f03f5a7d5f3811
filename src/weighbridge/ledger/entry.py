"""An entry: a movement that a book has taken, in its place in the chain."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from weighbridge.ledger.movement import Kind, Leg, Movement, Reference
from weighbridge.ledger.plain import Plain, day_or_none, limit_from_plain


class Entry(NamedTuple):
    """A movement in its place: the `number`-th of its book (from 1), after the entry whose hash is `previous`."""

    book: str
    number: int
    movement: Movement
    previous: bytes
    hash: bytes


EntryRow = tuple[int, str, bytes, bytes]
"""An entry as stores keep it, unread: number, content, hash, and the hash of the entry before it."""


def genesis(book: str) -> bytes:
    """What stands for the predecessor of a book's first entry, so that no chain can be passed off as another book's."""
    return sha256(b"weighbridge ledger 1\n" + book.encode()).digest()


def chained(previous: bytes, number: int, content_digest: bytes) -> bytes:
    """The hash of an entry: SHA-256 over its predecessor's hash, its number (8 bytes, big-endian), its own digest.

    The digest of its content does not depend on the place, so that a store can seal an entry under its lock with one
    short hash, in SQL too: `sha256(previous || int8send(number) || content_digest)`.
    """
    return sha256(previous + number.to_bytes(8, "big") + content_digest).digest()


def seal(book: str, number: int, previous: bytes, movement: Movement) -> Entry:
    """The entry that the movement becomes as the book's next."""
    return Entry(book, number, movement, previous, chained(previous, number, movement.digest))


def movement_from(content: str) -> Movement:
    """The movement whose content this is.

    Raises:
        ValueError: the text is not the canonical content of a movement (a `MalformedMovement` is told apart).
    """
    try:
        movement = _movement(json.loads(content))
    except (KeyError, TypeError, AttributeError) as wrong:
        raise ValueError(f"not the content of an entry: {content!r}") from wrong
    if movement.content != content:
        raise ValueError(f"not in canonical form: {content!r}; the same entry reads {movement.content!r}")
    return movement


def _movement(plain: Plain) -> Movement:
    limit = plain.get("limit")
    return Movement(
        kind=Kind(plain["kind"]),
        on=date.fromisoformat(plain["on"]),
        key=plain["key"],
        by=plain["by"],
        legs=tuple(Leg(*leg) for leg in plain.get("legs", ())),
        reservation=plain.get("reservation", ""),
        expires=day_or_none(plain.get("expires")),
        limit=None if limit is None else limit_from_plain(limit),
        reason=plain.get("reason", ""),
        authority=plain.get("authority", ""),
        references=tuple(Reference(*reference) for reference in plain.get("references", ())),
    )


CONTENT = ',"content":'


def to_line(entry: Entry) -> str:
    """The entry as one line of an export. The content stands last and to the letter, so that a reader can hash it."""
    head = f'{{"number":{entry.number},"previous":"{entry.previous.hex()}","hash":"{entry.hash.hex()}"'
    return f"{head}{CONTENT}{entry.movement.content}}}"


def from_line(book: str, line: str) -> Entry:
    """The entry that `to_line` wrote. The chain is not checked here; `weighbridge.ledger.verify` does that.

    Raises:
        ValueError: the line is not one of an export.
    """
    head, _, rest = line.rstrip("\n").partition(CONTENT)
    try:
        place = json.loads(head + "}")
        number, previous, sealed = place["number"], place["previous"], place["hash"]
        if type(number) is not int:
            raise TypeError(number)
        return Entry(book, number, movement_from(rest[:-1]), bytes.fromhex(previous), bytes.fromhex(sealed))
    except (KeyError, TypeError) as wrong:
        raise ValueError(f"not a line of an export: {line!r}") from wrong
