"""What to find out about the owners of a party, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from weighbridge.app.ownership import wording as w
from weighbridge.core.text import Text, same
from weighbridge.parties.ownership.decisive import Unknown, What
from weighbridge.parties.ownership.finding import ListedOwnership
from weighbridge.parties.ownership.graph import OwnershipGraph
from weighbridge.parties.ownership.parents import Ascent
from weighbridge.parties.ownership.share import percent, percent_range


def about_seats(graph: OwnershipGraph, entities: Iterable[str]) -> Iterator[Text]:
    """Where those are headquartered of whom it is not known."""
    for entity in entities:
        if graph.entities[entity].headquarters is None:
            yield w.WHERE_SEATED.format(graph.entities[entity].name)


def about_parents(graph: OwnershipGraph, above: Ascent, seats: tuple[str | None, ...]) -> Iterator[Text]:
    """Who stands at the top, and where, as far as that is not known."""
    for entity, perhaps in above.may_go_on.items():
        name = graph.entities[entity].name
        for owner in perhaps.named:
            yield w.WHICH_ABOVE.format(graph.entities[owner].name, name)
        if not perhaps.named:
            unaccounted = percent(perhaps.unaccounted)
            yield w.WHO_ABOVE.format(name, unaccounted) if perhaps.unaccounted else w.IN_LARGE_CIRCLE.format(name)
    if len(seats) > 1:
        tops = [graph.entities[top] for top in (*above.tops, *above.persons)]
        places = [w.SEATED.format(top.name, same(top.headquarters) if top.headquarters else w.NOWHERE) for top in tops]
        listed = Text(", ".join(place.en for place in places), "、".join(place.zh for place in places))
        yield w.SEVERAL_SEATS.format(listed)
    yield from about_seats(graph, above.tops)


def about_ownership(graph: OwnershipGraph, found: ListedOwnership) -> Iterator[Text]:
    """What would settle whether listed parties own half or more, the most decisive first."""
    for unknown in found.unknown:
        asked = question(graph, unknown)
        if unknown.alone:
            asked = w.ALONE.format(asked)
        else:
            asked = w.WOULD_CATCH.format(asked) if unknown.strictest else asked
            asked = w.WOULD_FREE.format(asked) if unknown.mildest is False else asked
        yield asked


def question(graph: OwnershipGraph, unknown: Unknown) -> Text:
    """The question about one thing that is not known."""
    owned = graph.entities[unknown.owned].name
    match unknown.what:
        case What.SHARE:
            return w.HOW_MUCH.format(owned, graph.entities[unknown.owner].name, percent_range(unknown.possible))
        case What.REST:
            return w.WHO_HOLDS_REST.format(owned, percent(unknown.possible.high))
        case What.LISTING:
            return w.IS_IT_LISTED.format(owned)
