"""The documents that made the law before the January 2025 framework, and how an earlier version of a text is cited."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence

OCTOBER_2022, OCTOBER_2023 = "fr_87_62186", "fr_88_73458"
APRIL_2024, OCTOBER_2024, DECEMBER_2024 = "fr_89_23876", "fr_89_80080", "fr_89_96790"
FRAMEWORK = "fr_90_4544"
ADVANCED_COMPUTING = "87_fr_62186.advanced_computing"
"""The value that names the day on which the third stage of 87 FR 62186 began: 3A090, 4A090 and the direct product rules."""


def cited(paragraph: str, by: str, note: str = "", confidence: Confidence = Confidence.SECONDARY) -> Citation:
    """A paragraph as the document `by` (the name of its folder) made it, known from accounts of it unless said."""
    _, volume, page = by.split("_")
    document = f"{volume} FR {page}"
    return Citation(f"{paragraph} ({document})", document, confidence, note)
