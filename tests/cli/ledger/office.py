"""An office with a ledger of its own: runs commands there, and says how they ended."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from weighbridge.app.request.document import read_document
from weighbridge.cli.program import program

EXAMPLES = Path(__file__).parents[3] / "examples"
DAY = "2025-06-02"


@dataclass(frozen=True)
class Office:
    """A folder with a ledger in it."""

    folder: Path
    url: str

    def run(self, *arguments: str, given: str | None = None) -> Result:
        """Run `weighbridge` with these arguments, the ledger named by the environment."""
        environment = {"WEIGHBRIDGE_LEDGER": self.url, "WEIGHBRIDGE_BY": "a.ng", "COLUMNS": "200"}
        return CliRunner(env=environment).invoke(program, arguments, input=given)

    def ledger(self, *arguments: str, code: int = 0) -> str:
        """What `weighbridge ledger` prints, with the exit code that is expected."""
        result = self.run("ledger", *arguments)
        assert result.exit_code == code, result.output
        return result.output

    def plain(self, *arguments: str, code: int = 0) -> Any:
        """The same as data."""
        result = self.run("ledger", *arguments, "--format", "json")
        assert result.exit_code == code, result.output
        return json.loads(result.stdout)

    def determine(self, request: Path, *arguments: str, code: int = 0) -> Any:
        """The answer to a request with the ledger at hand, as data."""
        result = self.run("determine", str(request), "--ledger", self.url, "--format", "json", *arguments)
        assert result.exit_code == code, result.output
        return json.loads(result.stdout)

    def request(self, example: str, **changed: Any) -> Path:
        """A request like an example, with fields changed; those that are None are left out."""
        file = self.folder / f"{len(list(self.folder.iterdir()))}.json"
        file.write_text(json.dumps(like(example, **changed), default=str), encoding="utf-8")
        return file

    def left(self, account: str, on: str = DAY) -> int:
        """What the account has left on a day."""
        (found,) = self.plain("headroom", account, "--on", on, "--quarters", "1")
        remaining = found["quarters"][0]["remaining"]
        assert isinstance(remaining, int)
        return remaining


def like(example: str, **changed: Any) -> dict[str, Any]:
    """The fields of an example, with some changed; those that are None are left out."""
    data = read_document((EXAMPLES / f"{example}.yaml").read_bytes()) | changed
    return {name: value for name, value in data.items() if value is not None}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office that has just opened its ledger, in SQLite."""
    made = Office(tmp_path, str(tmp_path / "ledger.db"))
    made.ledger("open")
    return made
