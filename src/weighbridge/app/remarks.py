"""What bears on a transaction without being a rule: letters to single companies, an import duty. Off by default."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from weighbridge.app.faults import Fault, RequestFaults, nearest
from weighbridge.app.request.item import Item
from weighbridge.app.request.request import Request
from weighbridge.core.text import Text

KINDS = ("letters", "duties")


def remarks(request: Request, kinds: Collection[str]) -> Iterator[Text]:
    """The remarks of those kinds that concern a request on its day.

    Raises:
        RequestFaults: there is no such kind.
    """
    accepted = Text(", ".join(KINDS), "、".join(KINDS))
    problem = Text("There are no such remarks.", "無此類註記。")
    faults = [Fault("--with", k, problem, accepted, nearest(k, KINDS)) for k in kinds if k not in KINDS]
    if faults:
        raise RequestFaults(faults)
    for remark in _written() if kinds else ():
        if remark["kind"] in kinds and _concerns(remark, request):
            text, source = remark["text"], remark["source"]
            yield NO_RULE.format(Text(text["en"], text["zh"]), f"{source['cite']} [{source['confidence']}]")


@cache
def _written() -> tuple[Mapping[str, Any], ...]:
    import yaml

    import weighbridge.law

    file = Path(weighbridge.law.__file__).parent / "remarks" / "remarks.yaml"
    return tuple(yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader))


def _concerns(remark: Mapping[str, Any], request: Request) -> bool:
    until = remark.get("until")
    in_time = date.fromisoformat(remark["from"]) <= request.on and (
        until is None or request.on < date.fromisoformat(until)
    )
    there = "destinations" not in remark or request.destination in remark["destinations"]
    return in_time and there and request.item is not None and _is_item(remark, request.item)


def _is_item(remark: Mapping[str, Any], item: Item) -> bool:
    if "models" in remark:
        return item.form == "model_weights"
    circuits = [circuit for circuit, _ in item.circuits]
    if "chips" in remark:
        return any(circuit.label in remark["chips"] for circuit in circuits)
    if "bands" in remark:
        tpp, bandwidth = (remark["bands"][key] for key in ("tpp", "dram_bandwidth_gb_per_s"))
        return any(_within(c.readings[0].tpp, tpp) and _within(c.dram_bandwidth, bandwidth) for c in circuits)
    return bool(circuits)


def _within(found: Decimal | None, band: tuple[str, str]) -> bool:
    return found is not None and Decimal(band[0]) < found < Decimal(band[1])


NO_RULE = Text("No rule, for information: {0} [{1}]", "非規則，僅供參考：{0}[{1}]")
