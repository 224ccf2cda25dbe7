"""A row of photos side by side: its measures, and how bad its crops, sizes and grain are."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from newsletter.fonts import FontBook
from newsletter.issue import Photo
from newsletter.layout import Layout
from newsletter.makeup.captions import Captions, Under
from newsletter.makeup.crop import crop_needs, placed_ppis

Costs = npt.NDArray[np.float64]
CROP_COST = 160.0
SMALL_COST = 24.0
LOW_PPI_COST = 150.0
FORCED_COST = 400.0
GRAIN_FLOOR = 200.0
LEAST_IMAGE = 4
"""The least height of a picture in lines."""


@dataclass(frozen=True, slots=True)
class Row:
    """Photos side by side: widths and gutter in mm, image height and caption height in lines.

    ``white`` lines part it from a row below; ``start`` is the white in mm before the first photo; ``eyes``
    is the share of the height at which the focus of every photo stands, none where it does not matter.
    """

    photos: tuple[Photo, ...]
    widths: tuple[float, ...]
    image: int
    caption: int
    cost: float
    gutter: float
    white: int
    under: Under = Under.EACH
    group: Photo | None = None
    start: float = 0.0
    eyes: float | None = None

    @property
    def height(self) -> int:
        """Image and caption together, in lines."""
        return self.image + self.caption


@dataclass(frozen=True, slots=True)
class Over:
    """A row of one photo that a head lies over, at the photo's foot or at its top."""

    row: Row
    at_foot: bool


@dataclass(frozen=True, slots=True)
class PhotoBlock:
    """Rows one below the other; ``height`` in lines with the white between them."""

    rows: tuple[Row, ...]
    height: int
    cost: float

    def above(self, other: "PhotoBlock") -> "PhotoBlock":
        """Return this block with another below it."""
        white = self.rows[-1].white if self.rows else 0
        return PhotoBlock(
            (*self.rows, *other.rows), self.height + white + other.height, self.cost + other.cost
        )


@dataclass
class RowDesk:
    """What rows are made with: layout, captions, the most lines of a block.

    A ``forced`` desk crops and shrinks beyond the limits where nothing else is left, at a price.
    """

    layout: Layout
    book: FontBook
    most: int
    forced: bool = False
    _costs: dict[tuple[tuple[str, ...], tuple[float, ...], float], Costs] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Keep the captions, and the measures that every row asks for."""
        self.captions = Captions(self.layout, self.book)
        style = self.layout.styles["body"]
        self._lost = (style.leading - style.size + 0.12 * style.size) / style.leading * self.layout.line
        self._image_heights = np.array([max(0.1, self.image_height(each)) for each in range(self.most + 1)])

    @property
    def gutter(self) -> float:
        """The white in mm between photos with a caption each."""
        return self.layout.grid.gutter * self.layout.em

    @property
    def seam(self) -> float:
        """The white in mm between rows that follow without a caption between them."""
        return self._lost

    def image_height(self, image: float) -> float:
        """Return the height in mm of pictures of so many lines: first Han top to last baseline."""
        return image * self.layout.line - self._lost

    def image_lines(self, height: float) -> float:
        """Return the lines, not whole, of a picture so many mm high."""
        return (height + self._lost) / self.layout.line

    def row_cost(self, group: Sequence[Photo], widths: Sequence[float], image: int, wish: float) -> float:
        """Return crop, smallness and grain of a row as badness, infinite where limits forbid it."""
        return float(self.row_costs(tuple(group), tuple(widths), wish)[image])

    def row_costs(self, group: tuple[Photo, ...], widths: tuple[float, ...], wish: float) -> Costs:
        """Return the badness of a row for every height of its pictures in lines, up to the most."""
        key = tuple(photo.id for photo in group), widths, wish
        if key not in self._costs:
            pairs = zip(group, widths, strict=True)
            costs = np.sum([self._photo_costs(photo, width, wish) for photo, width in pairs], axis=0)
            costs[:LEAST_IMAGE] = math.inf
            self._costs[key] = costs
        return self._costs[key]

    def _photo_costs(self, photo: Photo, width: float, wish: float) -> Costs:
        """Return what a photo of a width in mm adds to a row, for every height."""
        heights = self._image_heights
        lost, allowed = crop_needs(photo, width, heights, self.layout.limits.crop)
        size = np.sqrt(width * heights * 1.5) / (self.layout.grid.column * self.layout.em)
        costs = CROP_COST * lost**2 + SMALL_COST * np.maximum(0.0, wish - size) ** 1.5
        costs += LOW_PPI_COST * (placed_ppis(photo, width, heights) < GRAIN_FLOOR)
        beyond = FORCED_COST * (1 + lost) if self.forced else math.inf
        return costs + np.where(allowed, 0.0, beyond)


class Rows:
    """The rows that photos can stand in, for every height with its captions the best of those offered."""

    def __init__(self, photos: tuple[Photo, ...], wish: float, desk: RowDesk) -> None:
        self.photos, self.wish, self.desk = photos, wish, desk
        self.costs = np.full(desk.most + 1, math.inf)
        self._widths: dict[int, tuple[tuple[float, ...], int]] = {}

    def offer(self, widths: tuple[float, ...], cost: float) -> None:
        """Take the photos in these widths where that is better; it costs so much more than the row."""
        captions = zip(self.photos, widths, strict=True)
        caption = max(self.desk.captions.height(photo, width) for photo, width in captions)
        if caption >= len(self.costs):
            return
        costs = np.full_like(self.costs, math.inf)
        images = self.desk.row_costs(self.photos, widths, self.wish)
        costs[caption:] = images[: len(costs) - caption] + cost
        for height in np.flatnonzero(costs < self.costs).tolist():
            self._widths[height] = widths, caption
        np.minimum(self.costs, costs, out=self.costs)

    def block(self, height: int) -> PhotoBlock:
        """Return the row of a height as a block."""
        widths, caption = self._widths[height]
        cost, white = float(self.costs[height]), self.desk.layout.limits.photo_gap
        row = Row(self.photos, widths, height - caption, caption, cost, self.desk.gutter, white)
        return PhotoBlock((row,), height, cost)
