"""`weighbridge ledger open|limits|license`: a ledger, and the terms of its accounts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import BinaryIO

import click

from weighbridge.app.faults import Faults
from weighbridge.app.ledger.amounts import read_amount, read_legs
from weighbridge.app.ledger.limits import license_limit
from weighbridge.app.ledger.opening import Asked, limits_of_accounts, limits_of_request, opening_entries
from weighbridge.app.request.document import read_document
from weighbridge.app.request.request import read_request
from weighbridge.cli.common import DAY, day, print_json
from weighbridge.cli.ledger.common import Desk, at_a_book, at_a_book_on_a_day
from weighbridge.core.rulebook import BOOK, TRACKS
from weighbridge.core.text import Text
from weighbridge.law.compiled import load_corpus
from weighbridge.ledger.limit import Credit, Limit, Shortage, Unit
from weighbridge.ledger.movement import Kind, Leg, Movement
from weighbridge.ledger.result import REFUSALS, Result
from weighbridge.ledger.store import Store

OPENED = Text("The book {0} is open: {1} entries, last hash {2}.", "帳簿 {0} 已開立：{1} 筆分錄，最後雜湊 {2}。")
UNCHANGED = Text("Every account has these terms already; nothing was entered.", "各帳戶已具此條件；未登錄任何分錄。")
SHORTAGE = {"first-come": Shortage.FIRST_COME, "same-day": Shortage.SAME_DAY, "opening": Shortage.OPENING}
BY_LAW = "limits of the track {0}, as published by {1}"


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


@click.command()
@click.argument("accounts", nargs=-1, metavar="[ACCOUNT…]")
@click.option("--request", "request_file", type=click.File("rb"), help="The accounts that this request may draw on.")
@click.option("--track", type=click.Choice(TRACKS), default=BOOK, show_default=True, help="The law to take them from.")
@click.option("--known-on", type=DAY, help="Only what had been published by this date.  [default: all that is encoded]")
@click.option("--assured-from", type=DAY, help="The day from which the destination has given assurances.")
@click.option("--shortage", type=click.Choice(list(SHORTAGE)), help="How it is shared out.  [default: as it was]")
@at_a_book_on_a_day
def limits(
    desk: Desk,
    accounts: tuple[str, ...],
    request_file: BinaryIO | None,
    track: str,
    known_on: datetime | None,
    assured_from: datetime | None,
    shortage: str | None,
) -> None:
    """Enter the law's limits, each with its days and its citation, for each ACCOUNT or those of a request.

    An account is named without its period, which the day decides: country/BR, lpp/"Example Ltd.", nveu/"Example
    Ltd."/IN, uveu-outside/Group, uveu-country/Group/MY. Run it again when the law changed: what changed is entered, and
    nothing is overwritten.
    """
    with desk.faults():
        corpus = load_corpus()
        asked = Asked(desk.on, day(known_on) or corpus.horizon, track, day(assured_from))
        found: tuple[Limit, ...] = ()
        if request_file:
            request = read_request(read_document(request_file.read()), corpus.facts, desk.given_on)
            found += limits_of_request(request, replace(asked, on=request.on))
        if accounts or not request_file:
            found += limits_of_accounts(accounts, asked)
        with desk.opened() as store:
            reason = BY_LAW.format(track, asked.known_on)
            mode = SHORTAGE[shortage] if shortage else None
            _enter_all(desk, store, list(opening_entries(store, found, desk.on, desk.by, reason, mode)))


@click.command("license")
@click.argument("number")
@click.option("--items", help="The quantity it is good for.")
@click.option("--tpp", help="The TPP it is good for.")
@click.option("--value-usd", help="The value it is good for, in whole United States dollars.")
@click.option("--from", "first", type=DAY, required=True, help="Its first day.")
@click.option("--until", type=DAY, required=True, help="Its last day.")
@click.option("--citation", required=True, help="Where it stands: the license, or what it was issued under.")
@click.option("--proviso", "provisos", multiple=True, help="A condition that it carries; repeatable.")
@click.option("--gives-back", type=click.Choice(list(Credit)), multiple=True, help="What it credits; repeatable.")
@click.option("--counts", multiple=True, metavar="ACCOUNT=AMOUNT", help="The allocation that it was granted out of.")
@at_a_book_on_a_day
def license_(
    desk: Desk,
    number: str,
    items: str | None,
    tpp: str | None,
    value_usd: str | None,
    first: datetime,
    until: datetime,
    citation: str,
    provisos: tuple[str, ...],
    gives_back: tuple[str, ...],
    counts: tuple[str, ...],
) -> None:
    """Enter the individual license NUMBER: accounts license/NUMBER/items, …/tpp, …/value that shipments draw on.

    With --counts it is first posted against the destination's allocation, which counts what is licensed; where that has
    too little left, nothing is entered.
    """
    with desk.faults():
        faults = Faults()
        wanted = {Unit.ITEMS: items, Unit.TPP: tpp, Unit.USD_CENTS: value_usd}
        amounts = {
            unit: read_amount(written, faults, in_tpp=unit is Unit.TPP)
            for unit, written in wanted.items()
            if written is not None
        }
        counted = read_legs(counts, faults)
        if not amounts:
            what = Text("It says neither items nor TPP nor value.", "未填數量、TPP 或價值。")
            faults.add("--items", "", what, Text("--items, --tpp or --value-usd", "--items、--tpp 或 --value-usd"))
        faults.raise_if_any()
        credits = frozenset(map(Credit, gives_back))
        terms = [
            license_limit(
                number,
                (amount or 0) * (100 if unit is Unit.USD_CENTS else 1),
                first.date(),
                until.date(),
                citation,
                unit=unit,
                gives_back=credits,
                provisos=provisos,
            )
            for unit, amount in amounts.items()
        ]
        with desk.opened() as store:
            entries = opening_entries(store, terms, desk.on, desk.by, "")
            _enter_all(desk, store, [*_granted(desk, number, counted), *entries], stop_at_refusal=True)


def _granted(desk: Desk, number: str, counted: Iterable[Leg]) -> list[Movement]:
    """The entries by which a license takes its part of an allocation: reserved and posted at once."""
    legs = tuple(counted)
    if not legs:
        return []
    key = f"license {number}"
    return [
        Movement(Kind.RESERVE, desk.on, key, desk.by, legs, expires=desk.on),
        Movement(Kind.POST, desk.on, f"post {key}", desk.by, reservation=key),
    ]


def _enter_all(desk: Desk, store: Store, entries: list[Movement], *, stop_at_refusal: bool = False) -> None:
    if not entries:
        if desk.json:
            print_json([])
        else:
            click.echo(UNCHANGED.to(desk.language))
        return
    results: list[Result] = []
    for entry in entries:
        results.append(store.record(entry))
        if stop_at_refusal and isinstance(results[-1], REFUSALS):
            break
    desk.show(*results, as_list=True)
