"""Where a paragraph's lines end: the breaks that cost the whole paragraph least (Knuth and Plass)."""

from collections.abc import Sequence
from functools import lru_cache

from newsletter.compose.galley import Galley
from newsletter.compose.pricing import (
    FLEX_PRICE,
    OVERFULL_PRICE,
    RAGGED_PRICE,
    REACH,
    SLACK,
    SQUEEZE_PRICE,
    STIFF_PRICE,
    UNIT,
    Room,
)


@lru_cache(maxsize=32768)
def best_breaks(galley: Galley, room: Room) -> tuple[int, ...]:
    """Return the indices of the optimal breaks, from 0 to the last.

    The inner loop runs three times per character of an issue at every measure that make-up tries: it is
    `pricing.price` written out, over running sums looked up once. A test keeps the two equal.
    """
    firsts, lasts, ends = galley.breaks, galley.lasts, galley.ends
    marks_at, flexes_at, slots_at = galley.marks, galley.flexes, galley.slots
    starts = [edge + room.first * (at == 0) for at, edge in enumerate(galley.starts)]
    marks_before = [marks_at[at] for at in firsts]
    flexes_before = [flexes_at[at] for at in firsts]
    slots_before = [slots_at[at] for at in firsts]
    measure, give, take, justified = room.measure, room.give, room.take, room.justified
    count, low = len(firsts), 0
    totals, previous = [0.0] * count, [0] * count
    for end in range(1, count):
        last, final = lasts[end], end == count - 1
        marks, flexes, slots = marks_at[last], flexes_at[last], slots_at[last]
        spare = measure - ends[end]
        floor = -SLACK - spare - marks
        while (
            low < end - 1 and starts[low] - marks_before[low] + (flexes - flexes_before[low]) * give < floor
        ):
            low += 1
        best, chosen = 1e300, low
        for start in range(low, end):
            white = spare + starts[start]
            if white < 0.0:
                giving = marks - marks_before[start] + (flexes - flexes_before[start]) * give
                if -white > giving + SLACK:
                    total = totals[start] + OVERFULL_PRICE
                else:
                    total = totals[start] + (SQUEEZE_PRICE * (white / giving) ** 2 if giving else 0.0)
            elif final:
                if start > low and start > galley.orphan:
                    break
                total = totals[start]
            elif not justified:
                total = totals[start] + white * white * RAGGED_PRICE
            else:
                if white > REACH and start > low:
                    break
                flexible = (flexes - flexes_before[start]) * take
                if white <= flexible:
                    total = totals[start] + (FLEX_PRICE * (white / flexible) ** 2 if white else 0.0)
                elif gaps := slots - slots_before[start]:
                    ratio = (white - flexible) / (gaps * UNIT)
                    total = totals[start] + (FLEX_PRICE if flexible else 0.0) + ratio * ratio * ratio
                else:
                    ratio = (white - flexible) / UNIT
                    total = totals[start] + STIFF_PRICE + ratio * ratio * ratio
            if total < best:
                best, chosen = total, start
        totals[end] = best + galley.penalties[end]
        previous[end] = chosen
    return way_back(previous)


def way_back(previous: Sequence[int]) -> tuple[int, ...]:
    """Return the breaks that lead to the last one, given each one's predecessor."""
    way = [len(previous) - 1]
    while way[-1] > 0:
        way.append(previous[way[-1]])
    return tuple(reversed(way))
