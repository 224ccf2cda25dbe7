"""Resolution: pixels per inch at the placed size, and the pixels a placement is made with."""

from newsletter.dummy import Crop
from newsletter.issue import Pixels
from newsletter.lengths import MM_PER_INCH, Mm


def effective_ppi(pixels: Pixels, crop: Crop, width: Mm, height: Mm) -> float:
    """Return the ppi of a crop placed ``width`` by ``height`` mm, the lesser of both directions."""
    across = (crop.right - crop.left) * pixels.width / (width / MM_PER_INCH)
    down = (crop.bottom - crop.top) * pixels.height / (height / MM_PER_INCH)
    return min(across, down)


def made_pixels(whole: tuple[float, float], crop: Crop, frame: tuple[Mm, Mm], ppi: float) -> tuple[int, int]:
    """Return the size a crop is made with in a frame: its own, brought down to ``ppi``, never up.

    The picture and the frame are given as width and height, pixels and mm.
    """
    across = _made((crop.right - crop.left) * whole[0], frame[0], ppi)
    return across, _made((crop.bottom - crop.top) * whole[1], frame[1], ppi)


def _made(own: float, placed: Mm, ppi: float) -> int:
    """Return the pixels of one direction; the slack forgives what rounding took from the fractions."""
    return max(1, int(min(own, placed / MM_PER_INCH * ppi) + 1e-3))
