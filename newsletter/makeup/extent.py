"""How much of a page a story takes: of all its rectangles the areas of those that look well."""

from dataclasses import dataclass

from newsletter.issue import Article
from newsletter.makeup.composing_room import ComposingRoom
from newsletter.makeup.reach import Fitting

TOLERATED = 60.0
"""How much worse than the best a rectangle may be whose area still counts."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A story's area with the gap below it, in lines of one column: at best, and the least and the most."""

    least: int
    best: int
    most: int

    def __add__(self, other: "Extent") -> "Extent":
        """Return the area of both."""
        return Extent(self.least + other.least, self.best + other.best, self.most + other.most)


NOTHING = Extent(0, 0, 0)


def extent_of(story: Article, shop: ComposingRoom) -> Extent:
    """Return a story's area; of one that no page can hold, about that of its copy alone."""
    gap = shop.layout.limits.gap
    drawn = [
        (rectangle.cost, width * (height + gap))
        for width, heights in enumerate(shop.leaves(story, Fitting.EXACT), 1)
        for height, rectangle in heights.items()
    ]
    if not drawn:
        lines = shop.copy(story).count_all(shop.layout.grid.column) + gap
        return Extent(lines, lines, lines)
    cost, best = min(drawn)
    areas = [area for other, area in drawn if other <= cost + TOLERATED]
    return Extent(min(areas), best, max(areas))
