"""One red beam through lenses, towards us (lengths in decimetres)."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32, ramp
from ..camera import Camera, Point
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh
from ..picture import Picture
from ..scene import Scene
from ..solids import ball, box, floor
from .bench import BLACK, TOP, beam, lens, lights, mirror, post

RED: Point = (10.0, 0.7, 0.4)
HIGH = 1.35


def along(z: float) -> float:
    """Return where the beam is, across, at a depth."""
    return -0.55 - 0.075 * (z + 2.2)


def optics() -> list[Mesh]:
    """Return lenses and an iris threaded on the beam, a mirror at its end, a second beam leaving it."""
    parts: list[Mesh] = []
    for k, z in enumerate((-4.6, -7.6, -12.5)):
        parts += lens(along(z), z, HIGH, 84 + 3 * k, (0.42 - 0.1 * k, 0.03, 0.02))
    parts += mirror(along(-19), -19, HIGH, 60, RED)
    parts += post(along(-9.8), -9.8, HIGH - 0.2)
    parts += [box((along(-9.8) + s * 0.32, HIGH, -9.8), (0.5, 0.75, 0.06), BLACK) for s in (-1, 1)]
    parts += [
        beam((along(0.2), HIGH, 0.2), (along(-19), HIGH, -19), RED, 0.016),
        beam((along(-19), HIGH, -19), (9, HIGH, -24), RED, 0.016),
    ]
    rng = np.random.default_rng(3)
    motes = Material(glow=(5.0, 0.35, 0.2))
    parts += [
        ball(
            (along(z) + float(rng.normal(0, 0.014)), HIGH + float(rng.normal(0, 0.014)), z), 0.006, motes, 6
        ).silent()
        for z in rng.uniform(-12, -2, 90).tolist()
    ]
    parts += [box((2.9, 0.9, -9.5), (1.7, 1.4, 3.4), BLACK), box((-4.2, 1.0, -14), (2.4, 1.6, 3), BLACK)]
    parts += [box((2.9, 1.1, -7.78), (1.0, 0.5, 0.04), Material(glow=(0.15, 0.7, 0.95)))]
    return parts


def blue(ways: Floats) -> Floats:
    """Return a dark room with one cool strip, for the metal to mirror."""
    strip = ramp(0.5, 0.6, ways[..., 1]) * ramp(0.85, 0.75, ways[..., 1])
    return f32(0.014 + strip[..., None] * np.array([0.5, 0.8, 1.3]))


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((-1.75, 2.55, 0.9), (0.3, 1.6, -8.2), 34, width, height), sky=blue, level=0.0)
    scene.polish = (8.0, 30.0)
    scene.add(floor(34, -24, 1, 0, TOP), optics(), lights())
    scene.lights = [
        Light((-5, 8, -9), (0, 0.6, -6), (14, 24, 42), 80, soft=4, bias=0.03),
        Light((4, 5, -1), (0, 0.8, -6), (7, 8, 10), 70, soft=4, bias=0.03),
    ]
    scene.lights += [
        Light((along(z), 1.5, z + 0.3), (0, 0, 0), (0.55, 0.04, 0.025), bare=True, matte=True)
        for z in (-3.5, -6, -9, -13, -18)
    ]
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.13) * [0.6, 0.95, 1.5]), (0, 0, -7), 9, 7)
    return scene


PICTURE = Picture(compose, Film(1.5, 0.26, 0.4, 0.95), (5.9, 24.0), None, 2700, 2025, 0.65, 620_000)
