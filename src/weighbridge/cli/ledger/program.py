"""The commands of `weighbridge ledger`, each imported when it is used."""

from __future__ import annotations

import click

from weighbridge.cli.program import Lazy

ENTER, TERMS, CHECK = (f"weighbridge.cli.ledger.{module}" for module in ("enter", "terms", "check"))
COMMANDS = {
    "open": (f"{TERMS}:open_", "Make a ledger, or a further book in one."),
    "limits": (f"{TERMS}:limits", "Enter the law's limits, with their days and citations."),
    "license": (f"{TERMS}:license_", "Enter an individual license, which shipments draw on."),
    "reserve": (f"{ENTER}:reserve", "Set an amount aside on one or more accounts, all or none."),
    "post": (f"{ENTER}:post", "Post a reservation, in whole or in part: the goods went out."),
    "void": (f"{ENTER}:void", "Give a reservation up."),
    "expire": (f"{ENTER}:expire", "Restore reservations whose last day is past."),
    "return": (f"{ENTER}:return_", "Enter what came back."),
    "attrition": (f"{ENTER}:attrition", "Enter what was lost, failed, moved away or sold."),
    "adjust": (f"{ENTER}:adjust", "Correct an account, with reason and authority."),
    "balance": (f"{ENTER}:balance", "Assert what is posted to an account; a difference is refused."),
    "share": ("weighbridge.cli.ledger.share:share", "Share out what is left among more than it can serve."),
    "fits": ("weighbridge.cli.ledger.fits:fits_", "How many units may still go, by which way."),
    "headroom": ("weighbridge.cli.ledger.report:headroom_", "What is left, by quarter, and when a limit binds."),
    "statement": ("weighbridge.cli.ledger.report:statement_", "Every entry of one account, with its balance."),
    "verify": (f"{CHECK}:verify", "Check every entry of a book, or of an export."),
    "checkpoint": (f"{CHECK}:checkpoint", "Sign what a book has come to."),
    "key": (f"{CHECK}:key", "Make a key pair to sign checkpoints with."),
    "export": (f"{CHECK}:export", "The whole book, as lines, CSV or Parquet."),
}


class LedgerCommands(Lazy):
    """The group of the ledger's commands."""

    table = COMMANDS


@click.group(cls=LedgerCommands)
def ledger() -> None:
    """Keep the allocations of the law: draw on them, state them, verify them.

    The ledger is named by --ledger URL or the variable WEIGHBRIDGE_LEDGER: a file (ledger.db or sqlite:ledger.db), or
    postgresql://USER@HOST/DATABASE. Exit codes: 0 done; 1 refused, with a named status; 2 the request is wrong; 3 the
    store is unavailable, and nothing is known of what was asked: repeat it with the same key.
    """
