"""Total processing performance and performance density, exactly as the Technical Notes to ECCN 3A090 reckon them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from decimal import ROUND_FLOOR, Context, Decimal

from weighbridge.catalog.index import CatalogError

BIT_LENGTH: Mapping[str, int] = {
    "fp64": 64,
    "fp32": 32,
    "int32": 32,
    "tf32_as_32bit": 32,
    "fp16": 16,
    "bf16": 16,
    "int16": 16,
    "fp8": 8,
    "int8": 8,
    "fp6": 6,
    "fp4": 4,
    "int4": 4,
}
"""Bits of the inputs to the multiply. TF32 is stored in 32 bits and computes in 19; it counts only where it is stated
as `tf32_as_32bit`, the contested reading."""

SYNONYMS = {
    "nvfp4": "fp4", "mxfp4": "fp4", "mxfp6": "fp6", "mxfp8": "fp8", "e4m3": "fp8", "e5m2": "fp8", "half": "fp16",
    "float16": "fp16", "bfloat16": "bf16", "float32": "fp32", "single": "fp32", "float64": "fp64", "double": "fp64",
}  # fmt: skip
UNCOUNTED = "tf32"


class UnknownPrecision(CatalogError):
    """No precision has this name; `nearest` are those that look most like it."""

    def __init__(self, found: str) -> None:
        accepted = (*BIT_LENGTH, UNCOUNTED)
        self.nearest = tuple(difflib.get_close_matches(found.lower()[:20], accepted, n=3, cutoff=0.5))
        super().__init__(found, f"{found!r} is no precision. Accepted: {', '.join(accepted)}.")


class SparseFigure(CatalogError):
    """A sparse rate: the Technical Notes to 3A090 ask for the dense rate where a part supports both."""

    def __init__(self, found: str) -> None:
        super().__init__(found, f"{found!r} is a sparse rate. State the dense rate, often half of the headline figure.")


def parse_precision(text: str) -> str:
    """The precision that a name stands for.

    Raises:
        SparseFigure: the name says that the rate is sparse.
        UnknownPrecision: there is no such precision.
    """
    name = text.strip().lower().replace("-", "_").replace(" ", "_")
    if "spars" in name:
        raise SparseFigure(text)
    name = SYNONYMS.get(name.removesuffix("_dense"), name.removesuffix("_dense"))
    if name in BIT_LENGTH or name == UNCOUNTED:
        return name
    raise UnknownPrecision(text)


def total_processing_performance(dense_tops: Mapping[str, Decimal]) -> tuple[Decimal, tuple[str, ...]]:
    """TPP, and the precisions that reach it, from dense TOPS or TFLOPS by precision.

    TPP = 2 x MacTOPS x bit length, the highest over all precisions. Advertised TOPS count a multiply-accumulate as two
    operations, so they already hold the 2 (ECCN 3A090, Technical Notes).

    Raises:
        ValueError: no precision is stated that counts.
    """
    products = {
        precision: rate * BIT_LENGTH[precision] for precision, rate in dense_tops.items() if precision in BIT_LENGTH
    }
    if not products:
        raise ValueError(
            f"TPP needs a dense rate in one of {', '.join(BIT_LENGTH)}; found {', '.join(dense_tops) or 'none'}."
        )
    highest = max(products.values())
    return highest, tuple(precision for precision, product in products.items() if product == highest)


def performance_density(tpp: Decimal, die_area_mm2: Decimal) -> Decimal:
    """TPP per mm2 of applicable die area, cut off (never rounded up) after 28 significant digits.

    Cutting off keeps every comparison with a threshold of fewer digits exact: what lies below it stays below, and what
    reaches it still reaches it (ECCN 3A090, Technical Notes).

    Raises:
        decimal.DivisionByZero: the area is zero.
    """
    return Context(prec=28, rounding=ROUND_FLOOR).divide(tpp, die_area_mm2)
