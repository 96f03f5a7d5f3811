"""Every way in which a value of the law is moved, to see whether a case notices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

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
    """All mutants that could change an answer: of versions still in force on the first encoded day, or later ones."""
    for value in corpus.values.values():
        for place, version in enumerate(value.versions):
            if _observable(value, place, corpus.encoded_from):
                for how, moved in _moved(value, place, corpus.encoded_from):
                    versions = (*value.versions[:place], moved, *value.versions[place + 1 :])
                    member = how.removeprefix(WITHOUT) if how.startswith(WITHOUT) else ""
                    yield Mutant(replace(value, versions=versions), version, how, member)


def calendars(corpus: Corpus) -> Iterator[tuple[str, date, Corpus]]:
    """The corpus with one of the days that bound it, or of its instruments, moved; with what was moved and its day."""
    for name in ("encoded_from", "known_from"):
        for how, shift in (("a day earlier", -DAY), ("a day later", DAY)):
            day = getattr(corpus, name)
            yield f"corpus.yaml: {name} {how}", day, replace(corpus, **{name: day + shift})
    for instrument in corpus.instruments.values():
        life = instrument.life
        for name in ("published", "compliance"):
            day = getattr(life, name)
            bound = corpus.known_from if name == "published" else corpus.encoded_from
            if instrument.encoded and day is not None and day >= bound:
                provisions = tuple(
                    replace(p, life=replace(p.life, **{name: day + DAY})) if p.instrument == instrument.id else p
                    for p in corpus.provisions
                )
                suspensions = tuple(
                    replace(s, published=day + DAY) if s.by == instrument.id and name == "published" else s
                    for s in corpus.suspensions
                )
                values = _published_later(corpus, instrument.citation.cite) if name == "published" else corpus.values
                moved = replace(corpus, provisions=provisions, suspensions=suspensions, values=values)
                yield f"{instrument.file}: {name} a day later", day, moved
    for place, suspension in enumerate(corpus.suspensions):
        for name in ("since", "until"):
            day = getattr(suspension.span, name)
            if day is not None and day > corpus.encoded_from and corpus.instruments[suspension.of].encoded:
                other = replace(suspension, span=replace(suspension.span, **{name: day + DAY}))
                others = (*corpus.suspensions[:place], other, *corpus.suspensions[place + 1 :])
                what = f"{corpus.instruments[suspension.by].file}: suspension {name} a day later"
                yield what, day, replace(corpus, suspensions=others)


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


def dormant(corpus: Corpus) -> int:
    """How many versions no answer can show, since the corpus refuses the days on which they were in force."""
    return sum(
        not _observable(value, place, corpus.encoded_from)
        for value in corpus.values.values()
        for place in range(len(value.versions))
    )


def _observable(value: Value, place: int, encoded_from: date) -> bool:
    following = value.versions[place + 1 : place + 2]
    return not following or following[0].effective > encoded_from


def _moved(value: Value, place: int, encoded_from: date) -> Iterator[tuple[str, ValueVersion]]:
    version = value.versions[place]
    for how, moved in _neighbours(value, version.value):
        yield how, replace(version, value=moved)
    if version.effective > encoded_from:
        # A first version that begins earlier begins before the text that reads it: nothing can show that.
        for how, shift in (("a day earlier", -DAY), ("a day later", DAY))[place == 0 :]:
            yield f"effective {how}", replace(version, effective=version.effective + shift)


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
