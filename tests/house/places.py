"""Where things stand in the repository, and how to look through them."""

import ast
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "weighbridge"
LAW = PACKAGE / "law"
LEDGER = PACKAGE / "ledger"


def top_packages() -> list[Path]:
    """The folders directly under the package that hold code."""
    return sorted(folder for folder in PACKAGE.iterdir() if any(folder.rglob("*.py")))


def python_files(*folders: Path) -> list[Path]:
    """Every Python file in and under the folders."""
    return sorted(file for folder in folders for file in folder.rglob("*.py"))


def pure_files() -> list[Path]:
    """Where no clock is read and nothing is a float: core, law, engine, and the ledger's rules without its stores."""
    return [*python_files(PACKAGE / "core", LAW, PACKAGE / "engine"), *sorted(LEDGER.glob("*.py"))]


def repository_files() -> list[Path]:
    """Every file that git tracks, or would if it were added; all files where there is no git, as in an archive."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, capture_output=True, text=True, check=False)
    if listed.returncode:
        return sorted(file for folder in ("src", "tests", "docs") for file in (ROOT / folder).rglob("*"))
    return sorted(file for name in listed.stdout.split("\0") if name and (file := ROOT / name).is_file())


def lines_matching(pattern: str, files: Iterable[Path]) -> list[str]:
    """`file:line: text` for each line that the pattern is found in, so that a failure says where to look."""
    return [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()}"
        for file in files
        for number, line in enumerate(text_of(file).splitlines(), start=1)
        if re.search(pattern, line)
    ]


def text_of(file: Path) -> str:
    """The file's text; nothing where it is not text."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def nodes(file: Path) -> Iterator[ast.AST]:
    """Every node of a Python file's syntax tree."""
    return ast.walk(ast.parse(text_of(file), filename=str(file)))


def place(file: Path, node: ast.expr) -> str:
    """`file:line: source` of an expression."""
    return f"{file.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)}"


def calls(file: Path, *names: str) -> Iterator[ast.Call]:
    """The calls of these functions: as `name(…)`, `module.name(…)` or `name.method(…)`."""
    for node in nodes(file):
        if isinstance(node, ast.Call) and not set(names).isdisjoint(ast.unparse(node.func).split(".")):
            yield node
