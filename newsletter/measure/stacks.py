"""Rows to stacks: rows of the body's size that stand one below the other, with nothing else between."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from newsletter.measure.columns import SAME, Columns, Stack, in_columns
from newsletter.measure.marks import is_marker
from newsletter.measure.rows import SMALL, Row
from newsletter.measure.tables import without_rolls, without_tables

NEAR = 1.5
"""Two rows further apart than so many leadings do not stand one below the other."""
SCALED = 0.07
"""Letters and figures are set larger or smaller than Han by no more than this share."""
WIDEST, MOST_PARTS = 8.0, 12
"""The widest gap in em inside a line spaced beyond reason, and the most parts it falls into."""


def body_size(rows: Iterable[Row]) -> float:
    """Return the size that most Han characters are set in."""
    sizes = Counter(glyph.size for row in rows for glyph in row.han)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def leading_of(rows: Sequence[Row]) -> float:
    """Return the commonest distance in points of two rows of one size, one below the other; 0 for none."""
    steps = Counter(
        round(other.y - one.y, 2)
        for one, other in pairwise(rows)
        if one.size == other.size and one.overlaps(other) and 0.5 * one.size < other.y - one.y < 4 * one.size
    )
    if not steps:
        return 0.0
    common = steps.most_common(1)[0][0]
    near = {step: count for step, count in steps.items() if abs(step - common) <= 0.03}
    return sum(step * count for step, count in near.items()) / sum(near.values())


def stacks_of(rows: Sequence[Row], size: float, leading: float) -> list[Stack]:
    """Return the stacks of the body's rows in the order of the file; rows that stand alone are left out."""
    large = without_rolls([row for row in rows if row.size >= SMALL * size], size)
    seen = Columns((_stack(group, joined) for group, joined in _groups(large, size, leading)), size)
    whole = without_tables(list(_rejoined(large, seen)), size, leading)
    found = in_columns([_stack(group, joined) for group, joined in _groups(whole, size, leading)], leading)
    heights = Columns(found, size)
    return [each for each in found if len(each.rows) > 1 or heights.holds(each)]


def _rejoined(rows: Sequence[Row], columns: Columns) -> Iterator[Row]:
    """Yield the rows, those made one again that a wide gap parts: a list's marker, a line spaced too wide."""
    at = 0
    while at < len(rows):
        end = at + 1
        for after in range(at + 1, min(len(rows), at + MOST_PARTS)):
            if not _beside(rows[after - 1], rows[after]):
                break
            hung = after == at + 1 and is_marker(rows[at].text)
            end = after + 1 if hung or columns.spans(rows[at], rows[after]) else end
        yield Row(rows[at].page, tuple(chain.from_iterable(row.glyphs for row in rows[at:end])))
        at = end


def _beside(one: Row, other: Row) -> bool:
    """Return whether a row stands on the baseline of another, not far right of it."""
    level = one.page == other.page and abs(one.y - other.y) < SAME * one.size
    return level and one.size == other.size and 0 < other.x - one.end < WIDEST * one.size


def _groups(rows: Sequence[Row], size: float, leading: float) -> Iterator[tuple[list[Row], bool]]:
    """Return the rows of each stack, and whether body stands right before it in the file."""
    group: list[Row] = []
    joined = before = False
    for row in rows:
        below = bool(group) and _below(group[-1], row, leading)
        body = row.size == size or (below and _is_latin(row, size))
        if group and not (body and below):
            yield group, joined
            before, group = body, []
        if body:
            joined = joined if group else before
            group.append(row)
        before = body
    if group:
        yield group, joined


def _is_latin(row: Row, size: float) -> bool:
    """Return whether a row holds nothing but letters and figures of about the body's size."""
    return not row.han and abs(row.size - size) < SCALED * size


def _below(one: Row, other: Row, leading: float) -> bool:
    """Return whether a row stands right below another."""
    apart = other.y - one.y
    return one.page == other.page and one.overlaps(other) and 0.5 * one.size < apart < NEAR * leading


def _stack(rows: Sequence[Row], joined: bool) -> Stack:
    sure = [row.x for row in rows if len(row.starts()) == 1]
    left = min(sure, default=rows[0].starts()[-1])
    return Stack(tuple(rows), left, max(row.ends()[-1] for row in rows), joined)
