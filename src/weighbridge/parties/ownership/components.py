"""Groups of entities that own each other in a circle, owners before owned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def components(owners: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, ...]]:
    """The strongly connected components of `owned -> owners`, every one after those of its owners.

    Tarjan's algorithm without recursion (R. Tarjan, Depth-first search and linear graph algorithms, 1972), so that a
    chain of a hundred thousand companies does not overflow the stack.
    """
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    for start in owners:
        if start in number:
            continue
        calls = [(start, iter(owners[start]))]
        number[start] = lowest[start] = len(number)
        path.append(start)
        on_path.add(start)
        while calls:
            here, above = calls[-1]
            owner = next(above, None)
            if owner is None:
                calls.pop()
                if calls:
                    below = calls[-1][0]
                    lowest[below] = min(lowest[below], lowest[here])
                if lowest[here] == number[here]:
                    yield _unwind(path, on_path, here)
            elif owner not in number:
                number[owner] = lowest[owner] = len(number)
                path.append(owner)
                on_path.add(owner)
                calls.append((owner, iter(owners[owner])))
            elif owner in on_path:
                lowest[here] = min(lowest[here], number[owner])


def _unwind(path: list[str], on_path: set[str], root: str) -> tuple[str, ...]:
    place = len(path) - 1
    while path[place] != root:
        place -= 1
    found = tuple(path[place:])
    del path[place:]
    on_path.difference_update(found)
    return found
