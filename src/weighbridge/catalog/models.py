"""AI models and the operations that trained them. Every figure is an outside estimate: no developer certifies one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from weighbridge.catalog.index import Ambiguous, Index, Unknown, rows


class UnknownModel(Unknown):
    """The catalog has no model of this name."""


class AmbiguousModel(Ambiguous):
    """Several models have this name."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model.

    `training_operations` and `other_operations` are outside estimates; `open_weights` is not the legal test of
    publication (15 CFR 734.7).
    """

    id: str
    name: str
    developer: str
    developer_headquarters: tuple[str, ...]
    release_date: str
    training_operations: Decimal | None
    other_operations: tuple[Decimal, ...]
    operations_note: str
    open_weights: bool | None
    weights_access: str
    base_model: str
    finetune_operations: Decimal | None
    parameters: Decimal | None
    source: str
    confidence: str
    note: str


@cache
def models() -> Mapping[str, Model]:
    """Every model by its id."""
    return {row["model_id"]: _model(row) for row in rows("models.csv")}


def _model(row: Mapping[str, str]) -> Model:
    return Model(
        id=row["model_id"],
        name=row["name"],
        developer=row["developer"],
        developer_headquarters=tuple(filter(None, row["developer_headquarters"].split("|"))),
        release_date=row["release_date"],
        training_operations=_number(row["training_operations"]),
        other_operations=tuple(Decimal(n) for n in row["other_operations"].split("|") if n),
        operations_note=row["operations_note"],
        open_weights={"true": True, "false": False}.get(row["open_weights"]),
        weights_access=row["weights_access"],
        base_model=row["base_model"],
        finetune_operations=_number(row["finetune_operations"]),
        parameters=_number(row["parameters"]),
        source=row["source"],
        confidence=row["confidence"],
        note=row["note"],
    )


def _number(written: str) -> Decimal | None:
    return Decimal(written) if written else None


@cache
def _index() -> Index:
    return Index({m.id: (m.name, f"{m.developer} {m.name}") for m in models().values()}, UnknownModel, AmbiguousModel)


def find_model(text: str) -> Model:
    """The model of that id or name.

    Raises:
        UnknownModel: with the nearest names.
        AmbiguousModel: with the ids of all models that have the name.
    """
    return models()[_index().find(text)]
