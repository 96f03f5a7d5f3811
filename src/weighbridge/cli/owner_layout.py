"""Where the entities of an ownership drawing stand: owners above what they own, and lines led past the boxes between.

Rows with slots for the lines that pass them, each row ordered by the middle of what it owns below (K. Sugiyama, S.
Tagawa and M. Toda, Methods for visual understanding of hierarchical system structures, 1981).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from weighbridge.parties.ownership.diagram import Diagram, Line

BOX_WIDTH, SLOT_WIDTH, GAP, MOST_IN_ROW = 196, 12, 28, 6
LINE_HEIGHT, PADDING, BETWEEN_ROWS = 18, 10, 72

Point = tuple[int, int]
Item = str | tuple[str, str]
"""What stands in a row: an entity, or the owner and the owned of a line that passes."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box on the page, by its upper left corner."""

    x: int
    y: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """Where the box ends."""
        return self.y + self.height

    @property
    def middle(self) -> int:
        """The middle of the box from the left."""
        return self.x + self.width // 2


@dataclass(frozen=True)
class Layout:
    """The boxes by entity, what each line passes on its way down, and the page's size in all."""

    boxes: Mapping[str, Box]
    slots: Mapping[tuple[str, str], Sequence[Box]]
    lines: Sequence[Line]
    width: int
    bottom: int

    def circles(self, line: Line) -> bool:
        """Whether a line does not lead down, so that it is drawn below both boxes."""
        return self.boxes[line.owner].bottom >= self.boxes[line.owned].y

    def way(self, line: Line) -> tuple[Point, ...]:
        """The points of a line: from the owner's bottom past every row between to the top of the owned.

        One that circles ends at the bottom of the owned.
        """
        owner, owned = self.boxes[line.owner], self.boxes[line.owned]
        leaving = sorted((x for x in self.lines if x.owner == line.owner), key=lambda x: self._heads_for(x, 0))
        if self.circles(line):
            begins = (_spread(owner, leaving.index(line), len(leaving)), owner.bottom)
            return (begins, (owned.x + SLOT_WIDTH * (1 + self._circling(line)), owned.bottom))
        arrives = [x for x in self.lines if x.owned == line.owned and not self.circles(x)]
        arriving = sorted(arrives, key=lambda x: self._heads_for(x, -1))
        begins = (_spread(owner, leaving.index(line), len(leaving)), owner.bottom)
        ends = (_spread(owned, arriving.index(line), len(arriving)), owned.y)
        passed = [(x, y) for s in self._slots(line) for x, y in ((s.middle, s.y), (s.middle, s.y + s.height))]
        return (begins, *passed, ends)

    def _circling(self, line: Line) -> int:
        """How many circling lines end at the same box before this one."""
        return [x for x in self.lines if x.owned == line.owned and self.circles(x)].index(line)

    def _slots(self, line: Line) -> Sequence[Box]:
        return self.slots.get((line.owner, line.owned), ())

    def _heads_for(self, line: Line, end: int) -> int:
        """How far from the left the next thing on a line's way stands, seen from one of its ends."""
        slots = self._slots(line)
        return (slots[end] if slots else self.boxes[line.owner if end else line.owned]).middle

    def crowded(self, line: Line) -> bool:
        """Whether more lines arrive where this one does than leave where it leaves."""
        return sum(x.owned == line.owned for x in self.lines) > sum(x.owner == line.owner for x in self.lines)


def _spread(box: Box, place: int, of: int) -> int:
    return box.x + box.width * (place + 1) // (of + 1)


def layout(drawing: Diagram, heights: Mapping[str, int], top: int, narrowest: int, margin: int) -> Layout:
    """Place the entities: the party at the bottom, every owner in a row above; long rows are broken."""
    rows = _rows(drawing)
    row_of = {entity: i for i, row in enumerate(rows) for entity in row}
    filled: list[list[Item]] = [list(row) for row in rows]
    below: dict[Item, list[Item]] = {}
    for line in drawing.lines:
        passed = range(row_of[line.owned] + 1, row_of[line.owner])
        for row in passed:
            filled[row].append((line.owner, line.owned))
        if row_of[line.owner] > row_of[line.owned]:
            below.setdefault(line.owner, []).append((line.owner, line.owned) if passed else line.owned)
            below.setdefault((line.owner, line.owned), []).append(line.owned)
    width = max(narrowest, *(_width(row) + 2 * margin for row in filled))
    ordered, middles = [], dict[Item, int]()
    for items in filled:
        kept = sorted(items, key=lambda item: _mean([middles[under] for under in below.get(item, ())], width // 2))
        ordered.append(kept)
        middles |= _placed(kept, width)
    return _on_page(ordered, heights, top, width, drawing.lines)


def _rows(drawing: Diagram) -> list[list[str]]:
    """The entities of each row, from the party's up; within one the owners of the same stand together, as found."""
    found = []
    for height in range(1 + max(node.row for node in drawing.nodes.values())):
        members = [entity for entity, node in drawing.nodes.items() if node.row == height]
        found += [members[i : i + MOST_IN_ROW] for i in range(0, len(members), MOST_IN_ROW)]
    return found


def _mean(places: Sequence[int], otherwise: int) -> int:
    return sum(places) // len(places) if places else otherwise


def _wide(item: Item) -> int:
    return BOX_WIDTH if isinstance(item, str) else SLOT_WIDTH


def _width(row: Sequence[Item]) -> int:
    return sum(map(_wide, row)) + GAP * (len(row) - 1)


def _placed(row: Sequence[Item], width: int) -> dict[Item, int]:
    """The middle of each item of a row that is centered on the page."""
    x = (width - _width(row)) // 2
    found: dict[Item, int] = {}
    for item in row:
        found[item] = x + _wide(item) // 2
        x += _wide(item) + GAP
    return found


def _on_page(
    rows: Sequence[Sequence[Item]], heights: Mapping[str, int], top: int, width: int, lines: Sequence[Line]
) -> Layout:
    boxes: dict[str, Box] = {}
    slots: dict[tuple[str, str], list[Box]] = {}
    y = top
    for row in reversed(rows):
        tallest = max(heights[item] for item in row if isinstance(item, str))
        for item, middle in _placed(row, width).items():
            x = middle - _wide(item) // 2
            if isinstance(item, str):
                boxes[item] = Box(x, y + tallest - heights[item], BOX_WIDTH, heights[item])
            else:
                slots.setdefault(item, []).append(Box(x, y, SLOT_WIDTH, tallest))
        y += tallest + BETWEEN_ROWS
    found = Layout(boxes, slots, lines, width, y - BETWEEN_ROWS)
    return replace(found, bottom=y) if any(map(found.circles, lines)) else found
