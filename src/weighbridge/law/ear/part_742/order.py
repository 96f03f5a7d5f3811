"""Which review policy decides when several provisions speak to one application: the first of these ranks.

742.6(b)(10) has no rule for overlaps of its own (reading A3). Denial outranks approval; the review case by case that
91 FR 1684 wrote into the presumption of denial outranks it. A policy that the sources do
not state stands before every approval, so that a requirement of another part is never answered by a presumption that
was written for this one. The review case by case that the entry of a listed party states gives way to every denial.
"""

from __future__ import annotations

RANKS = (
    "general_denial",
    "case_by_case",
    "denial",
    "not_stated",
    "exhausted",
    "entry_case_by_case",
    "within_allocation",
    "approval",
)


def rank(name: str) -> int:
    """The precedence of a review provision; the lowest decides."""
    return RANKS.index(name)
