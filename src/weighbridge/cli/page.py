"""A page of text: coloured on a terminal, plain in a pipe, folded to the width that there is."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator

import click

PIPE_WIDTH = 100
NARROWEST = 40


class Page:
    """Collects lines and prints them at once. Styles show on a terminal only."""

    def __init__(self) -> None:
        self.width = max(NARROWEST, shutil.get_terminal_size((PIPE_WIDTH, 24)).columns)
        self.lines: list[str] = []

    def blank(self) -> None:
        """An empty line, never two."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def heading(self, text: str) -> None:
        """A heading with space above it."""
        self.blank()
        self.line(text, bold=True)

    def line(
        self, text: str, indent: int = 0, *, mark: str = "", bold: bool = False, colour: str | None = None
    ) -> None:
        """One paragraph, folded; `mark` stands before its first line."""
        lead = " " * indent + mark
        hang = " " * columns(lead)
        for i, folded in enumerate(fold(text, self.width - columns(lead))):
            self.lines.append((lead if i == 0 else hang) + click.style(folded, bold=bold or None, fg=colour))

    def print(self) -> None:
        """Print everything."""
        click.echo("\n".join(self.lines))


def columns(text: str) -> int:
    """How many columns a text takes; Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def fold(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most `width` columns, broken at spaces or between Chinese characters."""
    line = ""
    for piece in _pieces(text):
        if line and columns(line + piece.rstrip()) > width:
            yield line.rstrip()
            line = piece.lstrip()
        else:
            line += piece
    yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """Words with the space after them; each wide character by itself."""
    word = ""
    for character in text:
        if unicodedata.east_asian_width(character) in "WF":
            if word:
                yield word
            yield character
            word = ""
        else:
            word += character
            if character == " ":
                yield word
                word = ""
    if word:
        yield word
