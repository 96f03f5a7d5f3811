"""What the documents and the Makefile tell a person to run is there to be run."""

import os
import re
import tomllib
from typing import Any

from tests.house.places import ROOT, repository_files


def test_every_make_target_that_a_document_names_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    documents = [file for file in repository_files() if file.suffix == ".md"]
    named = {
        name
        for file in documents
        for name in re.findall(r"(?:^|`)make ([a-z-]+)", file.read_text("utf-8"), re.MULTILINE)
    }

    assert named <= targets


def test_every_script_can_be_run() -> None:
    scripts = [ROOT / ".ci" / "run", *(ROOT / "scripts").iterdir()]

    assert all(os.access(script, os.X_OK) for script in scripts)


def test_the_lock_holds_what_the_project_asks_for() -> None:
    project = read_toml("pyproject.toml")
    asked = {
        "": [
            *project["project"]["dependencies"],
            *(line for extra in project["project"]["optional-dependencies"].values() for line in extra),
        ],
        **project["dependency-groups"],
    }
    [locked] = (package for package in read_toml("uv.lock")["package"] if package["name"] == "weighbridge")
    held = {"": locked["metadata"]["requires-dist"], **locked["metadata"]["requires-dev"]}

    assert {group: sorted(map(split_requirement, lines)) for group, lines in asked.items()} == {
        group: sorted((entry["name"], entry.get("specifier", "")) for entry in entries)
        for group, entries in held.items()
    }


def read_toml(name: str) -> dict[str, Any]:
    """A TOML file at the root of the repository."""
    return tomllib.loads((ROOT / name).read_text(encoding="utf-8"))


def split_requirement(line: str) -> tuple[str, str]:
    """`PyYAML>=6.0` as the lock file writes it: `("pyyaml", ">=6.0")`; less what stands in brackets."""
    name, specifier = re.fullmatch(r"([\w.-]+)(?:\[.*\])?(.*)", line).groups()  # type: ignore[union-attr]
    return re.sub(r"[-_.]+", "-", name).lower(), specifier
