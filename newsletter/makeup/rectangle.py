"""One story's rectangle: every height it can fill at a width, and the arrangement that fills it best."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from newsletter.fonts import FontBook
from newsletter.issue import Article, Photo, Rank
from newsletter.layout import Layout
from newsletter.makeup.copyfit import Copy
from newsletter.makeup.headblock import HeadBlock, head_blocks
from newsletter.makeup.photoblock import PhotoBlock, PhotoDesk
from newsletter.makeup.tableblock import TableBlock

OVERSET_COST, OVERSET_LINE = 2000.0, 60.0
SHORT_COST, SHORT_LINE = 500.0, 25.0
RAGGED_LINE = 3.0
TALL_LEG, TALL_COST = 42, 0.8
AIR_COST = 7.0
PROMINENCE = {Rank.LEAD: 3.6, Rank.MAJOR: 2.2, Rank.STANDARD: 1.5, Rank.BRIEF: 1.0, Rank.FILLER: 1.0}
"""The width in columns that a rank's first photo should have."""
WIDTHS = {
    Rank.LEAD: (4, 6),
    Rank.MAJOR: (2, 4),
    Rank.STANDARD: (2, 3),
    Rank.BRIEF: (1, 2),
    Rank.FILLER: (1, 2),
}
"""The widths in columns that suit a rank, least and most."""
WIDTH_COST = {Rank.LEAD: 60.0, Rank.MAJOR: 22.0, Rank.STANDARD: 12.0, Rank.BRIEF: 10.0, Rank.FILLER: 10.0}


@dataclass(frozen=True, slots=True)
class Legs:
    """The columns of text: how many, their measure and gutter in em of the body."""

    count: int
    measure: float
    gutter: float


@dataclass(frozen=True, slots=True)
class Body:
    """What stands under a head: legs, photos and tables, ``height`` lines high.

    The photo block stands right over ``photo_columns`` columns; ``drop`` is what it and the gap under it
    take of the legs below. Tables stand at the foot of the last columns. ``overset`` lines found no room;
    ``spare`` lines of the legs stay empty.
    """

    height: int
    legs: Legs
    photos: PhotoBlock | None
    photo_columns: int
    drop: int
    lines: int
    overset: int
    spare: int
    cost: float
    tables: TableBlock | None = None

    @property
    def rooms(self) -> tuple[int, ...]:
        """The lines that each leg can hold."""
        return tuple(max(0, self.height - cut) for cut in self.cuts)

    @property
    def cuts(self) -> tuple[int, ...]:
        """The lines that photos above and tables below take of each leg."""
        foot = self.tables.height if self.tables else 0
        under = self._covered(self.tables.columns if self.tables else 0)
        return tuple(top + foot * below for top, below in zip(self.tops, under, strict=True))

    @property
    def tops(self) -> tuple[int, ...]:
        """The lines of photos and gap over each leg."""
        return tuple(self.drop * over for over in self._covered(self.photo_columns if self.photos else 0))

    def _covered(self, across: int) -> tuple[bool, ...]:
        """Return whether a block over so many of the last columns covers each leg; legs are no more."""
        return tuple(self.legs.count - at <= across for at in range(self.legs.count))


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A story in ``columns`` x ``height`` lines: head, ``air`` lines of white in it, body."""

    story: str
    columns: int
    height: int
    head: HeadBlock
    air: int
    body: Body
    cost: float


@dataclass
class Desk:
    """What make-up works with: the layout, the faces, the photo desk, the stories' copy.

    A ``forced`` desk also offers rectangles that leave text over or room empty.
    """

    layout: Layout
    book: FontBook
    photos: PhotoDesk
    copies: dict[str, Copy]
    forced: bool = False

    def rectangles(
        self, article: Article, photos: Sequence[Photo], columns: int, most: int
    ) -> dict[int, Rectangle]:
        """Return the best rectangle of every height up to ``most`` lines at a width in columns."""
        suit = _width_cost(article.rank, columns, self.layout.grid.columns)
        heads = head_blocks(article, self.layout.span(columns), self.layout, self.book)
        bodies = self._bodies(article, photos, columns, most)
        best: dict[int, Rectangle] = {}
        for head in heads.values():
            for air in range(self.layout.limits.air + 1):
                for body in bodies.values():
                    height = head.height + air + body.height
                    cost = suit + head.cost + body.cost + AIR_COST * air * air
                    if height <= most and (height not in best or cost < best[height].cost):
                        best[height] = Rectangle(article.id, columns, height, head, air, body, cost)
        return best

    def _bodies(self, article: Article, photos: Sequence[Photo], columns: int, most: int) -> dict[int, Body]:
        """Return the best body of every height at a width in columns."""
        best: dict[int, Body] = {}
        for legs in leg_choices(columns, self.layout, article.rank):
            lines = self.copies[article.id].count(legs.measure)
            tables = self._tables(article, legs, columns)
            if tables is None and self.copies[article.id].has_tables_apart(legs.measure):
                continue
            for width, block in self._photo_choices(photos, columns, legs, article.rank):
                start = Body(0, legs, block, width, self._drop(block), lines, 0, 0, 0.0, tables)
                for body in self._heights(start, most):
                    if body.height <= most and (
                        body.height not in best or body.cost < best[body.height].cost
                    ):
                        best[body.height] = body
        return best

    def _tables(self, article: Article, legs: Legs, columns: int) -> TableBlock | None:
        """Return the block of a story's tables that its legs cannot hold."""
        copy = self.copies[article.id]
        if not copy.has_tables_apart(legs.measure):
            return None
        return copy.table_block(columns, legs.measure, legs.count == columns)

    def _photo_choices(
        self, photos: Sequence[Photo], columns: int, legs: Legs, rank: Rank
    ) -> Iterator[tuple[int, PhotoBlock | None]]:
        """Return the photo blocks, narrower than the story or as wide as it."""
        if not photos:
            yield 0, None
            return
        on_columns = legs.count == columns
        for width in range(1 if on_columns else columns, columns + 1):
            for block in self.photos.blocks(photos, width, PROMINENCE[rank]).values():
                yield width, block

    def _drop(self, block: PhotoBlock | None) -> int:
        """Return what a photo block and the gap under it take of the legs below."""
        return block.height + self.layout.limits.photo_gap if block else 0

    def _heights(self, start: Body, most: int) -> Iterator[Body]:
        """Return the body of one arrangement at its exact height, when forced also lower and higher."""
        lines, cuts = start.lines, start.cuts
        tall = max(start.photos.height if start.photos else 0, max(cuts) if start.tables else 0)
        exact = _body_height(lines, cuts, tall)
        least = max(tall, self.layout.limits.smallest_leg if lines else 0)
        heights = range(max(least, exact - 40), most + 1) if self.forced else (exact,)
        for height in heights:
            rooms = [max(0, height - cut) for cut in cuts]
            overset, spare = max(0, lines - sum(rooms)), max(0, sum(rooms) - lines)
            cost = (start.photos.cost if start.photos else 0.0) + _fit_cost(overset, spare, len(rooms))
            cost += self._leg_cost(rooms) if lines else 0.0
            yield replace(start, height=height, overset=overset, spare=spare, cost=cost)

    def _leg_cost(self, rooms: Sequence[int]) -> float:
        """Return the badness of legs too tall, too short, or slivers under a photo or over a table."""
        longest, shortest = max(rooms), min((room for room in rooms if room), default=0)
        cost = TALL_COST * max(0, longest - TALL_LEG)
        least = self.layout.limits.smallest_leg
        return cost + 60.0 * max(0, least - shortest) + 4.0 * max(0, least + 2 - shortest)


def _fit_cost(overset: int, spare: int, legs: int) -> float:
    """Return the badness of text without room and of room without text."""
    if overset:
        return OVERSET_COST + OVERSET_LINE * overset
    return SHORT_COST + SHORT_LINE * spare if spare >= legs else RAGGED_LINE * spare


def _body_height(lines: int, cuts: Sequence[int], tall: int) -> int:
    """Return the least height whose legs hold the lines, photos and tables having taken their cuts."""
    taken = sorted(cuts)
    for legs, taking in enumerate(accumulate(taken), 1):
        height = math.ceil((lines + taking) / legs)
        if legs == len(taken) or height <= taken[legs]:
            return max(tall, height if lines else 0)
    return tall


def leg_choices(columns: int, layout: Layout, rank: Rank) -> list[Legs]:
    """Return the leg arrangements of a width: one a column, for the lead also fewer and wider ones."""
    grid = layout.grid
    choices = [Legs(columns, grid.column, grid.gutter)]
    if rank is Rank.LEAD and columns >= 3:
        choices += [
            legs for count in (columns - 1, columns - 2) if (legs := _wide_legs(count, columns, layout))
        ]
    return choices


def _wide_legs(count: int, columns: int, layout: Layout) -> Legs | None:
    """Return ``count`` legs of a whole number of em that reach both edges, none where gutters gape."""
    if count < 2:
        return None
    width = layout.span(columns)
    measure = math.floor((width - (count - 1) * layout.grid.gutter) / count)
    gutter = (width - count * measure) / (count - 1)
    return Legs(count, float(measure), gutter) if measure <= 20 and gutter <= 2 * layout.grid.gutter else None


def _width_cost(rank: Rank, columns: int, all_columns: int) -> float:
    """Return the badness of a width that does not suit the rank."""
    least, most = (bound * all_columns / 6 for bound in WIDTHS[rank])
    return WIDTH_COST[rank] * (max(0.0, least - columns) + 0.6 * max(0.0, columns - most))
