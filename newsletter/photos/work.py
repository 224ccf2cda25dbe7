"""Placements and pictures: what is asked for and what is made."""

from dataclasses import dataclass
from pathlib import Path

from newsletter.dummy import Crop
from newsletter.issue import Pixels
from newsletter.lengths import Mm


@dataclass(frozen=True, slots=True)
class Placement:
    """A photo to be placed: its original, the crop of the upright picture, the frame in mm.

    ``ground`` is the ink, 0 to 1, that a cut-out stands on in print; white paper where there is none.
    Raises ValueError for a crop or a frame that holds nothing.
    """

    source: Path
    crop: Crop
    width: Mm
    height: Mm
    ground: tuple[float, float, float, float] | None = None

    def __post_init__(self) -> None:
        crop = self.crop
        if crop.right <= crop.left or crop.bottom <= crop.top or min(self.width, self.height) <= 0:
            raise ValueError(f"nothing to place of {self.source}: {crop}, {self.width} x {self.height} mm")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was made: the JPEG, its size, its ppi at the placed size, the file's SHA-256."""

    file: Path
    pixels: Pixels
    ppi: float
    sha256: str
