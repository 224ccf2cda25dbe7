"""Pages in their places on the sides of press sheets, in mm from the sheet's lower left corner, y upwards."""

from dataclasses import dataclass

from newsletter.diagnostics import NO_LENGTH
from newsletter.imposition.collating import Page
from newsletter.imposition.schemes import Scheme
from newsletter.imposition.sheets import PressSheet
from newsletter.lengths import Mm


@dataclass(frozen=True, slots=True)
class Job:
    """What is imposed: pages of one trim with their bleed, in mm.

    ``creep`` is the thickness of the paper, by which each sheet outside a page pushes it out; ``milling``
    what is milled off the spine of every page before it is glued.
    """

    pages: int
    width: Mm
    height: Mm
    bleed: Mm
    creep: Mm = NO_LENGTH
    milling: Mm = NO_LENGTH


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle on the sheet."""

    left: Mm
    bottom: Mm
    right: Mm
    top: Mm

    @property
    def width(self) -> Mm:
        """Its width."""
        return Mm(self.right - self.left)

    @property
    def height(self) -> Mm:
        """Its height."""
        return Mm(self.top - self.bottom)

    def grown(self, by: float) -> "Window":
        """Return the rectangle with so much more on every side."""
        return Window(Mm(self.left - by), Mm(self.bottom - by), Mm(self.right + by), Mm(self.top + by))


@dataclass(frozen=True, slots=True)
class Placement:
    """A page on a sheet: its trim as placed, what may show of it, upside down or not, its scale."""

    page: Page
    trim: Window
    window: Window
    turned: bool = False
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet: pages, and where it is cut and folded.

    ``trim`` is what is left of the sheet when its outer edges are cut off.
    """

    sheet: int
    back: bool
    placements: tuple[Placement, ...]
    trim: Window
    cuts: tuple[tuple[Mm, ...], tuple[Mm, ...]] = ((), ())
    folds: tuple[tuple[Mm, ...], tuple[Mm, ...]] = ((), ())


@dataclass(frozen=True, slots=True)
class Imposition:
    """All sides of all sheets, front before back; ``width`` and ``height`` are the sheet's as it lies.

    A sheet that is ``turned`` (自翻) carries front and back beside each other on one side: it is printed
    with the same plates on both, and gives two copies.
    """

    scheme: Scheme
    sheet: PressSheet
    width: Mm
    height: Mm
    job: Job
    sides: tuple[Side, ...]
    turned: bool = False

    @property
    def upright(self) -> bool:
        """Whether the edge that the grippers hold lies at the left of the front, at the right of the back."""
        return self.width < self.height

    @property
    def sheets(self) -> int:
        """How many different sheets there are."""
        return max(side.sheet for side in self.sides)

    @property
    def sheets_a_copy(self) -> float:
        """How many sheets of paper a copy takes."""
        return self.sheets / 2 if self.turned else float(self.sheets)
