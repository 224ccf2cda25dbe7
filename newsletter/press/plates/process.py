"""RGB as the four inks of a press: by the condition's profile where there is one, else by a formula."""

from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

_STEPS = 17
_Colours = NDArray[np.float64]


def separation(profile: Path | None) -> Callable[[_Colours], _Colours]:
    """Return what turns sRGB colours by row (0 to 1) into C M Y K, as a shop's machine would.

    With a CMYK profile relative colorimetric with black point compensation, without one by the formula.
    """
    return partial(_by_table, profile=profile) if profile else _by_formula


def _by_formula(rgb: _Colours) -> _Colours:
    """Return the complement with all grey moved to black (ISO 32000-1, 10.3.4)."""
    ink = 1.0 - np.clip(rgb, 0.0, 1.0)
    black = ink.min(axis=-1, keepdims=True)
    return np.concatenate([ink - black, black], axis=-1)


def _by_table(rgb: _Colours, profile: Path) -> _Colours:
    """Return the nearest entry of the profile's table: near enough where only sums of ink matter."""
    red, green, blue = np.rint(np.clip(rgb, 0.0, 1.0) * (_STEPS - 1)).astype(int).T
    found: _Colours = _table(profile)[red, green, blue]
    return found


@lru_cache(maxsize=4)
def _table(profile: Path) -> _Colours:
    """Return the inks of 17 steps of red, green and blue."""
    step = np.linspace(0, 255, _STEPS).round().astype(np.uint8)
    grid = np.stack(np.meshgrid(step, step, step, indexing="ij"), axis=-1)
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        str(profile),
        "RGB",
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    converted = transform.apply(Image.fromarray(grid.reshape(_STEPS, -1, 3)))
    return np.asarray(converted).reshape(_STEPS, _STEPS, _STEPS, 4) / 255.0
