"""The widths of a table's columns: as wide as their cells where there is room, else the least height."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

STEP = 0.5
"""The step in em by which a column is made wider."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a column asks for, in em: least, to be read with ease, all cells on one line."""

    least: float
    comfortable: float
    natural: float


def share_width(
    wishes: Sequence[Wish], room: float, burden: Callable[[Sequence[float]], int]
) -> tuple[float, ...]:
    """Return the columns' widths, which fill the room; ``burden`` weighs turned-over lines."""
    naturals = [wish.natural for wish in wishes]
    if sum(naturals) <= room:
        return _widened(naturals, room)
    firsts = [wish.comfortable for wish in wishes]
    if sum(firsts) > room:
        firsts = [wish.least for wish in wishes]
    if sum(firsts) > room:
        return tuple(max(0.1, width * room / sum(firsts)) for width in firsts)
    return _grown(firsts, naturals, room, burden)


def _widened(widths: Sequence[float], room: float) -> tuple[float, ...]:
    """Return the widths with the room left over given to all alike."""
    more = max(0.0, room - sum(widths)) / len(widths)
    return tuple(width + more for width in widths)


def _grown(
    firsts: Sequence[float],
    naturals: Sequence[float],
    room: float,
    burden: Callable[[Sequence[float]], int],
) -> tuple[float, ...]:
    """Return the widths grown step by step where a step saves most, else where most is wanting."""
    widths = list(firsts)
    while (spare := room - sum(widths)) >= STEP:
        before = burden(widths)
        ways = (_way(widths, at, naturals[at], spare, before, burden) for at in range(len(widths)))
        gain, _wanting, at, step = max(ways)
        if not gain and not _wanting:
            break
        widths[at] += step if gain else min(STEP, spare)
    return _widened(widths, room)


def _way(
    widths: Sequence[float],
    at: int,
    natural: float,
    spare: float,
    before: int,
    burden: Callable[[Sequence[float]], int],
) -> tuple[float, float, int, float]:
    """Return what a column's next useful step saves per em, and how much it wants to grow."""
    wanting = max(0.0, natural - widths[at]) / widths[at]
    for steps in (1, 2, 4, 8):
        step = min(steps * STEP, spare)
        after = burden([*widths[:at], widths[at] + step, *widths[at + 1 :]]) if wanting else before
        if after < before:
            return (before - after) / step, wanting, at, step
    return 0.0, wanting, at, STEP
