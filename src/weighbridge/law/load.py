"""Reads the law's folders into a corpus.

`facts/*.py` declare facts. Every folder under `ear/` and `groups/` that holds a `rule.py` is a section: the module's
`PROVISIONS` and `READINGS`, with the `values.yaml` beside it. `instruments/*/instrument.yaml` hold the documents and
their dates, `corpus.yaml` what the whole covers. Scalars of YAML are read as text, so that no number becomes a float.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from weighbridge.core.check import refuse_if_inconsistent
from weighbridge.core.errors import Flaw, InconsistentCorpus
from weighbridge.core.fact import Choice, Fact, Kind
from weighbridge.core.life import Instrument, Life, Suspension
from weighbridge.core.provision import Provision, Reading
from weighbridge.core.rulebook import Corpus
from weighbridge.core.value import Value
from weighbridge.law.written import (
    amended,
    read_amendments,
    read_corpus,
    read_instrument,
    read_suspensions,
    read_values,
)

LAW = Path(__file__).parent


def load_sources() -> Corpus:
    """Read, assemble and check the corpus from its sources.

    Raises:
        InconsistentCorpus: the encoded law contradicts itself; every flaw is named with file, place and remedy.
    """
    written = read_corpus(LAW / "corpus.yaml")
    documents = sorted(LAW.glob("instruments/*/instrument.yaml"))
    suspensions = tuple(s for path in documents for s in read_suspensions(path))
    instruments = {i.id: _suspended(i, suspensions) for i in map(read_instrument, documents)}
    sections = list(_sections())
    values = {value.name: value for _, folder in sections for value in read_values(folder / "values.yaml")}
    for path in documents:
        _amend(path, values)
    found = (r for module, _ in sections for r in _placed(module, "READINGS"))
    readings = {r.id: r for r in sorted(found, key=lambda r: r.id)}  # In the order in which the compiled file has them.
    provisions = settle((p for module, _ in sections for p in _placed(module, "PROVISIONS")), instruments, values)
    facts = {fact.name: fact for fact in (*_facts(), *(_fact_of(r) for r in readings.values()))}
    corpus = Corpus(
        encoded_from=written.encoded_from,
        known_from=written.known_from,
        before=written.before,
        horizon=written.horizon,
        facts=dict(sorted(facts.items())),
        values=dict(sorted(values.items())),
        instruments=dict(sorted(instruments.items())),
        readings=readings,
        provisions=provisions,
        suspensions=suspensions,
    )
    refuse_if_inconsistent(corpus)
    return corpus


def _suspended(instrument: Instrument, suspensions: Sequence[Suspension]) -> Instrument:
    """The document with the stretches of time in which others stayed it or said that they do not enforce it."""
    not_enforced, stayed = (
        tuple(s.span for s in suspensions if s.of == instrument.id and s.kind == kind)
        for kind in ("not_enforced", "stayed")
    )
    return replace(instrument, life=replace(instrument.life, not_enforced=not_enforced, stayed=stayed))


def _amend(path: Path, values: dict[str, Value]) -> None:
    """Add to the values the versions that a document's own file writes."""
    for found in read_amendments(path):
        if found.name not in values:
            problem = f"It amends {found.name!r}, which is no value."
            raise InconsistentCorpus([Flaw(found.file, "amends", problem, "Name a value of some values.yaml.")])
        values[found.name] = amended(path, values[found.name], found.entry)


def section_folders() -> list[Path]:
    """Every folder that holds a section of law."""
    return sorted(rule.parent for top in ("groups", "ear", "enforcement") for rule in (LAW / top).rglob("rule.py"))


def case_folders() -> list[Path]:
    """Every folder with worked cases: the sections, and the documents that bring cases of their own."""
    return [
        *section_folders(),
        *sorted(path.parent for top in ("instruments", "amendments") for path in LAW.glob(f"{top}/*/cases.yaml")),
    ]


def _sections() -> Iterator[tuple[ModuleType, Path]]:
    for folder in section_folders():
        dotted = ".".join(folder.relative_to(LAW).parts)
        yield import_module(f"weighbridge.law.{dotted}.rule"), folder


def _placed(module: ModuleType, name: str) -> tuple[Any, ...]:
    """The module's provisions or readings, each knowing the file it stands in."""
    file = str(Path(module.__file__ or "").relative_to(LAW))
    return tuple(replace(item, file=file) for item in getattr(module, name, ()))


def _facts() -> Iterator[Fact]:
    for path in sorted((LAW / "facts").glob("*.py")):
        module = import_module(f"weighbridge.law.facts.{path.stem}") if path.stem != "__init__" else None
        yield from (item for item in vars(module).values() if isinstance(item, Fact)) if module else ()
        yield from getattr(module, "FACTS", ())


def _fact_of(reading: Reading) -> Fact:
    """The position taken on a reading is a fact: the conservative one unless the asker switches it."""
    positions = (reading.conservative, reading.other)
    return Fact(
        name=reading.fact,
        kind=Kind.WORD,
        label=reading.question,
        question=reading.question,
        citation=reading.conservative.citation,
        choices=tuple(Choice(position.word, position.text) for position in positions),
        presumed=reading.conservative.word,
    )


def settle(
    provisions: Iterable[Provision], instruments: Mapping[str, Instrument], values: Mapping[str, Value]
) -> tuple[Provision, ...]:
    """Give each provision its life; a version without a last day of its own ends when the next one begins.

    Raises:
        InconsistentCorpus: an instrument or a day is unknown, or a provision ends twice.
    """
    found = [(p, _life(p, instruments, values)) for p in provisions]
    begin: dict[tuple[str, str], list[date]] = {}
    for p, life in found:
        begin.setdefault((p.id, p.track), []).append(life.binds_from)
    settled = []
    for p, life in found:
        later = [day for day in begin[p.id, p.track] if day > life.binds_from]
        if later and life.superseded is None:
            life = replace(life, superseded=min(later))
        settled.append(p if p.life == life else replace(p, life=life))
    return tuple(settled)


def _life(p: Provision, instruments: Mapping[str, Instrument], values: Mapping[str, Value]) -> Life:
    """The life of a provision's instrument, with the paragraph's own first and last day."""
    for name in filter(None, (p.instrument, p.ended_by)):
        if name not in instruments:
            problem = f"Instrument {name!r} is unknown."
            raise InconsistentCorpus([Flaw(p.file, p.id, problem, "Add it to law/instruments/ or correct the name.")])
    if p.until and p.ended_by:
        raise InconsistentCorpus([Flaw(p.file, p.id, "It ends twice.", "Give it `until` or `ended_by`.")])
    life: Life = instruments[p.instrument].life
    if p.since:
        life = replace(life, compliance=_day(p, p.since, values))
    ends = instruments[p.ended_by].life.binds_from if p.ended_by else _day(p, p.until, values) if p.until else None
    return replace(life, superseded=ends)


def _day(p: Provision, name: str, values: Mapping[str, Value]) -> date:
    found = values[name].versions[-1].value if name in values and values[name].versions else None
    if not isinstance(found, date):
        problem = f"{name!r} is not a day."
        raise InconsistentCorpus([Flaw(p.file, p.id, problem, "Name a value with unit `day` in values.yaml.")])
    return found
