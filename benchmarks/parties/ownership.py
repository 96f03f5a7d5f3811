"""A hundred thousand companies and three hundred thousand stakes: read, asked about one party, asked about all.

`python -m benchmarks.parties.ownership [entities]`. Beside each stands a floor measured in the same run: the file read
by `csv.reader` alone, and networkx finding the circles of the same graph (its strongly connected components).
"""

from __future__ import annotations

import csv
import io
import random
import sys
import time
from collections.abc import Callable
from datetime import date
from fractions import Fraction

import networkx as nx

from benchmarks.measure import medians, rounds
from weighbridge.parties.ownership.cascade import cascade
from weighbridge.parties.ownership.finding import listed_ownership
from weighbridge.parties.ownership.graph import OwnershipGraph
from weighbridge.parties.ownership.holdings import Holdings, holdings_of
from weighbridge.parties.ownership.multiply import multiply
from weighbridge.parties.ownership.parents import ascent
from weighbridge.parties.ownership.read.read import read_graph
from weighbridge.parties.ownership.share import exactly

SEED, ROUNDS = 20250929, 3
STAKES_PER_ENTITY, LEVELS = 3, 10
CROSSED, LISTED, UNKNOWN = 0.01, 0.005, 0.03
"""How many entities hold a part of an owner of theirs, how many are listed, how many shares are unknown."""
COUNTED = frozenset({"EL", "MEU", "SDN"})
DAY = date(2025, 9, 29)
HALF = Fraction(1, 2)


def made(entities: int) -> str:
    """A CSV of a pyramid of companies: each level is half as large as the one below it, whose companies it owns."""
    chance = random.Random(SEED)
    sizes = [max(2, entities >> level) for level in range(1, LEVELS)]
    sizes.append(max(2, entities - sum(sizes)))
    begins = [sum(sizes[:level]) for level in range(LEVELS + 1)]
    out = io.StringIO()
    write = csv.writer(out)
    write.writerow(["owner", "owned", "percent", "from", "until", "source"])
    for level in range(LEVELS - 1):
        above = range(begins[level + 1], begins[level + 2])
        for owned in range(begins[level], begins[level + 1]):
            owners = chance.sample(above, min(STAKES_PER_ENTITY, len(above)))
            cuts = sorted(chance.randrange(10_001) for _ in owners)
            for owner, begin, end in zip(owners, [0, *cuts], cuts, strict=False):
                share = "" if chance.random() < UNKNOWN else f"{(end - begin) / 100:.2f}"
                write.writerow([f"C{owner}", f"C{owned}", share, "2020-01-01", "", "register"])
            if chance.random() < CROSSED:
                write.writerow([f"C{owned}", f"C{owners[0]}", "0.01", "2020-01-01", "", "register"])
    out.write("\n")
    write.writerow(["name", "headquarters", "listed_on", "rest"])
    for entity in range(begins[-1]):
        listed = "EL" if chance.random() < LISTED else "none"
        write.writerow([f"C{entity}", chance.choice(["CN", "DE", "SG", "US"]), listed, chance.choice(["", "unlisted"])])
    return out.getvalue()


def ring(entities: int) -> Holdings:
    """One circle of all entities, each owned by the next, with one listed owner beside: the worst for equations."""
    names = [f"C{i}" for i in range(entities)]
    shares = {name: {names[(i + 1) % entities]: exactly(Fraction(999, 1000))} for i, name in enumerate(names)}
    shares[names[0]]["L"] = exactly(Fraction(1, 1000))
    return Holdings({**shares, "L": {}}, {"L": True}, frozenset())


def run(entities: int = 100_000) -> dict[str, dict[str, float]]:
    """Seconds of each step, and how many times its floor that is."""
    text = made(entities)
    raw = text.encode()
    graph = read_graph(raw, "made.csv", str)
    everybody = list(graph.entities)
    holdings = holdings_of(graph, everybody, DAY, COUNTED)
    lowest, middle, circle = "C0", f"C{entities * 3 // 4}", ring(entities)
    candidates: dict[str, Callable[[], object]] = {
        "floor: csv.reader": lambda: sum(1 for _ in csv.reader(io.StringIO(text))),
        "read": lambda: read_graph(raw, "made.csv", str),
        "floor: networkx circles": lambda: circles(graph),
        "everybody: shares of the day": lambda: holdings_of(graph, everybody, DAY, COUNTED),
        "everybody: cascade": lambda: cascade(holdings, HALF),
        "everybody: multiplication": lambda: multiply(holdings),
        "one party of the lowest level": lambda: asked(graph, lowest),
        "one party two levels up": lambda: asked(graph, middle),
        "one circle of everybody: multiplication": lambda: multiply(circle),
    }
    taken = medians(rounds(candidates, ROUNDS))
    floors = {"read": taken["floor: csv.reader"]}
    return {
        name: {"seconds": seconds, "times the floor": seconds / floors.get(name, taken["floor: networkx circles"])}
        for name, seconds in taken.items()
    }


def circles(graph: OwnershipGraph) -> int:
    """What finding the circles alone costs networkx."""
    directed = nx.DiGraph((stake.owned, stake.owner) for stake in graph.stakes)
    return sum(1 for _ in nx.strongly_connected_components(directed))


def asked(graph: OwnershipGraph, party: str) -> object:
    """Everything that is told of one party, less the law."""
    return listed_ownership(graph, party, DAY, COUNTED, HALF), ascent(graph, party, DAY)


if __name__ == "__main__":
    start = time.perf_counter()
    for row, figures in run(*map(int, sys.argv[1:2])).items():
        print(f"  {row:40}" + "  ".join(f"{figure}: {value:,.2f}" for figure, value in figures.items()))
    print(f"  in all {time.perf_counter() - start:,.0f} s")
