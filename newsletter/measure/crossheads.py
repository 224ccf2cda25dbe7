"""Crossheads that stand at the foot of a leg, their text in the next one."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsletter.measure.columns import Stack
from newsletter.measure.rows import SMALL, Row

LARGEST = 1.4
"""A crosshead is set no larger than so many times the body; headlines are."""
NEAR = 3.0
"""A crosshead stands within so many leadings of the line above it."""
CENTRED = 0.7
"""A line is centred if its two sides differ by no more than so many em."""


def stranded(rows: Sequence[Row], stacks: Sequence[Stack], size: float, leading: float) -> Iterator[Row]:
    """Yield the crossheads that end a leg: centred, in another size or face, text above, none below."""
    above = {id(stack.rows[-1].glyphs[-1]): stack for stack in stacks}
    large = [row for row in rows if row.size >= SMALL * size]
    for (before, row), after in zip(pairwise(large), [*large[2:], None], strict=False):
        stack = above.get(id(before.glyphs[-1]))
        if stack is None or not _is_crosshead(row, stack, size) or row.page != before.page:
            continue
        close = 0 < row.y - before.y < NEAR * leading
        if close and after is not None and after.size == size and not _under(row, after, leading):
            yield row


def _is_crosshead(row: Row, stack: Stack, size: float) -> bool:
    """Return whether a row is set apart from the stack above it and stands in the middle of its column."""
    other = row.size != size or not row.han or not stack.rows[-1].han or _face(row) != _face(stack.rows[-1])
    right = max(each.end for each in stack.rows)
    white = row.x - stack.left, right - row.end
    return (
        other
        and size * 0.9 <= row.size <= size * LARGEST
        and min(white) > size
        and abs(white[0] - white[1]) < CENTRED * size
    )


def _face(row: Row) -> str:
    return row.han[0].font


def _under(row: Row, after: Row, leading: float) -> bool:
    """Return whether the next row stands under a crosshead."""
    return after.page == row.page and 0 < after.y - row.y < NEAR * leading and after.overlaps(row)
