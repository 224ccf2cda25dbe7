"""Where a line may begin and end, and where its ink does: marks at a line's edge are half wide."""

from bisect import bisect_left
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
        if not (before.sticks_on or after.sticks_back)
        and (before.kind != LATIN or after.kind != LATIN or before.parts_after or before.hyphen)
        and at not in kept
        and at > begun
    ]
    if cuts:
        forced = {at for at in cuts if begun < at < len(sorts) and sorts[at].kind != SPACE}
        legal = sorted(forced.union(legal))
    return [0, *legal, len(sorts)]


def penalties(
    sorts: Sequence[Sort], breaks: Sequence[int], cuts: set[int], dear: Mapping[int, float]
) -> list[float]:
    """Return the price of every break: none, some inside a word or date, much in the last resort."""
    result = [dear.get(at, 0.0) for at in breaks]
    for at in cuts.union([at for at, sort in enumerate(sorts) if sort.kind == LATIN]):
        index = bisect_left(breaks, at)
        if at > 0 and 0 < index < len(breaks) - 1 and breaks[index] == at:
            result[index] = _inside_word(sorts[at - 1], sorts[at], result[index], at in cuts)
    return result


def _inside_word(before: Sort, after: Sort, price: float, forced: bool) -> float:
    """Return the price of a break before a Latin word or where one is forced."""
    inside = before.kind == LATIN == after.kind
    if forced and (before.sticks_on or after.sticks_back or (inside and not _parts(before))):
        return FORCED_IN_WORD if inside else FORCED
    return price + (HYPHEN_BREAK if before.hyphen else WORD_BREAK) if inside else price


def _parts(sort: Sort) -> bool:
    """Return whether a word may go on on the next line after a part of it."""
    return sort.parts_after or sort.hyphen > 0


def lasts(sorts: Sequence[Sort], breaks: Sequence[int]) -> list[int]:
    """Return the last sort before each break that is not a space, 0 if there is none."""
    if not any(sort.kind == SPACE for sort in sorts):
        return [at - 1 if at else 0 for at in breaks]
    seen, visible = [0], 0
    for at, sort in enumerate(sorts):
        if sort.kind != SPACE:
            visible = at
        seen.append(visible)
    return [seen[at] for at in breaks]


def starts(
    sorts: Sequence[Sort], positions: Sequence[float], breaks: Sequence[int], blanks: Sequence[float]
) -> list[float]:
    """Return the left edges of lines: an opening mark's blank falls away."""
    edges = [*positions]
    for at in [at for at, sort in enumerate(sorts) if sort.lead]:
        edges[at] += sorts[at].lead
    return [edges[at] + blank for at, blank in zip(breaks, blanks, strict=True)]


def ends(
    sorts: Sequence[Sort], positions: Sequence[float], lasts: Sequence[int], blanks: Sequence[float]
) -> list[float]:
    """Return the right edges of lines: a closing mark's blank falls away, a divided word gets its hyphen."""
    if not sorts:
        return [0.0]
    edges = [at + sort.width + sort.hyphen for at, sort in zip(positions, sorts, strict=False)]
    return [edges[last] - blank for last, blank in zip(lasts, blanks, strict=True)]


def openings(sorts: Sequence[Sort], breaks: Sequence[int]) -> list[float]:
    """Return the blank of the opening mark that a line starts with, 0 for any other start."""
    blanks = {at: sort.blank for at, sort in enumerate(sorts) if sort.kind == OPENING}
    return [blanks.get(at, 0.0) for at in breaks]


def closings(sorts: Sequence[Sort], lasts: Sequence[int]) -> list[float]:
    """Return the blank of the closing mark that a line ends with, 0 for any other end."""
    if not sorts:
        return [0.0]
    blanks = {at: sort.blank for at, sort in enumerate(sorts) if sort.kind == CLOSING}
    return [blanks.get(last, 0.0) for last in lasts]


def orphan(sorts: Sequence[Sort], breaks: Sequence[int]) -> int:
    """Return the last break after which at least two characters follow, marks not counted (孤字)."""
    characters = 0
    for index in range(len(breaks) - 2, 0, -1):
        characters += sum(sort.weight for sort in sorts[breaks[index] : breaks[index + 1]])
        if characters >= 2:
            return index
    return 0
