"""A group of photos as justified rows with one caption for all or one each, at every height."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsletter.issue import Photo
from newsletter.makeup.captions import Under
from newsletter.makeup.crop import aspect, kept_shape
from newsletter.makeup.gallery import heights, justified, natural_height, partitions
from newsletter.makeup.photorow import LEAST_IMAGE, PhotoBlock, Row, RowDesk
from newsletter.photo_groups import shared_caption

NARROWEST = 6.0
"""The narrowest photo of a group, in em of the body."""
UNEVEN_COST = 60.0
RIVAL_COST = 40.0
"""The badness of a group whose first photo should be twice the next and is no larger."""
LEADING_WISH = 2.0
"""The wish in columns from which the first photo of a group should dominate the others."""
LEADING_FROM = 4
"""The fewest photos of a group of which one should dominate."""
FLATTEST, TALLEST = 2.4, 0.6
"""Shapes beyond which a photo of a row is rather cropped, width over height."""


def group_blocks(group: Sequence[Photo], width: float, wish: float, desk: RowDesk) -> Iterator[PhotoBlock]:
    """Yield the blocks of a group ``width`` mm wide; ``wish`` is that for its first photo, in columns."""
    return _Group(tuple(group), width, wish, desk).blocks()


@dataclass(frozen=True, slots=True)
class _Group:
    photos: tuple[Photo, ...]
    width: float
    wish: float
    desk: RowDesk

    def blocks(self) -> Iterator[PhotoBlock]:
        """Yield a block for every partition and height."""
        shared, limit = shared_caption(self.photos), self.desk.layout.limits.crop
        gutter = self.desk.seam if shared else self.desk.gutter
        shapes = [_shown(photo, limit) for photo in self.photos]
        for counts in partitions(shapes, self.width, gutter):
            parts = _parted(list(range(len(shapes))), counts)
            rows = [tuple(shapes[at] for at in part) for part in parts]
            naturals = [self.desk.image_lines(natural_height(row, self.width, gutter)) for row in rows]
            for images in heights(naturals, LEAST_IMAGE, limit):
                if sum(images) > self.desk.most:
                    break
                yield from self._block(parts, rows, images, shared, gutter)

    def _block(
        self,
        parts: Sequence[Sequence[int]],
        shapes: Sequence[Sequence[float]],
        images: Sequence[int],
        shared: Photo | None,
        gutter: float,
    ) -> Iterator[PhotoBlock]:
        """Yield the block of rows of those heights, nothing where limits forbid it."""
        block = PhotoBlock((), 0, 0.0)
        for part, row_shapes, image in zip(parts, shapes, images, strict=True):
            row = self._row([self.photos[at] for at in part], row_shapes, image, shared, gutter)
            if row is None:
                return
            block = block.above(PhotoBlock((row,), row.height, row.cost))
        block = self._captioned(block, shared)
        if block.height <= self.desk.most:
            yield replace(block, cost=block.cost + self._badness(block.rows))

    def _row(
        self,
        photos: Sequence[Photo],
        shapes: Sequence[float],
        image: int,
        shared: Photo | None,
        gutter: float,
    ) -> Row | None:
        """Return a row, none where limits forbid it."""
        room, height = self.width - gutter * (len(photos) - 1), self.desk.image_height(image)
        widths = justified(shapes, [kept_shape(photo) is not None for photo in photos], room, height)
        if min(widths) < NARROWEST * self.desk.layout.em and not self.desk.forced:
            return None
        first = photos[0] is self.photos[0]
        wish = self.wish if first else min(self.wish, 2.0) / math.sqrt(len(self.photos))
        cost = self.desk.row_cost(photos, widths, image, wish)
        if math.isinf(cost):
            return None
        captions = self.desk.captions
        caption = 0 if shared else max(map(captions.height, photos, widths))
        white = 0 if shared else self.desk.layout.limits.photo_gap
        under = Under.NOTHING if shared else Under.EACH
        return Row(tuple(photos), widths, image, caption, cost, gutter, white, under)

    def _captioned(self, block: PhotoBlock, shared: Photo | None) -> PhotoBlock:
        """Return the block with the caption of all under its last row."""
        if shared is None:
            return block
        caption = self.desk.captions.height(shared, self.width)
        gap = self.desk.layout.limits.photo_gap
        last = replace(block.rows[-1], caption=caption, white=gap, under=Under.GROUP, group=shared)
        return replace(block, rows=(*block.rows[:-1], last), height=block.height + caption)

    def _badness(self, rows: Sequence[Row]) -> float:
        """Return the badness of uneven rows, and of no dominant photo where one is asked for."""
        leads = len(self.photos) >= LEADING_FROM and self.wish >= LEADING_WISH
        alone = leads and len(rows) > 1 and len(rows[0].photos) == 1
        even = [self.desk.image_height(row.image) for row in rows[alone:]]
        mean = sum(even) / len(even)
        cost = UNEVEN_COST * sum(math.log(height / mean) ** 2 for height in even)
        return cost + (RIVAL_COST * max(0.0, 2 - self._dominance(rows)) if leads else 0.0)

    def _dominance(self, rows: Sequence[Row]) -> float:
        """Return how many times as large as the next the first photo is."""
        first, *others = (width * self.desk.image_height(row.image) for row in rows for width in row.widths)
        return first / max(others)


def _shown(photo: Photo, limit: float) -> float:
    """Return the shape in which a photo is best shown in a row: its own, or one less extreme."""
    kept, natural = kept_shape(photo), aspect(photo)
    if kept is not None:
        return kept
    return max(natural * (1 - limit), min(natural / (1 - limit), max(TALLEST, min(FLATTEST, natural))))


def _parted(items: list[int], counts: Sequence[int]) -> list[list[int]]:
    """Return items in runs of so many."""
    runs, at = [], 0
    for count in counts:
        runs.append(items[at : at + count])
        at += count
    return runs
