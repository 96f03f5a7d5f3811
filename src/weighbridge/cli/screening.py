"""What the commands that screen share: where the lists are, and how they are opened."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import click

from weighbridge.app.request.request import Request
from weighbridge.cli.extras import needs

if TYPE_CHECKING:
    from weighbridge.app.screening.transaction import Screening

Command = TypeVar("Command", bound=Callable[..., Any])
Screener = Callable[[Request, date], "tuple[Request, Screening | None]"]
"""Screens the parties of a request by what is known on a day."""

STORE = click.option(
    "--store",
    metavar="FILE|postgresql://…",
    help="The store of lists.  [default: WEIGHBRIDGE_STORE, else a file in your data folder]",
)


def party_options(command: Command) -> Command:
    """Options that state more of a party than its name."""
    options = (
        click.option("--alias", "aliases", multiple=True, metavar="NAME", help="Another name of the party."),
        click.option("--address", "addresses", multiple=True, help="An address of the party."),
        click.option("--country", "countries", multiple=True, help="Where it is: an ISO 3166-1 code, or a name."),
        click.option("--reference", default="", help="Your own number for the party."),
    )
    for option in reversed(options):
        command = option(command)
    return command


FRESH = click.option("--require-fresh", is_flag=True, help="Exit with 3 where a list is older than allowed.")


def not_screened(request: Request, known_on: date) -> tuple[Request, Screening | None]:
    """The request as it is."""
    return request, None


@contextmanager
def screener(store: str | None, ownership: BinaryIO | None, on: date, *, require_fresh: bool) -> Iterator[Screener]:
    """How to screen the parties of requests; not at all where no store is named and none is set.

    Raises:
        RequestFaults: the ownership file cannot be read.
        Unavailable: the store or a list cannot be used.
        click.UsageError: an ownership file or fresh lists are asked for, and no store is known.
    """
    if store is None and "WEIGHBRIDGE_STORE" not in os.environ:
        if ownership or require_fresh:
            raise click.UsageError("Name the store of lists: --lists FILE, or set WEIGHBRIDGE_STORE.")
        yield not_screened
        return
    with needs("parties"):
        from weighbridge.app.ownership.graphs import open_graph
        from weighbridge.app.screening.lists import open_lists
        from weighbridge.app.screening.transaction import screened
    graph = open_graph(ownership.read(), Path(getattr(ownership, "name", "-")).name) if ownership else None
    with open_lists(store, on, fresh=require_fresh) as lists:
        yield lambda request, known_on: screened(request, lists, known_on, graph)
