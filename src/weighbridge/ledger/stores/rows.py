"""What the stores in a database share: how a row is written and read back."""

from __future__ import annotations

import json
from datetime import date

from weighbridge.ledger.entry import CONTENT
from weighbridge.ledger.limit import Limit
from weighbridge.ledger.plain import limit_from_plain, limit_to_plain
from weighbridge.ledger.state import Standing

LAST = "\U0010ffff"
"""Sorts after every letter that an id can hold."""


def terms_of(limit: Limit) -> str:
    """An account's terms as text."""
    return json.dumps(limit_to_plain(limit), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def standing_of(terms: str, posted: int, pending: int, leaving: int, latest: date) -> Standing:
    """Where an account stands, by the columns of its row."""
    return Standing(limit_from_plain(json.loads(terms)), posted, pending, leaving, latest)


def kind_in(content: str) -> str:
    """The kind of a movement, by its content."""
    kind: str = json.loads(content)["kind"]
    return kind


def line_of(number: int, content: str, own: bytes, previous: bytes) -> str:
    """An entry as `to_line` writes it, from its columns."""
    return f'{{"number":{number},"previous":"{previous.hex()}","hash":"{own.hex()}"{CONTENT}{content}}}'
