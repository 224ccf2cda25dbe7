"""The sizes that sets of stories can have on a full page, leaving the others neither too little nor too much.

A story takes its columns times its lines and the gap below. Stacked or side by side the areas of two sets
add up exactly, and all together are the page with one gap below: so what the rest can take bounds each set.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Curve = npt.NDArray[np.float64]
Lines = npt.NDArray[np.int64]


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
            singles = [1 << at for at in range(len(self.curves))]
            for curve, least, most in zip(self.curves, *self.areas(singles), strict=True):
                curve[(self._areas < least) | (self._areas > most)] = np.inf
            self._least, self._most = self._spans()

    def areas(self, sets: Sequence[int]) -> tuple[Lines, Lines]:
        """Return the least and the most area of sets of stories; the least is greater where there is none."""
        inside = np.array(sets, dtype=object)[:, None] >> np.arange(len(self.curves)) & 1
        inside = inside.astype(np.int64)
        least, most = inside @ np.array(self._least), inside @ np.array(self._most)
        if not self.page:
            return least, most
        left, kept = sum(self._least) - least, sum(self._most) - most
        return np.maximum(least, self.whole - kept), np.minimum(most, self.whole - left)

    def heights(self, sets: Sequence[int]) -> tuple[Lines, Lines]:
        """Return the lowest and the highest lines of sets of stories, at every width in columns."""
        least, most = self.areas(sets)
        widths = np.arange(1, self.columns + 1)
        lowest = np.maximum(1, -(-least[:, None] // widths) - self.gap)
        return lowest, np.minimum(self.height, most[:, None] // widths - self.gap)
