"""Where the entities of an ownership drawing stand: owners above what they own, rows centered, lines kept apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from weighbridge.parties.ownership.diagram import Diagram, Line

BOX_WIDTH, GAP, MOST_IN_ROW = 196, 28, 6
LINE_HEIGHT, PADDING, BETWEEN_ROWS = 18, 10, 72


@dataclass(frozen=True, slots=True)
class Box:
    """A box on the page, by its upper left corner."""

    x: int
    y: int
    height: int

    @property
    def middle(self) -> int:
        """The middle of the box from the left."""
        return self.x + BOX_WIDTH // 2


@dataclass(frozen=True)
class Layout:
    """The boxes by entity, and the page's size in all."""

    boxes: Mapping[str, Box]
    width: int
    bottom: int

    def leaves(self, lines: Sequence[Line], line: Line) -> int:
        """Where along the bottom of the owner's box a line leaves: in the order of where it goes."""
        siblings = sorted((x for x in lines if x.owner == line.owner), key=lambda x: self.boxes[x.owned].middle)
        return _spread(self.boxes[line.owner], siblings.index(line), len(siblings))

    def crowded(self, lines: Sequence[Line], line: Line) -> bool:
        """Whether more lines arrive where this one does than leave where it leaves."""
        return sum(x.owned == line.owned for x in lines) > sum(x.owner == line.owner for x in lines)

    def arrives(self, lines: Sequence[Line], line: Line) -> int:
        """Where along the top of the owned box a line arrives: in the order of where it comes from."""
        siblings = sorted((x for x in lines if x.owned == line.owned), key=lambda x: self.boxes[x.owner].middle)
        return _spread(self.boxes[line.owned], siblings.index(line), len(siblings))


def _spread(box: Box, place: int, of: int) -> int:
    return box.x + BOX_WIDTH * (place + 1) // (of + 1)


def layout(drawing: Diagram, heights: Mapping[str, int], top: int, narrowest: int, margin: int) -> Layout:
    """Place the entities: the party at the bottom, every owner in a row above; long rows are broken."""
    rows: list[list[str]] = []  # Within a row the owners of one entity stand together, as they were found.
    for height in range(1 + max(node.row for node in drawing.nodes.values())):
        members = [entity for entity, node in drawing.nodes.items() if node.row == height]
        rows += [members[i : i + MOST_IN_ROW] for i in range(0, len(members), MOST_IN_ROW)]
    widest = max(len(row) * (BOX_WIDTH + GAP) - GAP for row in rows)
    width = max(narrowest, widest + 2 * margin)
    boxes: dict[str, Box] = {}
    y = top
    for row in reversed(rows):
        tallest = max(heights[entity] for entity in row)
        x = (width - (len(row) * (BOX_WIDTH + GAP) - GAP)) // 2
        for entity in row:
            boxes[entity] = Box(x, y + tallest - heights[entity], heights[entity])
            x += BOX_WIDTH + GAP
        y += tallest + BETWEEN_ROWS
    return Layout(boxes, width, y - BETWEEN_ROWS)
