"""A picture as SVG, written downwards line by line, light or dark as the reader's system is."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from weighbridge.cli.page import columns

WIDTH, MARGIN, LINE, BAR_HEIGHT = 800, 24, 22, 14
WIDE_LINE = 110
"""How many columns of text fit between the margins."""

STYLE = """
  .page { fill: #ffffff; stroke: #d0d7de } .rail { fill: #eaeef2 }
  text { fill: #1f2328 }
  text { font: 14px system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK TC', 'Microsoft JhengHei', sans-serif }
  .strong { font-weight: bold; font-size: 18px } .dim { fill: #57606a; font-size: 13px }
  .s0 { fill: #cf222e } .s1 { fill: #bf8700 } .s2 { fill: #1a7f37 } .s3 { fill: #8c959f }
  @media (prefers-color-scheme: dark) {
    .page { fill: #0d1117; stroke: #30363d } .rail { fill: #21262d } text { fill: #e6edf3 } .dim { fill: #9198a1 }
    .s0 { fill: #f85149 } .s1 { fill: #d29922 } .s2 { fill: #3fb950 } .s3 { fill: #6e7681 }
  }
"""


class Drawing:
    """A page to write on. `y` is the line that is written on."""

    def __init__(self, label: str) -> None:
        self.svg = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "width": str(WIDTH)})
        self.svg.set("aria-label", label)
        ET.SubElement(self.svg, "style").text = STYLE
        edge = {"class": "page", "x": "0.5", "y": "0.5", "width": str(WIDTH - 1), "rx": "8"}
        self.page = ET.SubElement(self.svg, "rect", edge)
        self.y = MARGIN + LINE // 2

    def text(self, text: str, x: int, style: str = "") -> None:
        """Text on the current line."""
        element = ET.SubElement(self.svg, "text", {"x": str(x), "y": str(self.y)})
        if style:
            element.set("class", style)
        element.text = text

    def rect(self, style: str, x: int, width: int, height: int = BAR_HEIGHT) -> None:
        """A box that stands on the current line."""
        where = {"x": x, "y": self.y - height + 2, "width": width, "height": height}
        ET.SubElement(self.svg, "rect", {"class": style, **{name: str(value) for name, value in where.items()}})

    def legend(self, entries: Iterable[tuple[str, str]]) -> None:
        """What the colours say: for each style the words, one beside the other."""
        x = MARGIN
        for style, words in entries:
            self.rect(style, x, BAR_HEIGHT)
            self.text(words, x + BAR_HEIGHT + 6, "dim")
            x += BAR_HEIGHT + 28 + 7 * columns(words)
        self.y += LINE

    def finished(self) -> str:
        """The picture as text, as high as what was written on it."""
        height = self.y + MARGIN - LINE // 2
        self.page.set("height", str(height - 1))
        self.svg.set("height", str(height))
        self.svg.set("viewBox", f"0 0 {WIDTH} {height}")
        ET.indent(self.svg)
        return ET.tostring(self.svg, encoding="unicode") + "\n"
