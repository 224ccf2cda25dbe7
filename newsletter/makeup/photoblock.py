"""A story's photos as a block of rows: for every height in lines the best grouping, sizes and crops."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np

from newsletter.issue import Photo
from newsletter.makeup.crop import aspect
from newsletter.makeup.gallery import ABREAST
from newsletter.makeup.groupblock import group_blocks
from newsletter.makeup.photopile import Given, Heap, Pile
from newsletter.makeup.photorow import PhotoBlock, RowDesk, Rows
from newsletter.makeup.portraits import portrait_blocks
from newsletter.photo_groups import are_portraits, bond

NARROWEST = 10.0
"""The narrowest photo of a row, in em of the body."""
FORCED_NARROWEST = 2.5
"""The narrowest where nothing else is left."""
OFF_GRID_COST = 2.0
LOOSE = 12
"""The most photos without a group for which every arrangement of rows is tried."""
Blocks = dict[int, PhotoBlock]
NOTHING = PhotoBlock((), 0, 0.0)


@dataclass
class PhotoDesk(RowDesk):
    """Photo blocks of one layout, each worked out once, up to ``most`` lines high."""

    _blocks: dict[tuple[tuple[str, ...], int, float], Blocks] = field(default_factory=dict)

    def blocks(self, photos: Sequence[Photo], columns: int, prominence: float) -> Blocks:
        """Return the best block ``columns`` wide for every height; ``prominence`` is the wish in columns."""
        key = (tuple(photo.id for photo in photos), columns, prominence)
        if key not in self._blocks:
            self._blocks[key] = self._search(photos, columns, prominence)
        return self._blocks[key]

    def _search(self, photos: Sequence[Photo], columns: int, prominence: float) -> Blocks:
        """Put what stands together one below the other, every height, the cheapest kept."""
        found: Heap = Given({0: NOTHING}, self.most)
        for at, group in enumerate(together(photos)):
            wish = prominence if at == 0 else self._lesser(prominence, columns)
            if bond(group[0]) or len(group) > LOOSE:
                pile = self._pile()
                pile.put(found, self._group(group, columns, wish))
                found = pile
            else:
                found = self._loose(found, group, columns, (wish, prominence))
        return {height: found.block(height) for height in np.flatnonzero(np.isfinite(found.costs)).tolist()}

    def _lesser(self, prominence: float, columns: int) -> float:
        """Return the width in columns that photos after the first should have."""
        return min(prominence, columns) * self.layout.photos.others

    def _pile(self) -> Pile:
        return Pile(self.most, self.layout.limits.photo_gap)

    def _group(self, group: tuple[Photo, ...], columns: int, wish: float) -> Given:
        """Return the blocks of photos that belong together."""
        width = self.layout.span(columns) * self.layout.em
        heads = are_portraits(group)
        best: Blocks = {}
        for block in portrait_blocks(group, width, self) if heads else group_blocks(group, width, wish, self):
            if block.height not in best or block.cost < best[block.height].cost:
                best[block.height] = block
        return Given(best, self.most)

    def _loose(
        self, start: Heap, photos: tuple[Photo, ...], columns: int, wishes: tuple[float, float]
    ) -> Heap:
        """Grow blocks photo by photo: rows of one to six, every height, the cheapest kept."""
        width = self.layout.span(columns) * self.layout.em
        piles = [self._pile() for _ in photos]
        best: list[Heap] = [start, *piles]
        for first in range(len(photos)):
            for abreast in range(1, min(ABREAST, len(photos) - first) + 1):
                wish = wishes[0] if first == 0 else self._lesser(wishes[1], columns)
                rows = Rows(photos[first : first + abreast], wish, self)
                for widths, off_grid in self._splits(rows.photos, columns, width):
                    if min(widths) >= (FORCED_NARROWEST if self.forced else NARROWEST) * self.layout.em:
                        rows.offer(widths, off_grid)
                piles[first + abreast - 1].put(best[first], rows)
        return best[-1]

    def _splits(
        self, group: tuple[Photo, ...], columns: int, width: float
    ) -> list[tuple[tuple[float, ...], float]]:
        """Return widths in mm for photos side by side: on the columns, by shape, or one dominant."""
        count = len(group)
        if count == 1:
            return [((width,), 0.0)]
        splits = [
            (tuple(self.layout.span(each) * self.layout.em for each in columned), 0.0)
            for columned in _on_columns(count, columns)
        ]
        free = width - self.gutter * (count - 1)
        shapes = [aspect(photo) for photo in group]
        splits.append((tuple(free * shape / sum(shapes) for shape in shapes), OFF_GRID_COST))
        if columns % count:
            splits.append(((free / count,) * count, OFF_GRID_COST))
        return splits


def together(photos: Sequence[Photo]) -> list[tuple[Photo, ...]]:
    """Return a story's photos parted into groups, each at its first photo, and runs without a group."""
    first: dict[str, int] = {}
    for at, photo in enumerate(photos):
        first.setdefault(bond(photo), at)
    order = sorted(enumerate(photos), key=lambda each: first[bond(each[1])] if bond(each[1]) else each[0])
    return [tuple(run) for _bond, run in groupby((photo for _at, photo in order), key=bond)]


def _on_columns(count: int, columns: int) -> list[tuple[int, ...]]:
    """Return whole-column widths: all alike, or the first one dominant and the rest alike."""
    splits = []
    if columns % count == 0:
        splits.append((columns // count,) * count)
    for first in range(columns // 2 + 1, columns - count + 2):
        rest = columns - first
        if rest % (count - 1) == 0:
            splits.append((first, *(rest // (count - 1),) * (count - 1)))
    return splits
