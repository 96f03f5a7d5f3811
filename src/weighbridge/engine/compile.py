"""Turns a rulebook's conditions into one Python function that evaluates and traces all of them.

Interpreting the conditions node by node costs many times as much (`python -m benchmarks full`), and a determination is
asked thousands of times for advice, interviews and mutation checks. The function takes the facts and the law's
values as tuples, in the order of the rulebook, and returns the trace (`weighbridge.engine.trace`). Values are
arguments, not constants, so that one compiled function serves every date with the same text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import CodeType
from typing import Any

from weighbridge.core import condition as c
from weighbridge.core.fact import FactValue
from weighbridge.core.provision import Classification, Provision
from weighbridge.core.rulebook import Rulebook
from weighbridge.core.truth import Truth
from weighbridge.core.value import LawValue
from weighbridge.engine.trace import layout, roots, size

Evaluate = Callable[[tuple[FactValue | None, ...], tuple[LawValue | None, ...]], tuple[Truth, ...]]

CLASSES = "classes"
"""Stands, in the order of evaluation, for the two sets of paragraphs in which the item is, or may be, classified."""


def compile_rulebook(rulebook: Rulebook) -> CodeType:
    """The code of one function for all provisions of the rulebook. It holds nothing else, so it can be kept.

    Raises:
        ValueError: provisions ask about each other in a circle, or about one that is not in force.
    """
    writer = _Writer(rulebook)
    for name in order_of_evaluation(rulebook):
        if name == CLASSES:
            writer.classes()
        else:
            writer.provision(rulebook.provisions[name])
    return compile(writer.source(), "<rulebook>", "exec")


def evaluator(code: CodeType) -> Evaluate:
    """The function that the code defines."""
    namespace: dict[str, Any] = {"total": _total, "largest": _largest}
    exec(code, namespace)
    evaluate: Evaluate = namespace["evaluate"]
    return evaluate


def order_of_evaluation(rulebook: Rulebook) -> list[str]:
    """The ids of all provisions, each after those it asks about; `CLASSES` after every classification."""
    order: list[str] = []
    open_: list[str] = []

    def visit(name: str) -> None:
        if name in order:
            return
        if name in open_:
            raise ValueError(f"Provisions ask about each other in a circle: {' > '.join([*open_, name])}.")
        open_.append(name)
        for asked in _asks_about(rulebook, name):
            visit(asked)
        open_.pop()
        order.append(name)

    for name in rulebook.provisions:
        visit(name)
    return order


def _asks_about(rulebook: Rulebook, name: str) -> Iterable[str]:
    if name == CLASSES:
        return [p.id for p in rulebook.provisions.values() if isinstance(p.effect, Classification)]
    if name not in rulebook.provisions:
        raise ValueError(f"A provision asks about {name!r}, which is not in force on {rulebook.effective_on}.")
    inside = [inner for root in roots(rulebook.provisions[name]) for inner in c.walk(root)]
    asked = [inner.provision for inner in inside if isinstance(inner, c.Met)]
    return [*asked, CLASSES] if any(isinstance(inner, c.Classified) for inner in inside) else asked


class _Writer:
    """Writes the source of the function, one line per condition."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.places = layout(rulebook)
        self.length = sum(size(root) for p in rulebook.provisions.values() for root in roots(p))
        self.fact_names = {name: f"f{i}" for i, name in enumerate(rulebook.facts)}
        self.value_names = {name: f"v{i}" for i, name in enumerate(rulebook.values)}
        self.constants: dict[str, str] = {}
        self.lines: list[str] = []
        self.columns: Mapping[str, str] = {}  # each column that is in reach, and the row that it is read from
        self.made = 0

    def source(self) -> str:
        """The whole function."""
        unpack = [f"{''.join(f'{n}, ' for n in names)} = {of}" for names, of in self.arguments() if names]
        result = f"return ({''.join(f't{i},' for i in range(self.length))})"
        constants = "".join(f"{name} = {written}\n" for name, written in self.constants.items())
        return f"{constants}def evaluate(F, V):\n" + "".join(f"    {line}\n" for line in [*unpack, *self.lines, result])

    def arguments(self) -> tuple[tuple[list[str], str], tuple[list[str], str]]:
        """The names of all facts and of all values, in order: taking a tuple apart whole is the fastest."""
        return (list(self.fact_names.values()), "F"), (list(self.value_names.values()), "V")

    def provision(self, p: Provision) -> None:
        place = self.places[p.id]
        for root in roots(p):
            self.condition(root, place)
            place += size(root)

    def classes(self) -> None:
        names = [p.id for p in self.rulebook.provisions.values() if isinstance(p.effect, Classification)]
        ids = self.constant(repr(tuple(names)))
        truths = f"({''.join(f't{self.places[name]},' for name in names)})"
        self.lines.append(f"found = {truths}")
        self.lines.append(f"met = {{i for i, t in zip({ids}, found) if t}}")
        self.lines.append(f"maybe = {{i for i, t in zip({ids}, found) if t is None}} if None in found else ()")

    # conditions

    def condition(self, condition: c.Condition, place: int) -> str:
        """Write the lines for a condition and its parts; the name that holds its truth."""
        name = f"t{place}"
        inner = place + 1
        parts = []
        for part in c.parts_of(condition):
            parts.append(self.condition(part, inner))
            inner += size(part)
        self.lines.append(f"{name} = {self.expression(condition, parts)}")
        return name

    def expression(self, condition: c.Condition, parts: list[str]) -> str:
        match condition:
            case c.AllOf():
                return _junction(parts, every=True)
            case c.AnyOf():
                return _junction(parts, every=False)
            case c.Not():
                return f"None if {parts[0]} is None else not {parts[0]}"
            case c.Met(provision=provision):
                return f"t{self.places[provision]}"
            case c.Holds(fact=fact):
                return self.fact(fact)
            case c.Compare(left=left, operator=operator, right=right):
                a, b = self.term(left), self.term(right)
                return f"None if {a} is None or {b} is None else {a} {operator} {b}"
            case c.Among(fact=fact, among=among):
                f, s = self.fact(fact), self.term(among)
                known = f"True if {f} in {s} else None if None in {s} else False"
                return f"None if {f} is None or {s} is None else {known}"
            case c.Overlaps(fact=fact, among=among):
                f, s = self.fact(fact), self.term(among)
                known = f"True if not {s}.isdisjoint({f}) else None if None in {f} else False"
                return f"None if {f} is None or {s} is None else {known}"
            case c.Classified(among=among):  # pragma: no branch
                s = self.term(among)
                known = f"True if not {s}.isdisjoint(met) else None if not {s}.isdisjoint(maybe) else False"
                return f"None if {s} is None else {known}"

    # terms

    def term(self, term: c.Term) -> str:
        """Write what is needed to hold a term; the name that holds it, None where it is unknown."""
        match term:
            case c.FactTerm(fact=fact):
                return self.fact(fact)
            case c.ValueTerm(value=value):
                return self.value_names[value]
            case c.Words(words=words):
                return self.constant(f"frozenset({words!r})")
            case c.Sum(terms=terms):
                return self.known_together(terms, lambda names: " + ".join(names) or "0")
            case c.Product(terms=terms):
                return self.known_together(terms, lambda names: " * ".join(names) or "1")
            case c.Greatest(terms=terms):
                return self.known_together(terms, lambda names: f"max(({', '.join(names)},))")
            case c.When(condition=condition, counted=counted):
                truth = self.untraced(condition)
                return self.hold(f"0 if {truth} is False else None if {truth} is None else {self.term(counted)}")
            case c.Total(rows=rows, of=of, where=where):
                return self.over_rows("total", rows, of, where)
            case c.Largest(rows=rows, of=of, where=where):  # pragma: no branch
                return self.over_rows("largest", rows, of, where)

    def known_together(self, terms: Iterable[c.Term], join: Callable[[list[str]], str]) -> str:
        names = [self.term(t) for t in terms]
        unknown = " or ".join(f"{n} is None" for n in names)
        return self.hold(f"None if {unknown or False} else {join(names)}")

    def over_rows(self, fold: str, rows: str, of: c.Term, where: c.Condition) -> str:
        """Write a function of one row, giving its truth and its quantity, and fold it over all rows."""
        outer, self.lines = self.lines, []
        outside, self.made = self.columns, self.made + 1
        row, each = f"row{self.made}", f"each{self.made}"
        self.columns = {**outside, **{column.name: row for column in self.rulebook.facts[rows].columns}}
        truth = self.untraced(where)
        quantity = self.term(of)
        body, self.lines, self.columns = self.lines, outer, outside
        self.lines.append(f"def {each}({row}):")
        self.lines.extend(f"    {line}" for line in [*body, f"return {truth}, {quantity}"])
        return self.hold(f"{fold}({self.fact(rows)}, {each})")

    def untraced(self, condition: c.Condition) -> str:
        """Write a condition inside a term: it has no place of its own in the trace."""
        parts = [self.untraced(part) for part in c.parts_of(condition)]
        return self.hold(self.expression(condition, parts))

    # names

    def fact(self, name: str) -> str:
        if name in self.columns:
            return self.hold(f"{self.columns[name]}.get({name!r})")
        return self.fact_names[name]

    def hold(self, expression: str) -> str:
        self.made += 1
        self.lines.append(f"x{self.made} = {expression}")
        return f"x{self.made}"

    def constant(self, written: str) -> str:
        name = f"k{len(self.constants)}"
        self.constants[name] = written
        return name


def _junction(parts: list[str], *, every: bool) -> str:
    """`and` or `or` over three values. The plain operator settles what holds; the rest looks for what decides."""
    if not parts:
        return str(every)
    if len(parts) == 1:
        return parts[0]
    if every:
        fails = " or ".join(f"{p} is False" for p in parts)
        return f"True if {' and '.join(parts)} else False if {fails} else None"
    unknown = " or ".join(f"{p} is None" for p in parts)
    return f"True if {' or '.join(parts)} else None if {unknown} else False"


def _total(rows: Any, each: Callable[[Any], tuple[Truth, Any]]) -> Any:
    return _fold(rows, each, sum)


def _largest(rows: Any, each: Callable[[Any], tuple[Truth, Any]]) -> Any:
    return _fold(rows, each, lambda quantities: max(quantities, default=0))


def _fold(rows: Any, each: Callable[[Any], tuple[Truth, Any]], fold: Callable[[list[Any]], Any]) -> Any:
    """Fold the quantities of the rows that count; None if a row may count, or counts by an unknown quantity."""
    if rows is None:
        return None
    judged = [each(row) for row in rows]
    counted = [quantity for truth, quantity in judged if truth is not False]
    if None in counted or any(truth is None for truth, _ in judged):
        return None
    return fold(counted)
