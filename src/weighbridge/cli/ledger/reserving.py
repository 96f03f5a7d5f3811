"""What `determine` does at a ledger: answers with what it knows, and reserves."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from weighbridge.app.answer import Answer
from weighbridge.app.faults import Fault, RequestFaults
from weighbridge.app.ledger.accounts import CannotKeep
from weighbridge.app.ledger.ending import refused
from weighbridge.app.ledger.reserve import answer_with, reservation_id, reserve
from weighbridge.app.ledger.telling import tell, to_plain
from weighbridge.app.request.request import Request
from weighbridge.cli.ledger.common import NO_LEDGER, REFUSED, Desk
from weighbridge.cli.ledger.options import RESERVED_FOR, AtLedger
from weighbridge.core.text import Language, Text, same
from weighbridge.ledger.book import Book
from weighbridge.ledger.result import AlreadyReserved
from weighbridge.ledger.store import Store

NAME_IT = Text(
    "--ledger URL: a file, sqlite:FILE, or postgresql://USER@HOST/DATABASE (WEIGHBRIDGE_LEDGER is not read here)",
    "--ledger URL：檔案、sqlite:檔案，或 postgresql://使用者@主機/資料庫（此處不讀取 WEIGHBRIDGE_LEDGER）",
)
TOO_EARLY = Text("The reservation would expire before the transaction.", "保留將於交易前失效。")
ANOTHER_ORDER = Text(
    " If this is another order, alike in everything, give each its own `reference`.",
    "如屬另一筆內容相同之訂單，請各填 `reference`。",
)
STATE_IT = Text("state it in the request", "請於請求中填寫")
LATER = Text("the day of the transaction or a later one", "交易當日或其後")


@contextmanager
def counter(at: AtLedger, format_: str, language: Language) -> Iterator[Counter]:
    """Where requests are answered one after the other; at the end, leave with 1 if a reservation was refused."""
    desk = Desk(at.url, at.book, format_, language, given_by=at.by)
    with desk.faults():
        if not at.url:
            raise RequestFaults([Fault("--ledger", "", NO_LEDGER, NAME_IT)])
        with desk.opened() as store:
            found = Counter(desk, at, store)
            yield found
        if found.refused:
            sys.exit(REFUSED)


class Counter:
    """An open ledger at which requests are answered."""

    def __init__(self, desk: Desk, at: AtLedger, store: Store) -> None:
        self.desk = desk
        self.at = at
        self.store = store
        self.refused = False

    def answer(
        self, request: Request, known_on: date, tracks: Sequence[str], also: Sequence[str], with_advice: bool
    ) -> tuple[Answer, dict[str, Any]]:
        """The answer, and what the response says of the ledger.

        Raises:
            RequestFaults: the request is faulty, or contradicts the ledger, or does not say on whose account it draws.
            StoreUnavailable: the ledger cannot be had.
        """
        at = self.at
        expires = at.expires or request.on + min(timedelta(days=RESERVED_FOR), date.max - request.on)
        if at.reserve and expires < request.on:
            raise RequestFaults([Fault("--expires", str(expires), TOO_EARLY, LATER)])
        asked = tuple(dict.fromkeys([*tracks, at.track] if at.reserve else tracks))
        if at.reserve:
            Book(self.store, self.desk.by).expire_lapsed(self.desk.lapses(request.on))
        own = reservation_id(request, known_on, at.track)
        kept = answer_with(self.store, request, known_on, asked, own=own, with_advice=with_advice, with_remarks=also)
        section: dict[str, Any] = {"book": kept.head.book, "entries": kept.head.number}
        if at.reserve:
            try:
                ending = reserve(self.store, kept.answer, at.track, expires, self.desk.by)
            except CannotKeep as unknown:
                raise RequestFaults([Fault("--reserve", "", same(why), STATE_IT) for why in unknown.faults]) from None
            self.refused = self.refused or refused(ending)
            message = tell(ending).to(self.desk.language)
            if isinstance(ending, AlreadyReserved):
                message += ANOTHER_ORDER.to(self.desk.language)
            section["reservation"] = {**to_plain(ending), "message": message}
        return kept.answer, {"ledger": section}
