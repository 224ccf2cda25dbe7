"""A paragraph in more or fewer lines than its best: which numbers can be had, and how."""

from collections.abc import Iterator
from functools import lru_cache

from newsletter.compose.breaking import best_breaks
from newsletter.compose.galley import Galley
from newsletter.compose.pricing import SLACK, Room, edged, price, soft_of, white_of


@lru_cache(maxsize=16384)
def reachable(galley: Galley, room: Room) -> tuple[int, int]:
    """Return the fewest and the most lines that the limits allow; -1 for both where they allow none."""
    numbers = [1] + [0] * (len(galley.breaks) - 1)
    for end, starts in _lines(galley, room):
        for start in starts:
            numbers[end] |= numbers[start] << 1
    return (numbers[-1] & -numbers[-1]).bit_length() - 1, numbers[-1].bit_length() - 1


def breaks_in(galley: Galley, room: Room, lines: int) -> tuple[int, ...] | None:
    """Return the cheapest breaks that make so many lines, or none where the limits do not allow it."""
    totals = _totals(galley, room)
    return _way_back(totals, lines) if lines in totals[-1] else None


@lru_cache(maxsize=64)
def _totals(galley: Galley, room: Room) -> list[dict[int, tuple[float, int]]]:
    """Return for every break and number of lines up to it the least cost and the break before.

    Kept, for who asks for a line more has just asked for a line less.
    """
    totals: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}] + [{} for _ in galley.breaks[1:]]
    for end, starts in _lines(galley, room):
        ended = totals[end]
        for start in starts:
            if not totals[start]:
                continue
            cost = price(galley, room, start, end) + galley.penalties[end]
            for number, (total, _) in totals[start].items():
                if number + 1 not in ended or total + cost < ended[number + 1][0]:
                    ended[number + 1] = (total + cost, start)
    return totals


def _way_back(totals: list[dict[int, tuple[float, int]]], lines: int) -> tuple[int, ...]:
    """Return the breaks that lead to the last one in so many lines."""
    way = [len(totals) - 1]
    for number in range(lines, 0, -1):
        way.append(totals[way[-1]][number][1])
    return tuple(reversed(way))


def _lines(galley: Galley, room: Room) -> Iterator[tuple[int, range]]:
    """Yield every break with the breaks at which a line that ends there may start.

    A line may be as loose as the room allows, or as the best breaks have it.
    """
    best = best_breaks(galley, room)
    begun = dict(zip(best[1:], best, strict=False))
    low, high, count = 0, 0, len(galley.breaks)
    for end in range(1, count):
        while low < end - 1 and _is_overfull(galley, room, low, end):
            low += 1
        high = max(low, high)
        while high < end and _is_close(galley, room, high, end):
            high += 1
        if end < count - 1:
            yield end, range(low, max(high, begun.get(end, -1) + 1))
    if count > 1:
        yield count - 1, range(low, max(low + 1, min(galley.orphan + 1, count - 1)))


def _is_close(galley: Galley, room: Room, start: int, end: int) -> bool:
    """Return whether the line between two breaks needs no more white between characters than is allowed."""
    first, last = galley.breaks[start], galley.lasts[end]
    flexible = (galley.flexes[last] - galley.flexes[first]) * room.take
    loosened = (galley.slots[last] - galley.slots[first]) * room.loosened
    return edged(galley, room, start, end).white <= flexible + loosened


def _is_overfull(galley: Galley, room: Room, start: int, end: int) -> bool:
    """Return whether the line between two breaks cannot be squeezed into the measure."""
    slots = galley.slots[galley.lasts[end]] - galley.slots[galley.breaks[start]]
    giving = soft_of(galley, room, start, end) + slots * room.tight
    return white_of(galley, room, start, end) + giving < -SLACK
