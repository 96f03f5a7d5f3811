"""The page about the ledger says what the code does."""

import re

from tests.house.places import ROOT

from weighbridge.ledger.limit import Shortage
from weighbridge.ledger.movement import Kind
from weighbridge.ledger.result import REFUSALS, AlreadyRecorded, AlreadyReserved, Recorded, Reserved

PAGE = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")


def first_words(heading: str) -> list[str]:
    """The code words in the first column of the table under a heading."""
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return [word for cell in cells for word in re.findall(r"`([^`]+)`", cell)]


def test_the_refusals_stand_in_the_order_in_which_they_are_looked_for() -> None:
    assert first_words("How a movement can end") == [refusal.status for refusal in REFUSALS]


def test_every_way_to_be_entered_is_named() -> None:
    for entered in (Reserved, Recorded, AlreadyReserved, AlreadyRecorded):
        assert f"`{entered.status}`" in PAGE


def test_every_kind_of_entry_is_explained() -> None:
    assert first_words("Entries") == [kind.value for kind in Kind]


def test_every_way_to_share_a_shortage_is_named() -> None:
    assert all(f"*{mode.value}*" in PAGE for mode in Shortage)
