"""Account ids: what is limited, whose it is, and for how long one account runs, as in `lpp/Example Ltd./2025`."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date
from functools import lru_cache
from urllib.parse import unquote

from weighbridge.ledger.wording import spelling_faults

UNKNOWN = "?"
"""What stands for a holder that is not known. No account may have it: what is unknown draws on nothing."""


def account_id(*parts: str) -> str:
    """The id made of these parts; a slash or percent sign inside a part is escaped, so that no two ids collide."""
    return "/".join(part.replace("%", "%25").replace("/", "%2F") for part in parts)


def parts_of(account: str) -> tuple[str, ...]:
    """The parts that `account_id` joined."""
    return tuple(unquote(part) for part in account.split("/"))


@lru_cache(maxsize=4096)
def account_faults(account: Hashable) -> tuple[str, ...]:
    """What is wrong with an account id, as the second half of a sentence; nothing where it is sound."""
    return tuple(_faults(account))


def _faults(account: Hashable) -> Iterator[str]:
    if not isinstance(account, str):
        yield f"is {account!r}, not text"
        return
    yield from spelling_faults(account)
    parts = account.split("/")
    if not all(parts):
        yield "has an empty part"
    if UNKNOWN in parts:
        yield "has a part that is not known (?)"


def calendar_year(on: date) -> str:
    """The period of a yearly account: `2025`."""
    return f"{on.year}"


def quarter(on: date) -> str:
    """The calendar quarter of a day: `2026-Q1`."""
    return f"{on.year}-Q{(on.month + 2) // 3}"
