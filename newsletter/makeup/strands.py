"""A story one column wide that goes on at the head of the next: its lengths from wherever it begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from newsletter.issue import Article, Photo
from newsletter.layout import Layout
from newsletter.makeup.headblock import HeadBlock
from newsletter.makeup.part import Part
from newsletter.makeup.photorow import PhotoBlock
from newsletter.makeup.reach import ASKED_LINE, Costs, Reach
from newsletter.makeup.rectangle import AIR_COST, Bend, Body, Desk, Legs, Rectangle

BENT = 30.0
"""The badness of every column's foot that a story is parted at."""
APART = 25.0
"""What it adds where what goes on does not stand beside what was begun."""


@dataclass(frozen=True, slots=True)
class Top:
    """What stands over a strand's text: head, ``air`` lines of white, photos; ``height`` in lines."""

    head: HeadBlock
    air: int
    photos: PhotoBlock | None
    height: int
    cost: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """A strand from a line of a block on: the lines of its top, of its text in every column, its badness."""

    top: Top
    rooms: tuple[int, ...]
    cost: float


@dataclass(frozen=True, slots=True)
class Strand:
    """A story as it runs down columns; ``tops`` by their height, ``least`` lines make the shortest leg."""

    story: str
    tops: dict[int, Top]
    reach: Reach
    least: int
    layout: Layout

    @property
    def lengths(self) -> range:
        """The lines that it may take, head and all."""
        return range(min(self.tops) + self.reach.fewest, max(self.tops) + self.reach.most + 1)

    def costs(self, height: int) -> Costs:
        """Return cost[line, length - lengths.start] for every line of a column so high that it begins at."""
        found = np.full((height, len(self.lengths)), np.inf)
        texts = np.arange(self.reach.fewest, self.reach.most + 1)
        for top in self.tops.values():
            at = top.height - min(self.tops)
            part = found[:, at : at + len(texts)]
            np.minimum(part, top.cost + self._text_costs(height, top, texts), out=part)
        return found

    def _text_costs(self, height: int, top: Top, texts: np.ndarray) -> Costs:
        """Return the badness of so many lines of text under a top, for every line that it begins at."""
        under = height - top.height - np.arange(height)[:, None]
        rest = texts[None, :] - under
        last = (rest - 1) % height + 1
        begun = (under >= np.minimum(self.least, texts)) & ((rest <= 0) | (last >= self.least))
        bends = np.maximum(0, -(-rest // height))
        apart = (bends == 1) & (rest <= np.arange(height)[:, None])
        asked = ASKED_LINE * np.abs(texts - self.reach.best)
        return np.where(begun, asked + BENT * bends + APART * apart, np.inf)

    def _stretch(self, line: int, length: int, height: int) -> Stretch:
        """Return how it takes so many lines of columns so high from a line of the first on."""
        found = []
        for top in self.tops.values():
            lines = np.array([length - top.height])
            if self.reach.fewest <= lines[0] <= self.reach.most:
                cost = top.cost + float(self._text_costs(height, top, lines)[line, 0])
                found.append((cost, top))
        cost, top = min(found, key=lambda each: each[0])
        return Stretch(top, tuple(_rooms(height - line - top.height, length - top.height, height)), cost)

    def rectangle(self, line: int, length: int, height: int) -> Rectangle:
        """Return so many of its lines from a line of a block on: the first column, bent at its foot."""
        stretch, grid = self._stretch(line, length, height), self.layout.grid
        top, (first, *_more) = stretch.top, stretch.rooms
        text = line + top.head.height + top.air
        drop = line + top.height - text
        bend = Bend((drop, *(-text for _room in stretch.rooms[1:])), stretch.rooms)
        legs = Legs(len(stretch.rooms), grid.column, grid.gutter)
        lines, block = sum(stretch.rooms), top.photos
        foreseen = ASKED_LINE * abs(lines - self.reach.best)
        body = Body(drop + first, legs, block, int(block is not None), drop, foreseen=foreseen, bend=bend)
        return Rectangle(self.story, 1, top.height + first, top.head, top.air, body, stretch.cost)


@dataclass(frozen=True, slots=True)
class Stiff:
    """A story that stands in one column whole: its rectangles one column wide, by their height."""

    rectangles: dict[int, Rectangle]

    @property
    def lengths(self) -> range:
        """The lines that it may take."""
        return range(min(self.rectangles), max(self.rectangles) + 1) if self.rectangles else range(0)

    def costs(self, height: int) -> Costs:
        """Return cost[line, length - lengths.start] for every line of a column so high that it begins at."""
        found = np.full((height, len(self.lengths)), np.inf)
        for length, each in self.rectangles.items():
            found[: max(0, height - length + 1), length - self.lengths.start] = each.cost
        return found

    def rectangle(self, _line: int, length: int, _height: int) -> Rectangle:
        """Return it so many lines high."""
        return self.rectangles[length]


def _rooms(first: int, lines: int, height: int) -> Iterator[int]:
    """Yield the lines of text in each column, ``first`` of them in the first."""
    yield min(first, lines)
    for left in range(lines - first, 0, -height):
        yield min(left, height)


def is_free(story: Article, desk: Desk) -> bool:
    """Return whether a story need not stand in a rectangle."""
    makeup = story.makeup
    held = story.box or makeup.place or makeup.width or makeup.height
    apart = desk.copies[story.id].has_tables_apart(desk.layout.grid.column)
    return not held and not apart and not isinstance(story, Part)


def strand(story: Article, photos: Sequence[Photo], desk: Desk, below: float) -> Strand | None:
    """Return a story as a strand; none of one that must stand in a rectangle, or in no single column."""
    measure = desk.layout.grid.column
    if not is_free(story, desk):
        return None
    tops: dict[int, Top] = {}
    for top in _tops(story, photos, desk, below):
        if top.height not in tops or top.cost < tops[top.height].cost:
            tops[top.height] = top
    if not tops:
        return None
    reach = desk.reach(story.id, measure)
    return Strand(story.id, tops, reach, desk.layout.limits.smallest_leg, desk.layout)


def _tops(story: Article, photos: Sequence[Photo], desk: Desk, below: float) -> Iterator[Top]:
    """Yield what may stand over a strand's text."""
    blocks = desk.photo_blocks(photos, 1, story.rank) if photos else {0: None}
    suit = desk.suit(story, 1)
    for head in desk.level_heads(story, 1, below):
        for air in range(desk.layout.limits.air + 1):
            for block in blocks.values():
                cost = suit + head.cost + AIR_COST * air * air + (block.cost if block else 0.0)
                yield Top(head, air, block, head.height + air + desk.drop(block), cost)
