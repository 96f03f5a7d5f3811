"""Chips: computed, sourced, found by name, never guessed."""

from __future__ import annotations

import csv
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weighbridge.catalog.chips import AmbiguousChip, UnknownChip, chips, find_chip
from weighbridge.catalog.index import CatalogError
from weighbridge.catalog.readings import chip_readings
from weighbridge.catalog.throughput import (
    SparseFigure,
    UnknownPrecision,
    parse_precision,
    performance_density,
    total_processing_performance,
)


def main_tpp(name: str) -> Decimal:
    return total_processing_performance(chip_readings(find_chip(name))[0].dense_tops)[0]


@pytest.mark.parametrize(
    ("chip", "tpp"),
    [
        ("nvidia-h100-sxm5", "15832"),  # 989.5 x 16
        ("nvidia-a100-sxm4-80gb", "4992"),  # 624 x 8
        ("nvidia-h20", "2368"),  # 296 x 8
        ("nvidia-b200", "36000"),  # 4,500 x 8
        ("amd-mi300x", "20919.2"),  # 2,614.9 x 8
        ("amd-mi250x", "6128"),  # 383 x 16
    ],
)
def test_tpp_is_the_highest_dense_rate_times_its_bit_length(chip: str, tpp: str) -> None:
    assert main_tpp(chip) == Decimal(tpp)


def test_the_worked_example_of_the_technical_note_holds() -> None:
    assert total_processing_performance({"int8": Decimal(600)}) == (Decimal(4800), ("int8",))
    assert total_processing_performance({"fp16": Decimal(300)}) == (Decimal(4800), ("fp16",))


def test_every_chip_computes_to_the_figure_of_the_reference(reference_dir: Path) -> None:
    with (reference_dir / "reference" / "chips.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            readings = chip_readings(chips()[row["chip_id"]])
            if row["max_tpp"]:
                assert total_processing_performance(readings[0].dense_tops)[0] == Decimal(row["max_tpp"]), row[
                    "chip_id"
                ]


def test_every_figure_has_a_source_and_a_grade() -> None:
    figures = [f for chip in chips().values() for found in chip.figures.values() for f in found]
    assert len(chips()) >= 80
    assert all(f.source and f.confidence in {"high", "medium", "low"} and f.value > 0 for f in figures)


def test_conflicting_figures_are_all_kept_and_read_one_at_a_time() -> None:
    areas = [reading.die_area_mm2 for reading in chip_readings(find_chip("huawei-ascend-910"))]
    assert areas == [Decimal(624), Decimal(1228)]


def test_tf32_counts_only_in_the_contested_reading() -> None:
    tpps = [total_processing_performance(r.dense_tops)[0] for r in chip_readings(find_chip("aws-trainium1"))]
    assert tpps[0] == 3040
    assert 6080 in tpps


def test_density_is_cut_off_never_rounded_up_to_a_threshold() -> None:
    assert performance_density(Decimal(4736), Decimal(800)) == Decimal("5.92")
    below = performance_density(Decimal("4735.9999999999999999999999999"), Decimal(800))
    assert below < Decimal("5.92")


@pytest.mark.parametrize("name", ["H100 SXM", "h100-sxm5", "nvidia h100 sxm5", "NVIDIA-H100-SXM5"])
def test_a_chip_is_found_by_any_of_its_names(name: str) -> None:
    assert find_chip(name).id == "nvidia-h100-sxm5"


def test_a_name_that_several_chips_share_is_not_guessed() -> None:
    with pytest.raises(AmbiguousChip) as raised:
        find_chip("H100")
    assert raised.value.candidates == ("nvidia-h100-sxm5", "nvidia-h100-pcie", "nvidia-h100-nvl")


def test_an_unknown_chip_is_answered_with_the_nearest_names() -> None:
    with pytest.raises(UnknownChip) as raised:
        find_chip("nvidia-h100-sxm6")
    assert "nvidia-h100-sxm5" in raised.value.nearest


@pytest.mark.parametrize(
    ("name", "precision"), [("FP16", "fp16"), ("nvfp4", "fp4"), ("int8 dense", "int8"), ("tf32", "tf32")]
)
def test_a_precision_is_known_by_its_usual_names(name: str, precision: str) -> None:
    assert parse_precision(name) == precision


def test_a_sparse_rate_is_refused() -> None:
    with pytest.raises(SparseFigure, match="dense"):
        parse_precision("fp8_sparse")


def test_an_unknown_precision_names_the_nearest() -> None:
    with pytest.raises(UnknownPrecision) as raised:
        parse_precision("fp17")
    assert "fp16" in raised.value.nearest


def test_tpp_needs_a_rate_that_counts() -> None:
    with pytest.raises(ValueError, match="tf32"):
        total_processing_performance({"tf32": Decimal(1)})


@given(st.text())
def test_no_text_makes_a_lookup_fail_otherwise(text: str) -> None:
    with suppress(CatalogError):
        find_chip(text)
