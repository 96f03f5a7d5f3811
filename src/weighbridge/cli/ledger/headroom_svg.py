"""Headroom as a picture: for each account a bar a quarter, on a rail as long as the quarter's limit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from weighbridge.app.ledger.outlook import Outlook, Quarter
from weighbridge.app.ledger.telling import number, tell
from weighbridge.cli.ledger.wording import ROOM, Bar, bar_of, binding_told, limit_told
from weighbridge.cli.page import fold
from weighbridge.cli.svg import LINE, MARGIN, WIDE_LINE, Drawing
from weighbridge.core.text import Language, Text
from weighbridge.ledger.headroom import Headroom

BAR_LEFT, BAR_WIDTH = 108, 330
TITLE = Text("What is left: book {0}, {1}", "剩餘額度：帳簿 {0}，{1}")
LEGEND = (
    ("s2", Text("posted", "已過帳")),
    ("s1", Text("pending", "保留中")),
    ("rail", Text("left", "剩餘")),
)


def picture(found: Sequence[Outlook], book: str, on: date, language: Language) -> str:
    """The picture as SVG text, light or dark as the reader's system is."""
    title = TITLE.format(book, str(on)).to(language)
    drawing = _Headroom(title, language)
    drawing.text(title, MARGIN, "strong")
    drawing.y += LINE + LINE // 2
    for outlook in found:
        drawing.account(outlook)
    drawing.legend((style, text.to(language)) for style, text in LEGEND)
    return drawing.finished()


class _Headroom(Drawing):
    """The accounts one below the other."""

    def __init__(self, label: str, language: Language) -> None:
        super().__init__(label)
        self.language = language

    def account(self, outlook: Outlook) -> None:
        """One account: its quarters, all at one scale, and when its limit binds."""
        self.text(f"{outlook.standing.account}  ({outlook.standing.limit.unit.value})", MARGIN)
        self.y += LINE
        bars = [bar_of(each.room) for each in outlook.quarters]
        longest = max((bar.whole for bar in bars if bar), default=0)
        for each, bar in zip(outlook.quarters, bars, strict=True):
            self._quarter(each, bar, longest)
        told = binding_told(outlook)
        for line in fold(told.to(self.language), WIDE_LINE) if told else ():
            self.text(line, MARGIN, "dim")
            self.y += LINE - 4
        self.y += LINE // 2

    def _quarter(self, each: Quarter, bar: Bar | None, longest: int) -> None:
        self.text(each.name, MARGIN, "dim")
        beside = BAR_LEFT
        if bar and longest:
            posted, used, whole = (n * BAR_WIDTH // longest for n in (bar.posted, bar.used, bar.whole))
            self.rect("rail", BAR_LEFT, max(whole, 1))
            if bar.pending:
                self.rect("s1", BAR_LEFT, max(used, 2))
            if bar.posted:
                self.rect("s2", BAR_LEFT, max(posted, 1))
            beside += BAR_WIDTH + 12
        for line in fold(self._said(each), WIDE_LINE - beside // 7):
            self.text(line, beside, "dim")
            self.y += LINE - 2

    def _said(self, each: Quarter) -> str:
        room = each.room
        if not isinstance(room, Headroom):
            return tell(room).to(self.language)
        if room.remaining is None:
            return number(room.posted)
        return ROOM.to(self.language).format(number(room.remaining), limit_told(room.limit).to(self.language))
