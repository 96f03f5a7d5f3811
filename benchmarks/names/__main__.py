"""Measure the matching of names: `python -m benchmarks.names [PART …] [--size N]`.

Parts: quality, thresholds, approaches, public, index, single, batch, million; all of them unless some are named. Tables
come out as they stand in docs/names.md. WEIGHBRIDGE_REFERENCE_DIR names the folder with the screening list.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from rapidfuzz import fuzz

from benchmarks.names import approaches, public, quality, speed
from benchmarks.names.labelled import CLASSES, REQUIRED, clean, held_out, known_chinese, labelled, recombined
from benchmarks.names.ranking import rank
from benchmarks.names.snapshot import snapshot
from weighbridge.parties.names.index import NameIndex
from weighbridge.parties.names.match import PROBABLE_AT, REVIEW_AT


def show_quality(size: int) -> None:
    """What is found of each class; of exact names and aliases, every one."""
    parties = snapshot()
    index = NameIndex.build(parties)
    whole = labelled(parties, 1_000_000, kinds=("exact", "alias"))
    sampled = labelled(parties, size, kinds=[kind for kind in CLASSES if kind not in ("exact", "alias")])
    cases = [*whole, *sampled, *known_chinese(parties), *clean(), *recombined(parties, 1_000)]
    left, aliases = held_out(parties, size)
    tallies = quality.tallies(index, cases) | quality.tallies(NameIndex.build(left), aliases)
    rows = []
    for kind, tally in tallies.items():
        names_one = kind not in ("clean", "recombined")
        rows.append(
            (
                kind,
                f"{tally.cases:,}",
                f"{REQUIRED[kind]}%" if kind in REQUIRED else "",
                tally.share_found() if names_one else "",
                f"{100 * tally.first / tally.cases:.1f}%" if names_one else "",
                f"{tally.strong:,}" if not names_one else "",
                f"{100 * tally.review / tally.cases:.1f}%",
                f"{tally.matches / tally.cases:.1f}",
            )
        )
    head = ("class", "cases", "required", "found", "right first", "PROBABLE_MATCH", "any match", "matches a query")
    _print("What is found", head, rows)


def show_thresholds(size: int) -> None:
    """What each threshold finds and lets through."""
    parties = snapshot()
    thresholds = (600, REVIEW_AT, 700, 750, 800, 850, PROBABLE_AT, 950)
    cases = [*labelled(parties, size, kinds=list(REQUIRED)), *clean(), *recombined(parties, size)]
    counted = quality.by_threshold(NameIndex.build(parties), cases, thresholds)
    number = Counter(case.kind for case in cases)
    rows = [(kind, *(f"{100 * count / number[kind]:.1f}%" for count in counts)) for kind, counts in counted.items()]
    _print("What each threshold finds and lets through", ("class", *map(str, thresholds)), rows)


def show_approaches(size: int) -> None:
    """The ways to match side by side, on the same mixed set."""
    parties = snapshot()
    names = approaches.Names(parties)
    cases = [*labelled(parties, size, kinds=list(REQUIRED)), *clean(), *recombined(parties, 4 * size)]
    trigrams = approaches.RareTrigrams(names)
    compared: list[approaches.Approach] = [
        *(approaches.BruteForce(names, scorer) for scorer in (fuzz.ratio, fuzz.token_sort_ratio, fuzz.WRatio)),
        trigrams,
        approaches.WeightedWords(names),
    ]
    try:
        compared.append(approaches.Rigour(names, trigrams))
    except ImportError:
        print("rigour is not installed here; `make bench-names` brings it.", file=sys.stderr)
    compared.append(approaches.Ours(parties))
    rows = []
    for approach in compared:
        ranked = rank(approach, cases)
        shares = (f"{100 * share:.1f}%" for share in (ranked.right_at_95, ranked.first, ranked.in_ten))
        rows.append((approach.name, *shares, f"{1 / ranked.seconds:,.0f}"))
    head = ("approach", "right at 95% precision", "right first", "in the first ten", "a second of processor time")
    _print(f"Ways to match, on {len(cases):,} queries", head, rows)


def show_public(size: int) -> None:
    """The public benchmark's classes, at three thresholds and with its own reference matcher."""
    bench = public.cases(snapshot(), size)
    scored = [public.score_index(bench, threshold) for threshold in (REVIEW_AT, 750, PROBABLE_AT)]
    scored.append(public.score_reference(bench))
    classes = sorted(scored[0].classes)
    rows = [
        (
            kind,
            f"{scored[0].classes[kind][1]:,}",
            *(f"{100 * one.classes[kind][0] / one.classes[kind][1]:.1f}%" for one in scored),
        )
        for kind in classes
    ]
    rows.append(
        (
            "all of them",
            f"{sum(cases for _, cases in scored[0].classes.values()):,}",
            *(f"{100 * one.recall():.1f}%" for one in scored),
        )
    )
    rows.append(
        ("false alarms", f"{scored[0].false_alarms[1]:,}", *(f"{100 * one.false_alarm_rate():.1f}%" for one in scored))
    )
    head = (
        "class",
        "cases",
        f"at {REVIEW_AT} (REVIEW)",
        "at 750",
        f"at {PROBABLE_AT} (PROBABLE_MATCH)",
        "its reference matcher",
    )
    _print(f"sanctions-screening-benchmark, {size} individuals", head, rows)


def _print(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    print(f"\n### {title}\n")
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(row) + " |", flush=True)


def _shown(title: str, measure: Callable[[], dict[str, str]]) -> None:
    _print(title, ("what", "measured"), measure().items())


PARTS: dict[str, Callable[[int | None], None]] = {
    "quality": lambda size: show_quality(size or 1_000),
    "thresholds": lambda size: show_thresholds(size or 300),
    "approaches": lambda size: show_approaches(size or 50),
    "public": lambda size: show_public(size or 150),
    "index": lambda size: _shown("The index of the whole list", speed.life_of_an_index),
    "single": lambda size: _shown("Single queries, warm", lambda: speed.one_by_one(size or 2_000)),
    "batch": lambda size: _shown("A batch over two processes", lambda: speed.batch(size or 100_000)),
    "million": lambda size: _shown("A million names", lambda: speed.million(size or 600_000)),
}


def main(arguments: list[str]) -> None:
    """Run the parts that are named, or all."""
    size = int(arguments[arguments.index("--size") + 1]) if "--size" in arguments else None
    for part in [name for name in arguments if name in PARTS] or list(PARTS):
        PARTS[part](size)


# Worker processes import this module too, under another name.
if __name__ == "__main__":
    main(sys.argv[1:])
