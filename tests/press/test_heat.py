"""The picture of the ink: as large as the page drawn, darker where there is more, marked beyond the limit."""

import io

import numpy as np
from PIL import Image

from newsletter.press.heat import COLOURS, heat_map

LIMIT = 240.0


def shown(ink: float) -> tuple[float, ...]:
    picture = Image.open(io.BytesIO(heat_map(np.full((32, 48), ink, np.float32), LIMIT))).convert("RGB")
    assert picture.size == (48, 32)
    return tuple(float(each) for each in np.asarray(picture).reshape(-1, 3).mean(axis=0))


def near(one: tuple[float, ...], other: tuple[int, int, int]) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < 12


def test_paper_is_white_and_more_ink_is_darker() -> None:
    assert near(shown(0), COLOURS[0])
    light = [sum(shown(each)) for each in (0, 60, 120, 190, 240, 300)]
    assert light == sorted(light, reverse=True)


def test_what_is_beyond_the_limit_has_a_colour_of_its_own() -> None:
    assert near(shown(LIMIT), COLOURS[-2]) and near(shown(LIMIT * 1.02), COLOURS[-1])
    assert near(shown(400), COLOURS[-1])
