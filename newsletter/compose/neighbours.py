"""What stands between two sorts: squeezed marks, Han-Latin gaps, room to take and to give."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsletter.compose.classes import CLOSING, DASH, HAN, LATIN, MIDDLE, OPENING, SPACE
from newsletter.compose.typecase import Sort

AFTER_CLOSING = 0.9


def squeezed(sorts: Sequence[Sort]) -> list[Sort]:
    """Return the sorts, one of two neighbouring marks halved: a pair takes 1.5 em (clreq, 标点挤压)."""
    result = list(sorts)
    marks = [at for at, sort in enumerate(sorts) if sort.kind >= OPENING]
    for at in (at for at, beside in pairwise(marks) if beside == at + 1):
        sort, following = sorts[at], sorts[at + 1]
        kind, after = sort.kind, following.kind
        if kind == CLOSING and after in (OPENING, CLOSING, MIDDLE):
            result[at] = halved(sort)
        elif after == OPENING and kind in (OPENING, MIDDLE):
            result[at + 1] = halved(following)
    return result


def halved(sort: Sort) -> Sort:
    """Return a mark at half its width, anything without a blank as it is."""
    return sort._replace(width=sort.width - sort.blank, blank=0.0, halved=True) if sort.blank else sort


@dataclass(slots=True)
class Between:
    """What lies after each sort: its gap, slot, flexible place, the white of marks, the end of a piece."""

    gaps: list[int]
    slots: list[int]
    flexes: list[int]
    marks: list[float]
    joints: list[bool]


def opening_blank(before: Sort, mark: Sort) -> float:
    """Return what an opening mark inside a line can give: nothing after a dash, not all after a closing mark.

    Were it to give all, its glyph would start where the closing mark's does, and readers of the PDF's text
    would find the two the other way round.
    """
    if before.kind == DASH:
        return 0.0
    return round(mark.blank * AFTER_CLOSING) if before.kind == CLOSING else mark.blank


def between(sorts: Sequence[Sort], gap: int, cuts: set[int]) -> Between:
    """Return what lies after each sort; between two Han characters of one face there is one slot."""
    count = len(sorts)
    result = Between([0] * count, [1] * count, [0] * count, [0.0] * count, [False] * count)
    for at, (sort, following) in enumerate(pairwise(sorts)):
        if sort.kind or following.kind or sort.face is not following.face:
            _look_between(result, at, sort, following, gap, at + 1 in cuts)
    return result


def stiffen(between: Between, sorts: Sequence[Sort], kept: Iterable[int]) -> None:
    """Let the spaces inside numbers neither give nor take: 2 600 stays one number in a loose line."""
    for at in kept:
        if sorts[at - 1].kind == SPACE:
            between.flexes[at - 1] = 0


def _look_between(result: Between, at: int, sort: Sort, following: Sort, gap: int, is_cut: bool) -> None:
    """Note what lies between two sorts that are not both Han."""
    kind, after = sort.kind, following.kind
    latin = LATIN in (kind, after)
    inside = sort.hyphen > 0 and not is_cut
    result.joints[at] = (latin or DASH in (kind, after) or sort.face != following.face) and not inside
    if (kind == HAN and following.gap_before) or (after == HAN and sort.gap_after):
        result.gaps[at] = gap
        result.flexes[at] = 1
    if sort.flexible:
        result.flexes[at] = 1
    if kind != DASH and (pad := sort.pad + following.pad):
        result.gaps[at] += round(pad)
        result.joints[at] = True
    if kind in (SPACE, DASH) or after == SPACE or (kind == after == LATIN and not is_cut):
        result.slots[at] = 0
    if following.halved or (sort.halved and OPENING <= after <= CLOSING):
        result.slots[at] = 0  # white between squeezed marks never looks even
    if kind == CLOSING:
        result.marks[at] += sort.blank
    if after == OPENING:
        result.marks[at] += opening_blank(sort, following)
