"""Judgements in the store: added, read, and never changed; the database refuses an edit."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from weighbridge.parties.codec import from_text, to_text
from weighbridge.parties.judgement import Judgement, Opinion
from weighbridge.parties.lists.identity import lineage
from weighbridge.parties.stated import StatedParty
from weighbridge.parties.store.schema import JUDGEMENT


def add_judgement(connection: Connection, judgement: Judgement) -> None:
    """Add it as the latest on its pair. One that repeats the latest word for word is not added again."""
    history = judgements(connection, judgement.entry.id, judgement.party.key)
    if history[:1] == (judgement,):
        return
    row = {
        "lineage": lineage(judgement.entry.id),
        "party_key": judgement.party.key,
        "entry": to_text(judgement.entry),
        "party": json.dumps(judgement.party.to_plain(), ensure_ascii=False),
        "opinion": judgement.opinion,
        "by": judgement.by,
        "on": judgement.on,
        "reason": judgement.reason,
    }
    connection.execute(insert(JUDGEMENT).values(row))


def judgements(connection: Connection, entry_id: str, party_key: str) -> tuple[Judgement, ...]:
    """Those on a party and an entry, or what the entry was before it changed; the latest first."""
    found = select(JUDGEMENT).where(JUDGEMENT.c.party_key == party_key, JUDGEMENT.c.lineage == lineage(entry_id))
    return tuple(map(_judgement, connection.execute(found.order_by(JUDGEMENT.c.number.desc()))))


def judgements_on(connection: Connection, party_key: str) -> tuple[Judgement, ...]:
    """All those on a party, the latest first."""
    found = select(JUDGEMENT).where(JUDGEMENT.c.party_key == party_key).order_by(JUDGEMENT.c.number.desc())
    return tuple(map(_judgement, connection.execute(found)))


def _judgement(row: Row[Any]) -> Judgement:
    return Judgement(
        entry=from_text(row.entry),
        party=StatedParty.from_plain(json.loads(row.party)),
        opinion=Opinion(row.opinion),
        by=row.by,
        on=row.on,
        reason=row.reason,
    )
