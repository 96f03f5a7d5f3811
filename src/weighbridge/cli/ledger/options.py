"""The options that name a ledger, kept apart from all that opens one: every command that takes them starts fast."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any

import click

from weighbridge.cli.common import DAY, day
from weighbridge.core.rulebook import BOOK as AS_WRITTEN
from weighbridge.core.rulebook import TRACKS

LEDGER = click.option("--ledger", "url", envvar="WEIGHBRIDGE_LEDGER", metavar="URL", help="The ledger.")
BOOK = click.option("--book", default="main", show_default=True, help="The book in it.")
ON = click.option("--on", type=DAY, help="The day of the entry.  [default: today]")
BY = click.option("--by", envvar="WEIGHBRIDGE_BY", help="Who enters it.  [default: the account you work in]")
RESERVED_FOR = 90
"""Days for which a determination is reserved, where no last day is given."""


@dataclass(frozen=True, slots=True)
class AtLedger:
    """What `determine` does at a ledger: read it, and reserve there."""

    url: str | None
    book: str
    reserve: bool
    expires: date | None
    track: str
    by: str | None

    @property
    def wanted(self) -> bool:
        """Whether a ledger takes part at all."""
        return self.url is not None or self.reserve


def at_a_ledger(command: Callable[..., None]) -> Callable[..., None]:
    """`--ledger URL --reserve` and what goes with them, given to the command as `at`."""

    @wraps(command)
    def at_ledger(
        url: str | None,
        book: str,
        reserve: bool,
        expires: datetime | None,
        reserve_track: str,
        by: str | None,
        **rest: Any,
    ) -> None:
        command(at=AtLedger(url, book, reserve, day(expires), reserve_track, by), **rest)

    options = (
        click.option("--ledger", "url", metavar="URL", help="Read from this ledger what was drawn before."),
        BOOK,
        click.option("--reserve", is_flag=True, help="Reserve there what the answer draws on, under its id."),
        click.option(
            "--expires",
            type=DAY,
            help=f"The reservation's last day.  [default: {RESERVED_FOR} days after the transaction]",
        ),
        click.option(
            "--reserve-track",
            type=click.Choice(TRACKS),
            default=AS_WRITTEN,
            show_default=True,
            help="The track whose outcome must permit the shipment, and on whose allocations it draws.",
        ),
        BY,
    )
    for option in reversed(options):
        at_ledger = option(at_ledger)
    return at_ledger
