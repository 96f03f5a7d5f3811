"""The simplified rule in our vocabulary, as a plain function, and in four other engines: microseconds and ratios."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from benchmarks.measure import medians, rounds
from benchmarks.simplified.rule import Engine, transactions

NUMBER, ROUNDS = 300, 15
ENGINES = ("plain", "ours", "zen_engine", "cedar", "jsonlogic", "openfisca")
OURS, PLAIN = "Weighbridge", "plain Python"


def engines() -> Iterator[Engine]:
    """Every engine that is installed, made ready; says which is not."""
    for name in ENGINES:
        try:
            module = import_module(f"benchmarks.simplified.{name}")
        except ImportError as missing:
            print(f"{name}: left out, {missing}")
            continue
        yield module.prepare()
        if name == "zen_engine":
            yield module.prepare(traced=True)


def run() -> dict[str, dict[str, float]]:
    """Check that all agree, then time them; microseconds a decision, and ratios to the plain function and to ours."""
    inputs = transactions(NUMBER)
    ready = list(engines())
    converted = {e.name: [e.convert(t) for t in inputs] for e in ready}
    expected = [ready[0].decide(t) for t in converted[PLAIN]]
    for e in ready:
        wrong = sum(e.decide(t) != want for t, want in zip(converted[e.name], expected, strict=True))
        assert wrong == 0, f"{e.name} disagrees on {wrong} of {NUMBER} inputs"

    def each(e: Engine) -> Callable[[], object]:
        return lambda: [e.decide(t) for t in converted[e.name]]

    candidates: dict[str, Callable[[], object]] = {e.name: each(e) for e in ready}
    for e in ready:
        if e.batch is not None:
            candidates[f"{e.name}, all at once"] = lambda e=e: e.batch(converted[e.name])  # type: ignore[misc]
    seconds = medians(rounds(candidates, ROUNDS))
    return {
        name: {
            "us": median / NUMBER * 1e6,
            "times plain": median / seconds[PLAIN],
            "times ours": median / seconds[OURS],
        }
        for name, median in seconds.items()
    }
