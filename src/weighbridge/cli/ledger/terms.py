"""`weighbridge ledger open`: make a ledger."""

from __future__ import annotations

import click

from weighbridge.cli.common import print_json
from weighbridge.cli.ledger.common import Desk, at_a_book
from weighbridge.core.text import Text

OPENED = Text("The book {0} is open: {1} entries, last hash {2}.", "帳簿 {0} 已開立：{1} 筆分錄，最後雜湊 {2}。")


@click.command("open")
@at_a_book
def open_(desk: Desk) -> None:
    """Make a ledger where there is none, and a book in it. One that is there stays as it is."""
    with desk.faults(), desk.opened(create=True) as store:
        head = store.head()
    if desk.json:
        print_json({"book": head.book, "entries": head.number, "head": head.hash.hex()})
    else:
        click.echo(OPENED.to(desk.language).format(head.book, f"{head.number:,}", head.hash.hex()))
