"""What is stored of a party is all of it."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from weighbridge.parties.codec import from_text, to_text
from weighbridge.parties.listed import ListedParty, PartyKind

FULL = ListedParty(
    id="consolidated/EL/a.b",
    list="EL",
    kind=PartyKind.ORGANIZATION,
    name="Example 例子",
    aliases=("Ex",),
    addresses=("1 Road",),
    countries=("CN",),
    programs=("P",),
    identifiers=("No. 1",),
    license_requirement="For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)4",
    license_policy="Presumption of denial",
    footnotes=(4,),
    citations=("88 FR 1",),
    remarks="A remark.",
    since=date(2024, 1, 2),
    until=date(2026, 1, 2),
    born=("1970",),
)
EMPTY = ListedParty(id="x", list="OWN", kind=PartyKind.UNKNOWN, name="Ex")


def test_every_field_comes_back() -> None:
    assert all(getattr(FULL, field.name) for field in fields(FULL))
    assert from_text(to_text(FULL)) == FULL
    assert from_text(to_text(EMPTY)) == EMPTY


def test_what_is_unsaid_takes_no_room() -> None:
    assert to_text(EMPTY) == '{"kind":"unknown","id":"x","list":"OWN","name":"Ex"}'
