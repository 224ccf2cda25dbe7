"""One story's rectangle: every height it can fill at a width, and the arrangement that fills it best."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, groupby

import numpy as np

from newsletter.fonts import FontBook
from newsletter.issue import Article, Direction, Photo, Rank, Shape
from newsletter.layout import Layout
from newsletter.makeup.boxed import WHITE_LINES, Interior, interior
from newsletter.makeup.castoff import CastLegs, CastOff
from newsletter.makeup.copyfit import Copy
from newsletter.makeup.headblock import HeadBlock, direction_of, head_blocks
from newsletter.makeup.labels import labelled, section_label
from newsletter.makeup.overhead import INSET, over_blocks
from newsletter.makeup.overhead import MISSED_COST as MISSED_OVER_COST
from newsletter.makeup.part import Part, look_of
from newsletter.makeup.photoblock import PhotoDesk
from newsletter.makeup.photorow import PhotoBlock, Row
from newsletter.makeup.pullquote import ALONE_COST, MISSED_QUOTE, PullQuote, pull_quotes, quoted_leg
from newsletter.makeup.reach import Arrangements, Fitting, Reach, best_heights
from newsletter.makeup.tableblock import TableBlock
from newsletter.makeup.upright import MISSED_COST, Strip, least_strip, upright_block
from newsletter.prominence import ALL_COLUMNS

AIR_COST = 7.0
FLOOD = 1.5
"""How many pages copy fills that no asking of paragraphs brings near one: that is not tried."""
WIDTHS = {
    Rank.LEAD: (4, 6),
    Rank.MAJOR: (2, 4),
    Rank.STANDARD: (2, 3),
    Rank.BRIEF: (1, 2),
    Rank.FILLER: (1, 2),
}
"""The widths that suit a rank, least and most, in columns of a page of ALL_COLUMNS."""
WIDTH_COST = {Rank.LEAD: 60.0, Rank.MAJOR: 22.0, Rank.STANDARD: 12.0, Rank.BRIEF: 10.0, Rank.FILLER: 10.0}


@dataclass(frozen=True, slots=True)
class Legs:
    """The columns of text: how many, their measure and gutter in em of the body."""

    count: int
    measure: float
    gutter: float


@dataclass(frozen=True, slots=True)
class Bend:
    """Legs that go on at the head of the next column: the lines that each holds, and where it begins.

    Tops are counted in lines from the body's first line down.
    """

    tops: tuple[int, ...]
    rooms: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """What stands under a head: legs, photos, tables and a pull quote, ``height`` lines high.

    The photo block stands right over ``photo_columns`` columns; ``drop`` is what it and the gap under it
    take of the legs below. Tables stand at the foot of the last columns. The quote parts
    the legs from ``quoted`` on. Where the legs ``bend`` the height is the first one's. ``overset`` lines
    found no room; ``spare`` lines of the legs stay empty. ``foreseen`` is the part of the cost that cutting
    the legs finds out exactly.
    """

    height: int
    legs: Legs
    photos: PhotoBlock | None
    photo_columns: int
    drop: int
    overset: int = 0
    spare: int = 0
    cost: float = 0.0
    foreseen: float = 0.0
    tables: TableBlock | None = None
    quote: PullQuote | None = None
    quoted: int = 0
    bend: Bend | None = None

    @property
    def rooms(self) -> tuple[int, ...]:
        """The lines that each leg can hold."""
        if self.bend:
            return self.bend.rooms
        return tuple(max(0, self.height - cut) for cut in self.cuts)

    @property
    def cuts(self) -> tuple[int, ...]:
        """The lines that photos above and tables below take of each leg."""
        if not self.tables and not self.quote:
            return self.tops
        foot = self.tables.height if self.tables else 0
        under = self._covered(self.tables.columns if self.tables else 0)
        parts = zip(self.tops, under, self._quoted(), strict=True)
        return tuple(top + foot * below + within for top, below, within in parts)

    @property
    def bare_cost(self) -> float:
        """The badness of its parts before it has a height."""
        return self.cost + (self.photos.cost if self.photos else 0.0)

    def at(self, height: int, overset: int, spare: int, cost: float, foreseen: float) -> "Body":
        """Return the body at a height, quicker than `dataclasses.replace` does: there are thousands."""
        parts = self.legs, self.photos, self.photo_columns, self.drop
        rest = self.tables, self.quote, self.quoted
        return Body(height, *parts, overset, spare, cost, foreseen, *rest)

    def tall(self, least: int) -> int:
        """Return the lines that photos, tables and a quote need; the legs about a quote are longer."""
        tall = max(self.photos.height if self.photos else 0, max(self.cuts) if self.tables else 0)
        return max(tall, max(self.cuts) + 3 * least) if self.quote else tall

    def _quoted(self) -> tuple[int, ...]:
        """Return the lines that a pull quote takes of each leg."""
        height, across = (self.quote.height, self.quote.across) if self.quote else (0, 0)
        return tuple(height * (0 <= at - self.quoted < across) for at in range(self.legs.count))

    @property
    def tops(self) -> tuple[int, ...]:
        """The lines of photos and gap over each leg."""
        if self.bend:
            return self.bend.tops
        count = self.legs.count
        over = min(count, self.photo_columns) if self.photos else 0
        return (0,) * (count - over) + (self.drop,) * over

    def _covered(self, across: int) -> tuple[bool, ...]:
        """Return whether a block over so many of the last columns covers each leg; legs are no more."""
        return tuple(self.legs.count - at <= across for at in range(self.legs.count))


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A story in ``columns`` x ``height`` lines: head, ``air`` lines of white in it, body.

    In a box they stand in its interior, white lines above and below them.
    """

    story: str
    columns: int
    height: int
    head: HeadBlock
    air: int
    body: Body
    cost: float
    inside: Interior | None = None

    @property
    def above(self) -> int:
        """The lines over the head: those of a box."""
        return WHITE_LINES if self.inside else 0

    @property
    def photo_rows(self) -> tuple[Row, ...]:
        """The rows of its photos, that under its head first."""
        under = (self.head.over.row,) if self.head.over else ()
        return (*under, *(self.body.photos.rows if self.body.photos else ()))

    @property
    def body_columns(self) -> int:
        """The columns of the body: all but those of a vertical head."""
        return self.columns - self.head.columns


@dataclass(frozen=True, slots=True)
class Parts:
    """What the rectangles of one story and width are put together from; ``suit`` is the width's badness.

    Every one of ``heads`` may stand over every one of ``bodies``, by height; ``pairs`` belong together.
    """

    suit: float
    heads: Sequence[HeadBlock]
    bodies: Mapping[int, Body]
    pairs: Sequence[tuple[HeadBlock, Body]]

    def of_height(self, height: int, air: int) -> Iterator[tuple[HeadBlock, Body]]:
        """Yield heads and bodies that are so high together, ``air`` lines of white between them."""
        for head in self.heads:
            if body := self.bodies.get(height - air - head.height):
                yield head, body
        yield from ((head, body) for head, body in self.pairs if head.height + air + body.height == height)

    def all_pairs(self) -> Iterator[tuple[HeadBlock, Body]]:
        """Yield every head with every body under it or beside it."""
        yield from ((head, body) for head in self.heads for body in self.bodies.values())
        yield from self.pairs

    def cost(self, head: HeadBlock, body: Body, air: int) -> float:
        """Return the badness of a head over a body."""
        return self.suit + head.cost + body.cost + AIR_COST * air * air


@dataclass(frozen=True, slots=True)
class Starts:
    """Bodies with legs of one measure, not yet of any height, and the same as arrangements to be weighed."""

    bodies: Sequence[Body]
    ways: Arrangements


@dataclass
class Desk:
    """What make-up works with: the layout, the faces, the photo desk, their copy and how it is fitted."""

    layout: Layout
    book: FontBook
    photos: PhotoDesk
    copies: dict[str, Copy]
    fitting: Fitting = Fitting.EXACT
    casts: dict[str, CastOff] = field(init=False)
    _parts: dict[tuple[str, int], Parts] = field(default_factory=dict)
    _boxes: dict[int, tuple[Interior, "Desk"]] = field(default_factory=dict)
    _heads: dict[tuple[str, int, float], Sequence[HeadBlock]] = field(default_factory=dict)
    _starts: dict[tuple[str, tuple[str, ...], int, bool], Sequence[Starts]] = field(default_factory=dict)
    _reaches: dict[tuple[str, float], Reach] = field(default_factory=dict)
    _by_height: dict[tuple[str, Shape, tuple[str, ...], int, int], dict[int, Body]] = field(
        default_factory=dict
    )

    def __post_init__(self) -> None:
        """Keep one cast-off for every story."""
        least = self.layout.limits.smallest_leg
        self.casts = {story: CastOff(copy, least) for story, copy in self.copies.items()}

    def with_fitting(self, fitting: Fitting, photos: PhotoDesk) -> "Desk":
        """Return a desk that fits otherwise what this one lays out and casts off."""
        desk = Desk(self.layout, self.book, photos, self.copies, fitting)
        desk.casts, desk._starts, desk._heads = self.casts, self._starts, self._heads
        return desk

    def cast(self, story: str) -> CastOff:
        """Return a story's cast-off; parts of stories come while pages are made up."""
        if story not in self.casts:
            self.casts[story] = CastOff(self.copies[story], self.layout.limits.smallest_leg)
        return self.casts[story]

    def legs(self, rectangle: Rectangle) -> CastLegs:
        """Return the legs of a story's rectangle."""
        body = rectangle.body
        return self.cast(rectangle.story).legs(body.legs.measure, body.rooms)

    def rectangles(
        self, article: Article, photos: Sequence[Photo], columns: int, most: int, below: float = math.inf
    ) -> dict[int, Rectangle]:
        """Return the best rectangle of every height up to ``most`` lines at a width in columns.

        Its headline is smaller than ``below`` points, where there is one so small.
        """
        if not article.box:
            return self._open(article, photos, columns, most, below)
        room = most - 2 * WHITE_LINES
        inside, desk = self._boxed(columns)
        found = desk._open(article, photos, columns, room, below)
        return {each.height: each for each in (_in_box(one, inside) for one in found.values())}

    def _boxed(self, columns: int) -> tuple[Interior, "Desk"]:
        """Return the room in a box over so many columns and the desk for what stands in it."""
        if columns not in self._boxes:
            inside = interior(columns, self.layout)
            photos = PhotoDesk(inside.layout, self.book, self.photos.most, self.photos.forced)
            desk = Desk(inside.layout, self.book, photos, self.copies, self.fitting)
            desk.casts = self.casts
            self._boxes[columns] = inside, desk
        return self._boxes[columns]

    def _open(
        self, article: Article, photos: Sequence[Photo], columns: int, most: int, below: float
    ) -> dict[int, Rectangle]:
        """Return the best rectangles without a box."""
        parts = self._parts_of(article, photos, columns, most, below)
        self._parts.setdefault((article.id, columns), parts)
        best: dict[int, tuple[float, HeadBlock, int, Body]] = {}
        for head, body in parts.all_pairs():
            height, cost = head.height + body.height, parts.cost(head, body, 0)
            if height <= most and (height not in best or cost < best[height][0]):
                best[height] = cost, head, 0, body
        for height, (cost, head, _air, body) in sorted(best.items()):
            for air in range(1, self._most_air(head) + 1):
                airy = cost + AIR_COST * air * air
                if height + air <= most and airy < best.get(height + air, (math.inf,))[0]:
                    best[height + air] = airy, head, air, body
        return {
            height: Rectangle(article.id, columns, height, head, air, body, cost)
            for height, (cost, head, air, body) in best.items()
        }

    def _most_air(self, head: HeadBlock) -> int:
        """Return the lines of white that a head may take; where there is none, the text begins at the top."""
        return self.layout.limits.air if head.height or head.strip else 0

    def _parts_of(
        self, article: Article, photos: Sequence[Photo], columns: int, most: int, below: float
    ) -> Parts:
        """Return what the rectangles of a story are put together from at a width, its section's label too."""
        label = section_label(article, self.layout.span(columns), self.layout, self.book)
        heads = self.level_heads(article, columns, below)
        upright = direction_of(article, self.layout) is Direction.VERTICAL
        beside = self._upright(article, photos, columns, most) if upright else ()
        others = chain(self._over(article, photos, columns, most), beside)
        pairs = [(labelled(head, label), body) for head, body in others if head.headline.size < below]
        bodies = self._bodies(article, photos, columns, most)
        return Parts(self.suit(article, columns), heads, bodies, pairs)

    def level_heads(self, article: Article, columns: int, below: float) -> list[HeadBlock]:
        """Return the horizontal heads of a story at a width, its section's label over them."""
        label = section_label(article, self.layout.span(columns), self.layout, self.book)
        upright = direction_of(article, self.layout) is Direction.VERTICAL
        missed = MISSED_COST * upright + MISSED_OVER_COST * bool(article.headline_over)
        found = self._heads_of(article, columns, below)
        return [labelled(replace(each, cost=each.cost + missed), label) for each in found]

    def _heads_of(self, article: Article, columns: int, below: float) -> Sequence[HeadBlock]:
        """Return the horizontal heads of a story at a width, without a label."""
        key = look_of(article), columns, below
        if key not in self._heads:
            blocks = head_blocks(article, self.layout.span(columns), self.layout, self.book, below)
            self._heads[key] = list(blocks.values())
        return self._heads[key]

    def alike(self, rectangle: Rectangle) -> list[Rectangle]:
        """Return the rectangles of one story, width and height, the best first: other heads, other bodies."""
        if rectangle.inside:
            inside, desk = self._boxed(rectangle.columns)
            bare = replace(rectangle, height=rectangle.height - 2 * WHITE_LINES, inside=None)
            return [_in_box(each, inside) for each in desk.alike(bare)]
        parts = self._parts[rectangle.story, rectangle.columns]
        found = [
            replace(rectangle, head=head, air=air, body=body, cost=parts.cost(head, body, air))
            for air in range(self.layout.limits.air + 1)
            for head, body in parts.of_height(rectangle.height, air)
            if air <= self._most_air(head)
        ]
        return sorted(found, key=lambda each: each.cost)

    def _over(
        self, article: Article, photos: Sequence[Photo], columns: int, most: int
    ) -> Iterator[tuple[HeadBlock, Body]]:
        """Yield heads over the first photo with the bodies under it, which hold the other photos."""
        heads = self.heads_over(article, photos, columns)
        bodies = self._bodies(article, photos[1:], columns, most) if heads else {}
        for head in heads:
            yield from ((head, body) for body in bodies.values())

    def heads_over(self, article: Article, photos: Sequence[Photo], columns: int) -> list[HeadBlock]:
        """Return the heads over the first photo, the photo with its caption in their height."""
        if not article.headline_over or not photos or columns < 2:
            return []
        width = self.layout.span(columns) - 2 * INSET
        heads = list(head_blocks(article, width, self.layout, self.book).values())
        blocks = self.photo_blocks(photos[:1], columns, article.rank).values()
        rows = [block.rows[0] for block in blocks if block.rows]
        return list(over_blocks(heads, rows, self.photos))

    def within_box(self, article: Article, columns: int) -> tuple["Desk", int]:
        """Return the desk for what stands in a story's rectangle, and the lines that its box takes."""
        return (self._boxed(columns)[1], 2 * WHITE_LINES) if article.box else (self, 0)

    def _upright(
        self, article: Article, photos: Sequence[Photo], columns: int, most: int
    ) -> Iterator[tuple[HeadBlock, Body]]:
        """Yield vertical heads with the bodies beside them, those without photos also in part of a column."""
        grid = self.layout.grid
        if columns > 1:
            for body in self._bodies(article, photos, columns - 1, most).values():
                yield from self._beside(article, Strip(grid.column, 1, body.height), body)
        if not photos:
            for legs in _legs_beside(columns, least_strip(article, self.layout), self.layout):
                width = self.layout.span(columns) - _reach(legs) - grid.gutter
                start = Body(0, legs, None, 0, 0)
                for body in self._heights(article.id, self._weighable([start]), most):
                    yield from self._beside(article, Strip(width, 0, body.height), body)

    def _beside(self, article: Article, strip: Strip, body: Body) -> Iterator[tuple[HeadBlock, Body]]:
        head = upright_block(article, strip, self.layout, self.book)
        if head:
            yield head, body

    def _bodies(self, article: Article, photos: Sequence[Photo], columns: int, most: int) -> dict[int, Body]:
        """Return the best body of every height at a width in columns, whatever head stands over it."""
        key = article.id, article.makeup, tuple(photo.id for photo in photos), columns, most
        if key not in self._by_height:
            self._by_height[key] = self._best_bodies(article, photos, columns, most)
        return self._by_height[key]

    def _best_bodies(
        self, article: Article, photos: Sequence[Photo], columns: int, most: int
    ) -> dict[int, Body]:
        """Return the best body of every height, weighed."""
        best: dict[int, Body] = {}
        for starts in self._starts_of(article, photos, columns):
            for body in self._heights(article.id, starts, most):
                if body.height not in best or body.cost < best[body.height].cost:
                    best[body.height] = body
        return best

    def _starts_of(self, article: Article, photos: Sequence[Photo], columns: int) -> Sequence[Starts]:
        """Return the arrangements at a width in columns by their legs; how they are fitted changes none."""
        key = look_of(article), tuple(photo.id for photo in photos), columns, self._forces(photos)
        if key not in self._starts:
            found = groupby(self.starts(article, photos, columns), key=lambda each: each.legs)
            self._starts[key] = [self._weighable(list(bodies)) for _legs, bodies in found]
        return self._starts[key]

    def _forces(self, photos: Sequence[Photo]) -> bool:
        """Return whether photos may stand as only a forced desk lets them."""
        return bool(photos) and self.photos.forced

    def _weighable(self, bodies: Sequence[Body]) -> Starts:
        """Return bodies of the same legs with what is asked of them to be weighed."""
        cuts = np.array([each.cuts for each in bodies], dtype=np.int64)
        tall = np.array([each.tall(self.layout.limits.smallest_leg) for each in bodies], dtype=np.int64)
        return Starts(bodies, Arrangements(cuts, tall, np.array([each.bare_cost for each in bodies])))

    def starts(self, article: Article, photos: Sequence[Photo], columns: int) -> Iterator[Body]:
        """Yield every arrangement of legs, photos and tables at a width in columns, not yet of any height."""
        wished = article.makeup.legs or (columns if isinstance(article, Part) else None)
        rank = Rank.STANDARD if isinstance(article, Part) else article.rank
        for legs in leg_choices(columns, self.layout, rank, wished):
            tables = self._tables(article, legs, columns)
            if tables is None and self.copies[article.id].has_tables_apart(legs.measure):
                continue
            for width, block in self._photo_choices(photos, columns, legs, article.rank):
                start = Body(0, legs, block, width if block else 0, self.drop(block), tables=tables)
                yield from self._quoted(article, start)

    def suit(self, article: Article, columns: int) -> float:
        """Return the badness of a width in columns that does not suit a story's rank."""
        return _width_cost(article.rank, columns, self.layout.grid.columns)

    def _quoted(self, article: Article, start: Body) -> Iterator[Body]:
        """Yield a body without its pull quote, at a price where there is one, and with it in its places."""
        yield replace(start, cost=MISSED_QUOTE) if article.pull_quote else start
        legs = start.legs
        for quote in pull_quotes(article, legs.count, legs.measure, legs.gutter, self.layout, self.book):
            first = quoted_leg(quote, start.cuts)
            if first is not None:
                alone = ALONE_COST * (quote.across == 1 and legs.count > 2)
                yield replace(start, quote=quote, quoted=first, cost=alone)

    def _tables(self, article: Article, legs: Legs, columns: int) -> TableBlock | None:
        """Return the block of a story's tables that its legs cannot hold."""
        copy = self.copies[article.id]
        if not copy.has_tables_apart(legs.measure):
            return None
        return copy.table_block(columns, legs.measure, legs.count == columns, self.layout)

    def _photo_choices(
        self, photos: Sequence[Photo], columns: int, legs: Legs, rank: Rank
    ) -> Iterator[tuple[int, PhotoBlock | None]]:
        """Return the photo blocks, narrower than the story or as wide as it."""
        if not photos:
            yield 0, None
            return
        on_columns = legs.count == columns
        for width in range(1 if on_columns else columns, columns + 1):
            for block in self.photo_blocks(photos, width, rank).values():
                yield width, block

    def photo_blocks(self, photos: Sequence[Photo], columns: int, rank: Rank) -> dict[int, PhotoBlock]:
        """Return the blocks of a story's photos at a width in columns, by their height."""
        wish = self.layout.photos.wish(rank, self.layout.grid.columns)
        return self.photos.blocks(photos, columns, wish)

    def reach(self, story: str, measure: float) -> Reach:
        """Return the numbers of lines in which the fitting allows a story to be set."""
        if (story, measure) not in self._reaches:
            self._reaches[story, measure] = self._reached(story, measure)
        return self._reaches[story, measure]

    def _reached(self, story: str, measure: float) -> Reach:
        lines = self.copies[story].count(measure)
        part = self.copies[story].article
        if isinstance(part, Part) and part.goes_on:
            jump = int(bool(part.jump_line))
            most = lines - part.left
            due = part.due * self.layout.grid.column / measure
            best = min(max(part.least, round(due)), max(part.least, most))
            return Reach(part.least + jump, best + jump, most + jump, open_end=True)
        if self.fitting is Fitting.EXACT or self._floods(lines, measure):
            return Reach(lines, lines, lines)
        fewest, most = self.cast(story).reach(measure)
        return Reach(fewest, lines, most)

    def _floods(self, lines: int, measure: float) -> bool:
        """Return whether so many lines are far more than a page holds, however paragraphs are asked."""
        grid = self.layout.grid
        return lines * measure > FLOOD * grid.columns * grid.column * grid.lines

    def drop(self, block: PhotoBlock | None) -> int:
        """Return what a photo block and the gap under it take of the legs below."""
        return block.height + self.layout.limits.photo_gap if block else 0

    def _heights(self, story: str, starts: Starts, most: int) -> Iterator[Body]:
        """Yield the best body of every height that the fitting allows."""
        reach = self.reach(story, starts.bodies[0].legs.measure)
        found = best_heights(starts.ways, reach, self.fitting, most, self.layout.limits.smallest_leg)
        for row, *figures in zip(*(column.tolist() for column in found), strict=True):
            yield starts.bodies[row].at(*figures)


def _in_box(rectangle: Rectangle, inside: Interior) -> Rectangle:
    """Return a rectangle with a box round it."""
    return replace(rectangle, height=rectangle.height + 2 * WHITE_LINES, inside=inside)


def leg_choices(columns: int, layout: Layout, rank: Rank, wished: int | None = None) -> list[Legs]:
    """Return the leg arrangements of a width: one a column, for the lead also fewer and wider ones.

    Over all columns they are as many as are ``wished`` for, where there are such.
    """
    grid = layout.grid
    if columns == grid.columns and wished and (legs := _wide_legs(wished, columns, layout)):
        return [legs]
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


def _legs_beside(columns: int, least: float, layout: Layout) -> Iterator[Legs]:
    """Yield legs of whole em that leave a vertical head a part of a column, ``least`` em or more."""
    grid = layout.grid
    for count in range(1, columns + 1):
        narrowest = grid.column - 2 if count == columns else grid.column + 1
        room = layout.span(columns) - grid.gutter - least - (count - 1) * grid.gutter
        measure = min(20, math.floor(room / count))
        if measure >= narrowest:
            yield Legs(count, float(measure), grid.gutter)


def _reach(legs: Legs) -> float:
    """Return the width of legs with the gutters between them, in em."""
    return legs.count * legs.measure + (legs.count - 1) * legs.gutter


def _width_cost(rank: Rank, columns: int, all_columns: int) -> float:
    """Return the badness of a width that does not suit the rank."""
    least, most = (bound * all_columns / ALL_COLUMNS for bound in WIDTHS[rank])
    return WIDTH_COST[rank] * (max(0.0, least - columns) + 0.6 * max(0.0, columns - most))
