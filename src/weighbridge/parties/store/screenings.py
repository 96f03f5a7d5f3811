"""Screenings in the store: every one that was made, and the latest of each party."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from weighbridge.parties.screening import KeptCandidate, Screening
from weighbridge.parties.stated import StatedParty
from weighbridge.parties.store.schema import SCREENING

BATCH = 1_000


def add_screening(connection: Connection, screening: Screening) -> None:
    """Add it as the latest of its party."""
    row = {
        "party_key": screening.party.key,
        "party": json.dumps(screening.party.to_plain(), ensure_ascii=False),
        "on": screening.on,
        "versions": json.dumps(screening.versions),
        "candidates": json.dumps([asdict(candidate) for candidate in screening.candidates], ensure_ascii=False),
    }
    connection.execute(insert(SCREENING).values(row))


def latest_screenings(connection: Connection) -> Iterator[Screening]:
    """The latest screening of each party, in the order in which they were made."""
    latest = select(func.max(SCREENING.c.number)).group_by(SCREENING.c.party_key)
    found = select(SCREENING).where(SCREENING.c.number.in_(latest)).order_by(SCREENING.c.number)
    yield from map(_screening, connection.execute(found.execution_options(yield_per=BATCH)))


def screenings_of(connection: Connection, party_key: str) -> tuple[Screening, ...]:
    """Every screening of a party, the latest first."""
    found = select(SCREENING).where(SCREENING.c.party_key == party_key).order_by(SCREENING.c.number.desc())
    return tuple(map(_screening, connection.execute(found)))


def _screening(row: Row[Any]) -> Screening:
    return Screening(
        party=StatedParty.from_plain(json.loads(row.party)),
        on=row.on,
        versions=json.loads(row.versions),
        candidates=tuple(KeptCandidate(**candidate) for candidate in json.loads(row.candidates)),
    )
