"""Ink: the sum of the four inks in a pixel, held to the limit by taking back colour, never black."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

FULL = 255

Values = NDArray[np.floating[Any]]
Sums = NDArray[np.uint16]


def held(inks: Values, most: Values | float) -> Values:
    """Return CMYK values (last axis, 1 for full ink) whose sum is at most ``most``.

    C, M and Y shrink in proportion, so that the hue stays; K is kept unless it alone is too much.
    """
    colour, black = inks[..., :3], np.minimum(inks[..., 3], most)
    share = np.minimum(1, (most - black) / np.maximum(colour.sum(axis=-1), 1e-6))
    return np.concatenate([colour * share[..., None], black[..., None]], axis=-1)


def sums(image: Image.Image) -> Sums:
    """Return the ink of every pixel of a CMYK picture, 255 for one full ink."""
    inks = np.asarray(image)
    total: Sums = inks[..., 0].astype(np.uint16)
    for ink in (1, 2, 3):
        total += inks[..., ink]
    return total


def lessened(inks: NDArray[np.uint8], most: Values | float) -> NDArray[np.uint8]:
    """Return CMYK levels in which no pixel has more than ``most`` per cent of ink, one value or one each.

    Only what is above it is touched, and rounded down.
    """
    levels = np.broadcast_to(np.asarray(most) / 100 * FULL, inks.shape[:-1])
    over = inks.sum(axis=-1, dtype=np.uint16) > levels
    less = inks.copy()
    less[over] = held(inks[over].astype(np.float32), levels[over]).astype(np.uint8)
    return less


def limited(image: Image.Image, most: float) -> Image.Image:
    """Return a CMYK picture in which no pixel has more than ``most`` per cent of ink."""
    return Image.frombytes("CMYK", image.size, lessened(np.asarray(image), most).tobytes())
