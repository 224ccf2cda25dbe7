"""The sizes that sets of stories can have on a full page: no area that leaves the others too little or too much.

A story takes its columns times its lines and the gap below. Stacked or side by side the areas of two sets
add up exactly, and all together are the page with one gap below: so what the rest can take bounds each set.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Curve = npt.NDArray[np.float64]


class Bounds:
    """The least and the most area of every story, and its ``curves`` without the sizes that are no use.

    Where not only the ``page`` as a whole is asked for, no size is useless.
    """

    def __init__(self, curves: Sequence[Curve], gap: int, page: bool) -> None:
        self.curves, self.gap, self.page = [curve.copy() for curve in curves], gap, page
        columns, lines = self.curves[0].shape
        self.columns, self.height = columns, lines - 1
        self.whole = columns * (self.height + gap)
        widths, heights = np.arange(1, columns + 1)[:, None], np.arange(lines)[None, :]
        self._areas = widths * (heights + gap)
        self._least, self._most = self._spans()
        if page:
            self._narrow()

    def _spans(self) -> tuple[list[int], list[int]]:
        """Return the least and the most area of every story; of one without any size more than the page."""
        sizes = [self._areas[np.isfinite(curve)] for curve in self.curves]
        nothing = self.whole + 1
        return (
            [int(each.min(initial=nothing)) for each in sizes],
            [int(each.max(initial=0)) if each.size else nothing for each in sizes],
        )

    def _narrow(self) -> None:
        """Take from every story what leaves too little or too much for the others, until nothing is left."""
        before: tuple[list[int], list[int]] = ([], [])
        while before != (self._least, self._most):
            before = self._least, self._most
            for at, curve in enumerate(self.curves):
                least, most = self.area(1 << at)
                curve[(self._areas < least) | (self._areas > most)] = np.inf
            self._least, self._most = self._spans()

    def area(self, members: int) -> tuple[int, int]:
        """Return the least and the most area of a set of stories; the least is greater where there is none."""
        inside = [bool(members >> at & 1) for at in range(len(self.curves))]
        least, most = (self._sum(each, inside) for each in (self._least, self._most))
        if not self.page:
            return least, most
        outside = [not each for each in inside]
        room = self.whole
        return (
            max(least, room - self._sum(self._most, outside)),
            min(most, room - self._sum(self._least, outside)),
        )

    def heights(self, members: int, width: int) -> tuple[int, int]:
        """Return the lowest and the highest lines that a set of stories can have at a width in columns."""
        least, most = self.area(members)
        return max(1, -(-least // width) - self.gap), min(self.height, most // width - self.gap)

    def _sum(self, areas: Sequence[int], chosen: Sequence[bool]) -> int:
        return sum(area for area, taken in zip(areas, chosen, strict=True) if taken)
