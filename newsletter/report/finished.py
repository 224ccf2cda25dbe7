"""What a report knows of the finished pages."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.diagnostics import Spot

if TYPE_CHECKING:
    from newsletter.comparison.compared import Comparison
    from newsletter.dummy import Box
    from newsletter.press import PressFile


@dataclass(frozen=True, slots=True)
class Furnished:
    """The text that stands in a place of furniture, read back from the finished page."""

    page: int
    kind: str
    box: "Box"
    text: str


@dataclass(frozen=True, slots=True)
class PlateInk:
    """A plate's ink in per cent of the page: mean, and that of the heaviest square millimetre."""

    name: str
    mean: float
    maximum: float


@dataclass(frozen=True, slots=True)
class PageInk:
    """The ink of one page, all plates together, in per cent; ``picture`` shows where it lies.

    ``placed`` is the most ink of each placed picture, in the order of the file's facts.
    """

    page: int
    mean: float
    maximum: float
    heaviest: Spot
    plates: tuple[PlateInk, ...]
    picture: bytes
    placed: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Finished:
    """The facts of the file, the pages as pictures, the first first, furniture read back, the ink.

    ``ink_limit`` is the printer profile's in per cent, none where nothing is known of it. ``since`` is what
    changed up to this build, none where there is nothing to compare it with.
    """

    facts: "PressFile | None" = None
    pictures: tuple[bytes, ...] = ()
    furniture: tuple[Furnished, ...] = ()
    ink: tuple[PageInk, ...] = ()
    ink_limit: float | None = None
    since: "Comparison | None" = None
