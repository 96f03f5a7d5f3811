"""How the packages are laid out."""

import ast
import sys
from pathlib import Path

from tests.house.places import LAW, LEDGER, PACKAGE, ROOT, nodes, python_files, top_packages

LONGEST_FILE = 400


def test_every_top_package_says_in_a_readme_what_it_holds_and_may_import() -> None:
    unsaid = [folder.name for folder in top_packages() if not (folder / "README.md").is_file()]

    assert not unsaid


def test_every_rule_has_worked_cases_beside_it() -> None:
    without = [
        str(rule.parent.relative_to(LAW)) for rule in LAW.rglob("rule.py") if not rule.with_name("cases.yaml").is_file()
    ]

    assert not without


def test_every_folder_with_code_is_a_package_so_that_the_import_contract_and_the_coverage_see_it() -> None:
    folders = {file.parent for file in python_files(PACKAGE)}
    unseen = sorted(str(folder.relative_to(ROOT)) for folder in folders if not (folder / "__init__.py").is_file())

    assert not unseen


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in python_files(PACKAGE)}
    too_long = {str(file.relative_to(ROOT)): length for file, length in lengths.items() if length > LONGEST_FILE}

    assert not too_long


def test_core_imports_the_standard_library_and_itself_alone() -> None:
    assert not imports_beside(python_files(PACKAGE / "core"), "weighbridge.core.")


def test_the_rules_of_the_ledger_import_the_standard_library_core_and_themselves_and_no_store() -> None:
    rules = sorted(LEDGER.glob("*.py"))

    assert not imports_beside(rules, "weighbridge.core.", "weighbridge.ledger.")
    assert not {found for found in imports_beside(rules) if "weighbridge.ledger.stores" in found}


def imports_beside(files: list[Path], *allowed: str) -> set[str]:
    """`file: name` of each import that is neither of the standard library nor begins with what is allowed."""
    return {
        f"{file.relative_to(ROOT)}: {name}"
        for file in files
        for node in nodes(file)
        for name in imported(node)
        if name.split(".")[0] not in sys.stdlib_module_names and not f"{name}.".startswith(allowed)
    }


def imported(node: ast.AST) -> list[str]:
    """The absolute names of modules that an import statement takes from; none for any other node."""
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=str(module), level=0):
            return [module]
        case _:
            return []
