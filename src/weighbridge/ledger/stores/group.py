"""Group commit: what many threads ask for at once is made durable by one of them, together."""

from __future__ import annotations

import os
from _thread import LockType, allocate_lock
from collections import deque
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from weighbridge.ledger.store import StoreUnavailable

T = TypeVar("T")
R = TypeVar("R")

MOST_TOGETHER = 512
"""Requests in one group. More would make the first of them wait for the last without saving a noticeable part."""


class _Waiting(Generic[T, R]):
    """A request in the queue. `gate` is shut until there is an answer, or until its thread is to lead."""

    __slots__ = ("answer", "answered", "error", "gate", "left", "request")

    def __init__(self, request: T) -> None:
        self.request = request
        self.gate: LockType = allocate_lock()
        self.gate.acquire()
        self.answer: R | None = None
        self.answered = False
        self.error: Exception | None = None
        self.left = False


class GroupCommit(Generic[T, R]):
    """Threads queue; the first leads: it commits all that wait, opens their gates, and hands over to the next.

    There is no thread of our own, so a single caller pays for nothing but the commit, and nothing outlives the store.
    A disk that takes 100 fsyncs a second thus takes as many groups, however many requests are in each.
    """

    def __init__(self, commit: Callable[[Sequence[T]], Sequence[R]]) -> None:
        self._commit = commit
        self._queue: deque[_Waiting[T, R]] = deque()
        self._leading = allocate_lock()
        self._process = os.getpid()

    def submit(self, request: T) -> R:
        """The answer to one request, once its group is durable. What `commit` raised is raised for its whole group."""
        if os.getpid() != self._process:
            raise StoreUnavailable("This store was opened before the process forked: open one in the new process.")
        mine: _Waiting[T, R] = _Waiting(request)
        self._queue.append(mine)
        leads = self._leading.acquire(False)
        while not mine.answered:
            if leads:
                try:
                    self._lead()
                finally:
                    self._hand_over()
                leads = False
            else:
                self._wait(mine)
                leads = not mine.answered
        if mine.error is not None:
            raise mine.error
        return mine.answer  # type: ignore[return-value]

    def _wait(self, mine: _Waiting[T, R]) -> None:
        try:
            mine.gate.acquire()
        except BaseException:
            # A signal took the thread away. Should it be made leader now or have been so already, the next one leads.
            mine.left = True
            if mine.gate.acquire(False) and not mine.answered:
                self._hand_over()
            raise

    def _lead(self) -> None:
        """Commit one group: those who have waited longest."""
        queue = self._queue
        group: list[_Waiting[T, R]] = []
        while queue and len(group) < MOST_TOGETHER:
            group.append(queue.popleft())
        error: Exception | None = None
        try:
            for waiting, answer in zip(group, self._commit([w.request for w in group]), strict=True):
                waiting.answer = answer
        except Exception as raised:
            error = raised
        except BaseException as interruption:
            error = StoreUnavailable(f"The thread that wrote for others was interrupted ({interruption!r}).")
            raise
        finally:
            for waiting in group:
                waiting.error = error
                waiting.answered = True
                waiting.gate.release()

    def _hand_over(self) -> None:
        """Make the longest waiting thread the leader; with none, leave the lead to whoever comes."""
        while True:
            try:
                following = self._queue[0]
            except IndexError:
                self._leading.release()
                # Someone may have queued between the look and the release, and found the lead taken.
                if not (self._queue and self._leading.acquire(False)):
                    return
                continue
            following.gate.release()
            # A thread that left takes the gate or leaves it to us: whoever gets it passes the lead on.
            if not (following.left and following.gate.acquire(False)):
                return
            self._queue.popleft()
