"""Who owns a party, as a picture: owners above what they own, shares on the lines, listed parties marked in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree as ET

from weighbridge.app.ownership.owner import OwnerAnswer
from weighbridge.app.ownership.tracks import RuleOnTrack
from weighbridge.cli import owner_wording as w
from weighbridge.cli import wording
from weighbridge.cli.owner_layout import BOX_WIDTH, LINE_HEIGHT, PADDING, Layout, Point, layout
from weighbridge.cli.page import columns, fold
from weighbridge.core.text import Language, Text
from weighbridge.parties.ownership.diagram import Line, Node
from weighbridge.parties.ownership.graph import EntityKind
from weighbridge.parties.ownership.share import percent, percent_range

WIDTH, MARGIN, TIP, CIRCLE = 760, 24, 7, 52
NAME_COLUMNS, LINE_COLUMNS, WIDE_LINE = 24, 28, 104
"""How many columns of bold and of plain text fit in a box, and of plain text between the margins."""

STYLE = """
  .page { fill: #ffffff; stroke: #d0d7de } text { fill: #1f2328 }
  text { font: 13px system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK TC', 'Microsoft JhengHei', sans-serif }
  .strong { font-weight: bold } .head { font-weight: bold; font-size: 17px } .dim { fill: #57606a }
  .box { fill: #f6f8fa; stroke: #8c959f; stroke-width: 1 } .listed { fill: #ffebe9; stroke: #cf222e; stroke-width: 2.5 }
  .caught { fill: #fff8c5; stroke: #9a6700; stroke-width: 2 }
  .perhaps { fill: #fbefff; stroke: #8250df; stroke-width: 2; stroke-dasharray: 5 3 }
  .line { fill: none; stroke: #57606a; stroke-width: 1.4 } .back { stroke-dasharray: 6 4 } .label { fill: #ffffff }
  .tip { fill: #57606a }
  @media (prefers-color-scheme: dark) {
    .page { fill: #0d1117; stroke: #30363d } text { fill: #e6edf3 } .dim { fill: #9198a1 }
    .box { fill: #161b22; stroke: #6e7681 } .listed { fill: #3d1517; stroke: #f85149 }
    .caught { fill: #332600; stroke: #d29922 } .perhaps { fill: #271b3d; stroke: #a371f7 }
    .line { stroke: #9198a1 } .label { fill: #0d1117 } .tip { fill: #9198a1 }
  }
"""
TITLE = Text("Who owns {0}, {1}", "{0} 之持有人，{1}")
OWNS = Text("{0} owns {1} percent of {2}.", "{0} 持有 {2} 百分之 {1}。")
ON_LISTS = Text("on {0}", "列於 {0}")
ON_TRACK = Text("Affiliates rule, {0}: {1}", "關係企業規則，{0}：{1}")
REST = Text("{0} % not accounted for", "{0} % 持有人不明")
MORE = Text("{0} more owners not drawn", "另有 {0} 者未繪出")
LEGEND = (
    ("listed", Text("listed", "列名")),
    ("caught", Text("owned by half or more by listed parties", "列名者持有半數以上")),
    ("perhaps", Text("cannot be told", "無從判斷")),
    ("box", Text("not listed, as far as stated", "就所填資料，未列名")),
)


def picture(answer: OwnerAnswer, language: Language) -> str:
    """The picture as SVG text, light or dark as the reader's system is; its description says all that it shows."""
    return _Drawing(answer, language).text()


class _Drawing:
    def __init__(self, answer: OwnerAnswer, language: Language) -> None:
        self.answer = answer
        self.language: Language = language
        self.drawing = answer.diagram
        self.svg = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img"})
        self.svg.set("aria-labelledby", "title description")
        title = ET.SubElement(self.svg, "title", {"id": "title"})
        title.text = self.say(TITLE, answer.about.entity.name, answer.about.on)
        description = ET.SubElement(self.svg, "desc", {"id": "description"})
        description.text = " ".join(self._sentences())
        ET.SubElement(self.svg, "style").text = STYLE
        self.page = ET.SubElement(self.svg, "rect", {"class": "page", "x": "0.5", "y": "0.5", "rx": "8"})

    def say(self, text: Text, *parts: object) -> str:
        """The text in the reader's language, filled."""
        return text.to(self.language).format(*parts)

    def text(self) -> str:
        """Draw everything."""
        written = {entity: list(self._lines_in(node)) for entity, node in self.drawing.nodes.items()}
        heights = {entity: len(lines) * LINE_HEIGHT + 2 * PADDING for entity, lines in written.items()}
        y = self._headline(MARGIN + LINE_HEIGHT // 2)
        plan = layout(self.drawing, heights, y + LINE_HEIGHT, WIDTH, MARGIN)
        for line in self.drawing.lines:
            self._connect(plan, line)
        for entity, node in self.drawing.nodes.items():
            self._box(plan, node, written[entity])
        for line in self.drawing.lines:
            self._label(plan, line)
        bottom = self._legend(plan.bottom + 2 * LINE_HEIGHT)
        self.page.set("width", str(plan.width - 1))
        self.page.set("height", str(bottom - 1))
        self.svg.set("width", str(plan.width))
        self.svg.set("height", str(bottom))
        self.svg.set("viewBox", f"0 0 {plan.width} {bottom}")
        ET.indent(self.svg)
        return ET.tostring(self.svg, encoding="unicode") + "\n"

    # --- words ----------------------------------------------------------------------------------------

    def _sentences(self) -> Iterator[str]:
        """What the picture shows, for whoever does not see it."""
        yield from self._summary()
        names = {entity: node.entity.name for entity, node in self.drawing.nodes.items()}
        for line in self.drawing.lines:
            yield self.say(OWNS, names[line.owner], percent_range(line.share), names[line.owned])
        for node in self.drawing.nodes.values():
            yield f"{node.entity.name}: {'; '.join(words for words, _ in self._about(node))}."
        yield from self._rules()

    def _summary(self) -> Iterator[str]:
        found = self.answer.about.ownership
        at = percent(found.threshold)
        yield self.say(w.REACHED[found.reached][0], percent_range(found.share), at)
        for words, share, truth in (
            (w.BY_CASCADE, found.cascaded, found.by_cascade),
            (w.BY_PRODUCT, found.multiplied, found.by_multiplication),
        ):
            yield self.say(words, percent_range(share), self.say(w.REACHES[truth], at))

    def _rules(self) -> Iterator[str]:
        at = percent(self.answer.about.ownership.threshold)
        for rule in self.answer.tracks:
            yield self.say(ON_TRACK, self.say(wording.TRACKS[rule.track]), self._told(rule, at))

    def _told(self, rule: RuleOnTrack, at: str) -> str:
        if rule.provision:
            told = self.say(w.REQUIRED[rule.required][0], at)
            return f"{told} ({self.say(w.NOT_CERTAIN)})" if rule.uncertain else told
        return self.say(w.STAYED if rule.suspended else w.NO_RULE)

    def _lines_in(self, node: Node) -> Iterator[tuple[str, str]]:
        """What stands in a box, line by line, each with its style."""
        yield from ((line, "strong") for line in fold(node.entity.name, NAME_COLUMNS))
        for words, style in self._about(node):
            yield from ((line, style) for line in fold(words, LINE_COLUMNS))

    def _about(self, node: Node) -> Iterator[tuple[str, str]]:
        kind = "" if node.entity.kind is EntityKind.COMPANY else self.say(w.KINDS[node.entity.kind.value])
        lists = self.say(ON_LISTS, ", ".join(node.lists)) if node.lists else ""
        seat = node.entity.headquarters or ("" if kind else self.say(w.NO_SEAT))
        yield " · ".join(filter(None, (seat, kind, lists))), ""
        if node.listed is None:
            yield self.say(w.PERHAPS), ""
        elif not node.listed and node.cascaded.high:
            yield self.say(w.LISTED_SHARE, percent_range(node.cascaded)), ""
        if node.rest and node.open_rest and not node.listed:
            yield self.say(REST, percent(node.rest)), "dim"
        if node.left_out:
            yield self.say(MORE, node.left_out), "dim"

    # --- shapes ---------------------------------------------------------------------------------------

    def _headline(self, y: int) -> int:
        entity = self.answer.about.entity
        first, *others = self._summary()
        self._write(f"{entity.name}, {self.answer.about.on}", MARGIN, y, "head")
        for words, style in ((first, "strong"), *((other, "dim") for other in others)):
            for line in fold(words, WIDE_LINE):
                y += LINE_HEIGHT + 2
                self._write(line, MARGIN, y, style)
        return y

    def _write(self, words: str, x: int, y: int, style: str = "", anchor: str = "") -> None:
        element = ET.SubElement(self.svg, "text", {"x": str(x), "y": str(y)})
        if style:
            element.set("class", style)
        if anchor:
            element.set("text-anchor", anchor)
        element.text = words

    def _box(self, plan: Layout, node: Node, lines: list[tuple[str, str]]) -> None:
        box = plan.boxes[node.entity.id]
        where = {"x": box.x, "y": box.y, "width": BOX_WIDTH, "height": box.height, "rx": 6}
        ET.SubElement(self.svg, "rect", {"class": _style(node), **{name: str(v) for name, v in where.items()}})
        for i, (words, style) in enumerate(lines, start=1):
            self._write(words, box.middle, box.y + PADDING + i * LINE_HEIGHT - 5, style, "middle")

    def _connect(self, plan: Layout, line: Line) -> None:
        if plan.circles(line):
            (leaves, below), (arrives, above) = plan.way(line)
            deep = max(below, above) + CIRCLE
            path = f"M {leaves} {below} C {leaves} {deep}, {arrives} {deep}, {arrives} {above + TIP}"
            ET.SubElement(self.svg, "path", {"class": "line back", "d": path})
            self._tip(arrives, above + TIP, above + 1)
            return
        *before, (x, y) = plan.way(line)
        points = [*before, (x, y - TIP)]
        path = f"M {points[0][0]} {points[0][1]}" + "".join(_bend(*pair) for pair in pairwise(points))
        ET.SubElement(self.svg, "path", {"class": "line", "d": path})
        self._tip(x, y - TIP, y - 1)

    def _tip(self, x: int, begins: int, ends: int) -> None:
        corners = f"{x - 4},{begins} {x + 4},{begins} {x},{ends}"
        ET.SubElement(self.svg, "polygon", {"class": "tip", "points": corners})

    def _label(self, plan: Layout, line: Line) -> None:
        """The share, at that end of the line where there are fewer others."""
        (leaves, below), *_, (arrives, above) = plan.way(line)
        x, y = (leaves, below + 38) if plan.crowded(line) or plan.circles(line) else (arrives, above)
        words = f"{percent_range(line.share)} %"
        width = 7 * columns(words) + 6
        where = {"x": x - width // 2, "y": y - 28, "width": width, "height": 17}
        ET.SubElement(self.svg, "rect", {"class": "label", **{name: str(v) for name, v in where.items()}})
        self._write(words, x, y - 15, "strong", "middle")

    def _legend(self, y: int) -> int:
        x = MARGIN
        for style, text in LEGEND:
            words = self.say(text)
            ET.SubElement(
                self.svg,
                "rect",
                {"class": style, "x": str(x), "y": str(y - 11), "width": "18", "height": "13", "rx": "3"},
            )
            self._write(words, x + 25, y, "dim")
            x += 44 + 7 * columns(words)
        y += 4
        for rule in self._rules():
            for line in fold(rule, WIDE_LINE):
                y += LINE_HEIGHT
                self._write(line, MARGIN, y)
        return y + MARGIN


def _bend(begins: Point, ends: Point) -> str:
    """A curve that leaves and arrives upright."""
    (x, y), (to_x, to_y) = begins, ends
    bend = max(28, abs(to_y - y) // 2)
    return f" C {x} {y + bend}, {to_x} {to_y - bend}, {to_x} {to_y}"


def _style(node: Node) -> str:
    if node.listed:
        return "listed"
    if node.listed is None or node.counts_whole is None:
        return "perhaps"
    return "caught" if node.counts_whole else "box"
