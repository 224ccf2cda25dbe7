"""Blocks: the ink of a CMYK picture held to the limit as it will be after the JPEG's loss.

A JPEG's blocks of 8 by 8 pixels do not know one another where every ink has its full resolution: blocks
laid side by side and encoded show what they will show in the picture. So only those that come near the
limit are encoded to look at them, and only those above it are changed and looked at again.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from newsletter.photos.encode import decoded, jpeg
from newsletter.photos.ink import FULL, lessened, sums

SIDE = 8
TOLERANCE = 5.0
"""Per cent of ink above the limit that the JPEG's loss may leave in single pixels."""
SAFE = 16.0
"""Per cent of ink under the limit from which no loss leads above it."""
MARGIN = 2.0
TRIES = 8
ACROSS = 64
"""Blocks in a row of those that are encoded to be looked at."""

Blocks = NDArray[np.uint8]
"""Blocks in a row, each of 8 by 8 pixels of four inks."""
Peaks = NDArray[np.floating[Any]]


def hold_ink(image: Image.Image, quality: int, limit: float) -> Image.Image:
    """Return a CMYK picture whose JPEG has nowhere more than ``limit`` and `TOLERANCE` per cent of ink."""
    peaks = _peaks(_padded(sums(image)[..., None]))
    near = np.argwhere(peaks > limit - SAFE)
    if not near.size:
        return image
    inks = _padded(np.asarray(image))
    blocks = _cut(inks)
    rows, columns = near.T
    blocks[rows, columns] = _within(blocks[rows, columns], quality, limit)
    return Image.fromarray(np.ascontiguousarray(inks[: image.height, : image.width]), "CMYK")


def _padded(inks: NDArray[Any]) -> NDArray[Any]:
    """Return whole blocks: what the picture lacks at its right and foot repeats its edge, as encoders do."""
    rows, columns = inks.shape[:2]
    return np.pad(inks, ((0, -rows % SIDE), (0, -columns % SIDE), (0, 0)), mode="edge")


def _cut(inks: NDArray[Any]) -> NDArray[Any]:
    """Return a view by row and column of blocks."""
    rows, columns, channels = inks.shape
    return inks.reshape(rows // SIDE, SIDE, columns // SIDE, SIDE, channels).swapaxes(1, 2)


def _within(blocks: Blocks, quality: int, limit: float) -> Blocks:
    """Return blocks given less ink until their JPEG keeps the limit."""
    held_back, most = blocks.copy(), np.full(len(blocks), limit)
    left = np.arange(len(blocks))
    for _try in range(TRIES):
        peaks = _shown(held_back[left], quality)
        over = peaks > limit + TOLERANCE
        left, peaks = left[over], peaks[over]
        if not left.size:
            break
        most[left] -= peaks - limit + MARGIN
        held_back[left] = lessened(blocks[left], most[left, None, None])
    return held_back


def _shown(blocks: Blocks, quality: int) -> Peaks:
    """Return the most ink that the JPEG of each block shows in any pixel, in per cent."""
    rows = -(-len(blocks) // ACROSS)
    whole = np.concatenate([blocks, np.zeros((rows * ACROSS - len(blocks), SIDE, SIDE, 4), np.uint8)])
    laid = whole.reshape(rows, ACROSS, SIDE, SIDE, 4).swapaxes(1, 2).reshape(rows * SIDE, ACROSS * SIDE, 4)
    shown = sums(decoded(jpeg(Image.fromarray(laid, "CMYK"), quality)))
    return _peaks(shown[..., None]).reshape(-1)[: len(blocks)]


def _peaks(total: NDArray[Any]) -> Peaks:
    """Return the most ink of any pixel of each block in per cent, from sums of ink."""
    peaks: Peaks = _cut(total).max(axis=(2, 3, 4)) / np.float32(FULL / 100)
    return peaks
