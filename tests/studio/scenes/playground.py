"""The sports ground with nobody on it, early."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32, ramp
from ..camera import Camera
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh
from ..noise import fbm2
from ..outdoors import evening
from ..picture import Picture
from ..props import cluster
from ..scene import Scene
from ..solids import floor, panel, rod, tube

TREES = Material((0.045, 0.06, 0.025), thin=0.3)
POST = Material((0.75, 0.75, 0.73), rough=0.4)
BOARD = Material((0.7, 0.72, 0.72), rough=0.35)
NET = Material((0.7, 0.7, 0.68), thin=0.5)
SKY = evening((0.95, 0.8, 0.66), (0.34, 0.5, 0.78), (-0.75, 0.2, -0.62), (2.4, 1.6, 0.9), 33)


def court(points: Floats) -> Floats:
    """Return a court: blue ground, white lines, puddled wear."""
    x, z = points[:, 0], points[:, 2] + 13.5
    wear = 0.7 + 0.5 * fbm2(f32(x * 0.7), f32(z * 0.7), 5, 3)
    grit = 0.85 + 0.3 * fbm2(f32(x * 30), f32(z * 30), 2, 6)
    inside = (np.abs(x) < 7.5) & (np.abs(z) < 14)
    key = (np.abs(x) < 2.45) & (z < -8.2) & (z > -14)
    arc = np.abs(np.hypot(x, z + 12.4) - 6.75)
    ring = np.abs(np.hypot(x, z + 8.2) - 1.8)
    gaps = [
        np.abs(np.abs(x) - 7.5) + 9.0 * (np.abs(z) > 14),
        np.abs(np.abs(z) - 14) + 9.0 * (np.abs(x) > 7.5),
        arc + 9.0 * (z < -14),
        ring,
        np.abs(np.abs(x) - 2.45) + 9.0 * ((z > -8.2) | (z < -14)),
        np.abs(z + 8.2) + 9.0 * (np.abs(x) > 2.45),
        np.abs(z) + 9.0 * (np.abs(x) > 7.5),
    ]
    line = ramp(0.034, 0.024, np.minimum.reduce(gaps)) * ramp(0.55, 0.75, wear)
    base = np.where(
        key[:, None],
        np.array([0.33, 0.1, 0.06]),
        np.where(inside[:, None], np.array([0.07, 0.15, 0.25]), np.array([0.08, 0.17, 0.1])),
    )
    base = base * (wear * grit)[:, None]
    return f32(base * (1 - line[:, None]) + 0.62 * wear[:, None] * line[:, None])


def hoop(z: float) -> list[Mesh]:
    """Return a basket on its stand."""
    parts = [
        rod((0, 0, z - 1.9), (0, 3.2, z - 1.5), 0.1, 0.09, POST),
        rod((0, 3.0, z - 1.5), (0, 3.1, z), 0.07, 0.06, POST),
    ]
    parts += [panel((-0.9, 2.9, z), (1.8, 0, 0), (0, 1.05, 0), BOARD)]
    red = Material((0.5, 0.05, 0.03), rough=0.5)
    t = np.linspace(0, 2 * np.pi, 40)
    ring = np.stack([0.225 * np.cos(t), 0 * t + 3.05, 0.225 * np.sin(t) + z + 0.34], -1)
    parts.append(tube(f32(ring), f32(np.full(40, 0.012)), red, 8))
    square = [
        ((-0.295, 3.05), (0.295, 3.05)),
        ((0.295, 3.05), (0.295, 3.5)),
        ((0.295, 3.5), (-0.295, 3.5)),
        ((-0.295, 3.5), (-0.295, 3.05)),
    ]
    parts += [rod((a[0], a[1], z + 0.02), (b[0], b[1], z + 0.02), 0.022, 0.022, red, 6) for a, b in square]
    for k in range(12):
        for step in (-1, 1):
            a, b = 2 * np.pi * k / 12, 2 * np.pi * (k + step) / 12
            parts.append(
                rod(
                    (0.225 * float(np.cos(a)), 3.05, z + 0.34 + 0.225 * float(np.sin(a))),
                    (0.13 * float(np.cos(b)), 2.65, z + 0.34 + 0.13 * float(np.sin(b))),
                    0.006,
                    0.006,
                    NET,
                    5,
                )
            )
    return parts


def fence() -> list[Mesh]:
    """Return the wire fence and the trees behind it."""
    rng = np.random.default_rng(6)
    parts = [rod((x, 0, -34), (x, 4.2, -34), 0.05, 0.05, TREES, 8) for x in np.arange(-24, 25, 3.0).tolist()]
    parts += [rod((-24, y, -34), (24, y, -34), 0.03, 0.03, TREES, 6) for y in (0.1, 2.1, 4.2)]
    for k in range(26):
        high = float(rng.uniform(4, 9))
        parts.append(
            cluster(
                (-52 + 4.2 * k, high * 0.6, -44 - 5 * (k % 3)),
                (3.6, high * 0.62, 3),
                1500,
                0.3,
                60 + k,
                TREES,
            )
        )
    return parts


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((3.6, 1.25, -19.2), (-0.9, 2.25, -27.5), 47, width, height), sky=SKY)
    scene.add(
        floor(120, -70, 4, 0.0, Material(paint=court, rough=0.75)),
        hoop(-26.4),
        [m.turned(180).moved(0, 0, -27) for m in hoop(-26.4)],
        fence(),
    )
    scene.lights = [
        Light((-32, 11, -40), (0, 0, -12), (8.2, 5.9, 3.6), 24, True, soft=1.5, size=3000, bias=0.05)
    ]
    scene.lights += dome(lambda w: SKY(w) * 0.62, (0, 1, -14), 22, 9)
    scene.haze, scene.haze_colour = 0.008, SKY
    return scene


PICTURE = Picture(compose, Film(0.72, 0.15, 0.35, 0.88), (8.0, 5.0), None, 2100, 1400, 0.7, 520_000)
