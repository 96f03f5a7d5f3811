"""Three years of the rule, frozen: chips through its vintages, the regimes side by side, and the pictures of both.

`UPDATE_SNAPSHOTS=1` writes the texts and the pictures of docs/pictures anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from weighbridge.cli.program import program

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
VINTAGES = (
    "2022-10-21", "2023-01-17", "2023-11-17", "2024-04-04", "2024-12-31", "2025-05-15", "2026-01-15", "2026-08-01",
)  # fmt: skip
REGIMES = ("2022-10-21", "2023-11-17", "2025-05-15")
SHOWN = {"chips-by-vintage": ("migration", *VINTAGES), "regimes": ("compare", *REGIMES)}


def run(*arguments: str) -> str:
    """What a command prints on a wide page."""
    result = CliRunner(env={"COLUMNS": "150"}).invoke(program, ["law", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("track", ["book", "enforced"])
def test_chips_move_through_the_vintages_as_before(track: str, same_as_before: Callable[[str, str], None]) -> None:
    same_as_before(f"chips-by-vintage-{track}", run("migration", *VINTAGES, "--track", track))


def test_the_regimes_compare_as_before(same_as_before: Callable[[str, str], None]) -> None:
    same_as_before("regimes", run("compare", *REGIMES))


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize(("language", "suffix"), [("en", ""), ("zh-Hant", "-zh-Hant")])
def test_the_pictures_in_the_documents_are_what_the_command_draws(
    name: str, language: str, suffix: str, tmp_path: Path
) -> None:
    drawn = tmp_path / "drawn.svg"
    run(*SHOWN[name], "--lang", language, "--svg", str(drawn))
    picture = PICTURES / f"{name}{suffix}.svg"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        picture.write_text(drawn.read_text(encoding="utf-8"), encoding="utf-8")
    assert drawn.read_text(encoding="utf-8") == picture.read_text(encoding="utf-8")
