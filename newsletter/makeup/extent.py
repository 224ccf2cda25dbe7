"""How much of a page a story takes: the areas of all its rectangles, and of those that look well."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsletter.issue import Article, Photo
from newsletter.layout import Layout
from newsletter.makeup.composing_room import ComposingRoom
from newsletter.makeup.headblock import head_blocks, running_lines
from newsletter.makeup.labels import labelled, section_label
from newsletter.makeup.reach import Fitting

TOLERATED = 60.0
"""How much worse than the best a rectangle may be whose area still counts."""
SMALLER, LARGER, ALIKE = 40.0, 15.0, 2.0
"""How much worse than the best a photo may stand to be counted small, large, or as good."""
GIVE = 0.025
"""By what share copy can be made longer or shorter by asking paragraphs for lines."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A story's area with the gap below it, in lines of one column: at best, and the least and the most.

    ``floor`` is the area below which no rectangle of it goes, however it looks; 0 where nobody knows.
    """

    least: int
    best: int
    most: int
    floor: int = 0

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


def limits_of(story: Article, shop: ComposingRoom, known: Extent) -> Extent:
    """Return the area of a story with paragraphs asked for lines, however it looks, given it without."""
    gap = shop.layout.limits.gap
    areas = [
        width * (height + gap)
        for width, heights in enumerate(shop.leaves(story, Fitting.ASKED), 1)
        for height in heights
    ]
    return Extent(min(areas), known.best, max(areas), min(areas)) if areas else known


def text_extent(lines: int) -> Extent:
    """Return the area of copy without a head, which paragraphs asked for lines make larger or smaller."""
    least = round(lines * (1 - GIVE))
    return Extent(least, lines, round(lines * (1 + GIVE)), least)


def head_extent(story: Article, shop: ComposingRoom) -> Extent:
    """Return the area of a story's head over all columns, with the gap below the story."""
    layout, columns = shop.layout, shop.layout.grid.columns
    width = layout.span(columns)
    best = min(head_blocks(story, width, layout, shop.book).values(), key=lambda each: each.cost)
    height = labelled(best, section_label(story, width, layout, shop.book)).height + layout.limits.gap
    return Extent(columns * height, columns * height, columns * (height + 1), columns * height)


def running_head(layout: Layout) -> int:
    """Return the area of the running head over what the page before began."""
    lines = running_lines(layout)
    return layout.grid.columns * (lines + 1) if lines else 0


def photo_extent(photos: Sequence[Photo], story: Article, shop: ComposingRoom) -> Extent:
    """Return the area of photos that stand together, by the blocks that look well on a page of their own."""
    grid, gap = shop.layout.grid, shop.layout.limits.photo_gap
    desk = shop.desk(Fitting.EXACT)
    stand = [
        (block.cost, width * (height + gap))
        for width in range(1, grid.columns + 1)
        for height, block in desk.photo_blocks(photos, width, story.rank).items()
        if height
    ]
    if not stand:
        return NOTHING
    best = min(cost for cost, _area in stand)

    def areas(more: float) -> list[int]:
        return [area for cost, area in stand if cost <= best + more]

    least = min(areas(SMALLER))
    return Extent(least, min(areas(ALIKE)), max(areas(LARGER)), least)
