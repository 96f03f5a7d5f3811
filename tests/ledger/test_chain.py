"""Entries, their one written form, and what is found when one of them is not as it was."""

import json
from collections.abc import Callable
from hashlib import sha256
from unicodedata import normalize

import pytest
from hypothesis import given as tried
from hypothesis import strategies as st
from tests.ledger.making import DAY, YEAR, event, flow, given, post, ratio, reserve, setting, stock, tally, void

from weighbridge.ledger.account import account_id, parts_of
from weighbridge.ledger.entry import Entry, from_line, genesis, movement_from, seal, to_line
from weighbridge.ledger.limit import Credit, Limit, LimitKind, Shortage, Step, Unit
from weighbridge.ledger.movement import Kind, Leg, MalformedMovement, Movement, Reference
from weighbridge.ledger.stores.memory import MemoryStore
from weighbridge.ledger.verify import Wrong, verify

# --- one written form ----------------------------------------------------------------------------

visible = st.characters(codec="utf-8", exclude_categories=("C", "Z"))
letters = st.text(visible, min_size=1, max_size=12).map(lambda text: normalize("NFC", text)).filter(lambda t: t != "?")
EVERY_FIELD = Movement(
    Kind.ADJUST,
    DAY,
    'K "1"',
    "a\\b",
    (Leg("f", -5), Leg("g", 10**15)),
    reason="為何 ü",
    authority="the board",
    references=(Reference("determination", "D-1"), Reference("shipment", "S/2")),
)
LICENSE = Limit(
    "license/D1/items",
    LimitKind.FLOW,
    (Step(YEAR[0], 5, "x"), Step(DAY, None, "y")),
    YEAR[1],
    Unit.ITEMS,
    credits=frozenset({Credit.RETURN, Credit.ATTRITION}),
    shortage=Shortage.OPENING,
    provisos=("No resale.",),
)
MOVEMENTS = [
    EVERY_FIELD,
    reserve({"f": 5}, key="D-1", expires=YEAR[1], shared=True),
    post("D-1"),
    post("D-1", {"f": 3}),
    void("D-1"),
    event(Kind.BALANCE, {"f": 0}),
    setting(LICENSE),
    setting(ratio("r", 7, "t")),
    setting(tally("t")),
]


@pytest.mark.parametrize("movement", MOVEMENTS, ids=lambda movement: movement.kind.value)
def test_every_movement_comes_back_from_its_content_and_line(movement: Movement) -> None:
    entry = seal("main", 7, genesis("main"), movement)

    assert movement_from(movement.content) == movement
    assert from_line("main", to_line(entry)) == entry
    assert from_line("main", to_line(entry) + "\n") == entry


@pytest.mark.parametrize("movement", MOVEMENTS, ids=lambda movement: movement.kind.value)
def test_the_content_is_canonical_json(movement: Movement) -> None:
    plain = json.loads(movement.content)

    assert movement.content == json.dumps(plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


@tried(letters, letters, st.integers(1, 10**15))
def test_any_text_that_can_be_shown_is_kept_to_the_letter(key: str, account: str, amount: int) -> None:
    movement = reserve({account_id("a", account): amount}, key=key)

    assert movement_from(movement.content) == movement
    assert parts_of(movement.legs[0].account) == ("a", account)


def test_the_hash_is_of_the_predecessor_the_place_and_the_content() -> None:
    movement = reserve({"f": 5}, key="D-1")
    first = seal("main", 1, genesis("main"), movement)

    by_hand = sha256(genesis("main") + bytes(7) + b"\x01" + sha256(movement.content.encode()).digest())

    assert first.hash == by_hand.digest()
    assert genesis("main") == sha256(b"weighbridge ledger 1\nmain").digest()
    assert genesis("main") != genesis("other")


@pytest.mark.parametrize(
    ("of", "into"),
    [
        ('"on":"2025-06-02"', '"on": "2025-06-02"'),  # spelt otherwise
        ('"by":"clerk",', '"by":"clerk","colour":"red",'),  # says more
        ('"by":"clerk",', ""),  # says less
        ('[["f",5]]', '[["f",5.0]]'),
        ('[["f",5]]', '[["f",5,6]]'),
        ('[["f",5]]', '[["f",true]]'),
        ('[["f",5]]', '[["f","5"]]'),
        ('"kind":"reserve"', '"kind":"gift"'),
        ('"2025-06-02"', '"yesterday"'),
        ('"content":{', '"content":['),
        ('"number":1', '"number":true'),
        ('"number":1', '"number":"1"'),
        ('"hash":"', '"hash":"x'),
        ('"previous":', '"earlier":'),
        ("{", ""),
    ],
)
def test_a_line_that_no_book_wrote_is_refused(of: str, into: str) -> None:
    line = to_line(seal("main", 1, genesis("main"), reserve({"f": 5}, key="D-1")))
    assert of in line

    with pytest.raises((ValueError, MalformedMovement)):
        from_line("main", line.replace(of, into, 1))


# --- tampering -----------------------------------------------------------------------------------


def book() -> list[Entry]:
    """Seven entries; the limit is used up."""
    store = MemoryStore()
    given(store, setting(flow("f", 100)), setting(stock("s", (YEAR[0], 50))))
    given(store, reserve({"f": 60}, key="a"), post("a", {"f": 50}), reserve({"f": 50}, key="b"), void("b"))
    given(store, reserve({"f": 50, "s": 1}, key="c"))
    return list(store.entries())


def resealed(entries: list[Entry]) -> list[Entry]:
    """The same movements with numbers and hashes made anew, as a skilled forger would."""
    made: list[Entry] = []
    for entry in entries:
        previous = made[-1].hash if made else genesis("main")
        made.append(seal("main", len(made) + 1, previous, entry.movement))
    return made


def raised(entry: Entry) -> Entry:
    return entry._replace(movement=reserve({"f": 61}, key="a"))


def test_an_untouched_book_is_right_to_its_end() -> None:
    entries = book()

    found = verify("main", entries)

    assert not isinstance(found, Wrong)
    assert (found.number, found.hash) == (7, entries[-1].hash)


@pytest.mark.parametrize(
    ("tamper", "place", "why"),
    [
        (lambda e: [*e[:2], raised(e[2]), *e[3:]], 3, "hash is not that of what it says"),
        (lambda e: [*e[:3], *e[4:]], 4, "number 5"),
        (lambda e: [*e[:3], e[4], e[3], *e[5:]], 4, "number 5"),
        (lambda e: [e[0]._replace(movement=setting(flow("f", 900))), *e[1:]], 1, "hash is not that of what it says"),
        (lambda e: [*e[:4], e[4]._replace(hash=bytes(32)), *e[5:]], 5, "hash is not that of what it says"),
        (lambda e: [*e[:4], e[4]._replace(previous=bytes(32)), *e[5:]], 5, "hash of the entry before it"),
        (lambda e: e[1:], 1, "number 2"),
        (lambda e: [*e, e[-1]], 8, "number 7"),
    ],
    ids=["edited", "dropped", "swapped", "limit edited", "hash edited", "link edited", "first dropped", "repeated"],
)
def test_the_first_entry_that_is_wrong_is_found(
    tamper: Callable[[list[Entry]], list[Entry]], place: int, why: str
) -> None:
    found = verify("main", tamper(book()))

    assert isinstance(found, Wrong)
    assert found.place == place
    assert why in found.why


@pytest.mark.parametrize(
    ("tamper", "place", "why"),
    [
        (lambda e: [e[0]._replace(movement=setting(flow("f", 99))), *e[1:]], 5, "ALLOCATION_EXHAUSTED"),
        (lambda e: e[1:], 2, "UNKNOWN_ACCOUNT"),
        (lambda e: [*e[:5], *e[6:]], 6, "ALLOCATION_EXHAUSTED"),
        (lambda e: [*e, e[3]], 8, "already"),
        (lambda e: [*e, e[3]._replace(movement=post("a"))], 8, "RESERVATION_CLOSED"),
    ],
    ids=["limit lowered", "limit dropped", "void dropped", "posted twice", "posted again"],
)
def test_a_book_with_a_sound_chain_must_still_have_been_decided_by_the_rules(
    tamper: Callable[[list[Entry]], list[Entry]], place: int, why: str
) -> None:
    found = verify("main", resealed(tamper(book())))

    assert isinstance(found, Wrong)
    assert found.place == place
    assert why.lower() in found.why.lower()


def test_entries_of_one_book_cannot_be_passed_off_as_anothers() -> None:
    assert verify("other", book()) == Wrong(1, "it does not carry the hash of the entry before it")
