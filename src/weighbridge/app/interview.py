"""The interview as a session: a request document that grows by the answers to the engine's questions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from weighbridge.app.answer import Answer, answer, plan_for
from weighbridge.app.door import facts_of
from weighbridge.app.faults import RequestFaults
from weighbridge.app.request.request import Request, read_request
from weighbridge.core.fact import Kind
from weighbridge.engine.interview import Question, next_question
from weighbridge.law.compiled import load_corpus

LISTS = (Kind.WORDS, Kind.PLACES)
"""Kinds of fact whose answer is a list."""


class Interview:
    """Holds what has been stated so far. `document` is a request that `determine` answers alike."""

    def __init__(self, document: Mapping[str, Any], known_on: date | None = None) -> None:
        self.document: dict[str, Any] = dict(document)
        self.corpus = load_corpus()
        self.known_on = known_on or self.corpus.horizon
        self.declined: frozenset[str] = frozenset()

    def request(self) -> Request:
        """The request as it stands.

        Raises:
            RequestFaults: something stated so far does not fit.
        """
        return read_request(self.document, self.corpus.facts)

    def question(self) -> Question | None:
        """The next question; None once nothing that could be said changes the answer."""
        request = self.request()
        plan = plan_for(request.on, self.known_on, "book")
        return next_question(plan, facts_of(request, plan, {}).facts, self.declined)[0]

    def reply(self, question: Question, written: str) -> None:
        """State an answer.

        Raises:
            RequestFaults: it does not fit the question; nothing is changed.
        """
        listed = [word.strip() for word in written.split(",") if word.strip()]
        value: Any = listed if question.fact.kind in LISTS else written.strip()
        facts = {**self.document.get("facts", {}), question.fact.name: value}
        before = self.document
        self.document = {**before, "facts": facts}
        try:
            self.request()
        except RequestFaults:
            self.document = before
            raise

    def decline(self, question: Question) -> None:
        """The asker cannot say: it stays unknown and is not asked again."""
        self.declined |= {question.fact.name}

    def answer(self) -> Answer:
        """The determination of what was stated."""
        return answer(self.request(), self.known_on)
