"""How far a long task has come, on a terminal; nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from weighbridge.core.text import Language, Text

READ = Text("{0} entries read, {1}%", "已讀取 {0} 項，{1}%")
COME = Text("{0} of {1} bytes", "已取得 {0}／{1} 位元組")
COME_SO_FAR = Text("{0} bytes", "已取得 {0} 位元組")
EVERY_BYTES = 1 << 18

Told = Callable[[int, int | None], None]


@contextmanager
def rows_read(language: Language) -> Iterator[Told]:
    """Says how many entries have been read, and how much of the file."""
    with _line() as write:
        yield lambda done, percent: write(READ.to(language).format(f"{done:,}", percent))


@contextmanager
def bytes_come(language: Language) -> Iterator[Told]:
    """Says how many bytes have come, and how many there are where that is known."""
    last = 0

    def told(done: int, of: int | None) -> None:
        nonlocal last
        if done < last or done - last >= EVERY_BYTES or done == of:
            last = done
            write(
                COME.to(language).format(f"{done:,}", f"{of:,}") if of else COME_SO_FAR.to(language).format(f"{done:,}")
            )

    with _line() as write:
        yield told


@contextmanager
def _line() -> Iterator[Callable[[str], None]]:
    """One line of standard error that is written over, and wiped at the end."""
    if not sys.stderr.isatty():
        yield lambda text: None
        return
    widest = 0

    def write(text: str) -> None:
        nonlocal widest
        widest = max(widest, len(text))
        click.echo(f"\r{text:{widest}}", err=True, nl=False)

    try:
        yield write
    finally:
        if widest:
            click.echo(f"\r{' ' * widest}\r", err=True, nl=False)
