"""The search for a page: the cheapest tree of stacked and adjoining rectangles that fills it.

Every set of stories has, for every width in columns, a curve: the least badness for each height in lines.
A stack joins two curves by min-plus convolution, neighbours by a sum; see Guillotine layouts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from newsletter.makeup.bounds import Bounds
from newsletter.makeup.lattice import EXACT, lattice
from newsletter.makeup.rectangle import Rectangle

Curve = npt.NDArray[np.float64]
Costs = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]
INFINITE = float("inf")
NONE: Rows = np.array([], dtype=np.int64)
STACKED = 3.0
"""The badness of any part above another."""
UPSIDE_DOWN = 30.0
"""The badness of a lighter story above a heavier one, by what it is lighter."""
AT_A_TIME = 1 << 18
"""How many sums are formed before their least is taken: what a processor's cache holds."""
AMOUNTS = 8
"""In how many ways at most one pair of parts divides the page among the trees that are looked at."""


@dataclass(frozen=True, slots=True)
class Stack:
    """One part above another, ``gap`` lines between them."""

    upper: "Tree"
    lower: "Tree"


@dataclass(frozen=True, slots=True)
class Beside:
    """Two parts side by side, equally high."""

    left: "Tree"
    right: "Tree"


@dataclass(frozen=True, slots=True)
class White:
    """Room that nothing fills, beside rectangles held at their places."""

    columns: int
    height: int


@dataclass(frozen=True, slots=True)
class Bent:
    """A story in a block of doglegs: the first of its columns, the line that it begins at."""

    rectangle: Rectangle
    column: int
    line: int


@dataclass(frozen=True, slots=True)
class Doglegs:
    """Stories one after the other down the columns of a block."""

    columns: int
    height: int
    stories: tuple[Bent, ...]


Tree = Rectangle | White | Stack | Beside | Doglegs


@dataclass(frozen=True, slots=True)
class Cut:
    """How a set of stories is divided at one width and height, with its cost."""

    cost: float
    stacked: bool
    first: int
    amount: int
    """Lines of the upper part of a stack, columns of the left part otherwise."""


class Search:
    """The curves of all sets of stories; ``leaves[story][width - 1]`` maps heights to rectangles.

    ``order`` gives each story's weight: a heavier one belongs above a lighter one. Where only the ``page``
    is asked for, sizes that leave the others of it too little or too much room are left out: the area of a
    set is the page's without that of the rest, for a line of white goes with every story's last.
    """

    def __init__(
        self,
        leaves: Sequence[Sequence[dict[int, Rectangle]]],
        order: Sequence[float],
        columns: int,
        height: int,
        gap: int,
        exact: int = EXACT,
        page: bool = False,
    ) -> None:
        self.leaves, self.order = leaves, order
        self.columns, self.height, self.gap = columns, height, gap
        self.whole = (1 << len(leaves)) - 1
        bounds = Bounds([_leaf(each, columns, height) for each in leaves], gap, page)
        least = bounds.areas([1 << at for at in range(len(leaves))])[0].tolist()
        self.parts = lattice(list(zip(order, least, strict=True)), exact)
        self._rows = {members: row for row, members in enumerate(self.parts)}
        self._weights = np.array([self._weight(members) for members in self.parts])
        self._pairs = {each: self._pairs_of(each, parts) for each, parts in self.parts.items() if parts}
        # Before and after each curve as much of nothing, so that every shift of it is a part of its row.
        self._table = np.full((len(self.parts), columns, 3 * (height + 1)), INFINITE)
        self.curves = {each: self._curve(row) for each, row in self._rows.items()}
        self._low, self._high = bounds.heights(list(self.parts))
        self._trees: dict[tuple[int, int, int], Tree] = {}
        for row, members in enumerate(self.parts):
            self._fill(row, members, bounds)

    def _pairs_of(self, members: int, parts: Sequence[int]) -> tuple[Rows, Rows]:
        """Return the rows of a set's parts and of their rests."""
        rows = self._rows
        return np.array([rows[each] for each in parts]), np.array([rows[members ^ each] for each in parts])

    def _curve(self, row: int) -> Curve:
        """Return cost[width - 1, height] of the set in a row."""
        return self._table[row, :, self.height + 1 : 2 * self.height + 2]

    def _fill(self, row: int, members: int, bounds: Bounds) -> None:
        """Work out the curve of a set of stories, all its divisions weighed at a time."""
        curve = self._curve(row)
        if members not in self._pairs:
            curve[:] = bounds.curves[members.bit_length() - 1]
        # Pairs of parts are weighed once: sides cost the same, and the heavier part stands above.
        firsts, rests = (each[: len(each) // 2] for each in self._pairs.get(members, (NONE, NONE)))
        spans = zip(self._low[row].tolist(), self._high[row].tolist(), strict=True)
        for width, (low, high) in enumerate(spans, 1):
            if low > high:
                self._low[row, width - 1], self._high[row, width - 1] = self.height + 1, 0
                continue
            out = curve[width - 1, low : high + 1]
            if firsts.size:
                self._stack(out, firsts, rests, width, low)
                self._adjoin(out, firsts, rests, width, low)
            self._note_span(row, width, np.flatnonzero(out < INFINITE))

    def _note_span(self, row: int, width: int, finite: Rows) -> None:
        """Note the lowest and the highest lines of a set at a width, the lowest being greater where none."""
        low = int(self._low[row, width - 1])
        self._low[row, width - 1] = low + int(finite[0]) if finite.size else self.height + 1
        self._high[row, width - 1] = low + int(finite[-1]) if finite.size else 0

    def _stack(self, out: Costs, firsts: Rows, rests: Rows, width: int, low: int) -> None:
        """Lower ``out``, from ``low`` lines on, by each part above its rest: a min-plus convolution."""
        lows, highs = self._low[:, width - 1], self._high[:, width - 1]
        least, most = lows[firsts] + lows[rests] + self.gap, highs[firsts] + highs[rests] + self.gap
        some = (least <= most) & (least < low + len(out)) & (most >= low)
        some &= (lows[firsts] <= highs[firsts]) & (lows[rests] <= highs[rests])
        firsts, rests = firsts[some], rests[some]
        if not firsts.size:
            return
        highest = low + len(out) - self.gap - 2
        zero, bottom, top = self.height + 1, int(lows[firsts].min()), min(highest, int(highs[firsts].max()))
        if bottom > top:
            return
        upper = self._table[firsts, width - 1, zero + bottom : zero + top + 1][:, ::-1, None]
        start, count = zero + low - self.gap - top, top - bottom + 1
        lower = self._table[rests, width - 1, start : start + count + len(out) - 1]
        step = max(1, AT_A_TIME // (count * len(out)))
        for at in range(0, len(firsts), step):
            sums = upper[at : at + step] + _shifted(lower[at : at + step], count, len(out))
            np.minimum(out, sums.reshape(-1, len(out)).min(axis=0) + STACKED, out=out)

    def _adjoin(self, out: Costs, firsts: Rows, rests: Rows, width: int, low: int) -> None:
        """Lower ``out``, from ``low`` lines on, by each part beside its rest at every division of a width."""
        if width > 1:
            start = self.height + 1 + low
            left = self._table[firsts, : width - 1, start : start + len(out)]
            right = self._table[rests, : width - 1, start : start + len(out)][:, ::-1]
            np.minimum(out, (left + right).reshape(-1, len(out)).min(axis=0), out=out)

    def stack_cost(self, upper: int, lower: int) -> float:
        """Return the badness of a heavier story below a lighter one."""
        return UPSIDE_DOWN * max(0.0, self._weight(lower) - self._weight(upper)) + STACKED

    def _weight(self, members: int) -> float:
        return max(weight for at, weight in enumerate(self.order) if members >> at & 1)

    def _divisions(self, members: int, width: int, height: int) -> tuple[Costs, Costs]:
        """Return the costs of every part above its rest, by lines from 1, and beside it, by columns."""
        zero, (firsts, rests) = self.height + 1, self._pairs[members]
        room = max(0, height - self.gap - 1)
        upper = self._table[firsts, width - 1, zero + 1 : zero + 1 + room]
        lower = self._table[rests, width - 1, zero + 1 : zero + 1 + room][:, ::-1]
        lighter = self._weights[rests] - self._weights[firsts]
        stacked = upper + lower + (UPSIDE_DOWN * np.maximum(0.0, lighter) + STACKED)[:, None]
        left = self._table[firsts, : width - 1, zero + height]
        right = self._table[rests, : width - 1, zero + height][:, ::-1]
        return stacked, left + right

    def best(self, members: int, width: int, height: int) -> Tree:
        """Return the cheapest tree of a set of stories at a width and height."""
        if not self.parts[members]:
            return self.leaves[members.bit_length() - 1][width - 1][height]
        key = (members, width, height)
        if key not in self._trees:
            self._trees[key] = self._follow(self._cuts(*key, 1, 1)[0], *key)
        return self._trees[key]

    def _cuts(self, members: int, width: int, height: int, each: int, most: int) -> list[Cut]:
        """Return the cheapest ways to divide a set of stories, the best first.

        Of every pair of parts the ``each`` cheapest amounts, stacked and side by side.
        """
        found = []
        for stacked, costs in zip((True, False), self._divisions(members, width, height), strict=True):
            for cost, row, at in _cheapest(costs, each, most):
                found.append(Cut(cost, stacked, self.parts[members][row], at + 1))
        return sorted(found, key=lambda cut: cut.cost)[:most]

    def _follow(self, cut: Cut, members: int, width: int, height: int) -> Tree:
        """Return the cheapest tree below one way of dividing."""
        rest = members ^ cut.first
        if cut.stacked:
            upper = self.best(cut.first, width, cut.amount)
            return Stack(upper, self.best(rest, width, height - self.gap - cut.amount))
        left = self.best(cut.first, cut.amount, height)
        return Beside(left, self.best(rest, width - cut.amount, height))

    def trees(self, width: int, height: int, most: int) -> list[tuple[float, Tree]]:
        """Return up to ``most`` trees of the whole page, the cheapest first, each from another first cut."""
        if not np.isfinite(self.cost(width, height)):
            return []
        if not self.parts[self.whole]:
            tree = self.best(self.whole, width, height)
            return [(tree.cost, tree)] if isinstance(tree, Rectangle) else []
        cuts = self._cuts(self.whole, width, height, AMOUNTS, most)
        return [(cut.cost, self._follow(cut, self.whole, width, height)) for cut in cuts]

    def cost(self, width: int, height: int) -> float:
        """Return the least badness of the whole page."""
        return float(self.curves[self.whole][width - 1, height])


def _shifted(curves: Costs, shifts: int, length: int) -> Costs:
    """Return each curve's parts of a length, begun one later for every shift; they share its memory."""
    curves = np.ascontiguousarray(curves)
    strides = (curves.strides[0], curves.itemsize, curves.itemsize)
    return np.ndarray((len(curves), shifts, length), curves.dtype, curves, strides=strides)


def _leaf(widths: Sequence[dict[int, Rectangle]], columns: int, height: int) -> Curve:
    """Return cost[width - 1, height] of a story by itself."""
    curve = np.full((columns, height + 1), INFINITE)
    for at, heights in enumerate(widths):
        for lines, rectangle in heights.items():
            if lines <= height:
                curve[at, lines] = rectangle.cost
    return curve


def _cheapest(costs: Costs, each: int, most: int) -> Iterator[tuple[float, int, int]]:
    """Yield the least finite costs with their rows and columns, of every row no more than ``each``."""
    if not costs.size:
        return
    if each == 1:
        columns = costs.argmin(axis=1)[:, None]
    else:
        columns = np.argsort(costs, axis=1, kind="stable")[:, :each]
    least = np.take_along_axis(costs, columns, axis=1)
    order = np.argsort(least, axis=None, kind="stable")[:most] if most > 1 else [int(least.argmin())]
    for row, at in zip(*np.unravel_index(order, least.shape), strict=True):
        if least[row, at] < INFINITE:
            yield float(least[row, at]), int(row), int(columns[row, at])


def leaves_of(tree: Tree) -> Iterator[Rectangle]:
    """Return a tree's rectangles in reading order."""
    if isinstance(tree, Rectangle):
        yield tree
    if isinstance(tree, Doglegs):
        yield from (each.rectangle for each in tree.stories)
    if isinstance(tree, Rectangle | White | Doglegs):
        return
    parts: tuple[Any, Any] = (tree.upper, tree.lower) if isinstance(tree, Stack) else (tree.left, tree.right)
    for part in parts:
        yield from leaves_of(part)
