"""No clock and no float in the pure parts; no number or date of law outside its values."""

import ast
import re
from pathlib import Path

from tests.house.places import LAW, PACKAGE, calls, lines_matching, nodes, place, pure_files, python_files

RULES = sorted(LAW.rglob("rule.py"))
FIRST_YEAR_OF_LAW = 1900


def test_the_pure_parts_read_no_clock() -> None:
    clocks = lines_matching(r"datetime\.now|date\.today|time\.time\(|utcnow", pure_files())

    assert not clocks


def test_no_float_comes_near_a_threshold() -> None:
    floats = lines_matching(r"\bfloat\(|(:|->) float\b", pure_files())
    literals = [
        place(file, node)
        for file in pure_files()
        for node in nodes(file)
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]

    assert not floats + literals


def test_a_rule_holds_no_number_but_nought_and_one_for_numbers_stand_in_its_values() -> None:
    numbers = [
        place(rule, node)
        for rule in RULES
        for node in nodes(rule)
        if isinstance(node, ast.Constant) and type(node.value) in (int, float, complex) and node.value not in (0, 1)
    ]
    made_from_text = [
        place(rule, call) for rule in RULES for call in calls(rule, "Decimal", "Fraction", "int", "float")
    ]

    assert not numbers + made_from_text


def test_a_rule_holds_no_date_for_dates_stand_in_its_values() -> None:
    made = [place(rule, call) for rule in RULES for call in calls(rule, "date", "datetime")]
    written = [place(rule, text) for rule in RULES for text in dates_in_strings(rule)]

    assert not made + written


def test_no_date_of_law_stands_outside_law() -> None:
    outside = [file for file in python_files(PACKAGE) if not file.is_relative_to(LAW)]
    dates = [place(file, call) for file in outside for call in calls(file, "date", "datetime") if is_fixed(call)]

    assert not dates


def dates_in_strings(file: Path) -> list[ast.Constant]:
    """The strings that are a date and nothing else; prose, such as a docstring, may name one."""
    return [
        node
        for node in nodes(file)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"\d{4}-\d{2}-\d{2}", node.value)
    ]


def is_fixed(call: ast.Call) -> bool:
    """Whether the call makes a date that is written out: `date(2025, …)` or `date.fromisoformat("2025-…")`."""
    match call.args:
        case [ast.Constant(value=int(year)), *_]:
            return year >= FIRST_YEAR_OF_LAW
        case [ast.Constant(value=str(text))]:
            return re.match(r"\d{4}", text) is not None
        case _:
            return False
