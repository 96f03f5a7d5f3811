"""Whatever comes in: an answer or a list of faults, never a crash, and never permission from what could not be read."""

from __future__ import annotations

import json
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from weighbridge.app.answer import answer
from weighbridge.app.faults import RequestFaults
from weighbridge.app.request.document import read_document
from weighbridge.app.request.request import read_request
from weighbridge.app.respond import respond
from weighbridge.core.errors import DateNotEncoded
from weighbridge.law.compiled import load_corpus

EXAMPLES = Path(__file__).parents[2] / "examples"
VALID = [read_document(path.read_bytes()) for path in sorted(EXAMPLES.glob("*.yaml"))]
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.decimals(allow_nan=True),
    st.text(max_size=20),
    st.sampled_from(["CN", "FR", "unknown", "4E091", "3A090.a", "nvidia-h20", "2025-06-02", "civil", "1e26", "-1"]),
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=8,
)


def try_request(data: dict[str, Any]) -> None:
    corpus = load_corpus()
    with suppress(RequestFaults, DateNotEncoded):
        found = answer(read_request(data, corpus.facts), corpus.horizon, with_advice=False)
        response = respond(found)
        assert response["tracks"]["book"]["decided_by"]


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with suppress(RequestFaults):
        assert isinstance(read_document(content), dict)


@given(ANYTHING)
def test_any_json_is_read_or_refused(data: Any) -> None:
    with suppress(RequestFaults):
        read_document(json.dumps(data, default=lambda d: None if isinstance(d, Decimal) else d).encode())


@given(st.data())
@settings(max_examples=80)
def test_a_spoilt_request_is_answered_or_refused(data: st.DataObject) -> None:
    request = dict(data.draw(st.sampled_from(VALID)))
    for _ in range(data.draw(st.integers(1, 3))):
        key = data.draw(st.sampled_from([*sorted(request), "extra"]))
        inner = request.get(key)
        if isinstance(inner, dict) and inner and data.draw(st.booleans()):
            request[key] = {**inner, data.draw(st.sampled_from(sorted(inner))): data.draw(ANYTHING)}
        else:
            request[key] = data.draw(ANYTHING)
    try_request(request)


@given(st.sampled_from(VALID), st.data())
@settings(max_examples=80)
def test_leaving_fields_out_is_answered_or_refused(request: dict[str, Any], data: st.DataObject) -> None:
    kept = data.draw(st.sets(st.sampled_from(sorted(request))))
    try_request({key: value for key, value in request.items() if key in kept | {"on"}})
