"""Originals of every kind, made on the spot."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from newsletter.condition import Condition, open_condition
from newsletter.dummy import Crop
from newsletter.lengths import Mm
from newsletter.photos import Picture, Placement, convert

WHOLE = Crop()


@pytest.fixture
def coated(tmp_path: Path) -> Condition:
    return open_condition("coated", tmp_path)


@pytest.fixture
def scene() -> Image.Image:
    """A wide picture that differs in every corner: red, green, blue, white, a grey ramp in the middle."""
    picture = Image.linear_gradient("L").resize((320, 200)).convert("RGB")
    for box, colour in (
        ((0, 0, 80, 50), (200, 30, 30)),
        ((240, 0, 320, 50), (30, 160, 40)),
        ((0, 150, 80, 200), (30, 40, 180)),
        ((240, 150, 320, 200), (255, 255, 255)),
    ):
        picture.paste(colour, box)
    return picture


@pytest.fixture
def press(tmp_path: Path, coated: Condition) -> Callable[..., Picture]:
    """Convert one original for coated paper, small enough in ppi that no pixel is resampled unless asked."""

    def make(path: Path, crop: Crop = WHOLE, width: float = 50, height: float = 31.25) -> Picture:
        placement = Placement(path, crop, Mm(width), Mm(height))
        (made,) = convert([placement], coated, tmp_path / "cache", workers=1)
        assert isinstance(made, Picture), made
        return made

    return make
