"""A party as the asker states it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any


@dataclass(frozen=True, slots=True)
class StatedParty:
    """Whom a transaction names: what is screened, and what a judgement is about.

    `countries` are ISO 3166-1 alpha-2 codes. `reference` is the asker's own number for the party, such as a customer
    number; with it, two parties of one name stay apart, and a party stays itself when its name changes.
    """

    name: str
    aliases: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    reference: str = ""

    @property
    def key(self) -> str:
        """What the party is known by: its reference, else its name, whatever its case and spacing."""
        return f"ref:{self.reference}" if self.reference else f"name:{' '.join(self.name.casefold().split())}"

    @property
    def digest(self) -> str:
        """SHA-256 of what is stated, in hexadecimal, whatever order it stands in."""
        content = [
            " ".join(self.name.split()),
            self.reference,
            *(sorted(many) for many in (self.aliases, self.addresses, self.countries, self.identifiers)),
        ]
        return sha256(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()

    def to_plain(self) -> dict[str, Any]:
        """The statement for JSON."""
        return asdict(self)

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> StatedParty:
        """The statement from `to_plain`."""
        many = {name: tuple(plain[name]) for name in ("aliases", "addresses", "countries", "identifiers")}
        return cls(name=plain["name"], reference=plain["reference"], **many)
