"""Rectangles in mm from the trim's top left corner, as edges: left, top, right, bottom."""

from collections.abc import Iterable
from typing import NamedTuple

from newsletter.diagnostics import Spot
from newsletter.lengths import Mm
from newsletter.press.matrix import Matrix, Point, moved


class Extent(NamedTuple):
    """The edges of a rectangle in mm."""

    left: float
    top: float
    right: float
    bottom: float

    def within(self, other: "Extent") -> "Extent":
        """Return what both have in common; without room where that is nothing."""
        return Extent(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def grown(self, by: float) -> "Extent":
        """Return the rectangle with ``by`` mm more on every side."""
        return Extent(self.left - by, self.top - by, self.right + by, self.bottom + by)

    @property
    def empty(self) -> bool:
        """Whether nothing shows."""
        return self.right < self.left or self.bottom < self.top

    @property
    def thickness(self) -> float:
        """The smaller of width and height."""
        return min(self.right - self.left, self.bottom - self.top)

    def spot(self, page: int) -> Spot:
        """Return the place on a page."""
        return Spot(page, *(Mm(round(each, 2) + 0.0) for each in self._placed()))

    def _placed(self) -> tuple[float, float, float, float]:
        return self.left, self.top, self.right - self.left, self.bottom - self.top


EVERYWHERE = Extent(-1e6, -1e6, 1e6, 1e6)


def around(points: Iterable[Point]) -> Extent:
    """Return the rectangle around points; an empty one around none."""
    xs, ys = [], []
    for x, y in points:
        xs.append(x)
        ys.append(y)
    return Extent(min(xs), min(ys), max(xs), max(ys)) if xs else Extent(1.0, 1.0, 0.0, 0.0)


def corners(x: float, y: float, width: float, height: float, matrix: Matrix) -> tuple[Point, ...]:
    """Return the four corners of a rectangle as the matrix moves them, in order around it."""
    ring = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    return tuple(moved(corner, matrix) for corner in ring)


def at_point(point: Point) -> Extent:
    """Return the rectangle without room at a point."""
    return Extent(point[0], point[1], point[0], point[1])
