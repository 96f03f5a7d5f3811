"""`weighbridge ledger headroom|statement`: what is left, and how it came about."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from weighbridge.app.ledger.outlook import QUARTERS, WINDOW, Outlook, Quarter, outlooks
from weighbridge.app.ledger.telling import KINDS, number, tell, to_plain
from weighbridge.cli.common import print_json
from weighbridge.cli.ledger.common import REFUSED, Desk, at_a_book, at_a_book_on_a_day
from weighbridge.cli.ledger.wording import LAPSED, NO_ACCOUNT, ROOM, Bar, bar_of, binding_told, limit_told
from weighbridge.cli.page import Page
from weighbridge.core.text import Language, Text
from weighbridge.ledger.headroom import Headroom, Unanswered
from weighbridge.ledger.limit import Share
from weighbridge.ledger.statement import Line, statement

CELLS = 24
SPAN = len("2025-Q1 – 2025-Q4")
POSTED, PENDING, FREE = "█", "▒", "░"
LEGEND = Text(f"{POSTED} posted  {PENDING} pending  {FREE} left", f"{POSTED} 已過帳  {PENDING} 保留中  {FREE} 剩餘")
HEAD = Text("{0}  ({1})  posted {2}, pending {3}", "{0}（{1}）已過帳 {2}，保留中 {3}")
BALANCE = Text("posted {0}  pending {1}", "已過帳 {0}  保留中 {1}")
UNTIL = Text("until {0}", "至 {0}")


@click.command("headroom")
@click.argument("accounts", nargs=-1, metavar="[ACCOUNT…]")
@click.option("--quarters", type=click.IntRange(1, 20), default=QUARTERS, show_default=True, help="How many to show.")
@click.option(
    "--window",
    type=click.IntRange(1, 3660),
    default=WINDOW,
    show_default=True,
    help="Days that the rate is taken over.",
)
@click.option("--chart", type=click.Path(dir_okay=False, path_type=Path), help="Draw it as SVG into this file.")
@at_a_book_on_a_day
def headroom_(desk: Desk, accounts: tuple[str, ...], quarters: int, window: int, chart: Path | None) -> None:
    """What each account has left, quarter by quarter, and when its limit binds at the current rate.

    ACCOUNT is an id or the beginning of one: country/ shows every destination. Without any, the whole book is shown.
    """
    with desk.faults():
        with desk.opened() as store:
            found = outlooks(store, desk.on, accounts or ("",), quarters=quarters, window=window)
        if chart:
            from weighbridge.cli.ledger.headroom_svg import picture

            chart.write_text(picture(found, desk.book, desk.on, desk.language), encoding="utf-8")
    if desk.json:
        print_json([_plain(outlook, desk.language) for outlook in found])
        return
    page = Page()
    for outlook in found:
        _account(page, outlook, desk.language)
    page.heading(LEGEND.to(desk.language)) if found else page.line(NO_ACCOUNT.to(desk.language))
    page.print()


def _account(page: Page, outlook: Outlook, language: Language) -> None:
    standing = outlook.standing
    head = (standing.account, standing.limit.unit.value, number(standing.posted), number(standing.pending))
    page.heading(HEAD.to(language).format(*head))
    for name, room in _alike(outlook.quarters):
        page.line(_room_told(room, language), 2, mark=f"{name:<{SPAN}}  {_drawn(bar_of(room))}  ")
    for citation in dict.fromkeys(q.room.citation for q in outlook.quarters if isinstance(q.room, Headroom)):
        if citation:
            page.line(f"[{citation}]", 2)
    if outlook.lapsed:
        page.line(LAPSED.to(language).format(number(outlook.lapsed)), 2)
    if told := binding_told(outlook):
        page.line(told.to(language), 2)


def _alike(quarters: Iterable[Quarter]) -> Iterator[tuple[str, Headroom | Unanswered]]:
    """Quarters that follow each other and have the same to say, taken together."""
    for _, same in groupby(quarters, lambda each: _said(each.room)):
        group = list(same)
        name = group[0].name if len(group) == 1 else f"{group[0].name} – {group[-1].name}"
        yield name, group[0].room


def _said(room: Headroom | Unanswered) -> object:
    if isinstance(room, Headroom):
        return room.limit, room.remaining, room.citation
    return type(room)


def _room_told(room: Headroom | Unanswered, language: Language) -> str:
    if not isinstance(room, Headroom):
        return tell(room).to(language)
    if room.remaining is None:
        return number(room.posted)
    words = ROOM.to(language).format(number(room.remaining), limit_told(room.limit).to(language))
    return f"{words}  {UNTIL.to(language).format(room.last_day)}" if room.last_day else words


def _drawn(bar: Bar | None) -> str:
    """The bar in characters. Whatever there is of each part is seen, however little."""
    if bar is None or not bar.whole:
        return " " * CELLS
    used = min(CELLS - (bar.used < bar.whole), -(-bar.used * CELLS // bar.whole))
    posted = min(used - (bar.posted < bar.used), -(-bar.posted * CELLS // bar.whole))
    return POSTED * posted + PENDING * (used - posted) + FREE * (CELLS - used)


def _plain(outlook: Outlook, language: Language) -> dict[str, Any]:
    standing, told = outlook.standing, binding_told(outlook)
    return {
        "account": standing.account,
        "unit": standing.limit.unit.value,
        "kind": standing.limit.kind.value,
        "posted": standing.posted,
        "pending": standing.pending,
        "lapsed": outlook.lapsed,
        "quarters": [{"quarter": q.name, "from": f"{q.first}", **_room_plain(q, language)} for q in outlook.quarters],
        "rate": {"amount": outlook.rate.amount, "days": outlook.rate.days} if outlook.rate else None,
        "binding": told.to(language) if told else None,
        "binds_on": str(on) if (on := getattr(outlook.binding, "on", None)) else None,
    }


def _room_plain(each: Quarter, language: Language) -> dict[str, Any]:
    room = each.room
    if not isinstance(room, Headroom):
        return {**to_plain(room), "message": tell(room).to(language)}
    limit = room.limit
    return {
        "limit": list(limit) if isinstance(limit, Share) else limit,
        "remaining": room.remaining,
        "last_day": f"{room.last_day}" if room.last_day else None,
        "citation": room.citation,
    }


@click.command("statement")
@click.argument("account")
@at_a_book
def statement_(desk: Desk, account: str) -> None:
    """Every entry that touched ACCOUNT, in order, with the balance after it."""
    with desk.faults(), desk.opened() as store:
        known = store.standing(account) is not None
        lines = list(statement(store.entries(account=account), account))
    if not known:
        click.echo(NO_ACCOUNT.to(desk.language), err=True)
        sys.exit(REFUSED)
    if desk.json:
        print_json([_line_plain(line) for line in lines])
        return
    width = max(len(f"{line.entry.number:,}") for line in lines)
    for line in lines:
        click.echo(f"{line.entry.number:>{width},}  {_line_told(line, desk.language)}")


def _line_told(line: Line, language: Language) -> str:
    movement = line.entry.movement
    changes = [*_change(line.posted_by, POSTED), *_change(line.pending_by, PENDING)]
    parts = [str(movement.on), KINDS[movement.kind].to(language), movement.reservation or movement.key, *changes]
    parts.append(BALANCE.to(language).format(number(line.posted), number(line.pending)))
    if movement.expires:
        parts.append(UNTIL.to(language).format(movement.expires))
    parts += [f"{to} {id_}" for to, id_ in movement.references]
    parts += filter(None, (movement.reason, movement.authority))
    return "  ".join([*parts, movement.by])


def _change(by: int, mark: str) -> Iterator[str]:
    if by:
        yield f"{mark}{by:+,}"


def _line_plain(line: Line) -> dict[str, Any]:
    movement = line.entry.movement
    return {
        "number": line.entry.number,
        "on": f"{movement.on}",
        "kind": movement.kind.value,
        "key": movement.key,
        "by": movement.by,
        "posted_by": line.posted_by,
        "pending_by": line.pending_by,
        "posted": line.posted,
        "pending": line.pending,
        "reservation": movement.reservation or None,
        "expires": f"{movement.expires}" if movement.expires else None,
        "references": dict(movement.references),
        "reason": movement.reason or None,
        "authority": movement.authority or None,
    }
