"""The end of a fibre before its lens, enormously enlarged (lengths in tenths of a millimetre)."""

from __future__ import annotations

import itertools

import numpy as np

from ..arrays import Floats, f32, ramp
from ..camera import Camera
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh
from ..noise import fbm2
from ..picture import Picture
from ..scene import Scene
from ..solids import ball, box, floor, lathe, rod

STEEL = Material((0.6, 0.6, 0.61), rough=0.3, metal=1.0, bump=0.02, grain=9)
GOLD = Material((0.85, 0.6, 0.24), rough=0.3, metal=1.0, bump=0.03, grain=5)
CERAMIC = Material((0.62, 0.62, 0.6), rough=0.5, bump=0.02, grain=6)
CHIP = Material((0.09, 0.095, 0.12), rough=0.15, metal=0.6)
GLUE = Material((0.4, 0.3, 0.16), rough=0.12, glow=(0.05, 0.02, 0.01))


def plated(points: Floats) -> Floats:
    """Return gold plating with the faint stripes of the grinding beneath it."""
    x, z = points[:, 0], points[:, 2]
    stripe = 0.85 + 0.25 * fbm2(f32(x * 0.8), f32(z * 3), 4, 4)
    return f32(np.array([0.42, 0.34, 0.2]) * stripe[:, None])


def clad(points: Floats) -> Floats:
    """Return light leaking along the fibre: red, strongest at its end."""
    x = points[:, 0]
    return f32(
        (0.04 + 0.9 * np.exp(-np.abs(x + 0.9) / 2.2) + 0.14 * ramp(-3, -16, x))[:, None]
        * np.array([1.0, 0.09, 0.06])
    )


def fibre() -> list[Mesh]:
    """Return the bare fibre, its coated part and the groove that holds it."""
    glass = Material((0.06, 0.05, 0.05), shine=clad, rough=0.08)
    core = Material(glow=(26, 3.4, 2.2))
    parts = [
        rod((-9, 1.6, -10), (-0.9, 1.6, -10), 0.32, 0.32, glass, 40),
        rod((-0.92, 1.6, -10), (-0.86, 1.6, -10), 0.07, 0.07, core, 24),
    ]
    parts += [
        rod((-26, 1.6, -10), (-7, 1.6, -10), 0.72, 0.72, Material((0.5, 0.3, 0.04), rough=0.3), 40),
        rod((-7, 1.6, -10), (-6.2, 1.6, -10), 0.72, 0.34, Material((0.5, 0.3, 0.04), rough=0.3), 40),
    ]
    parts += [
        box((-12, 0.5, -10.9), (14, 1.9, 1.2), CERAMIC),
        box((-12, 0.5, -9.1), (14, 1.4, 1.2), CERAMIC),
        box((-12, 0.1, -10), (14, 1.4, 2.8), CERAMIC),
    ]
    parts += [ball((-5.6, 1.45, -10), 0.9, GLUE, 40).sized(1.5, 0.75, 1.1).moved(2.8, 0.45, 1.0)]
    return parts


def gathered(points: Floats) -> Floats:
    """Return the light that a ball lens gathers: a hot middle, a bright rim, darkness between."""
    away = np.hypot(points[:, 1] - 1.6, points[:, 2] + 10) / 1.15
    hot = (
        1.5 * np.exp(-((away / 0.2) ** 2))
        + 0.4 * np.exp(-(((away - 0.9) / 0.09) ** 2))
        + 0.1 * np.exp(-(((away - 0.55) / 0.05) ** 2))
    )
    return f32((0.015 + hot)[:, None] * np.array([1.0, 0.14, 0.1]))


def lens() -> list[Mesh]:
    """Return the ball lens in its holder, and the laser chip behind it."""
    glass = Material((0.02, 0.02, 0.024), shine=gathered, rough=0.04)
    parts = [
        ball((2.3, 1.6, -10), 1.15, glass, 64),
        ball((1.22, 1.6, -9.95), 0.12, Material(glow=(16, 2, 1.4)), 16),
        ball((3.36, 1.62, -9.9), 0.2, Material(glow=(7, 0.9, 0.6)), 16),
    ]
    ring = (
        lathe([(1.0, -0.3), (1.55, -0.3), (1.55, 0.3), (1.0, 0.3), (1.0, -0.3)], STEEL, 60)
        .turned(90, 2)
        .moved(2.3, 1.6, -10)
    )
    parts += [ring, box((2.3, -0.1, -10), (1.0, 1.2, 2.4), STEEL)]
    parts += [box((7.2, 0.5, -10), (3.6, 1.6, 3.6), GOLD), box((6.4, 1.45, -10), (1.7, 0.28, 0.9), CHIP)]
    for k in range(5):
        t = np.linspace(0, 1, 9)
        z = -11.1 + 0.5 * k
        spots = [(6.4 + 3.2 * a, 1.6 + 2.2 * a * (1 - a) * 1.8, z - 1.3 * a) for a in t.tolist()]
        parts += [rod(a, b, 0.045, 0.045, GOLD, 8) for a, b in itertools.pairwise(spots)]
    return parts


def beyond() -> list[Mesh]:
    """Return blurred lights and plates far behind."""
    rng = np.random.default_rng(8)
    parts = [
        box((x, 2.2, -26 - 3 * (k % 2)), (5, 6.5, 1.5), (STEEL, CHIP)[k % 2])
        for k, x in enumerate(np.arange(-24, 26, 7).tolist())
    ]
    for k in range(26):
        tint = ((0.6, 2.4, 3.6), (3.4, 2.2, 0.7), (3.0, 0.4, 0.3))[k % 3]
        parts.append(
            ball(
                (float(rng.uniform(-22, 22)), float(rng.uniform(2, 11)), float(rng.uniform(-34, -24))),
                0.17,
                Material(glow=(tint[0] * 3, tint[1] * 3, tint[2] * 3)),
                10,
            )
        )
    return parts


def studio(ways: Floats) -> Floats:
    """Return strip lights for metal and glass to mirror."""
    strip = (
        ramp(0.5, 0.56, ways[..., 1]) * ramp(0.8, 0.74, ways[..., 1]) * ramp(0.25, 0.4, np.abs(ways[..., 0]))
    )
    return f32(0.025 + strip[..., None] * np.array([1.7, 1.9, 2.2]))


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((-1.6, 4.1, 0.4), (0.7, 1.15, -10), 36, width, height), sky=studio, level=-0.6)
    scene.polish = (6.0, 20.0)
    scene.add(
        floor(80, -40, 0, -0.6, Material(paint=plated, rough=0.4, metal=0.6, mirror=0.3)),
        fibre(),
        lens(),
        beyond(),
    )
    scene.lights = [
        Light((-7, 10, -6), (0, 1, -10), (150, 165, 185), 90, soft=4, bias=0.04),
        Light((9, 7, -17), (1, 1, -10), (95, 80, 60), 90, soft=4, bias=0.04),
    ]
    scene.lights += [Light((-0.2, 1.7, -9.7), (0, 0, 0), (0.9, 0.1, 0.07), bare=True, matte=True)]
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.14)), (0, 0, -10), 12, 8)
    return scene


PICTURE = Picture(compose, Film(1.5, 0.26, 0.4, 0.95), (10.5, 34.0), None, 2100, 1400, 0.85, 460_000)
