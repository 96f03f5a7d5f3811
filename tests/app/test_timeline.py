"""The timeline: every date of the corpus is an event, and every instrument a bar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from weighbridge.app.timeline import Timeline, timeline
from weighbridge.core.rulebook import Corpus
from weighbridge.law.compiled import load_corpus

DIFFUSION, AFFILIATES = "fr_90_4544", "fr_90_47201"
LATER = date(2027, 3, 1)


def kinds_about(found: Timeline, about: str) -> dict[str, date]:
    return {event.kind: event.day for event in found.events if event.about == about}


def with_diffusion_superseded(corpus: Corpus) -> Corpus:
    """The corpus in which the diffusion rule ends, and one of its provisions ends a day earlier than the rest."""
    ended = replace(corpus.instruments[DIFFUSION].life, superseded=LATER)
    instruments = {**corpus.instruments, DIFFUSION: replace(corpus.instruments[DIFFUSION], life=ended)}
    provisions = tuple(replace(p, life=ended) if p.instrument == DIFFUSION else p for p in corpus.provisions)
    own = replace(ended, compliance=LATER - timedelta(days=9), superseded=LATER - timedelta(days=1))
    provisions = (*provisions[:-1], replace(provisions[-1], instrument=DIFFUSION, life=own))
    return replace(corpus, instruments=instruments, provisions=provisions)


def test_every_date_of_an_instrument_is_an_event() -> None:
    found = kinds_about(timeline(), DIFFUSION)
    assert (
        found.items()
        >= {
            "published": date(2025, 1, 15),
            "effective": date(2025, 1, 13),
            "compliance": date(2025, 5, 15),
            "comment_close": date(2025, 5, 15),
            "not_enforced": date(2025, 5, 13),
        }.items()
    )


def test_both_ends_of_a_stay_are_events_also_in_the_future() -> None:
    ends = {(e.kind, e.day) for e in timeline().events if e.about == AFFILIATES and e.kind in ("stayed", "stay_ends")}
    ordered, announced = (date(2025, 11, 10), date(2026, 11, 10)), (date(2026, 11, 10), date(2027, 1, 10))
    begin, end = zip(ordered, announced, strict=True)
    assert ends == {("stayed", day) for day in begin} | {("stay_ends", day) for day in end}
    assert all(until > timeline().horizon for _, until in (ordered, announced))


def test_later_versions_of_a_value_are_events_and_the_first_is_not() -> None:
    value = load_corpus().values["group.a5"]
    days = [event.day for event in timeline().events if event.about == "group.a5"]
    assert days == [version.effective for version in value.versions[1:]]


def test_the_events_stand_in_the_order_of_their_days_within_the_edges() -> None:
    found = timeline()
    days = [event.day for event in found.events]
    assert days == sorted(days)
    assert (found.first, found.last) == (days[0], days[-1])


def test_every_instrument_has_one_bar() -> None:
    bars = timeline().bars
    assert sorted(bar.instrument.id for bar in bars) == sorted(load_corpus().instruments)
    assert [bar.instrument.id for bar in bars if bar.stood_before] == ["ear"]


def test_a_document_of_which_only_the_publication_is_known_has_not_stood_before() -> None:
    [bar] = (bar for bar in timeline().bars if bar.instrument.id == "fr_90_9604")
    assert (bar.since, bar.until, bar.stood_before) == (None, None, False)


def test_a_version_with_days_of_its_own_gives_events_and_the_others_do_not() -> None:
    corpus = with_diffusion_superseded(load_corpus())
    found = timeline(corpus)
    by_it = [event for event in found.events if event.instrument == DIFFUSION and event.kind.startswith("provision_")]
    assert [(event.kind, event.about, event.day) for event in by_it] == [
        ("provision_begins", corpus.provisions[-1].id, date(2027, 2, 20)),
        ("provision_ends", corpus.provisions[-1].id, date(2027, 2, 28)),
    ]
    assert kinds_about(found, DIFFUSION)["superseded"] == LATER
    [bar] = (bar for bar in found.bars if bar.instrument.id == DIFFUSION)
    assert bar.until == LATER


def test_plain_data_says_what_is_not_verified() -> None:
    plain = timeline().to_plain("zh-Hant")
    [pressed] = (event for event in plain["events"] if event["kind"] == "not_enforced")
    assert pressed["confidence"] == "secondary"
    assert pressed["text"].startswith("自本日起不執行")
