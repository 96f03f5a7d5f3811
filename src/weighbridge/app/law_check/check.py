"""`law check`: runs every case, then moves every value and demands that a case notices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from weighbridge.app.law_check.cases import Case, compare, read_cases, run
from weighbridge.app.law_check.mutants import Mutant, dormant, mutants
from weighbridge.core import condition as c
from weighbridge.core.rulebook import Corpus
from weighbridge.core.truth import Truth
from weighbridge.engine.determine import determine, with_presumptions
from weighbridge.engine.plan import Plan
from weighbridge.engine.reckon import Reckoner
from weighbridge.engine.trace import roots
from weighbridge.law.load import section_folders

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


def all_cases(corpus: Corpus, folders: Sequence[Path] | None = None) -> list[Case]:
    """The cases beside every section."""
    return [case for folder in folders or section_folders() for case in read_cases(folder / "cases.yaml", corpus.facts)]


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
        if not wrong and case.expect.get("refused") != "true":
            plan = plans[case.on, case.known_on, case.track]
            passing.append(Baseline(case, plan, plan.trace(with_presumptions(plan, case.given))))
    report.cases = len(cases)
    report.uncovered, report.numbers = _uncovered(corpus, passing)
    found = list(mutants(corpus))
    for done, mutant in enumerate(found):
        progress("mutants", done, len(found))
        if not any(_notices(b, mutant) for b in _nearest_first(passing, mutant)):
            report.surviving.append(f"{mutant.place}: {mutant.how}: no case notices.")
    report.mutants = len(found)
    return report


def _nearest_first(passing: Sequence[Baseline], mutant: Mutant) -> Iterator[Baseline]:
    folder = str(Path(mutant.value.file).parent)
    yield from (b for b in passing if folder in b.case.file)
    yield from (b for b in passing if folder not in b.case.file)


def _notices(baseline: Baseline, mutant: Mutant) -> bool:
    """Whether the case fails under the mutant. The cheap test first: does the trace, or a reckoned value, move?"""
    plan, case = baseline.plan, baseline.case
    rulebook = plan.rulebook
    version = mutant.value.at(rulebook.effective_on, rulebook.known_on)
    name = mutant.value.name
    if version == rulebook.versions[name]:
        return False
    mutated = replace(rulebook, versions={**rulebook.versions, name: version})
    moved = plan.moved_to(mutated)
    reckoned = "due" in case.expect or "draws" in case.expect
    if not reckoned and moved.trace(with_presumptions(moved, case.given)) == baseline.truths:
        return False
    return bool(compare(case.expect, determine(moved, case.given), moved))


# --- a case on each number, and one on its other side -------------------------------------------------------------------


def _uncovered(corpus: Corpus, passing: Sequence[Baseline]) -> tuple[list[str], int]:
    """The numbers and days that no case meets exactly, or that cases meet from one side only."""
    compared = {p.id: tuple(_comparisons(root) for root in roots(p)) for p in corpus.provisions}
    sides: dict[str, set[str]] = {}
    for baseline in passing:
        reckoner = Reckoner(baseline.plan.rulebook, with_presumptions(baseline.plan, baseline.case.given))
        for provision in baseline.plan.rulebook.provisions:
            for leaf, name in (pair for root in compared[provision] for pair in root):
                left, right = reckoner.amount(leaf.left), reckoner.amount(leaf.right)
                if left is not None and right is not None:
                    sides.setdefault(name, set()).add("on" if left == right else "off")
                    sides[name].add("holds" if reckoner.truth(leaf) else "fails")
    wanted = {name for leaves in compared.values() for root in leaves for _, name in root}
    numbers = sorted(name for name in wanted if corpus.values[name].versions)
    lacking: Mapping[str, str] = {
        "on": "no case lies exactly on it",
        "holds": "no case lies on the side that holds",
        "fails": "no case lies on the side that fails",
    }
    found = [
        f"{corpus.values[name].file}: {name}: {sentence}."
        for name in numbers
        for side, sentence in lacking.items()
        if side not in sides.get(name, set()) and any(v.value is not None for v in corpus.values[name].versions)
    ]
    return found, len(numbers)


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
