"""Every example and every line of the order book is answered, in the published form, and as it was answered before."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest

from weighbridge.app.answer import answer
from weighbridge.app.request.document import read_document
from weighbridge.app.request.request import read_request
from weighbridge.app.respond import respond
from weighbridge.cli.determine import response_schema, title
from weighbridge.cli.show import Show
from weighbridge.law.compiled import load_corpus

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))


def answered(content: bytes, *, with_advice: bool = True) -> tuple[str, dict[str, Any]]:
    corpus = load_corpus()
    request = read_request(read_document(content), corpus.facts)
    found = answer(request, corpus.horizon, with_advice=with_advice)
    return title(found, "en"), respond(found, explained=True)


def test_there_are_at_least_25_examples_and_200_lines() -> None:
    assert len(NAMES) >= 25
    assert len((EXAMPLES / "order-book.jsonl").read_text(encoding="utf-8").splitlines()) == 200


@pytest.mark.parametrize("name", NAMES)
def test_each_example_is_answered_as_before(
    name: str, same_as_before: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    heading, response = answered((EXAMPLES / f"{name}.yaml").read_bytes())
    jsonschema.validate(response, response_schema())
    del response["tracks"]["book"]["explanation"]
    response["rulebook"] = {}
    show = Show("en")
    show.response(response, heading)
    same_as_before(name, click.unstyle("\n".join(show.page.lines)) + "\n")


def test_each_line_of_the_order_book_is_answered_as_before(same_as_before: Callable[[str, str], None]) -> None:
    gists = []
    for number, line in enumerate((EXAMPLES / "order-book.jsonl").read_bytes().splitlines(), start=1):
        heading, response = answered(line, with_advice=False)
        jsonschema.validate(response, response_schema())
        track = response["tracks"]["book"]
        words = (response["classification"]["eccn"], track["outcome"], track["exception"], track["review_policy"])
        missing = json.dumps([m["fact"] for m in track["missing"]]) if track["missing"] else ""
        gists.append(f"{number:>3}  {heading}  {' '.join(w for w in words if w)} {missing}".rstrip())
    same_as_before("order-book", "\n".join(gists) + "\n")
