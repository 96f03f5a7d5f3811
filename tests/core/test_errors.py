"""A message says what was found and what to do."""

from __future__ import annotations

import pytest

from weighbridge.core.errors import DateNotEncoded, Flaw, InconsistentCorpus, TrackNotEncoded, WeighbridgeError

LIMIT = Flaw("market/values.yaml", "limit", "It has no source.", "Add one.")
BAN = Flaw("market/rule.py", "ban", "Value 'limt' is unknown.", "Correct it.")


def test_a_flaw_reads_as_file_place_problem_and_remedy() -> None:
    assert str(LIMIT) == "market/values.yaml: limit: It has no source. Add one."


def test_an_inconsistent_corpus_carries_every_flaw() -> None:
    found = InconsistentCorpus([LIMIT, BAN])

    assert found.flaws == (LIMIT, BAN)
    assert str(found) == f"{LIMIT}\n{BAN}"


@pytest.mark.parametrize("error", [InconsistentCorpus, DateNotEncoded, TrackNotEncoded])
def test_every_error_can_be_caught_as_one(error: type[Exception]) -> None:
    assert issubclass(error, WeighbridgeError)
