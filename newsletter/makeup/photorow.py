"""A row of photos side by side: its measures, and how bad its crops, sizes and grain are."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from newsletter.fonts import FontBook
from newsletter.issue import Photo
from newsletter.layout import Layout
from newsletter.makeup.captions import Captions, Under
from newsletter.makeup.crop import crop_need, placed_ppi

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

    def __post_init__(self) -> None:
        """Keep the captions, and the measures that every row asks for."""
        self.captions = Captions(self.layout, self.book)
        style = self.layout.styles["body"]
        self._lost = (style.leading - style.size + 0.12 * style.size) / style.leading * self.layout.line

    @property
    def gutter(self) -> float:
        """The white in mm between photos with a caption each."""
        return self.layout.grid.gutter * self.layout.em

    @property
    def seam(self) -> float:
        """The white in mm between rows that follow without a caption between them."""
        return self._lost

    def image_height(self, image: int) -> float:
        """Return the height in mm of a picture of so many lines: first Han top to last baseline."""
        return image * self.layout.line - self._lost

    def image_lines(self, height: float) -> float:
        """Return the lines, not whole, of a picture so many mm high."""
        return (height + self._lost) / self.layout.line

    def row_cost(self, group: Sequence[Photo], widths: Sequence[float], image: int, wish: float) -> float:
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
