"""Where a line may begin and end, and where its ink does: marks at a line's edge are half wide."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from newsletter.compose.classes import CLOSING, LATIN, OPENING, SPACE
from newsletter.compose.typecase import Sort

WORD_BREAK = 3.0
"""The price of breaking an address or a long compound after its punctuation."""
HYPHEN_BREAK = 6.0
"""The price of dividing a word with a hyphen."""
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
    return before.kind != LATIN or after.kind != LATIN or before.parts_after or before.hyphen > 0


def penalties(
    sorts: Sequence[Sort], breaks: Sequence[int], cuts: set[int], dear: Mapping[int, float]
) -> list[float]:
    """Return the price of every break: none, some inside a word or date, much in the last resort."""
    result = [dear.get(at, 0.0) for at in breaks]
    for index, at in enumerate(breaks[1:-1], 1):
        inside = sorts[at - 1].kind == LATIN == sorts[at].kind
        if at in cuts and not _may_part(sorts[at - 1], sorts[at], False):
            result[index] = FORCED_IN_WORD if inside else FORCED
        elif inside:
            result[index] += HYPHEN_BREAK if sorts[at - 1].hyphen else WORD_BREAK
    return result


def last_visible(sorts: Sequence[Sort], end: int) -> int:
    """Return the last sort before ``end`` that is not a space, 0 if there is none."""
    last = end - 1
    while last > 0 and sorts[last].kind == SPACE:
        last -= 1
    return last if last > 0 else 0


def starts(
    sorts: Sequence[Sort], positions: Sequence[float], breaks: Sequence[int], blanks: Sequence[float]
) -> list[float]:
    """Return the left edges of lines: an opening mark's blank falls away."""
    leads = [*(sorts[at].lead for at in breaks[:-1]), 0.0]
    return [positions[at] + blank + lead for at, blank, lead in zip(breaks, blanks, leads, strict=True)]


def ends(
    sorts: Sequence[Sort], positions: Sequence[float], lasts: Sequence[int], blanks: Sequence[float]
) -> list[float]:
    """Return the right edges of lines: a closing mark's blank falls away, a divided word gets its hyphen."""
    if not sorts:
        return [0.0]
    return [
        positions[last] + sorts[last].width - blank + sorts[last].hyphen
        for last, blank in zip(lasts, blanks, strict=True)
    ]


def openings(sorts: Sequence[Sort], breaks: Sequence[int]) -> list[float]:
    """Return the blank of the opening mark that a line starts with, 0 for any other start."""
    starting = (sorts[at] for at in breaks[:-1])
    return [*(sort.blank if sort.kind == OPENING else 0.0 for sort in starting), 0.0]


def closings(sorts: Sequence[Sort], lasts: Sequence[int]) -> list[float]:
    """Return the blank of the closing mark that a line ends with, 0 for any other end."""
    ending = (sorts[at] for at in lasts) if sorts else ()
    return [sort.blank if sort.kind == CLOSING else 0.0 for sort in ending] or [0.0]


def orphan(sorts: Sequence[Sort], breaks: Sequence[int]) -> int:
    """Return the last break after which at least two characters follow, marks not counted (孤字)."""
    characters = 0
    for index in range(len(breaks) - 2, 0, -1):
        characters += sum(sort.weight for sort in sorts[breaks[index] : breaks[index + 1]])
        if characters >= 2:
            return index
    return 0
