"""A square stairwell of the clock tower, looking up."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32, ramp
from ..camera import Camera
from ..crowd import row, standers
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh
from ..noise import fbm2
from ..picture import Picture
from ..scene import Scene, Shot
from ..shafts import shafts
from ..solids import box, panel, rod

WOOD = Material((0.16, 0.08, 0.04), rough=0.35)
IRON = Material((0.03, 0.032, 0.034), rough=0.4)
UNDER = Material((0.5, 0.46, 0.4), rough=0.9, bump=0.05, grain=5)
RISE, WALL, WELL = 3.3, 3.1, 1.45
SUN = Light((9.5, 31, 6.5), (-1.5, 9.5, -0.5), (9.0, 7.4, 5.0), 14, True, soft=2, size=2400)


def plaster(points: Floats) -> Floats:
    """Return old lime wash, brick showing through in places."""
    u, y = points[:, 0] + points[:, 2], points[:, 1]
    worn = ramp(0.6, 0.68, fbm2(f32(u * 0.7), f32(y * 0.7), 5, 4))[:, None]
    row_ = np.floor(y / 0.075)
    joint = (np.abs(y / 0.075 % 1 - 0.5) < 0.42) & (np.abs((u + 0.12 * row_) / 0.24 % 1 - 0.5) < 0.47)
    brick = np.array([0.32, 0.15, 0.1]) * np.where(joint, 1.0, 0.55)[:, None]
    lime = np.array([0.62, 0.58, 0.5]) * (0.75 + 0.4 * fbm2(f32(u * 2), f32(y * 2), 4, 2))[:, None]
    return f32(lime * (1 - worn) + brick * worn)


WASH = Material(paint=plaster, rough=0.9)


def flight(level: float, turn: int) -> list[Mesh]:
    """Return one flight along a wall: steps, string, handrail and bars."""
    count = 11
    parts: list[Mesh] = []
    start, run, lift = -WELL, 2 * WELL / count, RISE / 4 / count
    for k in range(count):
        x, y = start + run * (k + 0.5), level + lift * (k + 1)
        parts.append(box((x, y - 0.05, -(WALL + WELL) / 2), (run, 0.1, WALL - WELL), UNDER))
        parts.append(box((x, y + 0.012, -(WALL + WELL) / 2), (run + 0.03, 0.025, WALL - WELL), WOOD))
        parts.append(rod((x, y, -WELL), (x, y + 0.92, -WELL), 0.011, 0.011, IRON, 6))
    low, high = level + 0.02, level + RISE / 4
    parts.append(rod((-WELL, low + 0.94, -WELL), (WELL, high + 0.94, -WELL), 0.035, 0.035, WOOD, 10))
    parts.append(rod((-WELL, low - 0.06, -WELL), (WELL, high - 0.06, -WELL), 0.06, 0.06, IRON, 8))
    corner = (WALL + WELL) / 2
    parts.append(box((corner, high - 0.05, -corner), (WALL - WELL, 0.12, WALL - WELL), UNDER))
    parts.append(box((WELL, high + 0.5, -WELL), (0.09, 1.15, 0.09), WOOD))
    return [m.turned(90 * turn) for m in parts]


def walls() -> list[Mesh]:
    """Return the four walls; windows are cut into two of them."""
    parts: list[Mesh] = []
    pane = Material(glow=(3.6, 3.7, 3.6))
    for k in range(4):
        side: list[Mesh] = []
        for storey in range(9):
            y = storey * RISE
            open_ = k in (0, 1) and storey > 0
            if not open_:
                side.append(panel((-WALL, y, -WALL), (2 * WALL, 0, 0), (0, RISE, 0), WASH, 8))
                continue
            side += [
                panel((-WALL, y, -WALL), (WALL - 0.55, 0, 0), (0, RISE, 0), WASH),
                panel((0.55, y, -WALL), (WALL - 0.55, 0, 0), (0, RISE, 0), WASH),
            ]
            side += [
                panel((-0.55, y, -WALL), (1.1, 0, 0), (0, 0.8, 0), WASH),
                panel((-0.55, y + 2.7, -WALL), (1.1, 0, 0), (0, RISE - 2.7, 0), WASH),
            ]
            side += [box((x, y + 1.75, -WALL), (0.05, 1.9, 0.06), IRON) for x in (-0.53, 0.0, 0.53)]
            side += [panel((-0.6, y + 0.7, -WALL - 0.35), (1.2, 0, 0), (0, 2.1, 0), pane).silent()]
        parts += [m.turned(90 * k) for m in side]
    return parts


def dim(ways: Floats) -> Floats:
    """Return the grey of the walls."""
    return f32(np.full(ways.shape, 0.03))


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((0.55, 1.3, 0.75), (0.02, 12, -0.35), 74, width, height), sky=dim)
    for k in range(30):
        scene.add(flight(RISE / 4 * k + 0.6, k % 4))
    scene.add(walls())
    scene.add(panel((-0.9, 29.6, -0.9), (1.8, 0, 0), (0, 0, 1.8), Material(glow=(5.5, 5.5, 5.2))).silent())
    scene.add(row(standers(0.024), [(-2.2, 8.4, -1.2)], 120, 4))
    scene.lights = [SUN, Light((0, 29, 0), (0, 0, 0), (420, 410, 380), 60, soft=4)]
    scene.lights += [
        Light((0.2, 3.6 + 6.6 * k, -2.9), (0, 0, 0), (9, 9, 8.6), bare=True, matte=True) for k in range(4)
    ]
    scene.lights += [
        Light((2.9, 6.6 + 6.6 * k, 0.2), (0, 0, 0), (8, 7.6, 6.8), bare=True, matte=True) for k in range(4)
    ]
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.5)), (0, 10, 0), 14, 6)
    return scene


def dusty(scene: Scene, shot: Shot) -> Floats:
    """Add the sun's shaft across the well."""
    return f32(shot.light + shafts(scene, shot, SUN, 0.004, 24))


PICTURE = Picture(compose, Film(1.5, 0.16, 0.4, 0.85, warmth=0.03), None, dusty, 1600, 2133, 0.7, 480_000)
