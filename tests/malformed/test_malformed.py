"""One file for each mistake, with the message it must bring. `EXPECT` lines stand in the `.expected` file beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from weighbridge.cli.program import program as main

FOLDER = Path(__file__).parent / "requests"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".expected")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_mistake_is_reported_and_nothing_is_permitted(path: Path) -> None:
    expected = path.with_suffix(path.suffix + ".expected").read_text(encoding="utf-8").splitlines()
    result = CliRunner().invoke(main, ["determine", str(path)])
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert [line for line in expected if line not in result.stderr] == []
    assert "Traceback" not in result.output


def test_every_fault_of_a_request_is_reported_at_once() -> None:
    result = CliRunner().invoke(main, ["determine", str(FOLDER / "many-faults.yaml")])
    assert len(result.stderr.splitlines()) == 8


def test_a_very_large_file_is_refused_without_being_read_to_the_end(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    result = CliRunner().invoke(main, ["determine", str(path)])
    assert result.exit_code == 2
    assert "too large" in result.stderr
