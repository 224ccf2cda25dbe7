"""Rows to stacks: rows of the body's size that stand one below the other, with nothing else between."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from newsletter.measure.rows import SMALL, Row

INDENT = 2.0
"""A paragraph's indent in em."""
SAME = 0.15
"""Rows that start within so many em of each other start at one edge."""
NEAR = 1.5
"""Two rows further apart than so many leadings do not stand one below the other."""
WIDEST, MOST_PARTS = 8.0, 12
"""The widest gap in em inside a line spaced beyond reason, and the most parts it falls into."""
LONELY = 3.5
"""A row alone is body if others stand within so many em above or below."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Rows one below the other; ``left`` is their column's edge in points.

    ``joined`` ones follow the stack before them in the file with nothing between: a paragraph may go on.
    """

    rows: tuple[Row, ...]
    left: float
    joined: bool = False

    @property
    def page(self) -> int:
        """The page it stands on."""
        return self.rows[0].page


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
    large = [row for row in rows if row.size >= SMALL * size]
    seen = Columns((_stack(group, joined) for group, joined in _groups(large, size, leading)), size)
    whole = list(_rejoined(large, seen))
    found = [_stack(group, joined) for group, joined in _groups(whole, size, leading)]
    columns = Columns(found, size)
    snapped = [replace(each, left=columns.left_of(each)) for each in found]
    heights = Columns(snapped, size)
    return [each for each in snapped if len(each.rows) > 1 or heights.has_neighbour(each)]


class Columns:
    """Where the columns of each page start, and at which heights rows stand in them."""

    def __init__(self, stacks: Iterable[Stack], size: float) -> None:
        self.size = size
        self.lefts: dict[tuple[int, int], float] = {}
        self.rights: dict[tuple[int, int], float] = defaultdict(float)
        self.heights: dict[tuple[int, int], list[float]] = defaultdict(list)
        for stack in stacks:
            key = self._key(stack.page, stack.left)
            if len(stack.rows) > 2:
                self.lefts.setdefault(key, stack.left)
                self.rights[key] = max(self.rights[key], *(row.ends()[-1] for row in stack.rows))
            if len(stack.rows) > 1:
                self.heights[key] += [stack.rows[0].y, stack.rows[-1].y]
        for each in self.heights.values():
            each.sort()

    def left_of(self, stack: Stack) -> float:
        """Return a stack's left edge: the column's where all its rows are indented from it."""
        near = (self.lefts.get(key) for key in self._keys(stack.page, stack.left - INDENT * self.size))
        return next((each for each in near if each is not None), stack.left)

    def spans(self, first: Row, last: Row) -> bool:
        """Return whether two rows are the ends of a line that fills a column."""
        starts = (first.x, first.x - INDENT * self.size)
        near = {key for start in starts for key in self._keys(first.page, start) if key in self.rights}
        edges = (self.rights[key] for key in near)
        return any(abs(end - edge) < SAME * self.size for edge in edges for end in last.ends())

    def has_neighbour(self, stack: Stack) -> bool:
        """Return whether a row starts where a column does and others stand right above or below."""
        reach = LONELY * self.size
        near = [self.heights.get(key, []) for key in self._keys(stack.page, stack.left)]
        y = stack.rows[0].y
        return any(bisect_left(each, y - reach) < bisect_left(each, y + reach) for each in near)

    def _key(self, page: int, left: float) -> tuple[int, int]:
        return page, round(left / (SAME * self.size))

    def _keys(self, page: int, left: float) -> Iterator[tuple[int, int]]:
        """Return the keys of a place and of those beside it."""
        middle = self._key(page, left)[1]
        return ((page, middle + step) for step in (0, -1, 1))


def _rejoined(rows: Sequence[Row], columns: Columns) -> Iterator[Row]:
    """Yield the rows, those made one again that a line spaced beyond reason fell into."""
    at = 0
    while at < len(rows):
        end = at + 1
        for after in range(at + 1, min(len(rows), at + MOST_PARTS)):
            if not _beside(rows[after - 1], rows[after]):
                break
            end = after + 1 if columns.spans(rows[at], rows[after]) else end
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
        if group and not (row.size == size and _below(group[-1], row, leading)):
            yield group, joined
            before, group = row.size == size, []
        if row.size == size:
            joined = joined if group else before
            group.append(row)
            before = True
        else:
            before = False
    if group:
        yield group, joined


def _below(one: Row, other: Row, leading: float) -> bool:
    """Return whether a row stands right below another."""
    apart = other.y - one.y
    return one.page == other.page and one.overlaps(other) and 0.5 * one.size < apart < NEAR * leading


def _stack(rows: Sequence[Row], joined: bool) -> Stack:
    sure = [row.x for row in rows if len(row.starts()) == 1]
    return Stack(tuple(rows), min(sure, default=rows[0].starts()[-1]), joined)
