"""Parties as text, for the store."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from weighbridge.parties.listed import ListedParty, PartyKind
from weighbridge.parties.lists.footnotes import footnotes

_WORDS = ("id", "list", "name", "license_requirement", "license_policy", "remarks")
_MANY = ("aliases", "addresses", "countries", "programs", "identifiers", "citations", "born")
_DAYS = ("since", "until")


def to_text(party: ListedParty) -> str:
    """The party as JSON; what it leaves unsaid is left out."""
    plain: dict[str, Any] = {"kind": party.kind}
    for name in (*_WORDS, *_MANY):
        if value := getattr(party, name):
            plain[name] = value
    for name in _DAYS:
        if day := getattr(party, name):
            plain[name] = day.isoformat()
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> ListedParty:
    """The party that `to_text` wrote.

    Footnotes are read from the license requirement anew, so that what is learned about reading them reaches what was
    stored before.
    """
    plain = json.loads(text)
    said: dict[str, Any] = {name: plain.get(name, "") for name in _WORDS}
    said |= {name: tuple(plain[name]) for name in _MANY if name in plain}
    said |= {name: date.fromisoformat(plain[name]) for name in _DAYS if name in plain}
    return ListedParty(kind=PartyKind(plain["kind"]), footnotes=footnotes(said["license_requirement"]), **said)
