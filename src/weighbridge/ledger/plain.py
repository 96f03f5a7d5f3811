"""Movements and limits as JSON data, and back: exactly, and refusing what they would not have written."""

from __future__ import annotations

import json
from datetime import date
from json.encoder import encode_basestring
from typing import Any

from weighbridge.ledger.limit import Credit, Limit, LimitKind, Share, Shortage, Step, Unit

Plain = dict[str, Any]

quoted = encode_basestring
"""A text as a string of canonical JSON."""
canonical = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
"""JSON data as canonical JSON (RFC 8785): of texts, whole numbers below 2^53, lists, and objects with ASCII names."""


def limit_to_plain(limit: Limit) -> Plain:
    """An account's terms; fields that say nothing unusual are left out."""
    plain: Plain = {"account": limit.account, "kind": limit.kind.value, "unit": limit.unit.value}
    if limit.steps:
        plain["steps"] = [[step.since.isoformat(), step.most, step.citation] for step in limit.steps]
    if limit.until:
        plain["until"] = limit.until.isoformat()
    if limit.base:
        plain["base"] = limit.base
    if limit.credits:
        plain["credits"] = sorted(credit.value for credit in limit.credits)
    if limit.shortage is not Shortage.FIRST_COME:
        plain["shortage"] = limit.shortage.value
    if limit.provisos:
        plain["provisos"] = list(limit.provisos)
    return plain


def limit_from_plain(plain: Plain) -> Limit:
    """The terms that `limit_to_plain` wrote.

    Raises:
        KeyError, TypeError, ValueError: the data is not such terms.
    """
    return Limit(
        account=plain["account"],
        kind=LimitKind(plain["kind"]),
        unit=Unit(plain["unit"]),
        steps=tuple(_step(*step) for step in plain.get("steps", ())),
        until=day_or_none(plain.get("until")),
        base=plain.get("base", ""),
        credits=frozenset(map(Credit, plain.get("credits", ()))),
        shortage=Shortage(plain.get("shortage", Shortage.FIRST_COME)),
        provisos=tuple(plain.get("provisos", ())),
    )


def day_or_none(written: str | None) -> date | None:
    """The day as written; None where none is."""
    return None if written is None else date.fromisoformat(written)


def _step(since: str, most: int | list[int] | None, citation: str) -> Step:
    return Step(date.fromisoformat(since), Share(*most) if isinstance(most, list) else most, citation)
