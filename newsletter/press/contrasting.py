"""Pages held against one another: how each looks inside its trim, and where two look different."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from newsletter.lengths import Mm, to_mm
from newsletter.press.order import Area
from newsletter.press.picturing import drawn
from newsletter.press.reading import opened, page_of, source
from newsletter.press.touching import touching

DPI = 80.0
LEAST = 40
"""Steps of 255 in one colour that make a pixel different: less is the smoothing of edges."""
CELL = 3
"""Pixels of a cell, about a millimetre."""
TOGETHER = 3
"""Cells across of what is taken together: changes less than two of these apart are one area."""
MOST_AREAS = 8
"""Of a page with more areas those that are nearest are taken together."""

Cells = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class PageLook:
    """A page's pixels inside the trim, and the trim's width and height."""

    picture: Image.Image
    width: Mm
    height: Mm

    def encoded(self) -> bytes:
        """Return the picture as WebP."""
        target = io.BytesIO()
        self.picture.save(target, "WEBP", quality=60, method=2)
        return target.getvalue()


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two pages look different, in square cells of ``side`` mm from the trim's top left corner."""

    cells: Cells
    side: float

    def __bool__(self) -> bool:
        return bool(self.cells.any())

    def within(self, area: Area) -> Area | None:
        """Return the least rectangle that holds all that differs in an area, none where nothing does."""
        top, bottom, left, right = self._slices(area)
        found = np.argwhere(self.cells[top:bottom, left:right])
        if not len(found):
            return None
        (first_row, first_column), (row, column) = found.min(axis=0), found.max(axis=0) + 1
        return self._area(top + first_row, left + first_column, top + row, left + column)

    def without(self, areas: Iterable[Area]) -> "Difference":
        """Return the rest of what differs outside of areas."""
        rest = self.cells.copy()
        for each in areas:
            top, bottom, left, right = self._slices(each)
            rest[top:bottom, left:right] = False
        return Difference(rest, self.side)

    def areas(self) -> tuple[Area, ...]:
        """Return rectangles that hold all that differs, from the top; what is near together is one."""
        together = TOGETHER
        while len(boxes := _clusters(_coarse(self.cells, together))) > MOST_AREAS:
            together *= 2
        rows, columns = self.cells.shape
        found = (
            self._area(
                top * together,
                left * together,
                min(rows, bottom * together),
                min(columns, right * together),
            )
            for top, left, bottom, right in sorted(boxes)
        )
        return tuple(tight for each in found if (tight := self.within(each)))

    def _slices(self, area: Area) -> tuple[int, int, int, int]:
        """Return the rows and columns of the cells that lie in an area, those at its edges included."""
        slack = 0.01
        low = (int(max(0.0, edge + slack) / self.side) for edge in (area.y, area.x))
        ends = (area.y + area.height, area.x + area.width)
        high = (max(0, int(np.ceil((edge - slack) / self.side))) for edge in ends)
        (top, left), (bottom, right) = low, high
        return top, bottom, left, right

    def _area(self, top: int, left: int, bottom: int, right: int) -> Area:
        edges = (left, top, right - left, bottom - top)
        return Area(*(Mm(round(float(each) * self.side, 3)) for each in edges))


def look(pdf: Path | bytes, page: int, hidden: Area | None = None) -> PageLook:
    """Return how a page, counted from 1, looks; what is ``hidden`` is white.

    Raises ``UnreadablePdf`` for a file that cannot be opened or has no such page.
    """
    document = opened(source(pdf))
    try:
        opened_page = page_of(document, page)
        left, bottom, right, top = opened_page.get_trimbox()
        picture = drawn(opened_page, hidden, DPI)
    finally:
        document.close()
    return PageLook(picture, to_mm(right - left), to_mm(top - bottom))


def difference(old: PageLook, new: PageLook) -> Difference:
    """Return where two pages look different: everywhere where they are not of one size."""
    side = float(new.width) / new.picture.width * CELL
    if old.picture.size != new.picture.size:
        shape = (-(-new.picture.height // CELL), -(-new.picture.width // CELL))
        return Difference(np.ones(shape, dtype=np.bool_), side)
    one, other = (np.asarray(each.picture, dtype=np.int16) for each in (old, new))
    return Difference(_coarse(np.abs(one - other).max(axis=2) > LEAST, CELL), side)


def _coarse(cells: Cells, together: int) -> Cells:
    """Return which squares of so many cells have one that is different."""
    down, across = (-side % together for side in cells.shape)
    whole = np.pad(cells, ((0, down), (0, across)))
    rows, columns = whole.shape[0] // together, whole.shape[1] // together
    return np.asarray(whole.reshape(rows, together, columns, together).any(axis=(1, 3)))


def _clusters(cells: Cells) -> list[tuple[int, int, int, int]]:
    """Return the rectangles around cells that touch one another: top, left, bottom, right."""
    boxes = []
    for group in touching({(int(row), int(column)) for row, column in np.argwhere(cells)}):
        rows, columns = zip(*group, strict=True)
        boxes.append((min(rows), min(columns), max(rows) + 1, max(columns) + 1))
    return boxes
