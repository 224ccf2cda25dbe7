"""What stands in the colour bar: solids, their overprints, tints, and greys in black beside greys in colour.

A pressman reads densities on the solids, ink trapping on the overprints, tone value on the tints, and
whether cyan, magenta and yellow are in balance on the pairs of greys: under a printing condition that is
kept, both squares of a pair look alike.
"""

from functools import lru_cache
from itertools import product
from pathlib import Path

from newsletter.condition import Condition, Inks

SOLIDS: tuple[Inks, ...] = ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1))
OVERPRINTS: tuple[Inks, ...] = ((0, 1, 1, 0), (1, 0, 1, 0), (1, 1, 0, 0), (1, 1, 1, 0))
TINTS: tuple[Inks, ...] = ((0.5, 0, 0, 0), (0, 0.5, 0, 0), (0, 0, 0.5, 0))
GREYS = (0.25, 0.5, 0.75)
"""The tone values of black that a grey in colour stands beside."""

_FULL = 255
_REACHES = (48, 12, 3)
"""How far the search goes from the best so far, in levels: far and coarse, then near and fine."""


def inks_of(condition: Condition) -> tuple[Inks, ...]:
    """Return the patches for a condition, from the solids on; none takes more ink than the paper bears."""
    borne = (each for each in OVERPRINTS if sum(each) * 100 <= condition.ink_limit)
    pairs = (each for grey in GREYS for each in ((0, 0, 0, grey), balanced(condition.icc, grey)))
    return (*SOLIDS, *borne, *TINTS, *pairs)


@lru_cache(maxsize=16)
def balanced(icc: Path, grey: float) -> Inks:
    """Return the cyan, magenta and yellow that the profile shows as it shows a tint of black.

    The nearest in CIELAB that whole per cent can say; sources of the like: ISO 12647-2, 4.3.4.3.
    """
    import numpy as np
    from PIL import Image, ImageCms

    transform = ImageCms.buildTransform(
        str(icc), ImageCms.createProfile("LAB"), "CMYK", "LAB", ImageCms.Intent.RELATIVE_COLORIMETRIC
    )

    def lab(inks: "np.ndarray") -> "np.ndarray":
        pixels = Image.frombytes("CMYK", (len(inks), 1), inks.astype(np.uint8).tobytes())
        values = np.frombuffer(transform.apply(pixels).tobytes(), np.uint8).reshape(-1, 3)
        return np.stack([values[:, 0] / 2.55, *values[:, 1:].astype(np.int8).T], axis=1).astype(float)

    wanted = lab(np.array([(0, 0, 0, round(grey * _FULL))]))
    best = np.array([round(grey * _FULL)] * 3)
    for reach in _REACHES:
        steps = range(-reach, reach + 1, max(1, reach // 6))
        tried = np.array([best + step for step in product(steps, repeat=3)]).clip(0, _FULL)
        distance = np.square(lab(np.pad(tried, ((0, 0), (0, 1)))) - wanted).sum(axis=1)
        best = tried[int(distance.argmin())]
    cyan, magenta, yellow = (round(float(level) / _FULL, 2) for level in best)
    return cyan, magenta, yellow, 0
