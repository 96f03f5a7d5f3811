"""docs/parties.md: every command runs, in order, and prints what the page says that it prints."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from weighbridge.cli.program import program as main

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def sessions() -> list[tuple[str, list[str]]]:
    """Each command of the page with the lines that it is said to print."""
    found: list[tuple[str, list[str]]] = []
    for block in BLOCK.findall((ROOT / "docs" / "parties.md").read_text(encoding="utf-8")):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line.removeprefix("$ "), []))
            else:
                found[-1][1].append(line)
    return found


def test_each_command_prints_what_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples" / "parties", tmp_path / "examples" / "parties")
    monkeypatch.chdir(tmp_path)
    assert len(sessions()) >= 10
    for command, printed in sessions():
        program, *words = shlex.split(command)
        if program == "export":
            name, _, value = words[0].partition("=")
            monkeypatch.setenv(name, value)
            continue
        assert program == "weighbridge"
        result = CliRunner().invoke(main, words)
        assert result.exit_code == 0, command
        output = " ".join(result.output.split())
        for line in printed:
            assert " ".join(line.split()) in output, command
