"""The vintages of the rule: an item classified by the law of each.

A vintage begins where a text that classifies items, or a limit that it reads, begins to bind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from weighbridge.app.answer import plan_for
from weighbridge.app.classify import Classified, classify
from weighbridge.core import condition as c
from weighbridge.core.check import inside
from weighbridge.core.provision import Classification, Provision
from weighbridge.core.rulebook import BOOK, Rulebook
from weighbridge.core.value import ValueVersion
from weighbridge.law.compiled import load_corpus

OF_NO_ITEM = frozenset({"place", "day"})


@dataclass(frozen=True, slots=True)
class Vintage:
    """The classification of an item from a day on, and the documents that bound from that day."""

    on: date
    documents: tuple[str, ...]
    classified: Classified


def by_vintage(item: Mapping[str, Any], known_on: date | None = None) -> tuple[Vintage, ...]:
    """The classification of an item in each vintage up to the last day checked, the earliest first.

    Raises:
        RequestFaults: the item is not stated rightly.
        DateNotEncoded: nothing had been published by `known_on`.
    """
    known = known_on or load_corpus().horizon
    return tuple(Vintage(on, _documents(on, known), classify(item, on, known)) for on in vintages(known))


def vintages(known_on: date) -> tuple[date, ...]:
    """The first encoded day, and every day up to the last one checked on which the law that classifies changes."""
    corpus = load_corpus()
    days = (corpus.encoded_from, *(day for day in corpus.turning_days if day <= corpus.horizon))
    texts = [_texts(_rulebook(day, known_on)) for day in days]
    changes = (day for (before, after), day in zip(pairwise(texts), days[1:], strict=True) if before != after)
    return (days[0], *changes)


def _rulebook(on: date, known_on: date) -> Rulebook:
    return plan_for(on, known_on, BOOK).rulebook


def _texts(rulebook: Rulebook) -> tuple[tuple[Provision, ...], tuple[ValueVersion, ...]]:
    """The texts that classify, those that they ask about, and the limits and lists of items that any of them reads."""
    asked = [p for p in rulebook.provisions.values() if isinstance(p.effect, Classification)]
    found: dict[str, Provision] = {}
    while asked:
        p = asked.pop()
        if p.id not in found:
            found[p.id] = p
            asked += [rulebook.provisions[name] for name in p.asks_about]
    read = {x.value for p in found.values() for x in inside(p) if isinstance(x, c.ValueTerm)}
    # Whom a place or a day lets in says nothing of the item.
    limits = (rulebook.versions[name] for name in sorted(read) if rulebook.units[name] not in OF_NO_ITEM)
    return tuple(found[name] for name in sorted(found)), tuple(version for version in limits if version)


def _documents(on: date, known_on: date) -> tuple[str, ...]:
    """The documents whose texts or limits bind from that day, of those that classify."""
    instruments = load_corpus().instruments
    texts, limits = _texts(_rulebook(on, known_on))
    began = (instruments[p.instrument].citation.cite for p in texts if p.life.binds_from == on)
    return tuple(dict.fromkeys((*began, *(v.source.document for v in limits if v.effective == on))))
