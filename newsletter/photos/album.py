"""Looks held against one another: how alike two pictures are, whatever was done to their brightness.

What is compared is how steeply grey rises and falls from field to field, the steep places counting less than
in proportion (square root), and only where neither picture is burnt out or drowned in black.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsletter.photos.likeness import FIELDS, Look

DARKEST, BRIGHTEST = 6, 249
"""Grey beyond which a field may have lost what it showed."""
FEWEST = 0.2
"""The share of fields that two pictures must both show to be compared."""
FLATTEST = 0.7
"""The mean rise from field to field below which a picture is too flat to be told apart: fog, a sheet."""
SHAPES_DIFFER = 0.06

Numbers = NDArray[np.float32]


class Album:
    """Looks laid out to be compared."""

    def __init__(self, looks: Sequence[Look]) -> None:
        laid = [_slopes(each) for each in looks]
        self._slopes = np.array([slopes for slopes, _shown in laid], dtype=np.float32)
        self._squares = self._slopes**2
        self._shown = np.array([shown for _slopes_of_it, shown in laid], dtype=np.float32)
        self._shapes = np.array([each.shape for each in looks], dtype=np.float32)

    def alike(self, look: Look) -> list[float]:
        """Return how alike each picture is to another, from 0 to 1; 0 where that cannot be told."""
        if not len(self._shapes) or not look.shape:
            return [0.0] * len(self._shapes)
        slopes, shown = _slopes(look)
        common = self._shown @ shown
        own, others = self._shown @ slopes**2, self._squares @ shown
        enough = (common >= FEWEST * len(shown)) & (np.minimum(own, others) >= FLATTEST * common)
        enough &= np.abs(self._shapes / look.shape - 1) <= SHAPES_DIFFER
        weight = np.sqrt(np.maximum(own * others, 1.0))
        found = np.where(enough, (self._slopes @ slopes) / weight, 0.0)
        return [min(1.0, max(0.0, float(each))) for each in found]


def alikeness(one: Look, other: Look) -> float:
    """Return how alike two pictures are, from 0 to 1."""
    return Album((one,)).alike(other)[0]


def _slopes(look: Look) -> tuple[Numbers, Numbers]:
    """Return the rises between fields side by side and one above the other, and which of them are shown."""
    fields = np.frombuffer(look.fields or bytes(FIELDS * FIELDS), dtype=np.uint8)
    grey = fields.astype(np.float32).reshape(FIELDS, FIELDS)
    kept = (grey > DARKEST) & (grey < BRIGHTEST)
    rise = np.concatenate(((grey[:, 1:] - grey[:, :-1]).ravel(), (grey[1:] - grey[:-1]).ravel()))
    both = np.concatenate(((kept[:, 1:] & kept[:, :-1]).ravel(), (kept[1:] & kept[:-1]).ravel()))
    shown: Numbers = both.astype(np.float32)
    slopes: Numbers = (np.sign(rise) * np.sqrt(np.abs(rise)) * shown).astype(np.float32)
    return slopes, shown
