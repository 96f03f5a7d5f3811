"""`weighbridge ledger share`: share out what is left among more than it can serve."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

import click

from weighbridge.app.faults import Faults
from weighbridge.app.ledger.amounts import read_claim
from weighbridge.app.ledger.telling import tell, to_plain
from weighbridge.cli.common import DAY, print_json
from weighbridge.cli.ledger.common import REFUSED, Desk, at_a_book_on_a_day
from weighbridge.core.text import Text
from weighbridge.ledger.book import Book
from weighbridge.ledger.result import REFUSALS, Result
from weighbridge.ledger.sharing import Claim

NOTHING_GRANTED = "NOTHING_GRANTED"
NOTHING = Text("{0} gets nothing: what is left does not reach.", "{0} 未獲分配：餘額不足。")
TWICE = Text("Two claims have this key.", "兩筆請求使用同一鍵值。")
EACH_ITS_OWN = Text("a key of its own for each claim", "每筆請求各用其鍵值")


@click.command()
@click.argument("account")
@click.option("--claim", "claims", multiple=True, metavar="KEY=UNITSxCHIP", help="A claim, in the order received.")
@click.option("--late", multiple=True, metavar="KEY=UNITSxCHIP", help="One that came after the opening moment.")
@click.option("--expires", type=DAY, required=True, help="The last day on which what is granted can be posted.")
@at_a_book_on_a_day
def share(desk: Desk, account: str, claims: tuple[str, ...], late: tuple[str, ...], expires: datetime) -> None:
    """Share out what ACCOUNT has left among the claims, as its terms say, and reserve each one's part under its KEY.

    How an account is shared out is chosen by its keeper (ledger limits --shortage). Asked again, each claim has what it
    got, and only those that got nothing take part anew.
    """
    with desk.faults():
        faults = Faults()
        asked = [read_claim(claim, faults, at_opening=True) for claim in claims]
        asked += [read_claim(claim, faults, at_opening=False) for claim in late]
        made = [claim for claim in asked if claim]
        for key, times in Counter(claim.key for claim in made).items():
            if times > 1:
                faults.add("--claim", key, TWICE, EACH_ITS_OWN)
        faults.raise_if_any()
        with desk.opened() as store:
            shared = Book(store, desk.by).share(account, made, desk.on, expires.date())
        if isinstance(shared, tuple):
            _show(desk, made, shared)
        else:
            desk.show(shared)


def _show(desk: Desk, claims: Sequence[Claim], shared: Sequence[Result | None]) -> None:
    told = list(_told(desk, claims, shared))
    if desk.json:
        print_json(told)
    else:
        for line in told:
            click.echo(f"{line['status']}  {line['message']}")
    if any(isinstance(result, REFUSALS) for result in shared):
        sys.exit(REFUSED)


def _told(desk: Desk, claims: Sequence[Claim], shared: Sequence[Result | None]) -> Iterator[dict[str, object]]:
    for claim, result in zip(claims, shared, strict=True):
        if result is None:
            yield {
                "claim": claim.key,
                "status": NOTHING_GRANTED,
                "message": NOTHING.to(desk.language).format(claim.key),
            }
        else:
            yield {"claim": claim.key, **to_plain(result), "message": tell(result).to(desk.language)}
