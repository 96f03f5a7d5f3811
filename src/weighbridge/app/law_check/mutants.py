"""Every way in which a value of the law is moved, to see whether a case notices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from weighbridge.core import condition as c
from weighbridge.core.check import inside
from weighbridge.core.life import Life
from weighbridge.core.provision import Classification, Provision
from weighbridge.core.rulebook import Corpus
from weighbridge.core.value import LawValue, Value, ValueVersion

DAY = timedelta(days=1)
WITHOUT = "without "


@dataclass(frozen=True, slots=True)
class Mutant:
    """A value with one of its versions moved; `member` is the member that a set has lost."""

    value: Value
    version: ValueVersion
    how: str
    member: str = ""

    @property
    def place(self) -> str:
        """Where in the law it stands."""
        return f"{self.value.file}: {self.value.name} (from {self.version.effective})"


def mutants(corpus: Corpus) -> Iterator[Mutant]:
    """All mutants that could change an answer: of versions that some provision reads while it binds."""
    readers, entries = _readers(corpus), _entries(corpus)
    bounds = {name for p in corpus.provisions for name in (p.since, p.until)}  # Their days are moved by `calendars`.
    for value in corpus.values.values():
        if value.name in bounds:
            continue
        reading = ReadBy(readers.get(value.name, ()), corpus.encoded_from, entries.get(value.name, {}))
        for place, version in enumerate(value.versions):
            if reading.of(value, place):
                for how, moved in _moved(value, place, reading):
                    versions = (*value.versions[:place], moved, *value.versions[place + 1 :])
                    member = how.removeprefix(WITHOUT) if how.startswith(WITHOUT) else ""
                    yield Mutant(replace(value, versions=versions), version, how, member)


def calendars(corpus: Corpus) -> Iterator[tuple[str, date, Corpus]]:
    """The corpus with one of the days that bound it, its instruments or paragraphs, moved; what was moved, its day."""
    for name in ("encoded_from", "known_from"):
        for how, shift in (("a day earlier", -DAY), ("a day later", DAY)):
            day = getattr(corpus, name)
            yield f"corpus.yaml: {name} {how}", day, replace(corpus, **{name: day + shift})
    yield from _instruments_moved(corpus)
    yield from _paragraphs_moved(corpus)
    for place, suspension in enumerate(corpus.suspensions):
        for name in ("since", "until"):
            day = getattr(suspension.span, name)
            taken = (p.life for p in corpus.provisions if suspension.takes(p.id, p.instrument))
            if day is not None and day > corpus.encoded_from and any(_binds(life, day) for life in taken):
                other = replace(suspension, span=replace(suspension.span, **{name: day + DAY}))
                others = (*corpus.suspensions[:place], other, *corpus.suspensions[place + 1 :])
                what = f"{corpus.instruments[suspension.by].file}: suspension {name} a day later"
                yield what, day, replace(corpus, suspensions=others)


def _instruments_moved(corpus: Corpus) -> Iterator[tuple[str, date, Corpus]]:
    """Each instrument published, or binding, a day later. One that binds of itself makes law, another suspends it."""
    for instrument in corpus.instruments.values():
        life, makes = instrument.life, {p.instrument for p in corpus.provisions if not p.since}
        binds = "compliance" if life.compliance else "effective"
        for name, bound in (("published", corpus.known_from), (binds, corpus.encoded_from)):
            day = getattr(life, name)
            moves = name == "published" or instrument.id in makes
            if instrument.encoded and moves and day is not None and day >= bound:
                provisions = tuple(
                    replace(p, life=replace(p.life, **{name: day + DAY}))
                    if p.instrument == instrument.id and (name == "published" or not p.since)
                    else p
                    for p in corpus.provisions
                )
                suspensions = tuple(
                    replace(s, published=day + DAY) if s.by == instrument.id and name == "published" else s
                    for s in corpus.suspensions
                )
                values = _published_later(corpus, instrument.citation.cite) if name == "published" else corpus.values
                moved = replace(corpus, provisions=provisions, suspensions=suspensions, values=values)
                yield f"{instrument.file}: {name} a day later", day, moved


def _paragraphs_moved(corpus: Corpus) -> Iterator[tuple[str, date, Corpus]]:
    """Each first or last day that paragraphs have of their own, a day later."""
    for field, date_of, change in (("since", "binds_from", "compliance"), ("until", "superseded", "superseded")):
        for name in sorted({getattr(p, field) for p in corpus.provisions} - {""}):
            own = [p for p in corpus.provisions if getattr(p, field) == name]
            day = getattr(own[0].life, date_of)
            provisions = tuple(
                replace(p, life=replace(p.life, **{change: day + DAY})) if p in own else p for p in corpus.provisions
            )
            yield f"{corpus.values[name].file}: {name} a day later", day, replace(corpus, provisions=provisions)


def _published_later(corpus: Corpus, document: str) -> dict[str, Value]:
    """All values, with what the document says of them published a day later."""
    return {
        name: replace(
            value,
            versions=tuple(
                replace(v, published=v.published + DAY) if v.source.document == document else v for v in value.versions
            ),
        )
        for name, value in corpus.values.items()
    }


@dataclass(frozen=True, slots=True)
class ReadBy:
    """When a value is read: the lives of the provisions that read it, from the first encoded day on.

    `entries` are, for a list that items are classified in, the lives of the paragraphs of the Commerce Control List:
    one that is not in force holds no item, so that nothing shows whether the list names it.
    """

    lives: Sequence[Life]
    first: date
    entries: Mapping[str, Sequence[Life]]

    def on(self, day: date) -> bool:
        """Whether some provision that binds on that day reads it."""
        return day >= self.first and any(_binds(life, day) for life in self.lives)

    def of(self, value: Value, place: int) -> bool:
        """Whether some provision reads that version of it."""
        begins = max(value.versions[place].effective, self.first)
        following = value.versions[place + 1 : place + 2]
        ends = following[0].effective if following else date.max
        return any(max(begins, life.binds_from) < min(ends, life.superseded or date.max) for life in self.lives)


def _earlier_shows(value: Value, place: int, reading: ReadBy) -> bool:
    """Whether it would show that a version begins a day earlier."""
    eve = value.versions[place].effective - DAY
    before, after = (
        frozenset(v.value) if isinstance(v.value, frozenset) else None for v in value.versions[place - 1 : place + 1]
    )
    if not reading.on(eve) or before is None or after is None or not reading.entries:
        return reading.on(eve)
    return any(_binds(life, eve) for member in before ^ after for life in reading.entries.get(member, ()))


def _binds(life: Life, day: date) -> bool:
    return life.binds_from <= day and not life.superseded_by(day)


def _readers(corpus: Corpus) -> Mapping[str, Sequence[Life]]:
    """The lives of the provisions that read each value."""
    found: dict[str, list[Life]] = defaultdict(list)
    for p in corpus.provisions:
        for name in _read(p):
            found[name].append(p.life)
    return found


def _entries(corpus: Corpus) -> Mapping[str, Mapping[str, Sequence[Life]]]:
    """For each list that items are classified in, the lives of every paragraph."""
    lives: dict[str, list[Life]] = defaultdict(list)
    lists: set[str] = set()
    for p in corpus.provisions:
        if isinstance(p.effect, Classification):
            lives[p.id].append(p.life)
        lists |= {x.among.value for x in inside(p) if isinstance(x, c.Classified) and isinstance(x.among, c.ValueTerm)}
    return dict.fromkeys(lists, lives)


def _read(p: Provision) -> frozenset[str]:
    return frozenset(term.value for term in inside(p) if isinstance(term, c.ValueTerm))


def dormant(corpus: Corpus) -> int:
    """How many versions no answer can show: no provision reads them on a day that the corpus does not refuse."""
    readers = _readers(corpus)
    return sum(
        not ReadBy(readers.get(value.name, ()), corpus.encoded_from, {}).of(value, place)
        for value in corpus.values.values()
        for place in range(len(value.versions))
    )


def _moved(value: Value, place: int, reading: ReadBy) -> Iterator[tuple[str, ValueVersion]]:
    version = value.versions[place]
    for how, moved in _neighbours(value, version.value):
        yield how, replace(version, value=moved)
    # A first version that begins earlier begins before the text that reads it: nothing can show that.
    if place > 0 and _earlier_shows(value, place, reading):
        yield "effective a day earlier", replace(version, effective=version.effective - DAY)
    if version.effective > reading.first and reading.on(version.effective):
        yield "effective a day later", replace(version, effective=version.effective + DAY)


def _neighbours(value: Value, found: LawValue | None) -> Iterator[tuple[str, LawValue | None]]:
    match found:
        case date():
            yield "a day earlier", found - DAY
            yield "a day later", found + DAY
        case frozenset():
            for member in sorted(found):
                yield f"{WITHOUT}{member}", found - {member}
        case int() | Decimal():
            step = value.step or Decimal(1)
            if found >= step:  # A quantity below zero is none, and tests nothing.
                yield f"lower by {step}", found - step
            yield f"higher by {step}", found + step
