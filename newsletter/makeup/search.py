"""The search for a page: the cheapest tree of stacked and adjoining rectangles that fills it.

Every set of stories has, for every width in columns, a curve: the least badness for each height in lines.
A stack joins two curves by min-plus convolution, neighbours by a sum; see Guillotine layouts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from newsletter.makeup.rectangle import Rectangle

Curve = npt.NDArray[np.float64]
Curves = npt.NDArray[np.float64]
INFINITE = float("inf")
EXACT = 8
GROUP = 6


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


Tree = Rectangle | White | Stack | Beside


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

    ``order`` gives each story's weight: a heavier one belongs above a lighter one.
    """

    def __init__(
        self,
        leaves: Sequence[Sequence[dict[int, Rectangle]]],
        order: Sequence[float],
        columns: int,
        height: int,
        gap: int,
    ) -> None:
        self.leaves, self.order = leaves, order
        self.columns, self.height, self.gap = columns, height, gap
        self.whole = (1 << len(leaves)) - 1
        self.curves: dict[int, Curve] = {}
        self._trees: dict[tuple[int, int, int], Tree] = {}
        for members in _sets(len(leaves)):
            self.curves[members] = self._curve(members)

    def _curve(self, members: int) -> Curve:
        """Return cost[width - 1, height] of a set of stories, all its divisions weighed at a time."""
        if members & (members - 1) == 0:
            return self._leaf(self.leaves[members.bit_length() - 1])
        firsts = list(self._parts(members))
        ones = np.stack([self.curves[first] for first in firsts])
        others = np.stack([self.curves[members ^ first] for first in firsts])
        best = np.full((self.columns, self.height + 1), INFINITE)
        self._adjoin(best, ones[: (len(firsts) + 1) // 2], others[: (len(firsts) + 1) // 2])
        costs = np.array([self.stack_cost(first, members ^ first) for first in firsts])
        self._stack(best, ones + costs[:, None, None], others)
        return best

    def _parts(self, members: int) -> Iterator[int]:
        """Return every searched part of a set whose rest is searched too."""
        part = (members - 1) & members
        while part:
            if part in self.curves and members ^ part in self.curves:
                yield part
            part = (part - 1) & members

    def _leaf(self, widths: Sequence[dict[int, Rectangle]]) -> Curve:
        curve = np.full((self.columns, self.height + 1), INFINITE)
        for at, heights in enumerate(widths):
            for height, rectangle in heights.items():
                if height <= self.height:
                    curve[at, height] = rectangle.cost
        return curve

    def _stack(self, best: Curve, above: Curves, below: Curves) -> None:
        """Lower ``best`` by each part above its rest: a min-plus convolution at every width."""
        for height in np.flatnonzero(np.isfinite(above).any(axis=(0, 1))):
            shift = int(height) + self.gap
            if shift <= self.height:
                stacked = above[:, :, height, None] + below[:, :, : self.height + 1 - shift]
                np.minimum(best[:, shift:], stacked.min(axis=0), out=best[:, shift:])

    def _adjoin(self, best: Curve, left: Curves, right: Curves) -> None:
        """Lower ``best`` by each part beside its rest at every division of every width.

        Left and right cost the same, so that half of the parts is all of the pairs.
        """
        for width in range(2, self.columns + 1):
            for first in range(1, width):
                beside = left[:, first - 1] + right[:, width - first - 1]
                np.minimum(best[width - 1], beside.min(axis=0), out=best[width - 1])

    def stack_cost(self, upper: int, lower: int) -> float:
        """Return the badness of a heavier story below a lighter one."""
        return 30.0 * max(0.0, self._weight(lower) - self._weight(upper)) + 3.0

    def _weight(self, members: int) -> float:
        return max(weight for at, weight in enumerate(self.order) if members >> at & 1)

    def cuts(self, members: int, width: int, height: int, each: int = 1) -> Iterator[Cut]:
        """Return the ways to divide a set of stories at a width and height that have a finite cost.

        Of every pair of parts the ``each`` cheapest amounts, stacked and side by side.
        """
        for first in self._parts(members):
            one, other = self.curves[first], self.curves[members ^ first]
            room = height - self.gap
            if room > 1:
                stacked = one[width - 1, 1:room] + other[width - 1, room - 1 : 0 : -1]
                extra = self.stack_cost(first, members ^ first)
                yield from (Cut(cost + extra, True, first, at) for cost, at in _cheapest(stacked, each))
            if width > 1:
                beside = one[: width - 1, height] + other[width - 2 :: -1, height][: width - 1]
                yield from (Cut(cost, False, first, at) for cost, at in _cheapest(beside, each))

    def best(self, members: int, width: int, height: int) -> Tree:
        """Return the cheapest tree of a set of stories at a width and height."""
        if members & (members - 1) == 0:
            return self.leaves[members.bit_length() - 1][width - 1][height]
        key = (members, width, height)
        if key not in self._trees:
            cut = min(self.cuts(*key), key=lambda each: each.cost)
            self._trees[key] = self.follow(cut, *key)
        return self._trees[key]

    def follow(self, cut: Cut, members: int, width: int, height: int) -> Tree:
        """Return the cheapest tree below one way of dividing."""
        rest = members ^ cut.first
        if cut.stacked:
            upper = self.best(cut.first, width, cut.amount)
            return Stack(upper, self.best(rest, width, height - self.gap - cut.amount))
        left = self.best(cut.first, cut.amount, height)
        return Beside(left, self.best(rest, width - cut.amount, height))

    def trees(self, width: int, height: int, most: int) -> list[tuple[float, Tree]]:
        """Return up to ``most`` trees of the whole page, the cheapest first, each from another first cut."""
        if not np.isfinite(self.curves[self.whole][width - 1, height]):
            return []
        if self.whole & (self.whole - 1) == 0:
            tree = self.best(self.whole, width, height)
            return [(tree.cost, tree)] if isinstance(tree, Rectangle) else []
        cuts = sorted(self.cuts(self.whole, width, height, each=8), key=lambda each: each.cost)[:most]
        return [(cut.cost, self.follow(cut, self.whole, width, height)) for cut in cuts]

    def cost(self, width: int, height: int) -> float:
        """Return the least badness of the whole page."""
        return float(self.curves[self.whole][width - 1, height])


def _cheapest(costs: npt.NDArray[np.float64], count: int) -> list[tuple[float, int]]:
    """Return the least finite costs with their amounts, which count from 1."""
    order = [int(costs.argmin())] if count == 1 else np.argsort(costs, kind="stable")[:count].tolist()
    return [(float(costs[at]), at + 1) for at in order if costs[at] < INFINITE]


def _sets(stories: int) -> Iterator[int]:
    """Return the sets of stories that are searched, parts before wholes.

    All of them up to EXACT stories. Beyond, the stories are taken in order in groups of GROUP: all sets
    inside a group, and each group joined with all that follow it (3 ** stories would take minutes).
    """
    size = stories if stories <= EXACT else GROUP
    tail = 0
    for start in reversed(range(0, stories, size)):
        members = min(size, stories - start)
        yield from (each << start for each in range(1, 1 << members))
        group = ((1 << members) - 1) << start
        if tail:
            yield group | tail
        tail |= group


def leaves_of(tree: Tree) -> Iterator[Rectangle]:
    """Return a tree's rectangles in reading order."""
    if isinstance(tree, Rectangle):
        yield tree
    if isinstance(tree, Rectangle | White):
        return
    parts: tuple[Any, Any] = (tree.upper, tree.lower) if isinstance(tree, Stack) else (tree.left, tree.right)
    for part in parts:
        yield from leaves_of(part)
