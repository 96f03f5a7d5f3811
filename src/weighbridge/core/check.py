"""Refuses a corpus that is inconsistent, and says of each flaw where it is and how to mend it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from weighbridge.core import condition as c
from weighbridge.core.errors import Flaw, InconsistentCorpus
from weighbridge.core.fact import Fact, Kind
from weighbridge.core.provision import (
    Allocation,
    Authorization,
    Classification,
    Duty,
    Exception_,
    Provision,
    Requirement,
    Restriction,
    Review,
)
from weighbridge.core.rulebook import Corpus
from weighbridge.core.value import Value

ANY_ANSWER = frozenset({"*", "LICENSE", "NLR"})


def refuse_if_inconsistent(corpus: Corpus) -> None:
    """Check the whole corpus.

    Raises:
        InconsistentCorpus: with every flaw found.
    """
    if flaws := flaws_of(corpus):
        raise InconsistentCorpus(flaws)


def flaws_of(corpus: Corpus) -> list[Flaw]:
    """Every flaw of the corpus, each once."""
    tests = (_values, _lives, _read_too_early, _versions, _conditions, _references, _suspensions)
    return list(dict.fromkeys(flaw for test in tests for flaw in test(corpus)))


def _values(corpus: Corpus) -> Iterator[Flaw]:
    read = {inner.value for p in corpus.provisions for inner in inside(p) if isinstance(inner, c.ValueTerm)}
    read |= {name for p in corpus.provisions for name in (p.since, p.until) if name}
    for value in corpus.values.values():
        if value.name not in read:
            yield Flaw(value.file, value.name, "No provision reads this value.", "Remove it or use it.")
        yield from _value_versions(corpus, value)


def _value_versions(corpus: Corpus, value: Value) -> Iterator[Flaw]:
    documents = {instrument.citation.cite: instrument.life for instrument in corpus.instruments.values()}
    days = [version.effective for version in value.versions]
    if days != sorted(set(days)):
        problem = "Two versions overlap, or stand out of order."
        yield Flaw(value.file, value.name, problem, "List them by effective date.")
    for version in value.versions:
        place = f"{value.name}, version of {version.effective}"
        if not version.source.cite:
            yield Flaw(value.file, place, "It has no source.", "Add `source: {cite: …}` with the paragraph.")
        life = documents.get(version.source.document)
        if life and life.effective and version.effective < life.effective:
            problem = f"It takes effect before its document ({version.source.document}, {life.effective})."
            yield Flaw(value.file, place, problem, "Correct the date or the document.")
        if life and life.published and version.published != life.published:
            problem = f"It says published {version.published}; its document was published {life.published}."
            yield Flaw(value.file, place, problem, "Correct the date or the document.")


def _lives(corpus: Corpus) -> Iterator[Flaw]:
    for instrument in corpus.instruments.values():
        if disorder := instrument.life.disorder():
            yield Flaw(instrument.file, instrument.id, disorder, "Put the dates in order.")
    for p in corpus.provisions:
        if disorder := p.life.disorder():
            yield Flaw(p.file, p.id, f"A date lies outside its life: {disorder}", "Correct `since` or `until`.")
        if not p.citation.cite:
            yield Flaw(p.file, p.id, "It has no citation.", "Name the paragraph of the CFR that it restates.")
        if p.instrument not in corpus.instruments:
            yield Flaw(p.file, p.id, f"Instrument {p.instrument!r} is unknown.", "Add it to law/instruments/.")


def _read_too_early(corpus: Corpus) -> Iterator[Flaw]:
    """Provisions that bind before a value that they read begins: they would be unknown for want of it."""
    for p in corpus.provisions:
        binds = max(p.life.binds_from, corpus.encoded_from)
        for name in sorted({inner.value for inner in inside(p) if isinstance(inner, c.ValueTerm)}):
            versions = corpus.values[name].versions if name in corpus.values else ()
            begins = min((version.effective for version in versions), default=binds)
            if begins > binds and not p.life.superseded_by(binds):
                problem = f"It binds on {binds} and reads {name!r}, which begins on {begins}."
                yield Flaw(
                    p.file, p.id, problem, "Give the value a version from that day, or let the text begin later."
                )


def _versions(corpus: Corpus) -> Iterator[Flaw]:
    by_id: dict[tuple[str, str], list[Provision]] = defaultdict(list)
    for p in corpus.provisions:
        by_id[p.id, p.track].append(p)
    for (name, _), versions in by_id.items():
        versions.sort(key=lambda p: p.life.binds_from)
        for earlier, later in pairwise(versions):
            ends, begins = earlier.life.superseded or date.max, later.life.binds_from
            if ends > begins:
                problem = f"Two versions overlap from {begins}."
                yield Flaw(later.file, name, problem, "Give the earlier version `until` the day the later one begins.")
            if ends < begins:
                problem = f"Between {ends} and {begins - timedelta(days=1)} no version is in force."
                yield Flaw(later.file, name, problem, "Let each version begin on the day the earlier one ends.")


def _suspensions(corpus: Corpus) -> Iterator[Flaw]:
    made: dict[str, set[str]] = defaultdict(set)
    for p in corpus.provisions:
        made[p.instrument].add(p.id)
    ids = set().union(*made.values())
    for s in corpus.suspensions:
        file = corpus.instruments[s.by].file
        if s.of not in corpus.instruments:
            yield Flaw(file, "suspends", f"Instrument {s.of!r} is unknown.", "Name a folder of law/instruments/.")
            continue
        for name in sorted(s.provisions - made[s.of]):
            yield Flaw(file, "suspends", f"{s.of} makes no {name!r}.", "Name a provision that it makes.")
        for name in sorted(set(s.restores) - ids):
            yield Flaw(file, "suspends", f"{name!r} is no provision.", "Correct the id.")


# --- what conditions refer to ----------------------------------------------------------------------------------------


def inside(p: Provision) -> Iterator[c.Condition | c.Term]:
    """Every condition and term that a provision holds, its effect included."""
    yield from c.walk(p.condition)
    match p.effect:
        case Allocation(limit=limit, used=used, draws=draws):
            for operand in (limit, used, draws):
                yield from c.walk(operand)
        case Restriction(spares=spares):
            for spared in spares:
                yield from c.walk(spared.provided)
        case Duty(due=due) if due.amount is not None:
            yield due.amount


def _conditions(corpus: Corpus) -> Iterator[Flaw]:
    columns = {column.name: column for fact in corpus.facts.values() for column in fact.columns}
    known = {**corpus.facts, **columns}
    ids = {p.id for p in corpus.provisions}
    paragraphs = {p.id for p in corpus.provisions if isinstance(p.effect, Classification)}
    for p in corpus.provisions:
        for inner in inside(p):
            match inner:
                case c.FactTerm(fact=name) | c.Among(fact=name) | c.Overlaps(fact=name) | c.Holds(fact=name):
                    if name not in known:
                        yield Flaw(p.file, p.id, f"Fact {name!r} is unknown.", "Declare it in law/facts/.")
                    elif not isinstance(inner, c.FactTerm):
                        yield from _fits(p, inner, known[name], corpus)
                case c.ValueTerm(value=name) if name not in corpus.values:
                    yield Flaw(p.file, p.id, f"Value {name!r} is unknown.", "Add it to the section's values.yaml.")
                case c.Met(provision=name) if name not in ids:
                    yield Flaw(p.file, p.id, f"It asks about {name!r}, which is no provision.", "Correct the id.")
                case c.Classified(among=among):
                    yield from _is_set(p, among, corpus)
                    for name in sorted(_members(among, corpus) - paragraphs):
                        problem = f"{name!r} is no classification."
                        yield Flaw(p.file, p.id, problem, "Name a paragraph of law/ear/part_774.")
                case c.Compare():
                    yield from _comparable(p, inner, known, corpus)


QUANTITIES = {Kind.NUMBER, Kind.DAY}
KINDS_OF_TEST = {c.Among: {Kind.WORD, Kind.PLACE}, c.Overlaps: {Kind.WORDS, Kind.PLACES}, c.Holds: {Kind.TRUTH}}


def _fits(p: Provision, leaf: c.Among | c.Overlaps | c.Holds, fact: Fact, corpus: Corpus) -> Iterator[Flaw]:
    if fact.kind not in KINDS_OF_TEST[type(leaf)]:
        problem = f"{type(leaf).__name__} cannot test {fact.name!r}, which is a {fact.kind.value}."
        yield Flaw(p.file, p.id, problem, "Use the test of that kind.")
    if isinstance(leaf, c.Among | c.Overlaps) and not isinstance(leaf.among, c.FactTerm):
        yield from _is_set(p, leaf.among, corpus)
        choices = {choice.word for choice in fact.choices}
        for word in sorted(_members(leaf.among, corpus) - choices) if choices else ():
            yield Flaw(p.file, p.id, f"{word!r} is no choice of {fact.name!r}.", "Correct the word or add the choice.")


def _is_set(p: Provision, among: c.ValueTerm | c.Words, corpus: Corpus) -> Iterator[Flaw]:
    if isinstance(among, c.ValueTerm) and _is(among.value, (int, Decimal, date), corpus):
        problem = f"Value {among.value!r} is no set."
        yield Flaw(p.file, p.id, problem, "Test membership in a set, and compare quantities.")


def _is(name: str, types: tuple[type, ...], corpus: Corpus) -> bool:
    versions = corpus.values[name].versions if name in corpus.values else ()
    return any(isinstance(version.value, types) for version in versions)


def _members(among: c.ValueTerm | c.Words, corpus: Corpus) -> frozenset[str]:
    if isinstance(among, c.Words):
        return frozenset(among.words)
    versions = corpus.values[among.value].versions if among.value in corpus.values else ()
    return frozenset(m for v in versions if isinstance(v.value, frozenset) for m in v.value)


def _comparable(p: Provision, leaf: c.Compare, facts: dict[str, Fact], corpus: Corpus) -> Iterator[Flaw]:
    for side in (leaf.left, leaf.right):
        if isinstance(side, c.FactTerm) and side.fact in facts and facts[side.fact].kind not in QUANTITIES:
            problem = f"Compare cannot test {side.fact!r}, which is a {facts[side.fact].kind.value}."
            yield Flaw(p.file, p.id, problem, "Use the test of that kind.")
        if isinstance(side, c.ValueTerm) and _is(side.value, (frozenset,), corpus):
            problem = f"Value {side.value!r} is a set."
            yield Flaw(p.file, p.id, problem, "Test membership in a set, and compare quantities.")
    units = {unit for side in (leaf.left, leaf.right) if (unit := _unit(side, facts, corpus))}
    if len(units) > 1:
        yield Flaw(p.file, p.id, f"It compares {' with '.join(sorted(units))}.", "Compare like with like.")


def _unit(operand: c.Term, facts: dict[str, Fact], corpus: Corpus) -> str:
    """The unit of an operand; empty where it has none or cannot be told (a product)."""
    match operand:
        case c.FactTerm(fact=name) if name in facts:
            return "day" if facts[name].kind is Kind.DAY else facts[name].unit
        case c.ValueTerm(value=name) if name in corpus.values:
            return corpus.values[name].unit
        case c.Sum(terms=terms) | c.Greatest(terms=terms):
            return next(filter(None, (_unit(t, facts, corpus) for t in terms)), "")
        case c.When(counted=inner) | c.Total(of=inner) | c.Largest(of=inner):
            return _unit(inner, facts, corpus)
        case _:
            return ""


# --- what effects refer to -------------------------------------------------------------------------------------------


def _references(corpus: Corpus) -> Iterator[Flaw]:
    ids = {p.id for p in corpus.provisions}
    requirements = {p.id for p in corpus.provisions if isinstance(p.effect, Requirement)}
    symbols = {p.effect.symbol for p in corpus.provisions if isinstance(p.effect, Exception_ | Authorization)}
    for p in corpus.provisions:
        match p.effect:
            case Exception_(lifts=named) | Authorization(lifts=named) | Review(of=named):
                unknown = set(named) - requirements
            case Restriction(spares=spares):
                unknown = {spared.symbol for spared in spares} - symbols
            case Duty(under=named):
                unknown = set(named) - symbols - ids - ANY_ANSWER
            case Allocation(draws_under=named):
                unknown = set(named) - symbols - ids
            case _:
                unknown = set()
        for name in sorted(unknown):
            yield Flaw(p.file, p.id, f"Its effect names {name!r}, which does not exist.", "Correct the name.")
