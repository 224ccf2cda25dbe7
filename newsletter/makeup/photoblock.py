"""A story's photos as a block of rows: for every height in lines the best grouping, sizes and crops."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsletter.compose import compose_text
from newsletter.fonts import FontBook
from newsletter.issue import Photo
from newsletter.layout import Layout
from newsletter.lengths import Mm
from newsletter.lines import Line
from newsletter.makeup.copyfit import join_tail, setting_of
from newsletter.makeup.crop import aspect, crop_need, placed_ppi
from newsletter.manuscript import Run

MOST_ABREAST = 6
NARROWEST = 10.0
"""The narrowest photo of a row, in em of the body."""
CROP_COST = 160.0
SMALL_COST = 24.0
LOW_PPI_COST = 150.0
FORCED_COST = 400.0
OFF_GRID_COST = 2.0
GRAIN_FLOOR = 200.0


@dataclass(frozen=True, slots=True)
class Row:
    """Photos side by side: widths in mm, image height and caption height in lines."""

    photos: tuple[Photo, ...]
    widths: tuple[float, ...]
    image: int
    caption: int
    cost: float

    @property
    def height(self) -> int:
        """Image and caption together, in lines."""
        return self.image + self.caption


@dataclass(frozen=True, slots=True)
class PhotoBlock:
    """Rows one below the other; ``height`` in lines with the gaps between them."""

    rows: tuple[Row, ...]
    height: int
    cost: float


@dataclass
class PhotoDesk:
    """Photo blocks and captions of one layout, each worked out once, up to ``most`` lines high.

    A ``forced`` desk crops and shrinks beyond the limits where nothing else is left, at a price.
    """

    layout: Layout
    book: FontBook
    most: int
    forced: bool = False
    _captions: dict[tuple[str, int], tuple[Line, ...]] = field(default_factory=dict)
    _blocks: dict[tuple[tuple[str, ...], int, float], dict[int, PhotoBlock]] = field(default_factory=dict)

    def caption(self, photo: Photo, width: float) -> tuple[Line, ...]:
        """Return the caption with its credit for a photo ``width`` mm wide."""
        key = (photo.id, round(width * 100))
        if key not in self._captions:
            self._captions[key] = self._compose_caption(photo, width)
        return self._captions[key]

    def _compose_caption(self, photo: Photo, width: float) -> tuple[Line, ...]:
        style = self.layout.styles["caption"]
        setting = setting_of(
            style, width / self.layout.em * self.layout.styles["body"].size / style.size, self.layout
        )
        lines = compose_text(photo.runs("caption"), setting, self.book) if photo.caption else ()
        if not photo.credit:
            return lines
        end = setting_of(style.model_copy(update={"align": "right"}), setting.measure, self.layout)
        credit = compose_text((*photo.runs("credit"), Run(" 摄")), end, self.book)
        joined = join_tail(lines[-1], credit[0], setting.measure) if lines and len(credit) == 1 else None
        return (*lines[:-1], joined) if joined else (*lines, *credit)

    def caption_height(self, photo: Photo, width: float) -> int:
        """Return the whole lines of the body that the caption takes."""
        return self.lines_of_caption(len(self.caption(photo, width)))

    def lines_of_caption(self, count: int) -> int:
        """Return the whole lines of the body that so many caption lines take."""
        if not count:
            return 0
        leading = self.layout.styles["body"].leading
        return 1 + math.ceil(((count - 1) * self.layout.styles["caption"].leading - 0.15 * leading) / leading)

    def blocks(self, photos: Sequence[Photo], columns: int, prominence: float) -> dict[int, PhotoBlock]:
        """Return the best block ``columns`` wide for every height; ``prominence`` is the wish in columns."""
        key = (tuple(photo.id for photo in photos), columns, prominence)
        if key not in self._blocks:
            self._blocks[key] = self._search(tuple(photos), columns, prominence)
        return self._blocks[key]

    def _search(self, photos: tuple[Photo, ...], columns: int, prominence: float) -> dict[int, PhotoBlock]:
        """Grow blocks photo by photo: rows of one to six, every height, the cheapest kept."""
        width = self.layout.span(columns) * self.layout.em
        best: list[dict[int, PhotoBlock]] = [{0: PhotoBlock((), 0, 0.0)}] + [{} for _ in photos]
        for first in range(len(photos)):
            for abreast in range(1, min(MOST_ABREAST, len(photos) - first) + 1):
                group = photos[first : first + abreast]
                wish = prominence if first == 0 else min(prominence, columns) / 2
                for row in self._rows(group, columns, width, wish):
                    self._extend(best[first], best[first + abreast], row)
        return best[-1]

    def _extend(self, shorter: dict[int, PhotoBlock], longer: dict[int, PhotoBlock], row: Row) -> None:
        """Put the row under every shorter block."""
        for height, block in shorter.items():
            total = height + (self.layout.limits.photo_gap if height else 0) + row.height
            cost = block.cost + row.cost
            if total <= self.most and (total not in longer or cost < longer[total].cost):
                longer[total] = PhotoBlock((*block.rows, row), total, cost)

    def _rows(self, group: tuple[Photo, ...], columns: int, width: float, wish: float) -> list[Row]:
        """Return the rows that the group can stand in, one for every height of image."""
        best: dict[int, Row] = {}
        for widths, off_grid in self._splits(group, columns, width):
            if min(widths) < NARROWEST * self.layout.em and not self.forced:
                continue
            caption = max(self.caption_height(photo, each) for photo, each in zip(group, widths, strict=True))
            for image in range(4, self.most - caption + 1):
                cost = self._row_cost(group, widths, image, wish)
                if math.isfinite(cost) and (
                    image + caption not in best or cost + off_grid < best[image + caption].cost
                ):
                    best[image + caption] = Row(group, widths, image, caption, cost + off_grid)
        return list(best.values())

    def _splits(
        self, group: tuple[Photo, ...], columns: int, width: float
    ) -> list[tuple[tuple[float, ...], float]]:
        """Return widths in mm for photos side by side: on the columns, by shape, or one dominant."""
        count = len(group)
        gutter = self.layout.grid.gutter * self.layout.em
        if count == 1:
            return [((width,), 0.0)]
        splits = [
            (tuple(self.layout.span(each) * self.layout.em for each in columned), 0.0)
            for columned in _on_columns(count, columns)
        ]
        free = width - gutter * (count - 1)
        shapes = [aspect(photo) for photo in group]
        splits.append((tuple(free * shape / sum(shapes) for shape in shapes), OFF_GRID_COST))
        if columns % count:
            splits.append(((free / count,) * count, OFF_GRID_COST))
        return splits

    def image_height(self, image: int) -> float:
        """Return the height in mm of a picture of so many lines: first Han top to last baseline."""
        style = self.layout.styles["body"]
        points = (
            image * style.leading
            - (style.leading - style.size) / 2
            - 0.12 * style.size
            - (style.leading - style.size) / 2
        )
        return points / style.leading * self.layout.line

    def _row_cost(
        self, group: tuple[Photo, ...], widths: tuple[float, ...], image: int, wish: float
    ) -> float:
        """Return crop, smallness and grain of a row as badness, infinite where limits forbid it."""
        height, cost = self.image_height(image), 0.0
        column = self.layout.grid.column * self.layout.em
        for photo, width in zip(group, widths, strict=True):
            need = crop_need(photo, width, height, self.layout.limits.crop)
            if not need.allowed and not self.forced:
                return math.inf
            cost += 0.0 if need.allowed else FORCED_COST * (1 + need.lost)
            size = math.sqrt(width * height * 1.5) / column
            cost += CROP_COST * need.lost**2 + SMALL_COST * max(0.0, wish - size) ** 1.5
            cost += LOW_PPI_COST * (placed_ppi(photo, width, height) < GRAIN_FLOOR)
        return cost


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


def photo_box_height(desk: PhotoDesk, row: Row) -> Mm:
    """Return the height in mm of a row's pictures."""
    return Mm(desk.image_height(row.image))
