"""Where a line may begin and end, and where its ink does: marks at a line's edge are half wide."""

from collections.abc import Sequence
from itertools import pairwise

from newsletter.compose.classes import CLOSING, LATIN, OPENING, SPACE
from newsletter.compose.typecase import Sort

WORD_BREAK = 3.0
"""The price of breaking an address or a long compound after its punctuation."""
FORCED_IN_WORD = 1e4
FORCED = 1e9
"""The prices of the last resort: inside a word, against the rules of marks."""


def breaks(sorts: Sequence[Sort], kept: set[int], cuts: set[int]) -> list[int]:
    """Return the sorts a line may start with, the end included."""
    if not sorts:
        return [0]
    begun = next((at for at, sort in enumerate(sorts) if sort.kind != SPACE), len(sorts))
    legal = [
        at
        for at, (before, after) in enumerate(pairwise(sorts), 1)
        if at > begun and (_may_part(before, after, at in kept) or (at in cuts and after.kind != SPACE))
    ]
    return [0, *legal, len(sorts)]


def _may_part(before: Sort, after: Sort, kept: bool) -> bool:
    """Return whether a line may end with one sort and the next start with the other."""
    if kept or before.sticks_on or after.sticks_back:
        return False
    return before.kind != LATIN or after.kind != LATIN or before.parts_after


def penalties(sorts: Sequence[Sort], breaks: Sequence[int], cuts: set[int]) -> list[float]:
    """Return the price of every break: none, some inside an address, much in the last resort."""
    result = [0.0] * len(breaks)
    for index, at in enumerate(breaks[1:-1], 1):
        inside = sorts[at - 1].kind == LATIN == sorts[at].kind
        if at in cuts and not _may_part(sorts[at - 1], sorts[at], False):
            result[index] = FORCED_IN_WORD if inside else FORCED
        elif inside:
            result[index] = WORD_BREAK
    return result


def last_visible(sorts: Sequence[Sort], end: int) -> int:
    """Return the last sort before ``end`` that is not a space, 0 if there is none."""
    last = end - 1
    while last > 0 and sorts[last].kind == SPACE:
        last -= 1
    return last if last > 0 else 0


def starts(sorts: Sequence[Sort], positions: Sequence[float], breaks: Sequence[int]) -> list[float]:
    """Return the left edges of lines: an opening mark's blank falls away."""
    inner = [positions[at] + (sorts[at].blank if sorts[at].kind == OPENING else 0.0) for at in breaks[:-1]]
    return [*inner, positions[breaks[-1]]]


def ends(sorts: Sequence[Sort], positions: Sequence[float], lasts: Sequence[int]) -> list[float]:
    """Return the right edges of lines: a closing mark's blank falls away."""
    if not sorts:
        return [0.0]
    return [
        positions[last] + sorts[last].width - (sorts[last].blank if sorts[last].kind == CLOSING else 0.0)
        for last in lasts
    ]


def orphan(sorts: Sequence[Sort], breaks: Sequence[int]) -> int:
    """Return the last break after which at least two characters follow, marks not counted (孤字)."""
    characters = 0
    for index in range(len(breaks) - 2, 0, -1):
        characters += sum(sort.weight for sort in sorts[breaks[index] : breaks[index + 1]])
        if characters >= 2:
            return index
    return 0
