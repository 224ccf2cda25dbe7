"""Strips: the ink of a CMYK picture held to the limit as it will be after the JPEG's loss.

A JPEG's blocks do not know one another, so a piece of whole blocks encoded alone shows what it will show
in the whole picture: only pieces that come near the limit are looked at, and only blocks above it changed.
"""

import numpy as np
from PIL import Image

from newsletter.photos.encode import decoded, jpeg
from newsletter.photos.ink import FULL, Sums, Values, limited, sums

BLOCK = 8
ROWS = 8 * BLOCK
TOLERANCE = 5.0
"""Per cent of ink above the limit that the JPEG's loss may leave in single pixels."""
SAFE = 16.0
"""Per cent of ink under the limit from which no loss leads above it."""
MARGIN = 2.0
TRIES = 8


def hold_ink(image: Image.Image, quality: int, limit: float) -> None:
    """Take ink from a CMYK picture where its JPEG would have more than ``limit`` and `TOLERANCE` per cent."""
    for top in range(0, image.height, ROWS):
        strip = image.crop((0, top, image.width, min(top + ROWS, image.height)))
        near = np.flatnonzero(sums(strip).max(axis=0) > (limit - SAFE) / 100 * FULL)
        if near.size:
            left, right = near[0] // BLOCK * BLOCK, min((near[-1] // BLOCK + 1) * BLOCK, strip.width)
            piece = strip.crop((left, 0, right, strip.height))
            image.paste(_within(piece, quality, limit), (left, top))


def _within(piece: Image.Image, quality: int, limit: float) -> Image.Image:
    """Return a piece whose blocks have been given less ink until their JPEG keeps the limit."""
    held, most = piece, np.full((piece.height, piece.width), limit)
    for _try in range(TRIES):
        total = sums(decoded(jpeg(held, quality)))
        if _per_cent(total.max()) <= limit + TOLERANCE:
            break
        most -= _excess(total, limit)
        held = limited(piece, most)
    return held


def _excess(total: Sums, limit: float) -> Values:
    """Return, for every pixel, how much ink in per cent its block must lose."""
    rows, columns = total.shape
    padded = np.pad(total, ((0, -rows % BLOCK), (0, -columns % BLOCK)))
    blocks = padded.reshape(-(-rows // BLOCK), BLOCK, -(-columns // BLOCK), BLOCK)
    peaks = _per_cent(blocks.max(axis=(1, 3)))
    lost = np.where(peaks > limit + TOLERANCE, peaks - limit + MARGIN, 0)
    return lost.repeat(BLOCK, axis=0).repeat(BLOCK, axis=1)[:rows, :columns]


def _per_cent(total: Sums) -> Values:
    """Return sums of ink in per cent."""
    return total / np.float32(FULL / 100)
