"""The full law: a warm determination with its trace, from 1 to 1,000 lines, and compiled against node by node."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from benchmarks.measure import medians, percentile, rounds
from weighbridge.app.answer import plan_for
from weighbridge.app.door import facts_of
from weighbridge.app.request.document import read_document
from weighbridge.app.request.request import read_request
from weighbridge.engine.determine import determine, with_presumptions
from weighbridge.engine.reckon import Reckoner
from weighbridge.law.compiled import load_corpus

ORDERS = Path(__file__).parents[1] / "examples" / "order-book.jsonl"
REPEATS = 15
SIZES = (1, 10, 100, 1000)


def run() -> dict[str, dict[str, float]]:
    """Microseconds a determination, findings and trace (rendering apart)."""
    corpus = load_corpus()
    requests = [read_request(read_document(line), corpus.facts) for line in ORDERS.read_bytes().splitlines()]
    orders = []
    for request in requests:
        plan = plan_for(request.on, corpus.horizon, "book")
        orders.append((plan, facts_of(request, plan, {}).facts))
    complete = [(plan, facts) for plan, facts in orders if not determine(plan, facts).missing]
    single = []
    for _ in range(REPEATS):
        for plan, facts in complete:
            start = time.perf_counter()
            determine(plan, facts)
            single.append(time.perf_counter() - start)
    found = {
        "determination": {
            "median us": statistics.median(single) * 1e6,
            "p99 us": percentile(single, 0.99) * 1e6,
            "orders": float(len(complete)),
            "conditions traced": float(len(determine(*complete[0]).truths)),
        }
    }
    book = [complete[i % len(complete)] for i in range(max(SIZES))]
    grown = medians(rounds({str(n): lambda n=n: [determine(p, f) for p, f in book[:n]] for n in SIZES}, REPEATS))  # type: ignore[misc]
    found |= {f"{n} lines": {"us a line": grown[str(n)] / n * 1e6} for n in SIZES}
    plan, facts = complete[0]
    stated = with_presumptions(plan, facts)
    reckoner = Reckoner(plan.rulebook, stated)
    conditions = [p.condition for p in plan.rulebook.provisions.values()]
    pair = medians(
        rounds(
            {"compiled": lambda: plan.trace(stated), "node by node": lambda: [reckoner.truth(c) for c in conditions]},
            REPEATS,
        )
    )
    found["trace"] = {
        "compiled us": pair["compiled"] * 1e6,
        "node by node, times compiled": pair["node by node"] / pair["compiled"],
    }
    return found
