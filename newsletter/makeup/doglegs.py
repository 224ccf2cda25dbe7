"""Doglegs: stories one after the other down the columns of a block, each going on at the next column's head.

Where no rectangles fill a page, such a block may: only its whole length must come out, not every story's
height. The block is one strip of all its columns; a dynamic programme over the sets of stories keeps, for
every line of the strip, the cheapest way to end there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from newsletter.makeup.legs import LOW_LEG
from newsletter.makeup.reach import Costs, Lines
from newsletter.makeup.search import INFINITE, STACKED, UPSIDE_DOWN, Bent, Doglegs
from newsletter.makeup.strands import Stiff, Strand


@dataclass(frozen=True, slots=True)
class Strands:
    """The stories of a page that can stand in one column, by their bit in sets.

    ``weights`` are those of all stories; ``gap`` lines part one from the next below it.
    """

    by_bit: dict[int, Strand | Stiff]
    weights: Sequence[float]
    gap: int

    def spans(self, members: int) -> tuple[int, int]:
        """Return the least and the most lines of a set of them, with the gap after each."""
        mine = [each for bit, each in self.by_bit.items() if members & bit]
        least = sum(each.lengths.start + self.gap for each in mine)
        return least, sum(each.lengths.stop - 1 + self.gap for each in mine)

    def weight(self, bit: int) -> float:
        """Return what one story weighs."""
        return self.weights[bit.bit_length() - 1]


@dataclass
class Block:
    """A block of so many columns and lines, and what it costs to fill it with each of some ``sets``.

    The sets are the smaller first, and with each of them there are all its own parts.
    """

    strands: Strands
    columns: int
    height: int
    sets: Sequence[int]

    def __post_init__(self) -> None:
        """Find the ends of all sets, those of one story more from those of one less."""
        self.lines = self.columns * self.height
        self._row = {members: row for row, members in enumerate((0, *self.sets))}
        self._costs = {
            bit: np.tile(each.costs(self.height), (self.columns, 1))
            for bit, each in self.strands.by_bit.items()
        }
        self._ends = np.full((len(self._row), self.lines + 1), np.inf)
        self._starts = np.full((len(self._row), self.lines + 1), np.inf)
        self._ends[0, 0] = self._starts[0, 0] = 0.0
        self._after, self._low = self._next()
        for _size, sets in groupby(self.sets, key=int.bit_count):
            self._extend(list(sets))

    def _next(self) -> tuple[Lines, Costs]:
        """Return where the next story begins after each line: a gap below, or with a new column."""
        ends = np.arange(self.lines + 1)
        left, gap = -ends % self.height, self.strands.gap
        after = np.where(left <= 1, ends + left, np.minimum(ends + gap, self.lines))
        return after, np.where(left == 1, LOW_LEG, np.where((left > 1) & (left <= gap), np.inf, 0.0))

    def _extend(self, sets: Sequence[int]) -> None:
        """Find the ends of sets of one size, and where what follows them begins."""
        for bit, strand in self.strands.by_bit.items():
            mine = [each for each in sets if each & bit]
            if mine:
                self._end_with(bit, strand, mine)
        rows = [self._row[each] for each in sets]
        after = np.full((len(rows), self.lines + 1), np.inf)
        for end in np.flatnonzero(np.isfinite(self._ends[rows]).any(axis=0) & np.isfinite(self._low)):
            column = after[:, self._after[end]]
            np.minimum(column, self._ends[rows, end] + self._low[end] + STACKED, out=column)
        self._starts[rows] = after

    def _end_with(self, bit: int, strand: Strand | Stiff, sets: Sequence[int]) -> None:
        """Lower the ends of sets by those whose last story is one of theirs."""
        rows = [self._row[each] for each in sets]
        starts = self._starts[[self._row[each ^ bit] for each in sets]]
        starts += np.array([self._upside_down(each ^ bit, bit) for each in sets])[:, None]
        found = self._ends[rows]
        for at, length in enumerate(strand.lengths):
            if 0 < length <= self.lines:
                last = self.lines + 1 - length
                part = found[:, length:]
                np.minimum(part, starts[:, :last] + self._costs[bit][:last, at], out=part)
        self._ends[rows] = found

    def _upside_down(self, before: int, bit: int) -> float:
        """Return the badness of a story after lighter ones."""
        lightest = min(map(self.strands.weight, self._bits(before)), default=INFINITE)
        return UPSIDE_DOWN * max(0.0, self.strands.weight(bit) - lightest)

    def _bits(self, members: int) -> Iterator[int]:
        yield from (bit for bit in self.strands.by_bit if members & bit)

    def cost(self, members: int) -> float:
        """Return the least badness with which a set of stories fills the block."""
        ends = self._ends[self._row[members]]
        return float(min(ends[-1], ends[-2] + LOW_LEG))

    def filled(self, members: int) -> Doglegs:
        """Return the block with a set of stories that fill it."""
        ends = self._ends[self._row[members]]
        end = self.lines - int(ends[-2] + LOW_LEG < ends[-1])
        stories: list[Bent] = []
        while members:
            bit, start, length = self._last(members, end)
            strand, (column, line) = self.strands.by_bit[bit], divmod(start, self.height)
            stories.append(Bent(strand.rectangle(line, length, self.height), column, line))
            members ^= bit
            end = self._end_before(members, start)
        return Doglegs(self.columns, self.height, tuple(reversed(stories)))

    def _last(self, members: int, end: int) -> tuple[int, int, int]:
        """Return the last story of a set that ends at a line, where it begins and its length."""
        best, chosen = INFINITE, (0, 0, 0)
        for bit in self._bits(members):
            starts = self._starts[self._row[members ^ bit]] + self._upside_down(members ^ bit, bit)
            for at, length in enumerate(self.strands.by_bit[bit].lengths):
                start = end - length
                if length > 0 <= start and starts[start] + self._costs[bit][start, at] < best:
                    best, chosen = starts[start] + self._costs[bit][start, at], (bit, start, length)
        return chosen

    def _end_before(self, members: int, start: int) -> int:
        """Return the cheapest end of a set of stories after which another begins at a line."""
        ends = self._ends[self._row[members]] + self._low
        ways = np.flatnonzero(self._after == start)
        return int(ways[ends[ways].argmin()]) if members else 0
