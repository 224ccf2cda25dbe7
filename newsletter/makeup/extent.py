"""How much of a page a story takes: the areas of all its rectangles, and of those that look well."""

from dataclasses import dataclass

from newsletter.issue import Article
from newsletter.makeup.composing_room import ComposingRoom
from newsletter.makeup.reach import Fitting

TOLERATED = 60.0
"""How much worse than the best a rectangle may be whose area still counts."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A story's area with the gap below it, in lines of one column: at best, and the least and the most.

    ``floor`` is the area below which no rectangle of it goes, however it looks.
    """

    least: int
    best: int
    most: int
    floor: int

    def __add__(self, other: "Extent") -> "Extent":
        """Return the area of both."""
        best, floor = self.best + other.best, self.floor + other.floor
        return Extent(self.least + other.least, best, self.most + other.most, floor)


NOTHING = Extent(0, 0, 0, 0)


def rough_extent(story: Article, shop: ComposingRoom) -> Extent:
    """Return about a story's area, by its characters and a head."""
    area = round(shop.rough_area(story))
    return Extent(area, area, area, area)


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
        return Extent(lines, lines, lines, lines)
    cost, best = min(drawn)
    areas = [area for other, area in drawn if other <= cost + TOLERATED]
    return Extent(min(areas), best, max(areas), min(area for _cost, area in drawn))
