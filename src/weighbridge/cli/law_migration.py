"""`weighbridge law migration`: how chips move through the days of the rule, as a table, JSON or a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TextIO

import click

from weighbridge.app.migration import CHINA, NOTABLE, SALE, Migration, migrate
from weighbridge.cli.common import DAY, day, faults_as_exit_codes, format_option, language_option, print_json
from weighbridge.cli.migration_words import LEGEND, NONE, UNKNOWN, cell, title
from weighbridge.cli.page import Page, columns
from weighbridge.core.rulebook import BOOK, TRACKS
from weighbridge.core.text import Language

NARROWEST_NAME, NARROWEST_CELL, GAP = 16, 11, 2


@click.command()
@click.argument("days", nargs=-1, required=True, type=DAY, metavar="DATE...")
@click.option("--chip", "chips", multiple=True, help="A chip of the catalog; repeatable.  [default: the notable ones]")
@click.option("--to", "destination", default=CHINA, show_default=True, help="The destination of the sale.")
@click.option("--track", type=click.Choice(TRACKS), default=BOOK, help="As written (book) or as enforced.")
@click.option("--known-on", type=DAY, help="Only what had been published by this date.  [default: all that is encoded]")
@click.option("--svg", type=click.File("w", encoding="utf-8", lazy=True), help="Also draw it into this file.")
@format_option
@language_option
def migration(
    days: tuple[datetime, ...],
    chips: tuple[str, ...],
    destination: str,
    track: str,
    known_on: datetime | None,
    svg: TextIO | None,
    format_: str,
    language: Language,
) -> None:
    """How chips move through the rule: each in its paragraph on each DATE, and what a sale to one destination needs."""
    with faults_as_exit_codes(format_, language):
        on = [when.date() for when in days]
        found = migrate(on, chips or NOTABLE, day(known_on), track, destination)
    if svg is not None:
        from weighbridge.cli.migration_svg import picture

        svg.write(picture(found, language))
    if format_ == "json":
        print_json(found.to_plain())
        return
    page = Page()
    page.line(title(found, language), bold=True)
    for first, last in _blocks(found, page.width):
        _table(page, found, first, last, language)
    page.blank()
    page.line(SALE.to(language))
    page.line(LEGEND.to(language).format(NONE, UNKNOWN))
    page.print()


def _blocks(found: Migration, width: int) -> Iterator[tuple[int, int]]:
    """As many days at a time as the page is wide for."""
    fits = max(1, (width - _name_width(found) + GAP) // (_cell_width(found) + GAP))
    for first in range(0, len(found.days), fits):
        yield first, min(first + fits, len(found.days))


def _cell_width(found: Migration) -> int:
    return max(NARROWEST_CELL, *(columns(cell(s).to("en")) for m in found.migrants for s in m.standings))


def _name_width(found: Migration) -> int:
    return max(NARROWEST_NAME, *(columns(m.name) for m in found.migrants)) + GAP


def _table(page: Page, found: Migration, first: int, last: int, language: Language) -> None:
    page.blank()
    page.line(_row(found, "", [str(day) for day in found.days[first:last]]), bold=True)
    for migrant in found.migrants:
        page.line(_row(found, migrant.name, [cell(s).to(language) for s in migrant.standings[first:last]]))


def _row(found: Migration, name: str, cells: Sequence[str]) -> str:
    padded = [text + " " * (_cell_width(found) - columns(text)) for text in cells]
    return (name + " " * (_name_width(found) - columns(name)) + (" " * GAP).join(padded)).rstrip()
