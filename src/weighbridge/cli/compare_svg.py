"""The comparison of days as a picture: for each day bars of chips and destinations, and the exceptions in force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from weighbridge.app.compare import SALE, Column, Comparison, Reach
from weighbridge.cli.page import fold
from weighbridge.cli.svg import LINE, MARGIN, WIDE_LINE, Drawing
from weighbridge.core.outcome import Outcome
from weighbridge.core.text import Language, Text

BAR_LEFT, BAR_WIDTH = 308, 360

TITLE = Text("The law of {0}", "{0} 之法規")
CHIPS = Text("Chips caught", "受管制晶片")
OF = Text("{0} of {1}", "{0}／{1}")
REACHED = Text("Destinations for {0}", "{0} 所及之目的地")
OWNED = Text("{0} with a parent in {1}", "{0}，母公司在 {1}")
USABLE = Text("Exceptions usable in this sale: {0}", "此筆銷售可用之例外：{0}")
OTHERS = Text("In force for other cases: {0}", "適用於其他情形：{0}")
NONE = Text("none", "無")
LEFT_OUT = Text(
    "Destinations where an embargo or another rule alone requires a license are not counted.",
    "僅因禁運或其他規定而須許可之目的地不計入。",
)
LEGEND = (
    ("s0", Text("license required or prohibited", "須申請許可或禁止")),
    ("s2", Text("exception usable", "可用例外或授權")),
    ("s3", Text("facts missing", "缺少事實")),
    ("rail", Text("no license required", "無須許可")),
)
REACH_SEGMENTS = (
    ("s0", (Outcome.LICENSE_REQUIRED, Outcome.PROHIBITED)),
    ("s2", (Outcome.EXCEPTION_AVAILABLE, Outcome.VEU_AUTHORIZATION)),
    ("s3", (Outcome.INCOMPLETE,)),
)


def picture(found: Comparison, language: Language) -> str:
    """The picture as SVG text, light or dark as the reader's system is."""
    days = ", ".join(str(column.on) for column in found.columns)
    drawing = _Comparing(TITLE.to(language).format(days), language)
    for column in found.columns:
        drawing.day(column, found)
    drawing.foot()
    return drawing.finished()


class _Comparing(Drawing):
    """The days one below the other."""

    def __init__(self, label: str, language: Language) -> None:
        super().__init__(label)
        self.language = language

    def day(self, column: Column, found: Comparison) -> None:
        """One day: its bars and its exceptions."""
        self.text(str(column.on), MARGIN, "strong")
        self.y += LINE + 4
        caught = len(column.caught)
        self.bar(CHIPS, [("s1", caught)], caught, found.chips)
        for reach in column.reaches:
            name = OWNED.format(reach.name, reach.parent) if reach.probe.parent else REACHED.format(reach.name)
            self.bar(name, list(_segments(reach)), len(reach.ruled), found.destinations)
        self.paragraph(USABLE, [way.symbol for way in column.ways if any(way.usable.values())])
        self.paragraph(OTHERS, [way.symbol for way in column.ways if not any(way.usable.values())], "dim")
        self.y += LINE

    def bar(self, label: Text, segments: Sequence[tuple[str, int]], counted: int, of: int) -> None:
        """A bar of segments on a rail, with its label before it and the count behind it."""
        self.text(label.to(self.language), MARGIN)
        self.rect("rail", BAR_LEFT, BAR_WIDTH)
        ends = [total * BAR_WIDTH // of for total in accumulate((count for _, count in segments), initial=0)]
        for (style, count), begin, end in zip(segments, ends, ends[1:], strict=False):
            if count:
                self.rect(style, BAR_LEFT + begin, max(1, end - begin))
        self.text(OF.to(self.language).format(counted, of), BAR_LEFT + BAR_WIDTH + 12)
        self.y += LINE

    def paragraph(self, sentence: Text, symbols: Sequence[str], style: str = "") -> None:
        """A sentence about exceptions, folded; wide characters count double."""
        words = sentence.to(self.language).format(", ".join(symbols) or NONE.to(self.language))
        for line in fold(words, WIDE_LINE):
            self.text(line, MARGIN, style)
            self.y += LINE - 2

    def foot(self) -> None:
        """What the colours say, and which sale the destinations were asked about."""
        self.legend((style, text.to(self.language)) for style, text in LEGEND)
        said = (SALE.to(self.language), LEFT_OUT.to(self.language))
        for line in (line for sentence in said for line in fold(sentence, WIDE_LINE)):
            self.text(line, MARGIN, "dim")
            self.y += LINE - 4


def _segments(reach: Reach) -> Iterator[tuple[str, int]]:
    """How many destinations each colour stands for: those where a rule on advanced computing requires a license."""
    counted = {*reach.ruled, *reach.undecided}
    for style, outcomes in REACH_SEGMENTS:
        yield style, sum(place in counted for outcome in outcomes for place in reach.outcomes.get(outcome, ()))
