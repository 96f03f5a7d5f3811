"""The id of an entry, and the digest of what it says.

An entry that its list numbers is known by list and number: `consolidated/SDN/36`. The lists of the Bureau of Industry
and Security and of the State Department number nothing and repeat names; there an entry is known by its name and by
all that it says: `consolidated/EL/NAME.CONTENT`, two digests. So the id needs no look at other entries or earlier
versions, two entries of one name stay apart, and an entry that does not change keeps its id. What stands before the
dot, the *lineage*, stays when the entry changes: it is how a changed entry is recognised.

Where a list uses a number twice, the first entry keeps the bare id and the others get their content's digest behind it.
Entries that say exactly the same are counted: `….CONTENT-2`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import count
from urllib.parse import quote

from weighbridge.parties.listed import ListedParty

DIGITS = 12
"""48 bits. Contents need differ only within one name, and two names that met would only be compared in vain."""

CONTENT_SUFFIX = re.compile(rf"\.[0-9a-f]{{{DIGITS}}}(-\d+)?$")


def identified(source: str, party: ListedParty, number: str = "") -> ListedParty:
    """The entry with its id; `number` is the list's own, `source` the name under which the list is imported."""
    if number:
        return replace(party, id=f"{source}/{party.list}/{_safe(number)}")
    name = sha256(" ".join(party.name.casefold().split()).encode()).hexdigest()
    return replace(party, id=f"{source}/{party.list}/{name[:DIGITS]}.{digest(party)[:DIGITS]}")


def ids_in_turn(party: ListedParty) -> Iterator[str]:
    """The id, and those to try next where another entry of the same version has it already."""
    yield party.id
    with_content = f"{lineage(party.id)}.{digest(party)[:DIGITS]}"
    if with_content != party.id:
        yield with_content
    for nth in count(2):
        yield f"{with_content}-{nth}"


def lineage(id_: str) -> str:
    """What the id keeps when the entry changes."""
    return CONTENT_SUFFIX.sub("", id_)


def digest(party: ListedParty) -> str:
    """SHA-256 of what the entry says, in hexadecimal: not of its id, and whatever order its aliases stand in.

    Footnotes are read from the license requirement, so they are in it.
    """
    content = [
        party.list,
        party.kind,
        party.name,
        *(sorted(many) for many in (party.aliases, party.addresses, party.countries, party.programs)),
        *(sorted(many) for many in (party.identifiers, party.citations, party.born)),
        party.license_requirement,
        party.license_policy,
        party.remarks,
        party.since and party.since.isoformat(),
        party.until and party.until.isoformat(),
    ]
    return sha256(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _safe(number: str) -> str:
    """A dot in a number would read as the beginning of a digest."""
    return quote(number, safe="-_").replace(".", "%2E")
