"""Whether stories can share a page out in any shape at all: as rectangles, down columns, or spread over some.

Every column of a page is shared out among the stories that stand in it, each with the gap below. Asked for is
no more than that: for every story columns side by side, and in every column pieces that can come to its
lines. Where on the columns the pieces stand is not asked, so that no page is called impossible that is not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsletter.issue import Article
from newsletter.makeup.composing_room import ComposingRoom
from newsletter.makeup.leading import leadings
from newsletter.makeup.reach import Fitting
from newsletter.makeup.spreads import spread
from newsletter.makeup.strands import strand
from tests.bench.within import can_tile, fitting, sizes

PINWHEEL = 5
"""The fewest rectangles that can fill a page in a way that no straight cut parts."""
STEPS = 300_000
"""After so many steps without an answer a page is called possible."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A story in columns side by side: of each the least and the most lines, the least of all together.

    All with the gap below.
    """

    columns: tuple[tuple[int, int], ...]
    least: int
    bent: bool = False


def shapes(story: Article, shop: ComposingRoom, lines: int) -> list[Shape]:
    """Return the shapes that a story can have on a page of so many lines, those of least area first."""
    found = [*_rectangles(story, shop, lines), *_strands(story, shop, lines), *_spreads(story, shop, lines)]
    return sorted(set(found), key=lambda each: each.least)


def _rectangles(story: Article, shop: ComposingRoom, lines: int) -> Iterator[Shape]:
    gap = shop.layout.limits.gap
    for width, drawn in enumerate(fitting(story, shop), 1):
        heights = [height + gap for height in drawn if height <= lines]
        if heights:
            yield Shape(((min(heights), max(heights)),) * width, width * min(heights))


def _strands(story: Article, shop: ComposingRoom, lines: int) -> Iterator[Shape]:
    """Yield a story that goes on at the heads of the next columns: its head and photos stand in the first."""
    shop.copy(story)
    bending = strand(story, shop.photos(story), shop.desk(Fitting.ASKED), float("inf"))
    gap, whole = shop.layout.limits.gap, lines + shop.layout.limits.gap
    if bending is None:
        return
    least, over = bending.least, min(bending.tops)
    for count in range(2, shop.layout.grid.columns + 1):
        if bending.reach.most >= 2 * least and bending.lengths.stop - 1 > (count - 2) * least:
            pieces = ((over + least + gap, whole), *(((least + gap), whole),) * (count - 1))
            yield Shape(pieces, bending.lengths.start + count * gap, bent=True)


def _spreads(story: Article, shop: ComposingRoom, lines: int) -> Iterator[Shape]:
    """Yield a story whose head stands over some columns, its last leg shorter."""
    wide = spread(story, shop.photos(story), shop.desk(Fitting.ASKED), float("inf"))
    gap, whole = shop.layout.limits.gap, lines + shop.layout.limits.gap
    for hood in wide.hoods if wide else ():
        pieces = [hood.head] * (hood.columns - hood.across) + [hood.deep] * hood.across
        columns = tuple((over + wide.least + gap, whole) for over in pieces) if wide else ()
        if wide:
            yield Shape(columns, hood.taken + wide.reach.fewest + hood.columns * gap, bent=True)


def can_stand(stories: Sequence[Article], shop: ComposingRoom, head: int, lines: int) -> bool:
    """Return whether stories may fill a room of so many lines under ``head``, as it is or leaded otherwise."""
    layouts = [(0, shop.layout), *leadings(shop.layout, head, lines)]
    return any(
        _may_fill(stories, shop.leaded(layout) if more else shop, lines + more) for more, layout in layouts
    )


def _may_fill(stories: Sequence[Article], shop: ComposingRoom, lines: int) -> bool:
    """Return whether straight cuts part so many lines into rectangles, or other shapes may share them out."""
    gap, columns = shop.layout.limits.gap, shop.layout.grid.columns
    if can_tile([sizes(each, shop, lines) for each in stories], lines, gap):
        return True
    return can_share([shapes(each, shop, lines) for each in stories], columns, lines + gap)


def can_share(stories: Sequence[Sequence[Shape]], columns: int, lines: int) -> bool:
    """Return whether stories can share out all columns of so many lines, the gap below the last with them.

    Rectangles alone are asked for only where they can be more than straight cuts part.
    """
    return _Sharing(sorted(stories, key=_least, reverse=True), columns, lines).can()


def _least(shapes: Sequence[Shape]) -> int:
    return min((each.least for each in shapes), default=0)


class _Sharing:
    """The columns of a page as stories are put into them, the largest first."""

    def __init__(self, stories: Sequence[Sequence[Shape]], columns: int, lines: int) -> None:
        self.stories, self.lines = stories, lines
        self.low, self.high = [0] * columns, [0] * columns
        self.steps = 0
        self.rest = [sum(map(_least, stories[at:])) for at in range(len(stories) + 1)]

    def can(self, at: int = 0, area: int = 0, bent: bool = False) -> bool:
        """Return whether the stories from one on find room in what is left."""
        self.steps += 1
        if self.steps > STEPS:
            return True
        if at == len(self.stories):
            enough = all(high >= self.lines for high in self.high)
            return enough and (bent or len(self.stories) >= PINWHEEL)
        room = len(self.low) * self.lines - area - self.rest[at + 1]
        return any(
            self._put(shape, first, at, area, bent)
            for shape in self.stories[at]
            if shape.least <= room
            for first in range(len(self.low) - len(shape.columns) + 1)
        )

    def _put(self, shape: Shape, first: int, at: int, area: int, bent: bool) -> bool:
        """Return whether the others find room with a story in a shape from a column on."""
        where = range(first, first + len(shape.columns))
        if any(
            self.low[column] + low > self.lines
            for column, (low, _high) in zip(where, shape.columns, strict=True)
        ):
            return False
        self._add(shape, where, 1)
        found = self.can(at + 1, area + shape.least, bent or shape.bent)
        self._add(shape, where, -1)
        return found

    def _add(self, shape: Shape, where: range, sign: int) -> None:
        for column, (low, high) in zip(where, shape.columns, strict=True):
            self.low[column] += sign * low
            self.high[column] += sign * high
