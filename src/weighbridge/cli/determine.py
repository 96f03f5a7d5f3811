"""`weighbridge determine`: what the law asks of a transaction, or of each line of an order book."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from weighbridge.app.answer import Answer, answer
from weighbridge.app.faults import Fault, RequestFaults
from weighbridge.app.request.document import read_document
from weighbridge.app.request.request import Request, read_request
from weighbridge.app.respond import respond
from weighbridge.cli.common import (
    UNWANTED_OUTCOME,
    clock_options,
    day,
    faults_as_exit_codes,
    format_option,
    language_option,
    print_json,
)
from weighbridge.cli.ledger.options import AtLedger, at_a_ledger
from weighbridge.cli.screening import Screener, screener
from weighbridge.core.outcome import Outcome
from weighbridge.core.text import Language
from weighbridge.law.compiled import load_corpus

if TYPE_CHECKING:
    from weighbridge.app.screening.transaction import Screening

Ask = Callable[[Request, date, Sequence[str], Sequence[str], bool], tuple[Answer, dict[str, Any]]]
"""Answers a request, on which tracks, with which remarks, with advice or not; beside it, more for the response."""


@click.command()
@click.argument("request_file", type=click.File("rb"), required=False, metavar="REQUEST.{yaml,json,jsonl}|-")
@clock_options
@click.option(
    "--track",
    default="book,enforced",
    metavar="TRACK[,…]",
    help="book, enforced, or an amendment (a shipped one's name, or a YAML file).  [default: book,enforced]",
)
@click.option(
    "--with",
    "with_",
    default="",
    metavar="KIND[,…]",
    help="Add notes on what is no rule: letters to single companies (letters), import duty (duties).",
)
@click.option(
    "--lists",
    metavar="STORE",
    help="Screen the named parties against the lists of this store.  [default: WEIGHBRIDGE_STORE, else none]",
)
@click.option(
    "--ownership",
    type=click.File("rb"),
    metavar="FILE.{csv,json,jsonl}",
    help="Who owns whom: the owners of the named parties are screened too.",
)
@click.option("--require-fresh", is_flag=True, help="Exit with 3 where a list is older than allowed.")
@click.option("--explain", is_flag=True, help="Show every condition, the value found and the value asked.")
@click.option("--fail-on", default="", metavar="OUTCOME[,…]", help="Exit with 1 if the outcome is one of these.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the response, and nothing else.")
@at_a_ledger
@format_option
@language_option
def determine(
    request_file: BinaryIO | None,
    on: datetime | None,
    known_on: datetime | None,
    track: str,
    with_: str,
    lists: str | None,
    ownership: BinaryIO | None,
    require_fresh: bool,
    explain: bool,
    fail_on: str,
    schema: bool,
    at: AtLedger,
    format_: str,
    language: Language,
) -> None:
    """What the law asks of the transaction in REQUEST (a file, or - for standard input).

    A file that ends in .jsonl holds one request a line; each is answered on one line.
    """
    if schema:
        print_json(response_schema())
        return
    if request_file is None:
        raise click.UsageError("Name a request: a YAML or JSON file, or - for standard input.")
    unwanted = _outcomes(fail_on)
    tracks = tuple(filter(None, track.split(",")))
    also = tuple(filter(None, with_.split(",")))
    with (
        faults_as_exit_codes(format_, language),
        screener(lists, ownership, date.today(), require_fresh=require_fresh) as screen,
        _asking(at, format_, language) as ask,
    ):
        asked = Asked(tracks, also, day(on), day(known_on), screen, ask)
        if str(getattr(request_file, "name", "-")).endswith(".jsonl"):
            outcomes = set(_order_book(request_file, asked, format_, language))
        else:
            data = read_document(request_file.read(2_000_000))
            found, screening, more = _answer(data, asked, with_advice=True)
            plain = {**respond(found, language, explained=explain, screening=screening), **more}
            _print(plain, title(found, language), format_, language)
            outcomes = {t.determination.outcome for t in found.tracks}
    if outcomes & unwanted:
        sys.exit(UNWANTED_OUTCOME)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of every request: on which tracks, with which remarks and days, how to screen and to answer it."""

    tracks: tuple[str, ...]
    also: tuple[str, ...]
    on: date | None
    known_on: date | None
    screen: Screener
    ask: Ask


@contextmanager
def _asking(at: AtLedger, format_: str, language: Language) -> Iterator[Ask]:
    """How requests are answered: with a ledger at hand, if one is named, or by themselves."""
    if at.wanted:
        from weighbridge.cli.ledger.reserving import counter

        with counter(at, format_, language) as found:
            yield found.answer
        return
    yield lambda request, known_on, tracks, also, with_advice: (
        answer(request, known_on, tracks, with_advice=with_advice, with_remarks=also),
        {},
    )


def _answer(
    data: dict[str, Any], asked: Asked, *, with_advice: bool
) -> tuple[Answer, Screening | None, dict[str, Any]]:
    corpus = load_corpus()
    known_on = asked.known_on or corpus.horizon
    request, screening = asked.screen(read_request(data, corpus.facts, asked.on), known_on)
    found, more = asked.ask(request, known_on, asked.tracks, asked.also, with_advice)
    return found, screening, more


def _print(plain: dict[str, Any], heading: str, format_: str, language: Language) -> None:
    if format_ == "json":
        print_json(plain)
        return
    from weighbridge.cli.show import Show

    show = Show(language)
    show.response(plain, heading)
    show.page.print()


def title(found: Answer, language: Language) -> str:
    """One line that says which transaction this is."""
    from weighbridge.catalog.destinations import destinations

    request = found.request
    destination = destinations().get(request.destination or "")
    where = (destination.name_en if language == "en" else destination.name_zh_hant) if destination else ""
    item = request.item.label if request.item else "?"
    count = f"{request.quantity:,} x " if request.quantity else ""
    return f"{request.on}  {request.activity or 'export'}  {count}{item}" + (f" → {where}" if where else "")


def _outcomes(written: str) -> set[Outcome]:
    try:
        return {Outcome(word.strip()) for word in written.split(",") if word.strip()}
    except ValueError:
        raise click.BadParameter(f"{written!r}; accepted: {', '.join(Outcome)}.", param_hint="--fail-on") from None


def _order_book(lines: BinaryIO, asked: Asked, format_: str, language: Language) -> Iterator[Outcome]:
    """Answer each line; a faulty line is reported after the others, with its number."""
    gc.enable()
    faults: list[Fault] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found, screening, more = _answer(read_document(line), asked, with_advice=False)
        except RequestFaults as wrong:
            faults += [
                Fault(f"line {number}: {f.field}", f.found, f.problem, f.accepted, f.nearest) for f in wrong.faults
            ]
            continue
        plain = {**respond(found, language, screening=screening), **more}
        if format_ == "json":
            click.echo(json.dumps({"line": number, **plain}, ensure_ascii=False))
        else:
            gist = " ".join(_gist(track) for track in plain["tracks"].values())
            gist += "".join(f"  {part['reservation']['status']}" for part in more.values() if "reservation" in part)
            click.echo(f"{number:>4}  {title(found, language)}  {gist}")
        yield from (t.determination.outcome for t in found.tracks)
    if faults:
        raise RequestFaults(faults)


def _gist(track: dict[str, Any]) -> str:
    return " ".join(filter(None, (track["outcome"], track["exception"], track["review_policy"])))


def response_schema() -> Any:
    """The JSON Schema of the response."""
    import weighbridge.app

    folder = Path(weighbridge.app.__file__).parent
    return json.loads((folder / "response.schema.json").read_text(encoding="utf-8"))
