"""Where a paragraph's lines end: the breaks that cost the whole paragraph least (Knuth and Plass)."""

from collections.abc import Sequence
from functools import lru_cache

from newsletter.compose.galley import Galley
from newsletter.compose.pricing import (
    FAIR,
    FAR,
    FLEX_PRICE,
    OVERFULL_PRICE,
    REACH,
    SLACK,
    SQUEEZE_PRICE,
    STIFF_PRICE,
    TIGHT_UNIT,
    UNIT,
    Room,
    price,
    white_of,
)


@lru_cache(maxsize=32768)
def best_breaks(galley: Galley, room: Room) -> tuple[int, ...]:
    """Return the indices of the optimal breaks, from 0 to the last.

    The inner loop runs three times per character of an issue at every measure that make-up tries: it is
    `pricing.price` written out, over running sums looked up once. A test keeps the two equal.
    """
    measure, give, take, tight = room.measure, room.give, room.take, room.tight
    starts, ends, penalties = [*galley.starts], galley.ends, galley.penalties
    starts[0] += room.first
    marks_before, flexes_before, slots_before = galley.sums
    marks_at, flexes_at, slots_at = galley.last_sums
    softs_before = [marks + flexes * give for marks, flexes in zip(marks_before, flexes_before, strict=True)]
    closings = galley.closings if room.line_end == "either" else [0.0] * len(ends)
    plain = room.justified and room.line_start == "half" and room.line_end != "full"
    leasts = [
        start - soft - slots * tight
        for start, soft, slots in zip(starts, softs_before, slots_before, strict=True)
    ]
    count, low = len(ends), 0
    totals, previous = [0.0] * count, [0] * count
    for end in range(1, count):
        flexes, slots, closing = flexes_at[end], slots_at[end], closings[end]
        soft = marks_at[end] + flexes * give
        spare = measure - ends[end]
        floor = -SLACK - spare - soft - slots * tight
        while low < end - 1 and leasts[low] < floor:
            low += 1
        if not plain or end == count - 1:
            totals[end], previous[end] = _cheapest(galley, room, totals, low, end)
            continue
        best, chosen = 1e300, low
        for start in range(low, end):
            white = spare + starts[start]
            total = totals[start]
            if white > REACH and start > low and (white > FAR or total + FAIR >= best):
                break
            if total >= best:
                continue
            if white < 0.0:
                giving = soft - softs_before[start]
                if -white <= giving:
                    total += SQUEEZE_PRICE * (white / giving) ** 2
                elif -white > giving + (gaps := slots - slots_before[start]) * tight + SLACK:
                    total += OVERFULL_PRICE
                else:
                    ratio = (-white - giving) / (gaps * TIGHT_UNIT or TIGHT_UNIT)
                    total += (SQUEEZE_PRICE if giving else 0.0) + ratio * ratio * ratio
            else:
                if closing and white >= closing:
                    white -= closing
                flexible = (flexes - flexes_before[start]) * take
                if white > flexible:
                    if gaps := slots - slots_before[start]:
                        ratio = (white - flexible) / (gaps * UNIT)
                        total += (FLEX_PRICE if flexible else 0.0) + ratio * ratio * ratio
                    else:
                        ratio = (white - flexible) / UNIT
                        total += STIFF_PRICE + ratio * ratio * ratio
                elif white:
                    total += FLEX_PRICE * (white / flexible) ** 2
            if total < best:
                best, chosen = total, start
        totals[end] = best + penalties[end]
        previous[end] = chosen
    return way_back(previous)


def _cheapest(galley: Galley, room: Room, totals: Sequence[float], low: int, end: int) -> tuple[float, int]:
    """Return the least total of lines up to a break, and where the last one starts, not before ``low``."""
    found = []
    for start in range(low, end):
        if start > low and _is_hopeless(galley, room, start, end):
            break
        found.append((totals[start] + price(galley, room, start, end), start))
    best, chosen = min(found)
    return best + galley.penalties[end], chosen


def _is_hopeless(galley: Galley, room: Room, start: int, end: int) -> bool:
    """Return whether a line is too short to be tried while fuller ones are at hand."""
    if end == len(galley.breaks) - 1:
        return start > galley.orphan
    return room.justified and white_of(galley, room, start, end) > REACH


def way_back(previous: Sequence[int]) -> tuple[int, ...]:
    """Return the breaks that lead to the last one, given each one's predecessor."""
    way = [len(previous) - 1]
    while way[-1] > 0:
        way.append(previous[way[-1]])
    return tuple(reversed(way))
