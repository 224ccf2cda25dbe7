"""Doglegs: stories one after the other down the columns of a block, each going on at the next column's head.

Where no rectangles fill a page, such a block may: only its whole length must come out, not every story's
height. The block is one strip of all its columns; a dynamic programme over the sets of stories keeps, for
every line of the strip, the cheapest way to end there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np

from newsletter.makeup.legs import LOW_LEG
from newsletter.makeup.reach import Costs, Lines
from newsletter.makeup.rectangle import Rectangle
from newsletter.makeup.search import INFINITE, STACKED, UPSIDE_DOWN, Bent, Doglegs
from newsletter.makeup.spreads import Spread
from newsletter.makeup.strands import Stiff, Strand


@dataclass(frozen=True, slots=True)
class Strands:
    """The stories of a page that can stand in a block of doglegs, by their bit in sets.

    ``weights`` are those of all stories; ``gap`` lines part one from the next below it. Some of them can also
    be ``spreads`` there.
    """

    by_bit: dict[int, Strand | Stiff]
    weights: Sequence[float]
    gap: int
    spreads: Mapping[int, Spread] = field(default_factory=dict)
    _upside_down: dict[tuple[int, int], float] = field(default_factory=dict)

    def spans(self, members: int) -> tuple[int, int]:
        """Return the least and the most lines of a set of them, with the gap after each."""
        mine = [self._span(bit) for bit in self.by_bit if members & bit]
        return sum(each[0] + self.gap for each in mine), sum(each[1] + self.gap for each in mine)

    def _span(self, bit: int) -> tuple[int, int]:
        """Return the least and the most lines of one of them."""
        lengths = self.by_bit[bit].lengths
        spans = [(lengths.start, lengths.stop - 1)] if lengths else []
        spans += [self.spreads[bit].span] if bit in self.spreads else []
        return min(each[0] for each in spans), max(each[1] for each in spans)

    def upside_down(self, before: int, bit: int) -> float:
        """Return the badness of a story after lighter ones."""
        key = before, bit
        if key not in self._upside_down:
            lightest = min((self._weight(each) for each in self.by_bit if before & each), default=INFINITE)
            self._upside_down[key] = UPSIDE_DOWN * max(0.0, self._weight(bit) - lightest)
        return self._upside_down[key]

    def _weight(self, bit: int) -> float:
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
        self._spread = {
            bit: each.costs(self.columns, self.height) for bit, each in self.strands.spreads.items()
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
        starts += np.array([self.strands.upside_down(each ^ bit, bit) for each in sets])[:, None]
        found = self._ends[rows]
        for at, length in enumerate(strand.lengths):
            if 0 < length <= self.lines:
                last = self.lines + 1 - length
                part = found[:, length:]
                np.minimum(part, starts[:, :last] + self._costs[bit][:last, at], out=part)
        if bit in self._spread:
            self._spread_over(found, starts, self._spread[bit])
        self._ends[rows] = found

    def _spread_over(self, ends: Costs, starts: Costs, costs: Costs) -> None:
        """Lower the ends by those of a last story that is spread from the head of a column on."""
        for start in range(0, self.lines, self.height):
            part = ends[:, start:]
            np.minimum(part, starts[:, start : start + 1] + costs[: self.lines - start + 1], out=part)

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
            bit, start, length, spread = self._last(members, end)
            column, line = divmod(start, self.height)
            stories.append(Bent(self._rectangle(bit, line, length, spread), column, line))
            members ^= bit
            end = self._end_before(members, start)
        return Doglegs(self.columns, self.height, tuple(reversed(stories)))

    def _rectangle(self, bit: int, line: int, length: int, spread: bool) -> Rectangle:
        """Return so many lines of a story from a line of a column on."""
        if spread:
            return self.strands.spreads[bit].rectangle(length, self.height)
        return self.strands.by_bit[bit].rectangle(line, length, self.height)

    def _last(self, members: int, end: int) -> tuple[int, int, int, bool]:
        """Return the last story of a set that ends at a line: its begin, its length, whether it is spread."""
        found = (each for bit in self._bits(members) for each in self._ways_of(bit, members, end))
        return min(found, key=lambda each: each[0])[1]

    def _ways_of(
        self, bit: int, members: int, end: int
    ) -> Iterator[tuple[float, tuple[int, int, int, bool]]]:
        """Yield how a story may end a set at a line, with the badness of that."""
        starts = self._starts[self._row[members ^ bit]] + self.strands.upside_down(members ^ bit, bit)
        for at, length in enumerate(self.strands.by_bit[bit].lengths):
            start = end - length
            if length > 0 <= start:
                yield starts[start] + self._costs[bit][start, at], (bit, start, length, False)
        if bit in self._spread:
            for start in range(0, end, self.height):
                yield starts[start] + self._spread[bit][end - start], (bit, start, end - start, True)

    def _end_before(self, members: int, start: int) -> int:
        """Return the cheapest end of a set of stories after which another begins at a line."""
        ends = self._ends[self._row[members]] + self._low
        ways = np.flatnonzero(self._after == start)
        return int(ways[ends[ways].argmin()]) if members else 0
