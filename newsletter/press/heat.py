"""A picture of where ink lies: white paper, yellow for half of what the shop allows, red for all of it."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Amounts = NDArray[np.float32]
"""Ink in per cent by pixel, all plates together."""
SHARES = (0.0, 0.25, 0.5, 0.8, 1.0, 1.001)
"""Shares of the limit, and below the colour in which each is shown: beyond the limit it is the last."""
COLOURS = ((255, 255, 255), (206, 224, 240), (247, 214, 90), (236, 130, 48), (190, 30, 38), (70, 0, 90))


def heat_map(ink: Amounts, limit: float) -> bytes:
    """Return the ink of a page as a WebP picture, a pixel for a pixel; ``limit`` in per cent."""
    shares = np.clip(ink / np.float32(limit), 0.0, SHARES[-1])
    channels = [np.interp(shares, SHARES, [colour[at] for colour in COLOURS]) for at in range(3)]
    target = io.BytesIO()
    picture = Image.fromarray(np.stack(channels, axis=-1).astype(np.uint8), "RGB")
    picture.save(target, "WEBP", quality=60, method=0)
    return target.getvalue()
