"""Photo blocks one below the other: for every height the best, put together when it is asked for."""

from collections.abc import Callable
from typing import Protocol

import numpy as np
import numpy.typing as npt

from newsletter.makeup.photorow import PhotoBlock

Costs = npt.NDArray[np.float64]


class Heap(Protocol):
    """What has a block for every height: the least badness of each, infinite where there is none."""

    @property
    def costs(self) -> Costs:
        """The badness by height in lines."""
        ...

    def block(self, height: int) -> PhotoBlock:
        """Return the block of a height that has one."""
        ...


class Given:
    """Blocks that are there already."""

    def __init__(self, blocks: dict[int, PhotoBlock], most: int) -> None:
        self.blocks, self.costs = blocks, np.full(most + 1, np.inf)
        for height, block in blocks.items():
            self.costs[height] = block.cost

    def block(self, height: int) -> PhotoBlock:
        """Return the block of a height."""
        return self.blocks[height]


class Pile:
    """Blocks put under others, ``gap`` lines of white between them, up to ``most`` lines high."""

    def __init__(self, most: int, gap: int) -> None:
        self.costs = np.full(most + 1, np.inf)
        self.gap = gap
        self._made: dict[int, PhotoBlock] = {}
        self._ways: dict[int, tuple[Callable[[int], PhotoBlock], int, Callable[[int], PhotoBlock], int]] = {}

    def put(self, upper: Heap, lower: Heap) -> None:
        """Lower the badness of every height by blocks under others."""
        size = len(self.costs)
        above = np.full(2 * size - 1, np.inf)
        above[size - 1] = upper.costs[0]
        above[size + self.gap :] = upper.costs[1 : size - self.gap]
        # Row h of the windows, read backwards, holds what stands over a lower block of 0, 1, 2 ... lines.
        windows = np.lib.stride_tricks.sliding_window_view(above, size)[:, ::-1]
        sums = windows + lower.costs
        under = sums.argmin(axis=1)
        least = sums[np.arange(size), under]
        for height in np.flatnonzero(least < self.costs).tolist():
            below = int(under[height])
            over = height - below
            self._ways[height] = upper.block, over - self.gap if over else 0, lower.block, below
        np.minimum(self.costs, least, out=self.costs)

    def block(self, height: int) -> PhotoBlock:
        """Return the best block of a height."""
        if height not in self._made:
            upper, over, lower, below = self._ways[height]
            self._made[height] = upper(over).above(lower(below))
        return self._made[height]
