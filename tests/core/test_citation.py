"""A citation says how sure we are of it."""

from __future__ import annotations

import pytest

from weighbridge.core.citation import Citation, Confidence


@pytest.mark.parametrize(
    ("confidence", "verified"),
    [
        (Confidence.REGULATION_TEXT, True),
        (Confidence.OFFICIAL, True),
        (Confidence.DERIVED, True),
        (Confidence.SECONDARY, False),
        (Confidence.ANALYSIS, False),
        (Confidence.UNVERIFIED, False),
    ],
)
def test_only_what_was_read_at_its_source_counts_as_verified(confidence: Confidence, verified: bool) -> None:
    assert confidence.verified is verified


def test_a_citation_that_was_read_stands_alone() -> None:
    assert str(Citation("Market Rules 3(b)")) == "Market Rules 3(b)"


def test_a_citation_from_memory_is_marked_wherever_it_is_shown() -> None:
    assert str(Citation("Market Rules 3(b)", confidence=Confidence.UNVERIFIED)) == (
        "Market Rules 3(b) [memory-unverified]"
    )
