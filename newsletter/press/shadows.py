"""How much colour pictures have under a place: the inks besides black, pixel by pixel."""

import io
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pikepdf
from numpy.typing import NDArray

from newsletter.press.area import Extent
from newsletter.press.painted import Painted

Levels = NDArray[np.floating[Any]]
_FULL = 2.55


@dataclass(slots=True)
class Shadows:
    """The pictures of a file, each decoded when something black is first found on it."""

    known: dict[tuple[int, int], Levels | None] = field(default_factory=dict)

    def under(self, extent: Extent, picture: Painted) -> Levels | None:
        """Return cyan, magenta and yellow together, in per cent, of the pixels under a rectangle."""
        levels = self._levels(picture.picture)
        if levels is None:
            return None
        shown, frame = extent.within(picture.extent), picture.frame
        rows, columns = levels.shape
        across, down = columns / (frame.right - frame.left), rows / (frame.bottom - frame.top)
        top, bottom = ((each - frame.top) * down for each in (shown.top, shown.bottom))
        left, right = ((each - frame.left) * across for each in (shown.left, shown.right))
        return levels[int(top) : max(int(top), int(bottom)) + 1, int(left) : max(int(left), int(right)) + 1]

    def _levels(self, picture: pikepdf.Stream | None) -> Levels | None:
        if picture is None:
            return None
        if picture.objgen not in self.known:
            self.known[picture.objgen] = _decoded(picture)
        return self.known[picture.objgen]


def _decoded(picture: pikepdf.Stream) -> Levels | None:
    """Return the colour of a CMYK JPEG as it prints; none of any other picture."""
    jpeg = picture.get("/Filter") == pikepdf.Name.DCTDecode
    if not jpeg or picture.get("/ColorSpace") != pikepdf.Name.DeviceCMYK:
        return None
    from PIL import Image

    with Image.open(io.BytesIO(picture.read_raw_bytes()), formats=("JPEG",)) as decoded:
        inks = np.asarray(decoded)
    levels: Levels = inks[..., :3].sum(axis=2, dtype=np.uint16).astype(np.float32) / np.float32(_FULL)
    return levels
