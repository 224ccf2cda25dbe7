"""A story spread over columns in a block of doglegs: its head over all of them, its last leg shorter.

It begins at the head of the block; what comes next stands under the short leg.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from newsletter.issue import Article, Photo
from newsletter.layout import Layout
from newsletter.makeup.reach import ASKED_LINE, Costs, Reach
from newsletter.makeup.rectangle import AIR_COST, Bend, Body, Desk, Legs, Rectangle
from newsletter.makeup.strands import Top, is_free

SHORT_LEG = 30.0
"""The badness of a last leg that another story stands under."""


@dataclass(frozen=True, slots=True)
class Hood:
    """What stands over the legs of a spread ``columns`` wide, its photos over ``across`` of the last of them.

    ``taken`` are the lines of one column that it takes of all; the last leg begins ``deep`` lines down.
    """

    top: Top
    columns: int
    across: int

    @property
    def taken(self) -> int:
        """The lines that head, white and photos take, all columns together."""
        return self.columns * self.head + self.across * self.drop

    @property
    def deep(self) -> int:
        """The lines over the last leg."""
        return self.top.height

    @property
    def head(self) -> int:
        """The lines of head and white."""
        return self.top.head.height + self.top.air

    @property
    def drop(self) -> int:
        """The lines of photos and the gap under them."""
        return self.top.height - self.head


@dataclass(frozen=True)
class Spread:
    """A story over two columns or more; ``least`` lines make the shortest leg."""

    story: str
    hoods: Sequence[Hood]
    reach: Reach
    least: int
    layout: Layout

    @cached_property
    def span(self) -> tuple[int, int]:
        """The least and the most lines that it may take, head and all, in all its columns together."""
        taken = [hood.taken for hood in self.hoods]
        return min(taken) + self.reach.fewest, max(taken) + self.reach.most

    @cached_property
    def _tables(self) -> dict[int, Costs]:
        """For every width cost[lines of the last column, length] of those whose last leg is long enough."""
        tables: dict[int, Costs] = {}
        texts = np.arange(self.reach.fewest, self.reach.most + 1)
        asked = ASKED_LINE * np.abs(texts - self.reach.best)
        for hood in self.hoods:
            shape = self.layout.grid.lines + 1, self.span[1] + 1
            table = tables.setdefault(hood.columns, np.full(shape, np.inf))
            if hood.deep + self.least < shape[0]:
                row = table[hood.deep + self.least, hood.taken + texts[0] : hood.taken + texts[-1] + 1]
                np.minimum(row, hood.top.cost + asked, out=row)
        return {width: np.minimum.accumulate(table, axis=0) for width, table in tables.items()}

    def costs(self, columns: int, height: int) -> Costs:
        """Return cost[length] from the head of a block that so many of its columns are left of."""
        found = np.full(columns * height + 1, np.inf)
        for width, table in self._tables.items():
            first = (width - 1) * height
            last = min(width * height, table.shape[1] - 1)
            if width <= columns and last > first:
                lengths = np.arange(first + 1, last + 1)
                ends = lengths - first
                short = SHORT_LEG * (ends < height - 1)
                found[lengths] = np.minimum(found[lengths], table[ends, lengths] + short)
        return found

    def rectangle(self, length: int, height: int) -> Rectangle:
        """Return so many of its lines from the head of a block: legs that hang from its head."""
        hood = min(self._fitting(length, height), key=lambda each: self._cost(each, length))
        ends = [height] * (hood.columns - 1) + [length - (hood.columns - 1) * height]
        drops = [0] * (hood.columns - hood.across) + [hood.drop] * hood.across
        rooms = tuple(end - hood.head - drop for end, drop in zip(ends, drops, strict=True))
        grid, photos, cost = self.layout.grid, hood.top.photos, self._cost(hood, length)
        body = Body(
            height - hood.head,
            Legs(hood.columns, grid.column, grid.gutter),
            photos,
            hood.across if photos else 0,
            hood.drop,
            foreseen=ASKED_LINE * abs(sum(rooms) - self.reach.best),
            bend=Bend(tuple(drops), rooms),
        )
        return Rectangle(self.story, hood.columns, height, hood.top.head, hood.top.air, body, cost)

    def _fitting(self, length: int, height: int) -> Iterator[Hood]:
        """Yield the hoods under which so many lines end in the last column, its leg long enough."""
        for hood in self.hoods:
            end = length - (hood.columns - 1) * height
            enough = self.reach.fewest <= length - hood.taken <= self.reach.most
            if enough and hood.deep + self.least <= end <= height:
                yield hood

    def _cost(self, hood: Hood, length: int) -> float:
        return hood.top.cost + ASKED_LINE * abs(length - hood.taken - self.reach.best)


def spread(story: Article, photos: Sequence[Photo], desk: Desk, below: float) -> Spread | None:
    """Return a story as a spread; none of one that must stand in a rectangle, or fits over no two columns."""
    measure, limits = desk.layout.grid.column, desk.layout.limits
    if not is_free(story, desk):
        return None
    best: dict[tuple[int, int, int], Hood] = {}
    for hood in _hoods(story, photos, desk, below):
        key = hood.columns, hood.taken, hood.deep
        if key not in best or hood.top.cost < best[key].top.cost:
            best[key] = hood
    reach = desk.reach(story.id, measure)
    return Spread(story.id, tuple(best.values()), reach, limits.smallest_leg, desk.layout) if best else None


def _hoods(story: Article, photos: Sequence[Photo], desk: Desk, below: float) -> Iterator[Hood]:
    """Yield what may stand over the legs: photos over all columns, or over all but the first."""
    for columns in range(2, desk.layout.grid.columns + 1):
        suit = desk.suit(story, columns)
        for across in (columns - 1, columns) if photos else (0,):
            blocks = desk.photo_blocks(photos, across, story.rank) if photos else {0: None}
            for head in desk.level_heads(story, columns, below):
                for air in range(desk.layout.limits.air + 1):
                    for block in blocks.values():
                        cost = suit + head.cost + AIR_COST * air * air + (block.cost if block else 0.0)
                        height = head.height + air + desk.drop(block)
                        yield Hood(Top(head, air, block, height, cost), columns, across)
