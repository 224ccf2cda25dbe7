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
    TIGHT_UNIT,
    UNIT,
    Room,
    settled,
)


@lru_cache(maxsize=32768)
def best_breaks(galley: Galley, room: Room) -> tuple[int, ...]:
    """Return the indices of the optimal breaks, from 0 to the last.

    The inner loop runs three times per character of an issue at every measure that make-up tries: it is
    `pricing.price` written out, over running sums looked up once. A test keeps the two equal.
    """
    measure, give, take, tight, justified = room.measure, room.give, room.take, room.tight, room.justified
    starts, ends, penalties, orphan = [*galley.starts], galley.ends, galley.penalties, galley.orphan
    starts[0] += room.first
    marks_before, flexes_before, slots_before = galley.sums
    marks_at, flexes_at, slots_at = galley.last_sums
    softs_before = [marks + flexes * give for marks, flexes in zip(marks_before, flexes_before, strict=True)]
    edges = (galley.openings, galley.closings) if not room.plain else None
    leasts = [
        start - soft - slots * tight
        for start, soft, slots in zip(starts, softs_before, slots_before, strict=True)
    ]
    count, low = len(ends), 0
    totals, previous = [0.0] * count, [0] * count
    for end in range(1, count):
        final = end == count - 1
        flexes, slots = flexes_at[end], slots_at[end]
        soft = marks_at[end] + flexes * give
        spare = measure - ends[end]
        floor = -SLACK - spare - soft - slots * tight
        while low < end - 1 and leasts[low] < floor:
            low += 1
        best, chosen = 1e300, low
        for start in range(low, end):
            white = spare + starts[start]
            if edges:
                giving = soft - softs_before[start]
                white = settled(room, white, giving, edges[0][start], edges[1][end]).white
            if white < 0.0:
                giving = soft - softs_before[start]
                if -white <= giving:
                    total = totals[start] + SQUEEZE_PRICE * (white / giving) ** 2
                elif -white > giving + (gaps := slots - slots_before[start]) * tight + SLACK:
                    total = totals[start] + OVERFULL_PRICE
                else:
                    ratio = (-white - giving) / (gaps * TIGHT_UNIT or TIGHT_UNIT)
                    total = totals[start] + (SQUEEZE_PRICE if giving else 0.0) + ratio * ratio * ratio
            elif final:
                if start > low and start > orphan:
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
        totals[end] = best + penalties[end]
        previous[end] = chosen
    return way_back(previous)


def way_back(previous: Sequence[int]) -> tuple[int, ...]:
    """Return the breaks that lead to the last one, given each one's predecessor."""
    way = [len(previous) - 1]
    while way[-1] > 0:
        way.append(previous[way[-1]])
    return tuple(reversed(way))
