"""What the encoded law holds, as plain data: the list of provisions, and one provision in full."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from weighbridge.app.answer import plan_for
from weighbridge.app.faults import Fault, RequestFaults, nearest
from weighbridge.core import condition as c
from weighbridge.core.fact import Fact
from weighbridge.core.provision import Provision
from weighbridge.core.rulebook import BOOK, Rulebook
from weighbridge.core.text import Language, Text
from weighbridge.core.value import Value
from weighbridge.engine.reckon import shown
from weighbridge.engine.sentence import sentence
from weighbridge.law.compiled import load_corpus

Plain = dict[str, Any]


def provisions(language: Language, on: date | None = None) -> list[Plain]:
    """Every provision in force on a day (the last day checked, if not given)."""
    rulebook = _rulebook(on)
    return [_line(p, language) for p in sorted(rulebook.provisions.values(), key=lambda p: p.file)]


def facts(language: Language) -> list[Plain]:
    """Every fact that the law asks, with its question."""
    return [_fact(fact, language) for fact in load_corpus().facts.values()]


def provision(name: str, language: Language, on: date | None = None, track: str = BOOK) -> Plain:
    """One provision as it stands on a day, or stood last, and its history: every version it has had, on both tracks.

    Raises:
        RequestFaults: there is no such provision.
    """
    rulebook = _rulebook(on, track)
    corpus = load_corpus()
    versions = [p for p in corpus.provisions if p.id == name.removeprefix("15 CFR ")]
    found = rulebook.provisions.get(versions[0].id) if versions else None
    if not versions:
        accepted = Text("an id of `weighbridge law list`", "`weighbridge law list` 所列代號")
        problem = Text("There is no such provision.", "無此條文。")
        names = dict.fromkeys(p.id for p in corpus.provisions)
        raise RequestFaults([Fault("PROVISION", name, problem, accepted, nearest(name, names))])
    in_force = found in versions
    found = found if found in versions else max(versions, key=lambda p: p.life.binds_from)
    life = found.life
    if not in_force:
        rulebook = _rulebook(max(life.binds_from, corpus.encoded_from), found.track)
    return {
        **_line(found, language),
        "text": found.says.to(language),
        "published": _iso(life.published),
        "effective": _iso(life.effective),
        "compliance": _iso(life.compliance),
        "comment_close": _iso(life.comment_close),
        "in_force": in_force,
        "history": [_version(p, language) for p in sorted(versions, key=lambda p: p.life.binds_from)],
        "suspended": [
            {
                "kind": s.kind,
                "from": str(s.span.since),
                "until": _iso(s.span.until),
                "scope": s.span.scope.to(language),
                "source": str(s.span.source),
            }
            for s in corpus.suspensions
            if any(s.takes(p.id, p.instrument) for p in versions)
        ],
        "condition": _condition(found.condition, rulebook, language),
        "values": [_value(value) for value in _values_read(found)],
    }


def _version(p: Provision, language: Language) -> Plain:
    life = p.life
    return {
        "track": p.track,
        "from": _iso(life.binds_from) if life.binds_from > date.min else None,
        "until": _iso(life.superseded),
        "instrument": load_corpus().instruments[p.instrument].citation.cite,
        "citation": str(p.citation),
        "text": p.says.to(language),
    }


def _rulebook(on: date | None, track: str = BOOK) -> Rulebook:
    corpus = load_corpus()
    return plan_for(on or corpus.horizon, corpus.horizon, track).rulebook


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _line(p: Provision, language: Language) -> Plain:
    return {
        "id": p.id,
        "kind": type(p.effect).__name__.rstrip("_").lower(),
        "title": p.title.to(language),
        "citation": str(p.citation),
        "instrument": load_corpus().instruments[p.instrument].citation.cite,
        "file": p.file,
    }


def _fact(fact: Fact, language: Language) -> Plain:
    return {
        "name": fact.name,
        "kind": fact.kind.value,
        "unit": fact.unit,
        "question": fact.question.to(language),
        "choices": [choice.word for choice in fact.choices],
        "citation": str(fact.citation),
    }


def _condition(condition: c.Condition, rulebook: Rulebook, language: Language) -> Plain:
    plain: Plain = {"text": sentence(condition, rulebook).to(language)}
    if condition.citation:
        plain["citation"] = condition.citation
    parts = c.parts_of(condition)
    if parts and not isinstance(condition, c.Not):
        plain["parts"] = [_condition(part, rulebook, language) for part in parts]
    return plain


def _values_read(p: Provision) -> Iterator[Value]:
    corpus = load_corpus()
    names = dict.fromkeys(inner.value for inner in c.walk(p.condition) if isinstance(inner, c.ValueTerm))
    yield from (corpus.values[name] for name in names)


def _value(value: Value) -> Plain:
    return {
        "name": value.name,
        "unit": value.unit,
        "versions": [
            {
                "value": shown(v.value) if v.value is not None else None,
                "effective": v.effective.isoformat(),
                "published": v.published.isoformat(),
                "source": str(v.source),
            }
            for v in value.versions
        ],
    }
