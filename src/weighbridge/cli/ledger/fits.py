"""`weighbridge ledger fits`: how many units may still go, by which way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO

import click

from weighbridge.app.faults import Fault, RequestFaults
from weighbridge.app.ledger.fits import IN_HAND, Barred, Fits, Way, fits
from weighbridge.app.ledger.reserve import NOT_KEPT
from weighbridge.app.ledger.routes import LICENSE
from weighbridge.app.ledger.telling import number, tell
from weighbridge.app.request.document import read_document
from weighbridge.app.request.request import read_request
from weighbridge.cli.common import DAY, day, print_json
from weighbridge.cli.ledger.common import Desk, at_a_book_on_a_day
from weighbridge.cli.page import Page
from weighbridge.core.outcome import Outcome
from weighbridge.core.rulebook import BOOK, TRACKS
from weighbridge.core.text import Language, Text
from weighbridge.law.compiled import load_corpus

WHAT = Text("What is asked about is not named.", "未指定所詢物項。")
NAME_IT = Text(
    "--request FILE, or --chip, --destination and --consignee",
    "--request 檔案，或 --chip、--destination 與 --consignee",
)
HEAD = Text("{0}  {1} → {2}, {3} TPP each ({4})", "{0}  {1} → {2}，每單位 {3} TPP（{4}）")
UNITS = Text("{0} units", "{0} 單位")
ANY = Text("any number: it draws on no allocation", "不限：不使用任何配額")
BOUND = Text("bound by {0}", "受限於 {0}")
AS_APPLIED = Text("if a license is granted", "如獲許可")
IN_HAND_TOLD = Text("under license {0}", "依許可 {0}")
NOT_OPEN = Text("not open", "不可用")
OUTCOMES = {
    Outcome.INCOMPLETE: Text("Facts are missing ({0}); more ways may open.", "缺少事實（{0}），或有其他方式。"),
    Outcome.PROHIBITED: Text("The transaction is prohibited.", "本交易遭禁止。"),
    Outcome.NO_LICENSE_REQUIRED: Text("No license is required, and nothing is limited.", "無須許可，亦無限額。"),
    Outcome.NOT_SUBJECT_TO_THE_EAR: Text("The item is not subject to the EAR.", "物項不受 EAR 管轄。"),
}


@click.command("fits")
@click.option("--request", "request_file", type=click.File("rb"), help="The transaction, as for `determine`.")
@click.option("--chip", help="Or: the chip.")
@click.option("--destination", help="Or: where it goes.")
@click.option(
    "--consignee", help="Or: the ultimate consignee, taken to be located and headquartered there, without a parent."
)
@click.option("--license", "licenses", multiple=True, metavar="NUMBER", help="A license in hand that the book keeps.")
@click.option("--track", type=click.Choice(TRACKS), default=BOOK, show_default=True, help="The law that is asked.")
@click.option("--known-on", type=DAY, help="Only what had been published by this date.  [default: all that is encoded]")
@at_a_book_on_a_day
def fits_(
    desk: Desk,
    request_file: BinaryIO | None,
    chip: str | None,
    destination: str | None,
    consignee: str | None,
    licenses: tuple[str, ...],
    track: str,
    known_on: datetime | None,
) -> None:
    """How many units of an item may still go to a destination and consignee on a day, by each way.

    One unit is determined with what the ledger knows; each way that is open is then filled as far as its allocations
    reach. The ways are alternatives: what one takes, another that shares its accounts no longer has.
    """
    with desk.faults():
        corpus = load_corpus()
        if request_file:
            data = read_document(request_file.read())
        elif chip and destination and consignee:
            data = _plainly(chip, destination, consignee)
        else:
            raise RequestFaults([Fault("--request", "", WHAT, NAME_IT)])
        if "on" not in data or desk.given_on:
            data = {**data, "on": f"{desk.on}"}
        in_hand = [{"kind": "license", "number": number} for number in licenses]
        data = {**data, "authorizations": [*(data.get("authorizations") or []), *in_hand]}
        request = read_request(data, corpus.facts)
        with desk.opened() as store:
            found = fits(store, request, day(known_on) or corpus.horizon, track)
    if desk.json:
        print_json(_plain(found, desk.language))
    else:
        _page(found, request.item.label if request.item else "?", request.destination or "?", desk.language).print()


def _plainly(chip: str, destination: str, consignee: str) -> dict[str, Any]:
    """A sale of a chip from the United States to somebody of the destination, with no one else taking part."""
    at_home = dict.fromkeys(("location", "headquarters", "ultimate_parent_headquarters"), destination)
    return {
        "activity": "export",
        "item": {"chip": chip},
        "destination": destination,
        "origin": "US",
        "ultimate_consignee": {"name": consignee, **at_home},
        "intermediate_consignees": [],
        "end_use": ["civil"],
    }


def _page(found: Fits, item: str, destination: str, language: Language) -> Page:
    page = Page()
    page.line(HEAD.to(language).format(found.on, item, destination, found.unit_tpp or "?", found.track.name), bold=True)
    determination = found.track.determination
    if said := OUTCOMES.get(determination.outcome):
        page.line(said.to(language).format(", ".join(determination.missing)))
    for way in found.ways:
        page.line(_told(way, language), 2, mark=f"{way.name:<{len(IN_HAND)}}  ")
    for barred in found.barred:
        why = "; ".join(_why(barred, language))
        page.line(f"{NOT_OPEN.to(language)}: {why}", 2, mark=f"{barred.considered.symbol:<{len(IN_HAND)}}  ")
    for account in found.not_kept:
        page.line(NOT_KEPT.to(language).format(found.book, account))
    return page


def _told(way: Way, language: Language) -> str:
    if way.fit is None:
        return ANY.to(language)
    parts = [UNITS.to(language).format(number(way.units or 0))]
    if way.fit.refusal:
        parts.append(tell(way.fit.refusal).to(language))
    elif way.fit.bound_by:
        parts.append(BOUND.to(language).format(way.fit.bound_by))
    if way.number:
        parts.append(IN_HAND_TOLD.to(language).format(way.number))
    elif way.name == LICENSE and not way.fit.refusal:
        parts.append(AS_APPLIED.to(language))
    return "  ".join(parts)


def _why(barred: Barred, language: Language) -> Iterator[str]:
    for reason in barred.explainer.considered(barred.considered).because:
        if reason.truth is not True:
            yield f"{reason.text.to(language)}" + (f" ({reason.found})" if reason.found else "")


def _plain(found: Fits, language: Language) -> dict[str, Any]:
    return {
        "on": f"{found.on}",
        "track": found.track.name,
        "outcome": found.track.determination.outcome.value,
        "missing": list(found.track.determination.missing),
        "unit_tpp": found.unit_tpp,
        "ways": [
            {
                "way": way.name,
                "units": way.units,
                "license": way.number or None,
                "bound_by": (way.fit.bound_by or None) if way.fit else None,
                "refusal": way.fit.refusal.status if way.fit and way.fit.refusal else None,
            }
            for way in found.ways
        ],
        "not_kept": list(found.not_kept),
        "not_open": [
            {"way": barred.considered.symbol, "because": list(_why(barred, language))} for barred in found.barred
        ],
    }
