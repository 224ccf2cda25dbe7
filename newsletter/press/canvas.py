"""The graphics state while a page is read, and the path under construction (ISO 32000-1, 8.4 and 8.5)."""

from dataclasses import dataclass, field, replace

from newsletter.press.area import EVERYWHERE, Extent, around, corners
from newsletter.press.matrix import IDENTITY, Matrix, Point

# An edge counts as upright or level, and a line as one with another, within this many mm.
_STRAIGHT = 0.005


@dataclass(slots=True)
class Colour:
    """A colour: space, parts, whether it overprints."""

    space: str = "DeviceGray"
    parts: tuple[float, ...] = (0.0,)
    over: bool = False


@dataclass(slots=True)
class State:
    """What ``q`` saves: transformation to mm from the trim, clip, colours, line, type."""

    matrix: Matrix = IDENTITY
    clip: Extent = EVERYWHERE
    fill: Colour = field(default_factory=Colour)
    stroke: Colour = field(default_factory=Colour)
    overprint_mode: int = 0
    line: float = 1.0
    font: str = ""
    size: float = 0.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0

    def copy(self) -> "State":
        """Return the state as ``q`` saves it."""
        return replace(self, fill=replace(self.fill), stroke=replace(self.stroke))


@dataclass(slots=True)
class Path:
    """A path in mm: its points, its straight-sided rectangles, and whether it will clip."""

    points: list[Point] = field(default_factory=list)
    open: list[Point] = field(default_factory=list)
    bars: list[Extent] = field(default_factory=list)
    clips: bool = False

    def move(self, point: Point) -> None:
        """Start a subpath."""
        self._close()
        self.open = [point]
        self.points.append(point)

    def line(self, point: Point) -> None:
        """Go on in a straight line."""
        self.open.append(point)
        self.points.append(point)

    def curve(self, *points: Point) -> None:
        """Go on in a curve; what is curved is no bar."""
        self.open = []
        self.points.extend(points)

    def rectangle(self, ring: tuple[Point, ...]) -> None:
        """Add a rectangle by its four corners."""
        self._close()
        self.open = list(ring)
        self.points.extend(ring)

    def finish(self) -> Extent:
        """Close the path and return the rectangle around it."""
        self._close()
        return around(self.points)

    def _close(self) -> None:
        """Keep the subpath as a bar where it is a rectangle along the page's axes."""
        if 4 <= len(self.open) <= 5 and _is_straight(self.open):
            self.bars.append(around(self.open))
        self.open = []


def _is_straight(ring: list[Point]) -> bool:
    """Return whether all sides are upright or level."""
    sides = zip(ring, (*ring[1:], ring[0]), strict=True)
    return all(abs(x - u) < _STRAIGHT or abs(y - v) < _STRAIGHT for (x, y), (u, v) in sides)


def unit_square(matrix: Matrix) -> Extent:
    """Return where an image comes to lie."""
    return around(corners(0.0, 0.0, 1.0, 1.0, matrix))
