"""What the rest of a page costs around a set of stories: the search for a page turned inside out.

Where the search asks how well stories fill a rectangle, this asks how well all others fill the page around
a rectangle that is kept free. Both together give every size that a story can have on a full page.
"""

import numpy as np

from newsletter.makeup.search import INFINITE, Curve, Search


class Outside:
    """The least badness of the page around every set of stories, by width in columns and height in lines."""

    def __init__(self, search: Search) -> None:
        self.search = search
        self.curves = {members: np.full_like(curve, INFINITE) for members, curve in search.curves.items()}
        self.curves[search.whole][search.columns - 1, search.height] = 0.0
        for members in sorted(self.curves, key=int.bit_count, reverse=True):
            for part in self.curves:
                if part & members == part and members ^ part in self.curves:
                    self._under_and_over(members, part)
                    self._beside(members, part)

    def of(self, story: int) -> Curve:
        """Return the cost[width - 1, height] of the page around a story, counted from 0."""
        return self.curves[1 << story]

    def _under_and_over(self, members: int, upper: int) -> None:
        """Lower the curves of an upper and a lower part by what is around both and by each other."""
        around, gap, lower = self.curves[members], self.search.gap, members ^ upper
        extra = self.search.stack_cost(upper, lower)
        for height in np.flatnonzero(np.isfinite(around).any(axis=0)):
            room = int(height) - gap
            if room > 1:
                base = around[:, height, None] + extra
                for part, rest in ((upper, lower), (lower, upper)):
                    found = base + self.search.curves[rest][:, room - 1 : 0 : -1]
                    np.minimum(self.curves[part][:, 1:room], found, out=self.curves[part][:, 1:room])

    def _beside(self, members: int, left: int) -> None:
        """Lower the curve of one part by what is around it and another part beside it."""
        around, own, other = self.curves[members], self.curves[left], self.search.curves[members ^ left]
        for width in range(2, self.search.columns + 1):
            for first in range(1, width):
                np.minimum(own[first - 1], around[width - 1] + other[width - first - 1], out=own[first - 1])
