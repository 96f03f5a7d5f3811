"""`weighbridge law timeline`: the documents that make the law, drawn over the years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

import click

from weighbridge.app.timeline import Bar, Timeline
from weighbridge.app.timeline import timeline as timeline_of
from weighbridge.cli.common import format_option, language_option, print_json
from weighbridge.cli.page import Page, columns
from weighbridge.core.text import Language, Text

NARROWEST, WIDE, SHORT_LABEL, LONG_LABEL = 80, 110, 16, 28

PUBLISHED, EFFECTIVE, BOTH, COMPLIANCE, ENDS = "○", "●", "◉", "◆", "✕"
IN_FORCE, NOT_YET_BINDING, NOT_ENFORCED, STAYED = "━", "╌", "░", "▒"
GOES_ON, STOOD_BEFORE, HORIZON, YEAR, CHANGE = "▶", "◀", "│", "┬", "•"
CROSSED = {IN_FORCE: "┿", NOT_YET_BINDING: "┿", NOT_ENFORCED: HORIZON, STAYED: HORIZON}
"""What the horizon looks like where a bar crosses it."""
A_DAY = timedelta(days=1)
UNBROKEN = "\u00a0"
COLOURS = {
    PUBLISHED: "cyan",
    EFFECTIVE: "green",
    BOTH: "green",
    COMPLIANCE: "yellow",
    ENDS: "red",
    NOT_ENFORCED: "magenta",
    STAYED: "red",
    HORIZON: "blue",
}
LEGEND = (
    (PUBLISHED, Text("published", "公布")),
    (EFFECTIVE, Text("takes effect", "生效")),
    (BOTH, Text("both, too close to draw apart", "公布與生效相近")),
    (COMPLIANCE, Text("compliance required", "應予遵循")),
    (IN_FORCE, Text("in force", "有效")),
    (NOT_YET_BINDING, Text("in effect, not yet binding", "已生效、尚無須遵循")),
    (NOT_ENFORCED, Text("not enforced", "不執行")),
    (STAYED, Text("stayed", "停止適用")),
    (ENDS, Text("superseded", "被取代")),
    (GOES_ON, Text("no end known", "未知終日")),
    (STOOD_BEFORE, Text("stood before", "先前即存在")),
    (CHANGE, Text("a provision or a value changes", "條文或數值變更")),
)
LAST_CHECKED = Text("checked up to {0}", "查核至 {0}")
CHANGES = Text("changes", "變更")
NOT_ENCODED = Text("* noted, but not part of the answers", "* 僅註記，未納入答覆")
SPANS = Text("Suspended", "暫停")
NO_END = Text("no end known", "未知終日")
SPAN = Text("{0} {1} {2}, from {3} until {4}: {5} [{6}]", "{0} {1} {2}，自 {3} 至 {4}：{5} [{6}]")
EVENTS = Text("Events", "事件")


@click.command()
@click.option("--events", is_flag=True, help="List every event below the picture.")
@format_option
@language_option
def timeline(events: bool, format_: str, language: Language) -> None:
    """The documents that make the law, as bars over the years, and how far the encoded law was checked."""
    found = timeline_of()
    if format_ == "json":
        print_json(found.to_plain(language))
        return
    page = Page()
    page.width = max(NARROWEST, page.width)
    page.lines += (_coloured(row) for row in drawn(found, page.width, language))
    page.blank()
    legend = [*(f"{glyph} {text.to(language)}" for glyph, text in LEGEND)]
    legend += [f"{HORIZON} {LAST_CHECKED.to(language).format(found.horizon)}", NOT_ENCODED.to(language)]
    page.line("; ".join(entry.replace(" ", UNBROKEN) for entry in legend))
    _spans(page, found, language)
    if events:
        _events(page, found, language)
    page.print()


def drawn(found: Timeline, width: int, language: Language) -> Iterator[str]:
    """The picture, row by row, each at most `width` columns wide."""
    label = SHORT_LABEL if width < WIDE else LONG_LABEL
    scale = _Scale(found, width - label - 1)
    yield from (_labelled("", label, row) for row in scale.axis())
    for bar in found.bars:
        name = bar.instrument.citation.cite + ("" if bar.instrument.encoded else "*")
        yield _labelled(name, label, _bar(bar, scale))
    cells = scale.empty()
    for event in found.events:
        if event.kind in ("provision_begins", "provision_ends", "value_changes"):
            cells[scale.cell(event.day)] = CHANGE
    yield _labelled(CHANGES.to(language), label, "".join(cells))


class _Scale:
    """Which cell of a row a day falls in: whole years from edge to edge."""

    def __init__(self, found: Timeline, cells: int) -> None:
        self.first = found.first.replace(month=1, day=1)
        self.years = range(found.first.year, found.last.year + 1)
        self.end = found.last.replace(year=found.last.year + 1, month=1, day=1)
        self.cells = cells
        self.horizon = self.cell(found.horizon)

    def cell(self, day: date) -> int:
        """The cell of a day; days beyond an edge fall in the cell at that edge."""
        place = (day - self.first).days * self.cells // (self.end - self.first).days
        return max(0, min(self.cells - 1, place))

    def empty(self) -> list[str]:
        """A row with nothing but the horizon."""
        return [HORIZON if cell == self.horizon else " " for cell in range(self.cells)]

    def axis(self) -> Iterator[str]:
        """The years, and a tick where each begins."""
        starts = [(self.cell(self.first.replace(year=year)), year) for year in self.years]
        years, ticks = [" "] * self.cells, ["─"] * self.cells
        for cell, year in starts:
            years[cell : cell + len(str(year))] = str(year)
            ticks[cell] = YEAR
        ticks[self.horizon] = "┼"
        yield "".join(years[: self.cells])
        yield "".join(ticks)


def _bar(bar: Bar, scale: _Scale) -> str:
    life, cells = bar.life, scale.empty()
    if bar.since or bar.stood_before:
        begin = scale.cell(bar.since) if bar.since else 0
        end = scale.cell(bar.until) if bar.until else scale.cells - 1
        _shade(cells, begin, end, IN_FORCE)
        if life.compliance:
            _shade(cells, begin, scale.cell(life.compliance), NOT_YET_BINDING)
        for spans, glyph in ((life.not_enforced, NOT_ENFORCED), (life.stayed, STAYED)):
            for span in spans:
                last = scale.cell(span.until - A_DAY) if span.until else end
                _shade(cells, scale.cell(span.since), last, glyph)
        cells[end] = ENDS if bar.until else GOES_ON
    for day, glyph in (
        (life.published, PUBLISHED),
        (life.effective, EFFECTIVE),
        (life.compliance, COMPLIANCE),
    ):
        if day:
            cell = scale.cell(day)
            cells[cell] = BOTH if (glyph, cells[cell]) == (EFFECTIVE, PUBLISHED) else glyph
    if bar.stood_before:
        cells[0] = STOOD_BEFORE
    if cells[scale.horizon] in CROSSED:
        cells[scale.horizon] = CROSSED[cells[scale.horizon]]
    return "".join(cells)


def _shade(cells: list[str], begin: int, end: int, glyph: str) -> None:
    for cell in range(begin, end + 1):
        cells[cell] = glyph


def _labelled(name: str, width: int, row: str) -> str:
    while columns(name) > width:
        name = name.rstrip("…")[:-1] + "…"
    return f"{name}{' ' * (width - columns(name))} {row}".rstrip()


def _coloured(row: str) -> str:
    runs = ((colour, "".join(run)) for colour, run in groupby(row, COLOURS.get))
    return "".join(click.style(run, fg=colour) if colour else run for colour, run in runs)


def _spans(page: Page, found: Timeline, language: Language) -> None:
    """Stretches whose ends a picture cannot give to the day."""
    rows = [
        (bar, span, glyph, word)
        for bar in found.bars
        for spans, glyph, word in ((bar.life.not_enforced, NOT_ENFORCED, 6), (bar.life.stayed, STAYED, 7))
        for span in spans
    ]
    if rows:
        page.heading(SPANS.to(language))
    for bar, span, glyph, word in rows:
        cite, text = bar.instrument.citation.cite, LEGEND[word][1].to(language)
        until = str(span.until or NO_END.to(language))
        shown = SPAN.to(language).format(glyph, cite, text, span.since, until, span.scope.to(language), span.source)
        page.line(shown, 2)


def _events(page: Page, found: Timeline, language: Language) -> None:
    page.heading(EVENTS.to(language))
    for event in found.events:
        page.line(f"{event.day}  {event.text.to(language)} [{event.citation}]", 2)
