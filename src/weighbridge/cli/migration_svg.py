"""Chips by days as a picture: a row for each chip, a column for each day, coloured by what the sale needs."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from weighbridge.app.migration import SALE, Migration, Standing
from weighbridge.cli.migration_words import LEGEND, NONE, UNKNOWN, cell, title
from weighbridge.cli.page import columns, fold
from weighbridge.core.outcome import Outcome, Policy
from weighbridge.core.text import Language, Text

MARGIN, ROW, DAY_WIDTH, CHARACTER, NARROWEST = 24, 26, 92, 7, 950
STYLE = """
  .page { fill: #ffffff; stroke: #d0d7de } .line { stroke: #d0d7de }
  text { fill: #1f2328 }
  text { font: 13px system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK TC', 'Microsoft JhengHei', sans-serif }
  .strong { font-weight: bold } .title { font-weight: bold; font-size: 17px } .dim { fill: #57606a }
  .middle { text-anchor: middle }
  .denied { fill: #ffcecb } .reviewed { fill: #ffe7a3 } .carried { fill: #aceebb } .open { fill: #dbe1e8 }
  .free { fill: #f3f5f7 } .early { opacity: 0.45 }
  @media (prefers-color-scheme: dark) {
    .page { fill: #0d1117; stroke: #30363d } .line { stroke: #30363d } text { fill: #e6edf3 } .dim { fill: #9198a1 }
    .denied { fill: #7a1f24 } .reviewed { fill: #6b4d00 } .carried { fill: #135a2b } .open { fill: #3d444d }
    .free { fill: #1b2129 }
  }
"""
DENIED = (Policy.PRESUMPTION_OF_DENIAL, Policy.POLICY_OF_DENIAL)
COLOURS = (
    ("denied", Text("license presumed denied, or prohibited", "推定否准或禁止")),
    ("reviewed", Text("license reviewed otherwise", "許可，另行審查")),
    ("carried", Text("exception usable", "可用例外或授權")),
    ("free", Text("no license", "無須許可")),
    ("open", Text("too little known", "資料不足")),
)


def picture(found: Migration, language: Language) -> str:
    """The picture as SVG text, light or dark as the reader's system is."""
    names = MARGIN + CHARACTER * max(columns(m.name) for m in found.migrants) + 16
    width = max(names + DAY_WIDTH * len(found.days) + MARGIN, NARROWEST)
    svg = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "width": str(width)})
    svg.set("aria-label", title(found, language))
    ET.SubElement(svg, "style").text = STYLE
    page = ET.SubElement(svg, "rect", {"class": "page", "x": "0.5", "y": "0.5", "width": str(width - 1), "rx": "8"})
    y = MARGIN + 12
    _text(svg, title(found, language), MARGIN, y, "title")
    y += ROW + 4
    for place, day in enumerate(found.days):
        _text(svg, str(day), names + DAY_WIDTH * place + DAY_WIDTH // 2, y, "strong middle")
    for migrant in found.migrants:
        y += ROW
        _text(svg, migrant.name, MARGIN, y)
        for place, standing in enumerate(migrant.standings):
            left = names + DAY_WIDTH * place
            early = "" if standing.released else " early"
            _box(svg, _colour(standing) + early, left + 2, y - 17, DAY_WIDTH - 4, ROW - 3)
            _text(svg, cell(standing).to(language), left + DAY_WIDTH // 2, y, f"middle{early}")
    y += ROW + 12
    x = MARGIN
    for colour, meaning in COLOURS:
        _box(svg, colour, x, y - 12, 14, 14)
        _text(svg, meaning.to(language), x + 20, y, "dim")
        x += 40 + CHARACTER * columns(meaning.to(language))
    for sentence in (LEGEND.to(language).format(NONE, UNKNOWN), SALE.to(language)):
        for line in fold(sentence, (width - 2 * MARGIN) // CHARACTER):
            y += ROW - 6
            _text(svg, line, MARGIN, y, "dim")
    height = y + MARGIN
    page.set("height", str(height - 1))
    svg.set("height", str(height))
    svg.set("viewBox", f"0 0 {width} {height}")
    ET.indent(svg)
    return ET.tostring(svg, encoding="unicode") + "\n"


def _colour(standing: Standing) -> str:
    """What the sale needs, as a class of the style."""
    match standing.outcome:
        case Outcome.EXCEPTION_AVAILABLE | Outcome.VEU_AUTHORIZATION:
            return "carried"
        case Outcome.LICENSE_REQUIRED:
            return "denied" if standing.review_policy in DENIED else "reviewed"
        case Outcome.PROHIBITED:
            return "denied"
        case Outcome.INCOMPLETE:
            return "open"
        case _:
            return "free"


def _text(svg: ET.Element, text: str, x: int, y: int, style: str = "") -> None:
    element = ET.SubElement(svg, "text", {"x": str(x), "y": str(y)})
    if style:
        element.set("class", style)
    element.text = text


def _box(svg: ET.Element, style: str, x: int, y: int, width: int, height: int) -> None:
    where = {"x": x, "y": y, "width": width, "height": height, "rx": 3}
    ET.SubElement(svg, "rect", {"class": style, **{name: str(value) for name, value in where.items()}})
