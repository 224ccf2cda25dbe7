"""The college in the snow, the night the light went out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..arrays import Floats, f32, ramp
from ..camera import Camera
from ..crowd import row, standers
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh
from ..noise import fbm2
from ..outdoors import tree
from ..picture import Picture
from ..scene import Scene, Shot
from ..solids import ball, box, floor, rod, scraps
from .facade import BARK, DARK, portico, wing

SNOW = Material((0.82, 0.85, 0.9), rough=0.9, bump=0.1, grain=5)
LAMP = Material((1, 1, 1), glow=(60, 38, 14))


def drifts(points: Floats) -> Floats:
    """Return trodden snow: soft hollows and a path."""
    x, z = points[:, 0], points[:, 2]
    path = ramp(0.8, 0.3, np.abs(x + 1.2 + 1.5 * np.sin(z * 0.16))) * (
        0.35 + 0.5 * fbm2(f32(x * 5), f32(z * 5), 3, 8)
    )
    tone = 0.72 + 0.3 * fbm2(f32(x * 0.5), f32(z * 0.5), 4, 3) - 0.42 * path
    return f32(np.array([0.84, 0.87, 0.93]) * tone[:, None])


def night(ways: Floats) -> Floats:
    """Return a low cloud lit from the snow."""
    up = np.maximum(ways[..., 1], 0)
    cloud = 0.7 + 0.6 * fbm2(f32(ways[..., 0] * 4), f32(up * 7), 4, 6)
    return f32(
        (np.array([0.075, 0.095, 0.15]) * (1.2 - 0.7 * ramp(0, 0.7, up))[..., None]) * cloud[..., None]
    )


def dark(meshes: list[Mesh]) -> list[Mesh]:
    """Return a building with its lights out."""
    return [m.dressed(DARK) if any(m.material.glow) else m for m in meshes]


def covered() -> list[Mesh]:
    """Return the snow on roofs, steps and ledges."""
    parts = [box((0, 17.35, -44.5), (14.4, 0.5, 12), SNOW), box((0, 9.85, -38), (12.1, 0.4, 3.1), SNOW)]
    parts += [box((s * 20.5, 13.45, -46), (27.6, 0.5, 12), SNOW) for s in (-1, 1)]
    parts += [
        box((0, 26.7, -42), (7.2, 0.4, 7.2), SNOW),
        rod((0, 30.2, -42), (0, 33.5, -42), 2.5, 0.3, SNOW, 8),
    ]
    for left, right, floors, z in ((-7, 7, 4, -38.6), (-34, -7, 3, -40), (7, 34, 3, -40)):
        for x in np.arange(left + 1.6, right - 1.2, 3.0).tolist():
            parts += [box((x, 1.95 + 3.9 * k, z + 0.08), (1.7, 0.14, 0.3), SNOW) for k in range(floors)]
    return [
        *parts,
        *(box((0, 0.36 + 0.3 * k, -33.9 - 0.9 * k), (15.4 - 1.2 * k, 0.1, 0.9), SNOW) for k in range(3)),
    ]


def trees() -> list[Mesh]:
    """Return bare trees, snow along their twigs."""
    parts: list[Mesh] = []
    for i, (x, z) in enumerate(((-25.0, -27.0), (-18, -31), (15, -30), (21, -25), (28, -22), (-10.5, -16))):
        parts += tree((x, 0, z), 8 + i % 3, 60 + i, BARK, SNOW, 2600, 0.06)
    return parts


def falling() -> Mesh:
    """Return flakes in the air."""
    rng = np.random.default_rng(11)
    count = 9000
    deep = 3 + 40 * rng.random(count) ** 0.7
    spots = np.stack([(rng.random(count) - 0.5) * deep * 1.4, rng.random(count) * deep * 0.75, -deep], -1)
    flake = Material((0.9, 0.92, 0.95), glow=(0.16, 0.18, 0.22))
    return scraps(
        f32(spots - np.array([0, 0.2, 0])),
        f32(rng.uniform(0.008, 0.02, count) * (0.5 + deep / 22)),
        12,
        flake,
    ).silent()


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((6.2, 1.7, -3), (-0.4, 9.6, -38), 57, width, height), sky=night)
    scene.add(
        floor(140, -70, 2, 0.02, Material(paint=drifts, rough=0.9, bump=0.15, grain=3)),
        covered(),
        trees(),
        falling(),
    )
    scene.add(
        dark([*portico(), *wing(-7, 7, 4, -38.6, 1), *wing(-34, -7, 3, -40, 2), *wing(7, 34, 3, -40, 3)])
    )
    scene.add(
        ball((0, 24.2, -38.4), 0.42, LAMP).silent(),
        box((1.2, 1.6, -38.8), (1.6, 2.0, 0.2), Material(glow=(0.9, 0.55, 0.2))).silent(),
    )
    scene.add(row(standers(0.03), [(-1.2, 0, -21), (0.1, 0, -27)], 175, 5))
    scene.lights = [
        Light((0, 24.2, -37.6), (0, 0, -26), (420, 270, 105), 150, soft=4, size=1600),
        Light((1.2, 1.8, -37), (0, 0, -28), (14, 8, 3), 120, soft=4),
    ]
    scene.lights.append(
        Light((-20, 40, 12), (0, 0, -30), (0.17, 0.22, 0.34), 50, True, soft=6, size=1800, bias=0.1)
    )
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.2) * [0.62, 0.76, 1.1]), (0, 5, -30), 45, 8, 700)
    scene.haze = 0.009
    return scene


def glow(scene: Scene, shot: Shot) -> Floats:
    """Add the lamp's halo in the falling snow."""
    height, width = shot.depth.shape
    x, y, _ = scene.camera.project(f32([[0, 24.2, -38.4]]))
    rows, columns = np.mgrid[0:height, 0:width]
    gap = np.hypot(rows - y[0], columns - x[0]) / height
    return f32(
        shot.light
        + (0.5 * np.exp(-gap * 9) + 1.6 * np.exp(-gap * 45))[..., None] * np.array([1.0, 0.62, 0.24])
    )


PICTURE = replace(
    Picture(compose, Film(1.5, 0.2, 0.35, 0.85), (30.0, 5.0), glow),
    width=2100,
    height=1400,
    fine=0.7,
    limit=520_000,
)
