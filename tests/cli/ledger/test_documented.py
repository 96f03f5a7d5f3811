"""The document for users shows what really happens."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.documented import PICTURES, Desk, prepared
from tests.house.places import ROOT

DOCUMENTS = ["ledger-use.md"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_shows_what_its_commands_print_and_draw(name: str, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for shown in prepared(ROOT / "docs" / name, tmp_path):
        printed = desk.run(shown.command)
        assert desk.agrees(shown, printed), f"$ {shown.command}\n{printed}"
    for picture in tmp_path.glob("*.svg"):
        assert (PICTURES / picture.name).read_bytes() == picture.read_bytes(), f"draw {picture.name} anew"
