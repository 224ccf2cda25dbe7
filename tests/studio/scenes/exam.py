"""An examination at dusk: heads bent over steel plates, seen from behind."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..arrays import Floats, f32
from ..camera import Camera
from ..crowd import attire
from ..figure import Pose, seated
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh, placed
from ..picture import Picture
from ..scene import Scene
from ..solids import box, floor, panel, rod
from .classroom import FLOOR, FRAME, PLASTER, WOOD

STEEL = Material((0.62, 0.62, 0.63), rough=0.3, metal=1.0)
DUSK = Material(glow=(0.1, 0.17, 0.34))
LAMP = Material((1, 1, 1), glow=(7.5, 7.0, 5.8))
WRITES = Pose(
    ((0.2, -0.7, 0.6), (-0.4, -0.12, 0.9)),
    ((-0.2, -0.75, 0.55), (0.3, -0.1, 0.95)),
    trunk=(0, 1, 0.3),
    nod=(0.05, 0.85, 0.6),
)
LISTENS = Pose(
    ((0.2, -0.7, 0.6), (-0.35, 0.35, 0.75)),
    ((-0.2, -0.6, 0.7), (0.15, 0.95, 0.25)),
    trunk=(-0.06, 1, 0.2),
    nod=(-0.25, 1, 0.3),
)
POSES = (
    WRITES,
    LISTENS,
    replace(WRITES, trunk=(0.08, 1, 0.34), nod=(-0.15, 0.8, 0.65)),
    WRITES,
    replace(LISTENS, nod=(0.1, 1, 0.45)),
)


def place(k: int, x: float, z: float, step: float) -> list[Mesh]:
    """Return one candidate at a desk of their own, plates laid out."""
    rng = np.random.default_rng(500 + k)
    parts = [box((0, 0.74, 0.62), (0.95, 0.035, 0.55), WOOD)]
    parts += [
        rod((a, 0, b), (a, 0.73, b), 0.018, 0.018, FRAME, 8) for a in (-0.42, 0.42) for b in (0.4, 0.85)
    ]
    parts += [
        box(
            (-0.36 + 0.08 * i, 0.765 + 0.002 * i, 0.66 + float(rng.normal(0, 0.012))),
            (0.05, 0.012 + 0.003 * i, 0.1),
            STEEL,
        )
        for i in range(10)
    ]
    parts += [
        box((0.3, 0.762, 0.5), (0.2, 0.004, 0.28), Material((0.75, 0.74, 0.7), rough=0.9)),
        box((0, 0.7, -0.2), (0.42, 0.34, 0.03), WOOD),
    ]
    parts += seated(POSES[k % len(POSES)], attire(k % 6, step, ""))
    return placed(parts, (x, 0, z), float(rng.normal(0, 3)))


def room() -> list[Mesh]:
    """Return walls, dusk in the windows, lamps in rows."""
    parts = [
        panel((-6, 0, -9), (12, 0, 0), (0, 3.8, 0), PLASTER),
        panel((-6, 3.5, -9), (12, 0, 0), (0, 0, 14), PLASTER).silent(),
    ]
    parts += [
        panel((6, 0, -9), (0, 0, 14), (0, 3.8, 0), PLASTER).silent(),
        panel((-6, 0, -9), (0, 0, 14), (0, 3.8, 0), PLASTER),
    ]
    for x in np.arange(-4.8, 5, 1.9).tolist():
        parts += [
            box((x, 1.95, -8.95), (1.5, 1.7, 0.04), DUSK),
            box((x, 1.95, -8.9), (0.05, 1.7, 0.05), FRAME),
            box((x, 2.35, -8.9), (1.5, 0.05, 0.05), FRAME),
        ]
    parts += [
        box((x, 3.3, z), (1.3, 0.06, 0.16), LAMP).silent()
        for z in (-7, -4.6, -2.2, 0.2)
        for x in (-3.8, 0, 3.8)
    ]
    return parts


def dim(ways: Floats) -> Floats:
    """Return the room's light."""
    return f32(np.full(ways.shape, 0.24) * [1.0, 0.96, 0.88])


def compose(width: int, height: int) -> Scene:
    """Set the scene: the rows face away from us."""
    scene = Scene(Camera((1.75, 1.62, 1.9), (-1.35, 1.0, -5.2), 36, width, height), sky=dim, level=0.0)
    scene.polish = (4.0, 14.0)
    scene.add(floor(12, -9, 5, 0, FLOOR), room())
    k = 0
    for z in (-0.6, -2.3, -4.0, -5.7, -7.3):
        for x in (-4.4, -2.7, -1.0, 0.7, 2.4):
            if (k * 7) % 11 != 3:
                scene.add(placed(place(k, 0, 0, 0.013 if z > -3 else 0.022), (x, 0, z), 171))
            k += 1
    scene.lights = [
        Light((x, 3.25, z), (x + 0.01, 0, z), (5.2, 4.9, 4.2), 130, soft=6, taps=3, size=900)
        for z in (-6.6, -3.6, -0.6)
        for x in (-3.4, 0.6)
    ]
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.17) * [1, 0.96, 0.9]), (0, 1, -3), 8, 9)
    return scene


PICTURE = Picture(compose, Film(1.15, 0.14, 0.4, 0.85), (4.2, 10.0), None, 2100, 1400, 0.7, 480_000)
