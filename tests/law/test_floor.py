"""ECCN 4E091, Note 2: the number of operations below which a model is not controlled should not decrease."""

from __future__ import annotations

from decimal import Decimal

from weighbridge.law.load import load_sources


def test_the_number_of_operations_never_decreases() -> None:
    numbers = [version.value for version in load_sources().values["4e091.operations_at_least"].versions]

    assert numbers
    assert all(isinstance(number, int | Decimal) for number in numbers)
    assert numbers == sorted(numbers)  # type: ignore[type-var]
