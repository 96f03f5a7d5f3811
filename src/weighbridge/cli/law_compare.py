"""`weighbridge law compare`: the law of several days side by side, as a table, JSON or a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby, pairwise
from typing import TextIO

import click

from weighbridge.app.compare import SALE, Column, Comparison, Reach
from weighbridge.app.compare import compare as compare_days
from weighbridge.cli import wording as w
from weighbridge.cli.common import DAY, day, faults_as_exit_codes, format_option, language_option, print_json
from weighbridge.cli.page import Page, columns, fold
from weighbridge.core.outcome import PERMISSIVENESS
from weighbridge.core.text import Language, Text, same

LABEL, NARROWEST_COLUMN, GAP, NAMED, SHOWN_TAILS = 38, 19, 2, 6, 3
NONE = "–"

PARAGRAPHS = Text("Paragraphs in force", "有效之項目")
HOW_MANY = Text("{0} paragraphs", "{0} 項")
CHIPS = Text("Chips of the catalog caught", "受管制之目錄晶片")
CAUGHT, OF = Text("caught", "受管制"), Text("{0} of {1}", "{0}／{1}")
MAY_BE = Text("too little known to tell", "資料不足，無法認定")
NEW = Text("caught, and not in the column before", "較前一欄新增")
GONE = Text("caught in the column before, and not here", "較前一欄減少")
AND_MORE = Text("{0} and {1} more", "{0} 等，另 {1} 項")
DESTINATIONS = Text("Destinations reached by a license requirement", "許可要求所及之目的地")
CLASSIFIED, REACHED = Text("classified in", "分類"), Text("requirement applies", "適用許可要求")
RULED = Text("by the rules on advanced computing", "依先進運算規則者")
OWNED = Text("{0} with a parent in {1}", "{0}，母公司在 {1}")
WITH = Text("{0} ({1})", "{0}（{1}）")
EXCEPTIONS = Text("License exceptions and authorizations in force", "有效之許可例外與授權")
USABLE = Text(
    "In how many destinations each is usable in this sale: {0}. {1}: not in force.",
    "於此筆銷售中可使用之目的地數：{0}。{1}：未生效。",
)
IN_NONE = Text("0, in force for other cases", "0（適用於其他情形）")

Row = tuple[Text, tuple[Text, ...]]
Section = tuple[Text, list[Row]]


@click.command()
@click.argument("days", nargs=-1, required=True, type=DAY, metavar="DATE...")
@click.option("--known-on", type=DAY, help="Only what had been published by this date.  [default: all that is encoded]")
@click.option("--svg", type=click.File("w", encoding="utf-8", lazy=True), help="Also draw it into this file.")
@format_option
@language_option
def compare(
    days: tuple[datetime, ...], known_on: datetime | None, svg: TextIO | None, format_: str, language: Language
) -> None:
    """The law of each DATE in a column: what is controlled, which chips it catches, where it reaches, what lifts it."""
    with faults_as_exit_codes(format_, language):
        found = compare_days([when.date() for when in days], day(known_on))
    if svg is not None:
        from weighbridge.cli.compare_svg import picture

        svg.write(picture(found, language))
    if format_ == "json":
        print_json(found.to_plain(language))
        return
    page = Page()
    for columns_ in _in_blocks(found.columns, page.width):
        _table(page, found, columns_, language)
    page.blank()
    page.line(SALE.to(language))
    tiers = " / ".join(f"{r.probe.tier} {r.name}" for r in found.columns[0].reaches if not r.probe.parent)
    page.line(USABLE.to(language).format(tiers, NONE))
    page.print()


def _in_blocks(found: Sequence[Column], width: int) -> Iterator[Sequence[Column]]:
    """As many columns at a time as the page is wide for."""
    fits = max(1, (width - LABEL) // (NARROWEST_COLUMN + GAP))
    for start in range(0, len(found), fits):
        yield found[start : start + fits]


def _table(page: Page, found: Comparison, shown: Sequence[Column], language: Language) -> None:
    wide = (page.width - LABEL) // len(shown) - GAP
    page.blank()
    _row(page, "", [str(column.on) for column in shown], wide, bold=True)
    for heading, rows in sections(found, shown):
        page.heading(heading.to(language))
        for label, cells in rows:
            _row(page, f"  {label.to(language)}", [cell.to(language) for cell in cells], wide)


def _row(page: Page, label: str, cells: Sequence[str], wide: int, *, bold: bool = False) -> None:
    hang = " " * (len(label) - len(label.lstrip()))
    first = [line if i == 0 else hang + line for i, line in enumerate(fold(label, LABEL - GAP - len(hang)))]
    folded = [first, *(list(fold(cell, wide)) for cell in cells)]
    for line in range(max(map(len, folded))):
        parts = [part[line] if line < len(part) else "" for part in folded]
        widths = [LABEL - GAP, *(wide for _ in cells)]
        padded = [part + " " * (width - columns(part)) for part, width in zip(parts, widths, strict=True)]
        page.lines.append(click.style((" " * GAP).join(padded).rstrip(), bold=bold or None))


# --- what the table holds -----------------------------------------------------------------------------------------


def sections(found: Comparison, shown: Sequence[Column]) -> Iterator[Section]:
    """The rows of the table under their headings, with a cell for each day shown."""
    yield PARAGRAPHS, list(_paragraphs(shown))
    yield CHIPS, list(_chips(found, shown))
    for place, reach in enumerate(shown[0].reaches):
        heading = WITH.format(DESTINATIONS, _sold(reach))
        yield heading, list(_reached(found, [column.reaches[place] for column in shown]))
    yield EXCEPTIONS, list(_ways(shown))


def _sold(reach: Reach) -> Text:
    sold = same(f"{reach.probe.tier}: {reach.name}")
    return OWNED.format(sold, reach.parent) if reach.probe.parent else sold


def _paragraphs(shown: Sequence[Column]) -> Iterator[Row]:
    grouped = [
        {entry: list(names) for entry, names in groupby(column.paragraphs, lambda name: name.partition(".")[0])}
        for column in shown
    ]
    for entry in sorted({entry for column in grouped for entry in column}):
        yield same(entry), tuple(_tails(entry, column.get(entry, ())) for column in grouped)


def _tails(entry: str, names: Sequence[str]) -> Text:
    """The paragraphs of an entry without its number, or how many they are."""
    if len(names) > SHOWN_TAILS:
        return HOW_MANY.format(str(len(names)))
    return same(" ".join(name.removeprefix(entry) or name for name in names) or NONE)


def _chips(found: Comparison, shown: Sequence[Column]) -> Iterator[Row]:
    yield CAUGHT, tuple(OF.format(str(len(column.caught)), str(found.chips)) for column in shown)
    for name in sorted({name for column in shown for name in column.by_paragraph}):
        yield same(name), tuple(same(str(column.by_paragraph.get(name, 0))) for column in shown)
    yield MAY_BE, tuple(same(str(len(column.possible))) for column in shown)
    before = {later.on: earlier for earlier, later in pairwise(found.columns)}
    if before:
        yield NEW, tuple(_some(c.caught_beyond(before.get(c.on, c))) for c in shown)
        yield GONE, tuple(_some(before.get(c.on, c).caught_beyond(c)) for c in shown)


def _some(names: Sequence[str]) -> Text:
    listed = same(", ".join(names[:NAMED]) or NONE)
    return AND_MORE.format(listed, str(len(names) - NAMED)) if len(names) > NAMED else listed


def _reached(found: Comparison, reaches: Sequence[Reach]) -> Iterator[Row]:
    yield CLASSIFIED, tuple(same(", ".join(r.paragraphs) or NONE) for r in reaches)
    yield REACHED, tuple(OF.format(str(len(r.reached)), str(found.destinations)) for r in reaches)
    yield RULED, tuple(_named(r.ruled) for r in reaches)
    for outcome in PERMISSIVENESS:
        counts = [len(r.outcomes.get(outcome, ())) for r in reaches]
        if any(counts):
            yield w.OUTCOMES[outcome.value], tuple(same(str(count)) for count in counts)


def _named(places: Sequence[str]) -> Text:
    """How many destinations, and which where they are few."""
    count = same(str(len(places)))
    return WITH.format(count, same(" ".join(places))) if 0 < len(places) <= NAMED else count


def _ways(shown: Sequence[Column]) -> Iterator[Row]:
    by_symbol = [{way.symbol: way for way in column.ways} for column in shown]
    for symbol in sorted({symbol for column in by_symbol for symbol in column}):
        cells = []
        for column in by_symbol:
            counts = [len(places) for places in column[symbol].usable.values()] if symbol in column else []
            cells.append(same(" / ".join(map(str, counts))) if any(counts) else IN_NONE if counts else same(NONE))
        yield same(symbol), tuple(cells)
