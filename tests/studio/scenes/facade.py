"""The main college building at dusk, mirrored in the wet forecourt."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32
from ..camera import Camera
from ..crowd import row, standers
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh
from ..noise import fbm2
from ..outdoors import evening, tree
from ..picture import Picture
from ..scene import Scene
from ..solids import ball, box, floor, rod

STONE = Material((0.42, 0.38, 0.33), bump=0.12, grain=14)
DARK = Material((0.035, 0.04, 0.05), rough=0.12)
BARK = Material((0.05, 0.045, 0.04))
LEAF = Material((0.03, 0.05, 0.02), thin=0.3)
SKY = evening((0.62, 0.36, 0.26), (0.07, 0.13, 0.27), (-0.75, 0.02, -0.65), (1.5, 0.6, 0.22), 12)
LIT = ((1.9, 1.25, 0.62), (1.5, 1.05, 0.6), (1.5, 1.35, 1.1), (0.8, 0.5, 0.25))


def brick(points: Floats) -> Floats:
    """Return weathered brick with courses."""
    x, y = points[:, 0] + points[:, 2], points[:, 1]
    stain = fbm2(f32(x * 0.35), f32(y * 0.18), 5, 2)
    course = 0.92 + 0.08 * np.sign(np.sin(y * 2 * np.pi / 0.3))
    return f32(np.array([0.3, 0.14, 0.09]) * ((0.55 + 0.9 * stain) * course)[:, None])


def paving(points: Floats) -> Floats:
    """Return dark wet paving with joints."""
    x, z = points[:, 0], points[:, 2]
    wet = fbm2(f32(x * 0.4), f32(z * 0.4), 4, 9)
    joint = np.minimum(np.abs(x % 1.2 - 0.6), np.abs(z % 1.2 - 0.6)) < 0.585
    return f32(np.array([0.1, 0.1, 0.105]) * ((0.5 + wet) * np.where(joint, 1, 0.55))[:, None])


WALL = Material(paint=brick, bump=0.1, grain=20)
GROUND = Material(paint=paving, rough=0.4, mirror=1.1)


def window(x: float, y: float, z: float, size: tuple[float, float], kind: int) -> list[Mesh]:
    """Return one window with frame and sill, lit or dark."""
    wide, tall = size
    glass = DARK if kind < 0 else Material((0.1, 0.1, 0.1), glow=LIT[kind], rough=0.2)
    parts = [
        box((x, y, z - 0.22), (wide, tall, 0.04), glass),
        box((x, y - tall / 2 - 0.06, z + 0.06), (wide + 0.3, 0.14, 0.3), STONE),
    ]
    parts += [
        box((x, y, z - 0.17), (0.07, tall, 0.06), DARK),
        box((x, y + tall * 0.18, z - 0.17), (wide, 0.07, 0.06), DARK),
    ]
    for s in (-1, 1):
        parts.append(box((x + s * (wide / 2 + 0.11), y, z - 0.02), (0.2, tall + 0.2, 0.3), STONE))
    if kind >= 0 and kind % 2 == 0:
        parts.append(
            box(
                (x - wide * 0.3, y + 0.1, z - 0.195),
                (wide * 0.3, tall * 0.8, 0.02),
                Material((0.4, 0.3, 0.2), glow=(0.35, 0.2, 0.1)),
            )
        )
    return [*parts, box((x, y + tall / 2 + 0.12, z), (wide + 0.4, 0.24, 0.3), STONE)]


def wing(left: float, right: float, floors: int, z: float, seed: int) -> list[Mesh]:
    """Return one range of the building with its rows of windows."""
    rng, high = np.random.default_rng(seed), floors * 3.9 + 1.2
    middle, wide = (left + right) / 2, right - left
    parts = [
        box((middle, high / 2, z - 6.3), (wide, high, 12), WALL),
        box((middle, high + 0.25, z - 6.1), (wide + 0.7, 0.6, 12.6), STONE),
    ]
    parts += [
        box((middle, 0.55, z - 0.2), (wide + 0.2, 1.1, 0.5), STONE),
        box((middle, 4.75, z - 0.2), (wide, 0.28, 0.5), STONE),
    ]
    for level in range(floors):
        for x in np.arange(left + 1.6, right - 1.2, 3.0).tolist():
            kind = int(rng.integers(0, len(LIT))) if rng.random() < 0.62 else -1
            parts += window(x, 2.9 + 3.9 * level, z, (1.45, 2.1), kind)
    for x in np.arange(left + 0.1, right + 0.1, 3.0).tolist():
        parts.append(box((x, high / 2, z - 0.22), (0.5, high, 0.55), WALL))
    return parts


def portico() -> list[Mesh]:
    """Return columns, entrance, gable and clock tower."""
    parts = [
        box((0, 0.3 * (3 - k) / 2, -36 + 0.9 * k - 2.4), (13 + 1.2 * k, 0.3 * (3 - k), 2.4), STONE)
        for k in range(3)
    ]
    parts += [rod((x, 0.8, -37.2), (x, 8.6, -37.2), 0.5, 0.42, STONE, 28) for x in (-5, -2.9, 2.9, 5)]
    parts += [
        box((0, 9.1, -38), (12, 1.1, 3), STONE),
        box((0, 3.1, -38.9), (4.4, 4.6, 0.1), Material((0.2, 0.2, 0.2), glow=(2.6, 1.8, 0.95))),
    ]
    parts += [box((x, 3.1, -38.8), (0.12, 4.6, 0.12), DARK) for x in (-2.2, -1.1, 0, 1.1, 2.2)]
    parts += [
        box((0, 20, -42), (6.4, 12, 6.4), WALL),
        box((0, 26.2, -42), (7.2, 0.7, 7.2), STONE),
        box((0, 28.2, -42), (4.6, 3.6, 4.6), STONE),
    ]
    clock = Material((0.5, 0.5, 0.5), glow=(1.8, 1.6, 1.2))
    parts += [
        rod((0, 22.6, -38.85), (0, 22.6, -38.7), 1.35, 1.35, clock, 40),
        box((0, 23.05, -38.65), (0.12, 1.0, 0.05), DARK),
        box((0.3, 22.6, -38.65), (0.7, 0.12, 0.05), DARK),
    ]
    return [*parts, rod((0, 30, -42), (0, 34.5, -42), 2.6, 0.05, DARK, 8)]


def lamppost(x: float, z: float) -> list[Mesh]:
    """Return one lamp of the forecourt."""
    bulb = Material((1, 1, 1), glow=(9, 6.6, 3.8))
    return [rod((x, 0, z), (x, 3.6, z), 0.08, 0.05, DARK), ball((x, 3.75, z), 0.2, bulb).silent()]


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(
        Camera((-7.5, 1.55, -4), (-0.8, 7.2, -38), 48, width, height), sky=SKY, level=0.0, ripple=0.012
    )
    scene.polish, scene.pitch, scene.haze = (1.5, 9.0), (1.2, 1.2), 0.0012
    scene.add(
        floor(120, -60, 0, 0, GROUND),
        portico(),
        wing(-7, 7, 4, -38.6, 1),
        wing(-34, -7, 3, -40, 2),
        wing(7, 34, 3, -40, 3),
    )
    for i, (x, z) in enumerate(((-27.0, -30.0), (-20, -33), (17, -31), (24, -28), (30, -24))):
        scene.add(tree((x, 0, z), 9 + i % 3, 20 + i, BARK, LEAF, 5000, 0.17))
    for x in (-11.5, -5.6, 5.6, 12.0):
        scene.add(lamppost(x, -27.0))
        scene.lights.append(Light((x, 3.7, -27), (0, 0, 0), (26, 18, 10), bare=True))
    scene.add(
        row(
            standers(0.03),
            [(-3.2, 0, -21), (-2.6, 0, -21.3), (2.4, 0, -26), (-8.6, 0, -24), (1.1, 0.9, -36)],
            170,
            5,
        )
    )
    scene.lights += [
        Light((s * 4, 1.2, -33.5), (s * 3, 12, -39), (420, 290, 160), 100, soft=3) for s in (-1, 1)
    ]
    scene.lights += [
        Light((s * 20, 0.6, -34.5), (s * 20, 9, -40), (130, 90, 50), 130, soft=3) for s in (-1, 1)
    ]
    scene.lights += dome(lambda w: SKY(w) * 0.9, (0, 5, -30), 45, 8, 700)
    return scene


PICTURE = Picture(compose, Film(0.92, 0.14, 0.35, 0.82))
