"""A fixed grid of transactions (items x destinations x headquarters x uses), each put to the law of a day.

It is the measure by which two laws are compared and a change of law is seen: every cell is a whole transaction, and
nothing but the grid's own axes varies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from weighbridge.app.answer import plan_for
from weighbridge.app.door import facts_of
from weighbridge.app.request.request import read_request
from weighbridge.core.fact import FactValue
from weighbridge.core.rulebook import BOOK
from weighbridge.core.text import Text
from weighbridge.engine.determine import Verdict, judge
from weighbridge.engine.plan import Plan
from weighbridge.law.compiled import load_corpus

ITEMS: Mapping[str, Mapping[str, Any]] = {
    "A100": {"chip": "nvidia-a100-sxm4-80gb"},
    "A800": {"chip": "nvidia-a800-sxm4-80gb"},
    "H100": {"chip": "nvidia-h100-sxm5"},
    "H20": {"chip": "nvidia-h20"},
    "H200": {"chip": "nvidia-h200-sxm"},
    "B200": {"chip": "nvidia-b200"},
    "A30": {"chip": "nvidia-a30"},
    "RTX 4090": {"chip": "nvidia-rtx-4090"},
    "MI325X": {"chip": "amd-mi325x"},
    "HBM": {"hbm": {"bandwidth_gb_per_s": 819, "package_area_mm2": 110}},
    "weights": {"model": {"training_operations": "2.0e26", "published": False, "storage_meets_supplement_10": True}},
}
HEADQUARTERS: Mapping[str, tuple[Text, str, str]] = {
    "own": (Text("headquartered there", "總部設於該地"), "", ""),
    "us": (Text("of a United States parent", "美國母公司"), "", "US"),
    "ally": (Text("of a Japanese parent", "日本母公司"), "", "JP"),
    "cn": (Text("of a Chinese parent", "中國母公司"), "", "CN"),
}
USES: Mapping[str, Text] = {"civil": Text("civil use", "民用"), "military": Text("military use", "軍事用途")}
QUANTITY = 5000


@dataclass(frozen=True, slots=True)
class Cell:
    """One transaction of the grid."""

    item: str
    destination: str
    headquarters: str
    use: str

    def request(self, on: str) -> dict[str, Any]:
        """The request that it stands for, as `determine` reads it."""
        _, seat, parent = HEADQUARTERS[self.headquarters]
        there = {
            "location": self.destination,
            "headquarters": seat or self.destination,
            "ultimate_parent_headquarters": parent or self.destination,
        }
        counted = {} if self.item == "weights" else {"quantity": QUANTITY}
        return {
            "on": on,
            "activity": "export",
            "item": dict(ITEMS[self.item]),
            **counted,
            "origin": "US",
            "destination": self.destination,
            "exporter": {"location": "US", "headquarters": "US", "ultimate_parent_headquarters": "US"},
            "ultimate_consignee": there,
            "intermediate_consignees": [],
            "end_use": [self.use],
            "received_this_year_tpp": 0,
        }


def cells(destinations: Iterable[str], items: Iterable[str] = ITEMS, uses: Iterable[str] = USES) -> Iterator[Cell]:
    """Every cell for those destinations."""
    axes = list(items), list(uses)
    for destination in destinations:
        for item in axes[0]:
            for headquarters in HEADQUARTERS:
                yield from (Cell(item, destination, headquarters, use) for use in axes[1])


def verdict(cell: Cell, plan: Plan) -> Verdict:
    """What the law of a plan says of a cell."""
    return judge(plan, {**_facts(cell), "on": plan.rulebook.effective_on})


@cache
def _facts(cell: Cell) -> Mapping[str, FactValue]:
    """The facts of a cell; they are the same on every day but for the day itself."""
    corpus = load_corpus()
    plan = plan_for(corpus.horizon, corpus.horizon, BOOK)
    request = read_request(cell.request(corpus.horizon.isoformat()), corpus.facts)
    return facts_of(request, plan, {}).facts


def gist(found: Verdict) -> str:
    """A verdict in a word or two: outcome, exception, review policy."""
    return " ".join(
        filter(None, (found.outcome.value, found.exception, found.review_policy.value if found.review_policy else ""))
    )
