"""Whole histories under the limits of the law, kept as data."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.ledger.making import event, given, post, reserve, setting, void

from weighbridge.app.ledger.limits import license_limit, limits_for
from weighbridge.core.fact import FactValue
from weighbridge.law.compiled import load_corpus
from weighbridge.ledger.headroom import Headroom, headroom
from weighbridge.ledger.limit import Limit
from weighbridge.ledger.movement import Kind, Movement
from weighbridge.ledger.result import RatioExceeded
from weighbridge.ledger.stores.memory import MemoryStore
from weighbridge.ledger.verify import verify

HISTORIES = yaml.safe_load(Path(__file__).with_name("histories.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("history", HISTORIES, ids=lambda history: history["name"])
def test_a_history_ends_as_the_law_has_it(history: Mapping[str, Any]) -> None:
    store = MemoryStore()
    for limit in {limit.account: limit for limit in limits_of(history)}.values():
        given(store, setting(limit))

    for step in history["steps"]:
        if "left" in step:
            found = headroom(store, step["left"], step["day"])
            assert isinstance(found, Headroom)
            assert found.remaining == step["is"], step
            continue
        result = store.record(movement(step, history["tpp"]))
        assert result.status == step["expect"], step
        if isinstance(result, RatioExceeded):
            assert result.account == step["by"]
    assert verify("main", store.entries()) == store.head()


def limits_of(history: Mapping[str, Any]) -> list[Limit]:
    found: list[Limit] = []
    for paragraph in history.get("law", ()):
        facts: dict[str, Mapping[str, FactValue]] = dict(paragraph)
        later: dict[date, Mapping[str, FactValue]] = dict(paragraph.get("later", {}))
        corpus = load_corpus()
        for name in facts.keys() - {"later"}:
            found += limits_for(corpus, name, facts[name], corpus.horizon, later=later)
    for each in history.get("licenses", ()):
        found.append(license_limit(each["number"], each["most"], each["from"], each["until"], "the license"))
    return found


def movement(step: Mapping[str, Any], tpp: int) -> Movement:
    def amounts(units: int) -> dict[str, int]:
        return dict.fromkeys(step["from"], units * tpp)

    match step:
        case {"reserve": key, "day": day, "units": units}:
            return reserve(amounts(units), day, key=key, expires=date(2028, 12, 31))
        case {"post": key, "day": day, "units": units}:
            return post(key, {"license/D100/items": units}, day)
        case {"post": key, "day": day}:
            return post(key, on=day)
        case {"void": key, "day": day}:
            return void(key, day)
        case {"adjust": units, "day": day}:
            return event(Kind.ADJUST, amounts(units), day)
        case _:
            kind = next(kind for kind in (Kind.RETURN, Kind.ATTRITION) if kind.value in step)
            return event(kind, amounts(-step[kind.value]), step["day"])
