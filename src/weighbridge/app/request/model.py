"""Reads an AI model: the operations that trained it, what it derives from, whose data it learned from."""

from __future__ import annotations

from decimal import Decimal

from weighbridge.app.request.section import Section
from weighbridge.catalog.models import AmbiguousModel, UnknownModel, find_model
from weighbridge.core.fact import FactValue, Row
from weighbridge.core.text import Text

ROW_NUMBERS = {
    "share_of_operations": "share",
    "generation_operations": "operations",
    "generator_training_operations": "operations",
}
ROW_TRUTHS = ("data_published", "generator_published", "generator_already_counted")
NO_SYNTHETIC_DATA = Text(
    "No synthetic data is stated; the operations are counted as stated.", "未填合成資料；運算量依所填計算。"
)
NOT_DERIVED = Text("The model is taken as not derived from a published model.", "該模型視為非衍生自已公開發布之模型。")


def read_model(section: Section) -> tuple[dict[str, FactValue], tuple[Text, ...], str]:
    """The facts of a model, what was taken without being stated, and its name."""
    facts: dict[str, FactValue] = {}
    notes: list[Text] = []
    name = section.text("name")
    operations = section.number("training_operations", "operations")
    if operations is None and name and not section.has("training_operations"):
        operations = _from_catalog(section, name, notes)
    _put(facts, "model.training_operations", operations)
    _put(facts, "model.published", section.truth("published"))
    _put(facts, "model.storage_meets_supplement_10", section.truth("storage_meets_supplement_10"))
    _derived(section, facts, notes)
    rows = tuple(_row(row) for row in section.sections("synthetic_data"))
    if not section.has("synthetic_data"):
        notes.append(NO_SYNTHETIC_DATA)
    facts["model.synthetic_data"] = rows
    return facts, tuple(notes), name or "model"


def _put(facts: dict[str, FactValue], name: str, value: FactValue | None) -> None:
    if value is not None:
        facts[name] = value


def _from_catalog(section: Section, name: str, notes: list[Text]) -> Decimal | None:
    accepted = Text("a model of the catalog, or training_operations", "型錄中之模型，或 training_operations")
    try:
        model = find_model(name)
    except UnknownModel as unknown:
        section.wrong(
            "name", name, Text("The catalog has no such model.", "型錄中無此模型。"), accepted, unknown.nearest
        )
        return None
    except AmbiguousModel as ambiguous:
        section.wrong(
            "name",
            name,
            Text("Several models have this name.", "有數個模型使用此名稱。"),
            accepted,
            ambiguous.candidates,
        )
        return None
    if model.training_operations is None:
        return None
    operations = Decimal(model.training_operations)
    notes.append(
        Text(
            f"Training operations of {model.name}: {operations:.3e}, an outside estimate ({model.source}).",
            f"{model.name} 之訓練運算量：{operations:.3e}，屬外部估計值（{model.source}）。",
        )
    )
    return operations


def _derived(section: Section, facts: dict[str, FactValue], notes: list[Text]) -> None:
    """A base model and the operations added to it. Only a published base is what Note 1 to 4E091 speaks of."""
    base = section.section("derived_from")
    added = section.number("added_operations", "operations")
    _put(facts, "model.added_operations", added)
    if base is None:
        if added is None:
            facts["model.derived_from_published"] = False
            notes.append(NOT_DERIVED)
        return
    _put(facts, "model.derived_from_published", base.truth("published"))
    trained = base.number("training_operations", "operations")
    _put(facts, "model.base_training_operations", trained)
    if "model.training_operations" not in facts and trained is not None and added is not None:
        facts["model.training_operations"] = trained + added
    base.text("name")
    base.finish()


def _row(section: Section) -> Row:
    row: dict[str, Decimal | bool | None] = {
        f"synthetic.{key}": section.number(key, unit) for key, unit in ROW_NUMBERS.items()
    }
    share = row["synthetic.share_of_operations"]
    if isinstance(share, Decimal) and share > 1:
        problem = Text("A share is above 1.", "占比大於 1。")
        section.wrong("share_of_operations", share, problem, Text("a fraction such as 0.12", "小數，例如 0.12"))
    row |= {f"synthetic.{key}": section.truth(key) for key in ROW_TRUTHS}
    if not section.has("data_published"):
        row["synthetic.data_published"] = False
    if not section.has("generator_already_counted"):
        row["synthetic.generator_already_counted"] = False
    section.text("generator")
    section.finish()
    return row
