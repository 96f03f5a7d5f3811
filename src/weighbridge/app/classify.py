"""Classification alone: in which paragraph an item stands on a day, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from weighbridge.app.answer import classes, determine_readings, plan_for
from weighbridge.app.request.request import Request, read_request
from weighbridge.core.determination import Determination
from weighbridge.core.provision import Classification
from weighbridge.core.truth import Truth
from weighbridge.engine.explain import ExplainedProvision, Explainer
from weighbridge.law.compiled import load_corpus


@dataclass(frozen=True, slots=True)
class Classified:
    """The paragraphs an item stands in, those it may stand in, whether all sources agree, and the conditions."""

    request: Request
    determination: Determination
    paragraphs: tuple[str, ...]
    possible: tuple[str, ...]
    stable_across_sources: bool
    explained: tuple[ExplainedProvision, ...]


def classify(item: Mapping[str, Any], on: date | None = None, known_on: date | None = None) -> Classified:
    """Classify an item in any of the request's forms, by the law of `on` (the last day checked, if not given).

    Raises:
        RequestFaults: the item is not stated rightly.
        DateNotEncoded: the law of that day is not encoded.
    """
    corpus = load_corpus()
    day = on or corpus.horizon
    request = read_request({"on": day.isoformat(), "activity": "export", "quantity": 1, "item": item}, corpus.facts)
    plan = plan_for(day, known_on or corpus.horizon, "book")
    _, determination, stable = determine_readings(request, plan)
    truths: dict[str, Truth] = {
        p.id: determination.truths[plan.places[p.id]]
        for p in plan.rulebook.provisions.values()
        if isinstance(p.effect, Classification)
    }
    explainer = Explainer(determination)
    shown = [p for p in truths if truths[p] is not False] or [p for p in LEADING if p in truths]
    return Classified(
        request=request,
        determination=determination,
        paragraphs=tuple(classes(plan, determination)),
        possible=tuple(p for p, truth in truths.items() if truth is None),
        stable_across_sources=stable,
        explained=tuple(explainer.provision(p) for p in shown),
    )


LEADING = ("3A090.a", "3A090.b", "3A090.c", "4E091")
"""The paragraphs explained when an item stands in none."""
