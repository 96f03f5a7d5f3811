"""Schemas grow forward only: numbered SQL files beside a store, each applied once and in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from weighbridge.ledger.store import StoreUnavailable


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of a schema: its version, and the statements that lead there from the version before."""

    version: int
    name: str
    sql: str


def migrations_of(store: str) -> tuple[Migration, ...]:
    """The steps of a store's schema (`sqlite`, `postgresql`), in order."""
    folder = files("weighbridge.ledger.stores") / store / "schema"
    found = sorted((file.name, file.read_text(encoding="utf-8")) for file in folder.iterdir())
    return tuple(Migration(int(name[:4]), name[5:-4], sql) for name, sql in found)


def missing(steps: Sequence[Migration], version: int) -> Sequence[Migration]:
    """The steps that a schema of this version lacks.

    Raises:
        StoreUnavailable: the schema is newer than the program.
    """
    newest = steps[-1].version
    if version > newest:
        raise StoreUnavailable(
            f"The ledger has schema version {version}; this program knows versions up to {newest}. "
            "It was written by a newer Weighbridge: use that one, or a newer one still."
        )
    return [step for step in steps if step.version > version]
