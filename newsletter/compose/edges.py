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
    parting = {at for at, pair in enumerate(pairwise(sorts), 1) if _may_part(*pair)} - kept
    forced = {at for at in cuts if at < len(sorts) and sorts[at].kind != SPACE}
    return [0, *sorted(at for at in parting | forced if at > begun), len(sorts)]


def _may_part(before: Sort, after: Sort) -> bool:
    """Return whether a line may end with one sort and the next start with the other."""
    if before.sticks_on or after.sticks_back:
        return False
    return before.kind != LATIN or after.kind != LATIN or before.parts_after or before.hyphen > 0


def penalties(
    sorts: Sequence[Sort], breaks: Sequence[int], cuts: set[int], dear: Mapping[int, float]
) -> list[float]:
    """Return the price of every break: none, some inside a word or date, much in the last resort."""
    result = [dear.get(at, 0.0) for at in breaks]
    latin = {at for at, sort in enumerate(sorts) if sort.kind == LATIN}
    for index, at in [each for each in enumerate(breaks[1:-1], 1) if each[1] in latin or each[1] in cuts]:
        inside = sorts[at - 1].kind == LATIN == sorts[at].kind
        if at in cuts and not _may_part(sorts[at - 1], sorts[at]):
            result[index] = FORCED_IN_WORD if inside else FORCED
        elif inside:
            result[index] += HYPHEN_BREAK if sorts[at - 1].hyphen else WORD_BREAK
    return result


def lasts(sorts: Sequence[Sort], breaks: Sequence[int]) -> list[int]:
    """Return the last sort before each break that is not a space, 0 if there is none."""
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
    blanks = [sort.blank if sort.kind == OPENING else 0.0 for sort in sorts]
    return [*(blanks[at] for at in breaks[:-1]), 0.0]


def closings(sorts: Sequence[Sort], lasts: Sequence[int]) -> list[float]:
    """Return the blank of the closing mark that a line ends with, 0 for any other end."""
    if not sorts:
        return [0.0]
    blanks = [sort.blank if sort.kind == CLOSING else 0.0 for sort in sorts]
    return [blanks[last] for last in lasts]


def orphan(sorts: Sequence[Sort], breaks: Sequence[int]) -> int:
    """Return the last break after which at least two characters follow, marks not counted (孤字)."""
    characters = 0
    for index in range(len(breaks) - 2, 0, -1):
        characters += sum(sort.weight for sort in sorts[breaks[index] : breaks[index + 1]])
        if characters >= 2:
            return index
    return 0
