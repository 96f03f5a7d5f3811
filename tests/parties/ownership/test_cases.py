"""The worked examples of `cases/`: what each graph says of party A, read as a file of a user's would be."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.parties.ownership.graphs import DAY, found, graph_of

from weighbridge.parties.ownership.decisive import Unknown
from weighbridge.parties.ownership.graph import OwnershipGraph
from weighbridge.parties.ownership.parents import ascent
from weighbridge.parties.ownership.share import Range

CASES = Path(__file__).parent / "cases"
TRUTHS = {True: True, False: False, "unknown": None}


def all_cases() -> list[Any]:
    files = {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(CASES.glob("*.yaml"))}
    return [
        pytest.param({**{k: v for k, v in content.items() if k != "cases"}, **case}, common(content), id=case["name"])
        for content in files.values()
        for case in content["cases"]
    ]


def common(content: dict[str, Any]) -> dict[str, Any]:
    return {"lists": content.get("lists", {}), "unlisted": content.get("unlisted", [])}


def read_stake(written: str) -> dict[str, Any]:
    """`L A 60 from 2025-03-01`: owner, owned, kind if not equity, percent, dates."""
    owner, owned, *words = written.split()
    stake: dict[str, Any] = {"owner": owner, "owned": owned}
    if words[0] in ("votes", "directorship"):
        stake["kind"] = words.pop(0)
    stake["percent"] = words.pop(0)
    return {**stake, **dict(zip(words[::2], words[1::2], strict=True))}


def graph_in(case: dict[str, Any], shared: dict[str, Any]) -> OwnershipGraph:
    stakes = [read_stake(str(written)) for written in case["stakes"]]
    lists = {**shared["lists"], **case.get("lists", {})}
    unlisted = {*shared["unlisted"], *case.get("unlisted", [])}
    names = {name for stake in stakes for name in (stake["owner"], stake["owned"])}
    entities = []
    for name in sorted(names):
        entity: dict[str, Any] = {"name": name, "kind": case.get("kinds", {}).get(name, "company")}
        if name in lists:
            entity["listed_on"] = lists[name]
        if name in case.get("listed_since", {}):
            entity["listed_on"] = [{"list": "EL", "since": case["listed_since"][name]}]
        if name in unlisted:
            entity["rest"] = "unlisted"
        if name in case.get("may_be_listed", []):
            entity["may_be_listed"] = "yes"
        entities.append(entity)
    return graph_of(stakes, entities)


def read_range(written: object) -> Range:
    low, _, high = str(written).partition(" to ")
    return Range(Fraction(low) / 100, Fraction(high or low) / 100)


def told(unknown: Unknown) -> str:
    return " ".join(filter(None, (unknown.what.value, unknown.owner, unknown.owned)))


@pytest.mark.parametrize(("case", "shared"), all_cases())
def test_case(case: dict[str, Any], shared: dict[str, Any]) -> None:
    graph = graph_in(case, shared)
    day: date = case.get("day", DAY)
    answer, above, expected = found(graph, day=day), ascent(graph, "A", day), case["expect"]
    actual: dict[str, Any] = {
        "cascading": answer.cascaded,
        "multiplication": answer.multiplied,
        "reached": answer.reached,
        "red_flag": answer.listed_owner_of_unknown_share,
        "caught": [e for e in expected.get("caught", []) if answer.majorities.counts_whole[e]],
        "settled_by": [told(u) for u in answer.unknown if u.decides],
        "tops": list(above.tops),
        "persons": list(above.persons),
        "parents_settled": above.settled,
    }
    wanted = {
        key: read_range(value)
        if key in ("cascading", "multiplication")
        else TRUTHS.get(value, value)
        if not isinstance(value, list)
        else value
        for key, value in expected.items()
    }
    assert {key: actual[key] for key in wanted} == wanted


def test_every_case_has_a_name_of_its_own() -> None:
    names = [parameters.id for parameters in all_cases()]
    assert len(names) == len(set(names))
