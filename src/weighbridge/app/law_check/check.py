"""`law check`: runs every case, then moves every value and demands that a case notices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path

from weighbridge.app.law_check.cases import Case, compare, read_cases, run
from weighbridge.app.law_check.mutants import DAY, Mutant, calendars, dormant, mutants
from weighbridge.core import condition as c
from weighbridge.core.check import inside
from weighbridge.core.rulebook import TRACKS, Corpus, Rulebook
from weighbridge.core.truth import Truth
from weighbridge.engine.determine import with_presumptions
from weighbridge.engine.plan import Plan
from weighbridge.engine.reckon import Reckoner
from weighbridge.engine.trace import roots
from weighbridge.law.load import case_folders

Key = tuple[date, date, str]


@dataclass
class Report:
    """What the check found."""

    cases: int = 0
    failing: list[str] = field(default_factory=list)
    mutants: int = 0
    surviving: list[str] = field(default_factory=list)
    numbers: int = 0
    uncovered: list[str] = field(default_factory=list)
    dormant: int = 0

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not (self.failing or self.surviving or self.uncovered)


@dataclass(frozen=True)
class Baseline:
    """A case that passes, with the plan of its day and the trace it leaves."""

    case: Case
    plan: Plan
    truths: tuple[Truth, ...]
    words: frozenset[str]


def all_cases(corpus: Corpus, folders: Sequence[Path] | None = None) -> list[Case]:
    """The cases beside every section."""
    return [case for folder in folders or case_folders() for case in read_cases(folder / "cases.yaml", corpus.facts)]


def check_law(corpus: Corpus, progress: Callable[[str, int, int], None] = lambda *_: None) -> Report:
    """Run all cases, then all mutants. `progress` is told the stage, how many are done and how many there are."""
    report = Report(dormant=dormant(corpus))
    plans: dict[Key, Plan] = {}
    cases = all_cases(corpus)
    passing = []
    for done, case in enumerate(cases):
        progress("cases", done, len(cases))
        wrong = run(case, corpus, plans)
        report.failing += [f"{case.file}: {case.name}: {sentence}" for sentence in wrong]
        if not wrong and not case.amendment and case.expect.get("refused") != "true":
            plan = plans[case.key]
            truths = plan.trace(with_presumptions(plan, case.given))
            passing.append(Baseline(case, plan, truths, frozenset(_words(case.given.values()))))
    report.cases = len(cases)
    report.uncovered, report.numbers = _uncovered(corpus, passing)
    report.uncovered += _days_without_cases(corpus, cases)
    found = list(mutants(corpus))
    for done, mutant in enumerate(found):
        progress("mutants", done, len(found))
        if not _noticed(mutant, passing):
            report.surviving.append(f"{mutant.place}: {mutant.how}: no case notices.")
    moved = list(calendars(corpus))
    for done, (what, day, other) in enumerate(moved):
        progress("days", done, len(moved))
        plans = {}
        if not any(_differs(case, other, plans) for case in cases if _bounds(case, day) and not case.amendment):
            report.surviving.append(f"{what}: no case notices.")
    report.mutants = len(found) + len(moved)
    return report


def _bounds(case: Case, day: date) -> bool:
    """Whether a case stands on that day or on its eve, on either clock."""
    return abs(case.on - day) <= DAY or abs(case.known_on - day) <= DAY


def _differs(case: Case, other: Corpus, plans: dict[Key, Plan]) -> bool:
    """Whether the case fails under another calendar; rules that ask about one not yet in force fail it too."""
    try:
        return bool(run(case, other, plans))
    except ValueError:
        return True


def _words(stated: Iterable[object]) -> Iterator[str]:
    """Every word that a case states."""
    for value in stated:
        if isinstance(value, str):
            yield value
        elif isinstance(value, frozenset):
            yield from (member for member in value if member)
    yield ""


def _noticed(mutant: Mutant, passing: Sequence[Baseline]) -> bool:
    """Whether some case fails under the mutant; those likeliest to are tried first."""
    moved: dict[int, Plan | None] = {}
    for baseline in _likeliest_first(passing, mutant):
        plan = baseline.plan
        if id(plan) not in moved:
            moved[id(plan)] = _moved(plan, mutant)
        under = moved[id(plan)]
        if under is not None and _notices(baseline, under):
            return True
    return False


def _likeliest_first(passing: Sequence[Baseline], mutant: Mutant) -> Iterator[Baseline]:
    """Cases of the section that state the member which is gone, then others of the section, then all others."""
    folder = str(Path(mutant.value.file).parent)
    ranks: tuple[list[Baseline], ...] = ([], [], [], [])
    for baseline in passing:
        states = mutant.member in baseline.words
        ranks[(folder not in baseline.case.file) + 2 * (not states)].append(baseline)
    return chain(*ranks)


def _moved(plan: Plan, mutant: Mutant) -> Plan | None:
    """The plan under the mutant; None where on its day nothing is moved."""
    rulebook, name = plan.rulebook, mutant.value.name
    version = mutant.value.at(rulebook.effective_on, rulebook.known_on)
    if version == rulebook.versions[name]:
        return None
    return plan.moved_to(replace(rulebook, versions={**rulebook.versions, name: version}))


def _notices(baseline: Baseline, moved: Plan) -> bool:
    """Whether the case fails under the moved law. The cheap test first: does the trace, or a reckoned value, move?"""
    case = baseline.case
    reckoned = "due" in case.expect or "draws" in case.expect
    if not reckoned and moved.trace(with_presumptions(moved, case.given)) == baseline.truths:
        return False
    return bool(compare(case, moved))


# --- a case on each number, and one on its other side ---------------------------------------------


def _uncovered(corpus: Corpus, passing: Sequence[Baseline]) -> tuple[list[str], int]:
    """The numbers and days that no case meets exactly, or that cases meet from one side only."""
    compared = {p.id: tuple(_comparisons(root) for root in roots(p)) for p in corpus.provisions}
    sides: dict[str, set[str]] = {}
    lacking: Mapping[str, str] = {
        "on": "no case lies exactly on it",
        "holds": "no case lies on the side that holds",
        "fails": "no case lies on the side that fails",
    }
    for baseline in passing:
        reckoner = Reckoner(baseline.plan.rulebook, with_presumptions(baseline.plan, baseline.case.given))
        for provision in baseline.plan.rulebook.provisions:
            for leaf, name in (pair for root in compared[provision] for pair in root):
                if sides.get(name, set()) >= lacking.keys():
                    continue  # Reckoning is slow, and this one lacks nothing.
                left, right = reckoner.amount(leaf.left), reckoner.amount(leaf.right)
                if left is not None and right is not None:
                    sides.setdefault(name, set()).add("on" if left == right else "off")
                    sides[name].add("holds" if reckoner.truth(leaf) else "fails")
    wanted = {name for leaves in compared.values() for root in leaves for _, name in root}
    numbers = sorted(name for name in wanted if corpus.values[name].versions)
    found = [
        f"{corpus.values[name].file}: {name}: {sentence}."
        for name in numbers
        for side, sentence in lacking.items()
        if side not in sides.get(name, set()) and any(v.value is not None for v in corpus.values[name].versions)
    ]
    return found, len(numbers)


def _days_without_cases(corpus: Corpus, cases: Sequence[Case]) -> Iterator[str]:
    """The days on which the law of a track changes and on which, or on whose eve, no case stands."""
    stand = {(case.on, case.track) for case in cases}
    for track in TRACKS:
        for day in corpus.turning_days:
            before, after = (_content(corpus.as_of(on, date.max, track)) for on in (day - DAY, day))
            for on, word in ((day - DAY, "eve"), (day, "day")):
                if before != after and (on, track) not in stand:
                    yield f"The law of the track {track} changes on {day}: no case lies on its {word}."


def _content(rulebook: Rulebook) -> tuple[object, ...]:
    """The provisions in force and the values that they read: what may answer otherwise when it changes."""
    provisions = tuple(rulebook.provisions.values())
    read = {term.value for p in provisions for term in inside(p) if isinstance(term, c.ValueTerm)}
    return provisions, {name: rulebook.values[name] for name in sorted(read)}


def _comparisons(root: c.Condition) -> tuple[tuple[c.Compare, str], ...]:
    """Every comparison of quantities outside rows, with each number of the law that stands in it."""
    return tuple(
        (leaf, inner.value)
        for leaf in c.walk(root)
        if isinstance(leaf, c.Compare) and not _of_rows(leaf)
        for inner in c.walk(leaf)
        if isinstance(inner, c.ValueTerm)
    )


def _of_rows(leaf: c.Compare) -> bool:
    """Whether it compares a column of a row: the mutants alone cover those."""
    return any(isinstance(inner, c.FactTerm) and inner.fact.startswith("synthetic.") for inner in c.walk(leaf))
