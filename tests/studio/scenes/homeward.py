"""The avenue in the evening: the way home, shadows before the people."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..arrays import Floats, f32, ramp
from ..camera import Camera
from ..crowd import row, standers
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..picture import Picture
from ..scene import Scene
from ..solids import box, floor
from .avenue import STONE, bench, fallen, path, trees


def low(ways: Floats) -> Floats:
    """Return an evening sky, warm ahead."""
    up = ramp(0, 0.7, ways[..., 1])[..., None]
    sun = np.maximum(ways @ f32([-0.1, 0.24, -0.965]), 0)[..., None]
    base = np.array([1.05, 0.72, 0.45]) * (1 - up) + np.array([0.4, 0.5, 0.72]) * up
    return f32(base + np.array([3.4, 2.0, 0.8]) * sun**22)


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((-0.3, 2.5, 1.2), (0.05, 1.45, -12), 45, width, height), sky=low)
    scene.add(
        floor(60, -90, 3, 0, Material(paint=path, bump=0.1, grain=20)), fallen(), trees(), bench(-2.5, -9.4)
    )
    scene.add([box((s * 2.22, 0.05, -40), (0.12, 0.12, 84), STONE) for s in (-1, 1)])
    spots = [
        (-0.75, 0, -8.2),
        (-0.15, 0, -8.5),
        (1.15, 0, -11.2),
        (0.2, 0, -14.6),
        (0.75, 0, -14.9),
        (-1.3, 0, -18),
        (1.3, 0, -22),
        (-0.4, 0, -26),
        (0.2, 0, -26.3),
        (0.9, 0, -31),
        (-1.0, 0, -36),
    ]
    scene.add(row(standers(0.02), spots, 4, 21))
    scene.lights = [
        Light((-3.2, 12.4, -62), (0.3, 0, -10), (10.5, 6.6, 3.0), 24, True, soft=1.5, size=2800, bias=0.05)
    ]
    scene.lights += dome(lambda w: low(w) * 0.5, (0, 3, -17), 22, 6, 500)
    scene.haze, scene.haze_colour = 0.011, low
    return scene


PICTURE = replace(
    Picture(compose, Film(0.95, 0.18, 0.4, 0.95), (9.5, 4.0)),
    width=1600,
    height=2133,
    fine=0.7,
    limit=620_000,
)
