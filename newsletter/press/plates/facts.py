"""What the drawn plates of a page show: ink and where it lies, the edges; places in mm from the trim."""

from dataclasses import dataclass
from typing import Literal

from newsletter.diagnostics import Spot

Side = Literal["left", "top", "right", "bottom"]


@dataclass(frozen=True, slots=True)
class Plate:
    """A plate's ink in per cent: the mean of the trim and the heaviest square millimetre."""

    name: str
    mean: float
    maximum: float


@dataclass(frozen=True, slots=True)
class Heavy:
    """An area with more ink than the limit: its heaviest square millimetre, its size in mm², its place."""

    ink: float
    area: float
    at: Spot


@dataclass(frozen=True, slots=True)
class Rim:
    """Matter at an edge of the trim: bleed that is not painted out, or what ends within the margin."""

    side: Side
    at: Spot


@dataclass(frozen=True, slots=True)
class Ink:
    """The ink of a page in per cent, all plates summed; ``unread`` names what could not be drawn."""

    plates: tuple[Plate, ...]
    mean: float
    maximum: float
    heaviest: Spot
    heavy: tuple[Heavy, ...] = ()
    gaps: tuple[Rim, ...] = ()
    near: tuple[Rim, ...] = ()
    unread: tuple[str, ...] = ()
