"""Runs what a document shows: its commands one after the other, each held to the output printed below it.

    python -m tests.documented docs/NAME.md     print every command with what it really prints; draw its pictures anew

A block of `console` holds commands after `$ `, each followed by its output; a block of `yaml` whose first line is a
comment that names a file is written to that file. In an output, a line `…` stands for any lines, and `…` within a line
for anything. An id of a determination stands for whatever id came out there, in later commands too: it turns on the
rulebook. Pictures that the commands draw are those of `docs/pictures`.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from weighbridge.cli.program import program

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ID = re.compile(r"D-[0-9a-f]{16}")
COLUMNS = "100"


@dataclass
class Shown:
    """A command as a document shows it, and the output below it."""

    command: str
    output: str


@dataclass
class Desk:
    """A folder in which a document's commands are run; `ids` are those that came out for those that are printed."""

    folder: Path
    ids: dict[str, str] = field(default_factory=dict)

    def run(self, command: str) -> str:
        """What the command prints, on both streams."""
        for printed, found in self.ids.items():
            command = command.replace(printed, found)
        words = shlex.split(command)
        here, environment = Path.cwd(), {"COLUMNS": COLUMNS, "WEIGHBRIDGE_LEDGER": "week.db", "WEIGHBRIDGE_BY": "a.ng"}
        os.chdir(self.folder)
        try:
            if words[0] == "weighbridge":
                return CliRunner(env=environment).invoke(program, words[1:]).output
            words = [sys.executable, *words[1:]] if words[0] == "python" else words
            done = subprocess.run(words, capture_output=True, text=True, env={**os.environ, **environment})
            return done.stdout + done.stderr
        finally:
            os.chdir(here)

    def agrees(self, shown: Shown, printed: str) -> bool:
        """Whether the output is as shown; the ids that came out are remembered."""
        match = re.fullmatch(self._pattern(shown.output), printed)
        if match is None:
            return False
        self.ids |= dict(zip(_new(ID.findall(shown.output), self.ids), match.groups(), strict=True))
        return True

    def _pattern(self, output: str) -> str:
        """The output as a pattern, with a group for each id that has not come out before."""
        lines, groups = [], dict[str, int]()
        for line in output.splitlines():
            if line == "…":
                lines.append(r"(?:.*\n)*?")
                continue
            pattern = ""
            for part in re.split(f"({ID.pattern}|…)", line):
                if part == "…":
                    pattern += ".*?"
                elif part in groups:
                    pattern += rf"\{groups[part]}"
                elif ID.fullmatch(part) and part not in self.ids:
                    groups[part] = len(groups) + 1
                    pattern += f"({ID.pattern})"
                else:
                    pattern += re.escape(self.ids.get(part, part))
            lines.append(pattern + r"\n")
        return "".join(lines)


def _new(found: list[str], known: dict[str, str]) -> list[str]:
    return [id_ for id_ in dict.fromkeys(found) if id_ not in known]


def prepared(document: Path, folder: Path) -> Iterator[Shown]:
    """The document's commands in order; its files are written to the folder as they are met."""
    for name in ("examples", "verifier"):
        (folder / name).symlink_to(ROOT / name)
    for kind, content in FENCE.findall(document.read_text(encoding="utf-8")):
        if kind == "yaml" and (named := re.match(r"# (\S+\.yaml)\n", content)):
            (folder / named[1]).write_text(content, encoding="utf-8")
        elif kind == "console":
            yield from _commands(content)


def _commands(content: str) -> Iterator[Shown]:
    for block in re.split(r"^\$ ", content, flags=re.MULTILINE)[1:]:
        command, _, output = re.sub(r"\\\n\s*", "", block).partition("\n")
        yield Shown(command, output)


def main(document: str) -> None:
    """Print every command of the document with what it really prints."""
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        for shown in prepared(Path(document), desk.folder):
            printed = desk.run(shown.command)
            mark = "" if desk.agrees(shown, printed) else "   <-- shown otherwise"
            print(f"$ {shown.command}{mark}\n{printed}")
        for picture in desk.folder.glob("*.svg"):
            copy(picture, PICTURES)


if __name__ == "__main__":
    main(sys.argv[1])
