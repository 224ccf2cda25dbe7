"""The columns that stacks stand in: a list, a verse, a signature is indented from its column's edge."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from newsletter.measure.rows import Row

SAME = 0.15
"""Rows that start within so many em of each other start at one edge."""
INDENT = 2.0
"""A paragraph's indent in em."""
FURTHEST = 4.0
"""A leg that holds nothing but a list is indented by no more than so many em."""
CLOSE = 3.2
"""Stacks no further apart than so many leadings stand in one leg, white or a crosshead between them."""
UNLIKE = 1.5
"""Legs of one left edge are of two measures if their right edges are so many em apart."""
TELLING = 3
"""The rows from which a stack tells where its column ends."""
LONELY = 3.5
"""A row alone is body if others stand within so many em above or below."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Rows one below the other; ``left`` and ``right`` are their column's edges in points.

    ``joined`` ones follow the stack before them in the file with nothing between: a paragraph may go on.
    """

    rows: tuple[Row, ...]
    left: float
    right: float
    joined: bool = False

    @property
    def page(self) -> int:
        """The page it stands on."""
        return self.rows[0].page

    @property
    def size(self) -> float:
        """The size of its type in points."""
        return self.rows[0].size


def in_columns(stacks: Sequence[Stack], leading: float) -> list[Stack]:
    """Return the stacks with the edges of the columns they stand in."""
    legs = [_Leg.of(group) for group in _legs(stacks, leading)]
    pages: dict[int, list[_Leg]] = defaultdict(list)
    for leg in legs:
        pages[leg.stacks[0].page].append(leg)
    return [stack for leg in legs for stack in leg.within(pages[leg.stacks[0].page])]


@dataclass(frozen=True, slots=True)
class _Leg:
    """Stacks that stand close below each other, and the edges of them all in points."""

    stacks: tuple[Stack, ...]
    left: float
    right: float

    @classmethod
    def of(cls, stacks: Sequence[Stack]) -> "_Leg":
        """Return stacks as a leg."""
        return cls(tuple(stacks), min(s.left for s in stacks), max(s.right for s in stacks))

    def within(self, others: Iterable["_Leg"]) -> Iterator[Stack]:
        """Yield its stacks with its edges, or those of the column that all of it is indented from."""
        column = min((each for each in others if self._stands_in(each)), key=_left, default=self)
        for stack in self.stacks:
            if stack.left - column.left > SAME * stack.size:
                yield replace(stack, left=column.left, right=max(column.right, self.right))
            elif len(stack.rows) < TELLING:
                yield replace(stack, right=column.right)
            else:
                yield stack

    def _stands_in(self, other: "_Leg") -> bool:
        """Return whether a leg stands in another's column, indented from its edge.

        By a paragraph's indent, or as a list, which ends where the column does, or in the middle as verse
        does, in a face of its own.
        """
        size = self.stacks[0].size
        indent, rest = (self.left - other.left) / size, (other.right - self.right) / size
        if indent < SAME or rest < -SAME or not any(len(each.rows) > 1 for each in other.stacks):
            return False
        listed = indent < FURTHEST and (abs(rest) < SAME or abs(indent - INDENT) < SAME)
        return listed or (abs(indent - rest) < SAME and self.face != other.face)

    @property
    def face(self) -> str:
        """The face of most of its Han characters."""
        return face_of(self.stacks)


def face_of(stacks: Iterable[Stack]) -> str:
    """Return the face of most Han characters, empty where there is none."""
    faces = Counter(glyph.font for stack in stacks for row in stack.rows for glyph in row.han)
    return faces.most_common(1)[0][0] if faces else ""


def _left(leg: _Leg) -> float:
    return leg.left


def _legs(stacks: Sequence[Stack], leading: float) -> Iterator[list[Stack]]:
    """Yield the stacks that stand close below each other, in the order of the file."""
    leg: list[Stack] = []
    for stack in stacks:
        if leg and not _follows(_Leg.of(leg), stack, leading):
            yield leg
            leg = []
        leg.append(stack)
    if leg:
        yield leg


def _follows(leg: _Leg, stack: Stack, leading: float) -> bool:
    """Return whether a stack stands right below a leg, and in its measure."""
    apart = stack.rows[0].y - leg.stacks[-1].rows[-1].y
    across = min(leg.right, stack.right) - max(leg.left, stack.left)
    one_edge = abs(leg.left - stack.left) < SAME * stack.size
    telling = len(stack.rows) >= TELLING and any(len(each.rows) >= TELLING for each in leg.stacks)
    unlike = one_edge and telling and abs(leg.right - stack.right) > UNLIKE * stack.size
    near = leg.stacks[0].page == stack.page and 0 < apart < CLOSE * leading
    return near and across > 0 and not unlike


class Columns:
    """Where the columns of each page start and end, and at which heights rows stand in them."""

    def __init__(self, stacks: Iterable[Stack], size: float) -> None:
        self.size = size
        self.rights: dict[tuple[int, int], float] = defaultdict(float)
        self.heights: dict[tuple[int, int], list[float]] = defaultdict(list)
        for stack in stacks:
            key = self._key(stack.page, stack.left)
            if len(stack.rows) >= TELLING:
                self.rights[key] = max(self.rights[key], *(row.ends()[-1] for row in stack.rows))
            if len(stack.rows) > 1:
                self.heights[key] += [stack.rows[0].y, stack.rows[-1].y]
        for each in self.heights.values():
            each.sort()

    def spans(self, first: Row, last: Row) -> bool:
        """Return whether two rows are the ends of a line that fills a column."""
        starts = (first.x, first.x - INDENT * self.size)
        near = {key for start in starts for key in self._keys(first.page, start) if key in self.rights}
        edges = (self.rights[key] for key in near)
        return any(abs(end - edge) < SAME * self.size for edge in edges for end in last.ends())

    def holds(self, stack: Stack) -> bool:
        """Return whether a lone row fills a column, or starts where one does, rows right above or below."""
        return self.spans(stack.rows[0], stack.rows[0]) or self._has_neighbour(stack)

    def _has_neighbour(self, stack: Stack) -> bool:
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
