"""The search for a page that no rectangles fill: some of its blocks are doglegs."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from newsletter.makeup.bounds import Bounds
from newsletter.makeup.doglegs import Block, Strands
from newsletter.makeup.rectangle import Rectangle
from newsletter.makeup.search import INFINITE, Search, Tree

FEW = 4
"""The most stories of a block of doglegs that is not the whole page."""
LOWEST = 6
"""The least height of such a block in lines."""
Place = tuple[int, int, int]
"""A set of stories, a width in columns and a height in lines."""


class BentSearch(Search):
    """The search of a page whose sets of ``strands`` may also stand as blocks of doglegs."""

    def __init__(
        self,
        strands: Strands,
        leaves: Sequence[Sequence[dict[int, Rectangle]]],
        order: Sequence[float],
        columns: int,
        height: int,
        gap: int,
    ) -> None:
        self.strands = strands
        whole = (1 << len(leaves)) - 1
        self._areas = [_areas(at, each, strands, gap) for at, each in enumerate(leaves)]
        self._sets = _sets(tuple(strands.by_bit), whole)
        self._spans = {each: strands.spans(each) for each in self._sets}
        self._shortest = {each: span[0] - each.bit_count() * gap for each, span in self._spans.items()}
        self._blocks: dict[tuple[int, int], Block] = {}
        self._bent: dict[int, dict[tuple[int, int], float]] = {}
        for place in self._places(whole, columns, height, gap):
            self._note(*place)
        # Without a block of doglegs the areas of all stories bound those of each.
        super().__init__(leaves, order, columns, height, gap, page=not self._bent)

    def _places(self, whole: int, columns: int, height: int, gap: int) -> Iterator[Place]:
        """Yield the blocks that may be filled by strands while the others of a page fill the rest."""
        room = columns * (height + gap)
        for members in self._sets:
            least, most = self._spans[members]
            count, others = members.bit_count(), whole ^ members
            rest = [area for at, area in enumerate(self._areas) if others >> at & 1]
            fewest, furthest = sum(area[0] for area in rest), sum(area[1] for area in rest)
            for width in range(2, columns + 1):
                for lines in range(LOWEST, height + 1):
                    inside = least - count * gap <= width * lines <= most
                    left = room - width * (lines + gap)
                    if inside and fewest <= left <= furthest and (others or lines == height):
                        yield members, width, lines

    def _note(self, members: int, width: int, height: int) -> None:
        """Keep what it costs to fill a block with a set of strands, where they can."""
        if (width, height) not in self._blocks:
            room = width * height
            sets = [each for each in self._sets if self._shortest[each] <= room]
            self._blocks[width, height] = Block(self.strands, width, height, sets)
        cost = self._blocks[width, height].cost(members)
        if cost < INFINITE:
            self._bent.setdefault(members, {})[width, height] = cost

    def _cost(self, members: int, width: int, height: int) -> float:
        return self._bent.get(members, {}).get((width, height), INFINITE)

    def _fill(self, row: int, members: int, bounds: Bounds) -> None:
        """Work out the curve of a set of stories, blocks of doglegs too."""
        super()._fill(row, members, bounds)
        curve = self._curve(row)
        for (width, height), cost in self._bent.get(members, {}).items():
            curve[width - 1, height] = min(curve[width - 1, height], cost)
        for width in range(1, self.columns + 1):
            self._low[row, width - 1] = 0
            self._note_span(row, width, np.flatnonzero(curve[width - 1] < INFINITE))

    def best(self, members: int, width: int, height: int) -> Tree:
        """Return the cheapest tree of a set of stories at a width and height."""
        cost = self._cost(members, width, height)
        if cost < INFINITE and cost <= self.curves[members][width - 1, height]:
            return self._blocks[width, height].filled(members)
        return super().best(members, width, height)

    def trees(self, width: int, height: int, most: int) -> list[tuple[float, Tree]]:
        """Return up to ``most`` trees of the whole page, the cheapest first, each from another first cut."""
        found = super().trees(width, height, most)
        cost = self._cost(self.whole, width, height)
        if cost < INFINITE:
            found.append((cost, self._blocks[width, height].filled(self.whole)))
        return sorted(found, key=lambda each: each[0])[:most]


def _sets(bits: Sequence[int], whole: int) -> list[int]:
    """Return the sets of strands that may stand in a block, the smaller first; all of them if a page."""
    most = len(bits) if sum(bits) == whole else min(FEW, len(bits))
    return [sum(each) for size in range(1, most + 1) for each in combinations(bits, size)]


def _areas(at: int, leaves: Sequence[dict[int, Rectangle]], strands: Strands, gap: int) -> tuple[int, float]:
    """Return the least and the most area of a story, in rectangles and as a strand."""
    drawn = [width * (height + gap) for width, heights in enumerate(leaves, 1) for height in heights]
    if 1 << at in strands.by_bit:
        shortest, longest = strands.spans(1 << at)
        drawn += shortest, longest + (len(leaves) - 1) * gap  # of a spread a gap goes with every column
    return (min(drawn), max(drawn)) if drawn else (0, INFINITE)
