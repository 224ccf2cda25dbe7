"""An avenue of trees in autumn."""

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
from ..outdoors import tree
from ..picture import Picture
from ..scene import Scene, Shot
from ..shafts import shafts
from ..solids import box, floor, rod, scraps

BARK = Material((0.11, 0.095, 0.08), bump=0.35, grain=14)
LEAVES = (
    Material((0.5, 0.26, 0.03), rough=0.6, thin=0.85),
    Material((0.42, 0.32, 0.05), rough=0.6, thin=0.85),
    Material((0.45, 0.16, 0.03), rough=0.6, thin=0.8),
    Material((0.28, 0.28, 0.05), rough=0.6, thin=0.8),
)
STONE = Material((0.3, 0.29, 0.27), bump=0.1, grain=12)
IRON = Material((0.03, 0.03, 0.03), rough=0.4)
SUN = Light((16, 24, -46), (-0.5, 0, -15), (8.5, 6.9, 4.6), 24, True, soft=1.5, size=2800, bias=0.05)


def path(points: Floats) -> Floats:
    """Return asphalt between verges of grass and earth."""
    x, z = points[:, 0], points[:, 2]
    patch = fbm2(f32(x * 1.1), f32(z * 1.1), 6, 3)
    verge = ramp(2.15, 2.35, np.abs(x) + 0.25 * (patch - 0.5))[:, None]
    grit = (0.7 + 0.6 * fbm2(f32(x * 22), f32(z * 22), 2, 8))[:, None]
    walk = np.array([0.2, 0.19, 0.18]) * (0.6 + 0.8 * patch)[:, None]
    soil = np.array([0.12, 0.12, 0.05]) * (0.4 + 1.1 * patch)[:, None]
    return f32((walk * (1 - verge) + soil * verge) * grit)


def fallen() -> list[Mesh]:
    """Return leaves on the ground, thick along the edges."""
    rng, meshes = np.random.default_rng(6), []
    for k, leaf in enumerate(LEAVES):
        count = 9000
        side = np.where(rng.random(count) < 0.5, -1, 1) * (2.5 + rng.normal(0, 0.9, count))
        x = np.where(rng.random(count) < 0.2, rng.uniform(-2.2, 2.2, count), side)
        spots = np.stack([x, rng.uniform(0.005, 0.03, count), -1.5 - 42 * rng.random(count) ** 1.6], -1)
        flat = scraps(f32(spots * [1, 0, 1]), f32(rng.uniform(0.04, 0.075, count)), 70 + k, leaf)
        meshes.append(flat.sized(1, 0.35, 1).moved(0, 0.022, 0))
    return meshes


def trees() -> list[Mesh]:
    """Return the two rows and a wood behind them."""
    meshes: list[Mesh] = []
    for k in range(13):
        for s in (-1, 1):
            leaf = LEAVES[(k * 2 + (s > 0)) % 4]
            near = k < 4
            z = -4.2 - 4.3 * k - 0.9 * (s > 0)
            meshes += tree(
                (s * (3.3 + 0.12 * (k % 3)), 0, z),
                9.5 + (k * 7 % 5) * 0.35,
                100 + 2 * k + (s > 0),
                BARK,
                leaf,
                15000 if near else 7000,
                0.065 if near else 0.12,
            )
    for k in range(16):
        side, z = (-1) ** k, -8 - 3.4 * k
        meshes += tree(
            (side * (8.5 + 1.5 * (k % 3)), 0, z), 8.0, 300 + k, BARK, LEAVES[(k + 1) % 4], 3500, 0.2
        )
    return meshes


def bench(x: float, z: float) -> list[Mesh]:
    """Return a park bench facing the path."""
    parts = [
        box((x, 0.44, z), (0.42, 0.05, 1.5), STONE),
        box((x + np.sign(x) * 0.22, 0.72, z), (0.05, 0.4, 1.5), STONE),
    ]
    return parts + [rod((x, 0, z + s * 0.6), (x, 0.43, z + s * 0.6), 0.04, 0.04, IRON) for s in (-1, 1)]


def autumn(ways: Floats) -> Floats:
    """Return a pale sky, golden towards the sun."""
    up = ramp(0, 0.7, ways[..., 1])[..., None]
    sun = np.maximum(ways @ f32([0.5, 0.73, -0.47]), 0)[..., None]
    base = np.array([1.15, 1.0, 0.78]) * (1 - up) + np.array([0.6, 0.75, 0.95]) * up
    return f32(base + np.array([1.6, 1.2, 0.7]) * sun**8)


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((0.45, 1.35, 0.6), (-0.05, 2.15, -14), 46, width, height), sky=autumn)
    scene.add(
        floor(60, -70, 2, 0, Material(paint=path, bump=0.1, grain=20)),
        fallen(),
        trees(),
        bench(2.45, -7.2),
        bench(-2.5, -14.0),
    )
    scene.add([box((s * 2.22, 0.05, -30), (0.12, 0.12, 64), STONE) for s in (-1, 1)])
    walkers = [(0.5, 0, -17.0), (-0.1, 0, -17.3), (-1.1, 0, -25), (0.9, 0, -33), (0.4, 0, -33.2)]
    scene.add(row(standers(0.026), walkers, 172, 14))
    scene.lights = [SUN, *dome(lambda w: autumn(w) * 0.62, (0, 3, -17), 22, 5, 500)]
    scene.haze, scene.haze_colour = 0.006, lambda w: autumn(w) * np.float32(0.85)
    return scene


def misty(scene: Scene, shot: Shot) -> Floats:
    """Add the light that falls through the leaves."""
    return f32(shot.light + shafts(scene, shot, SUN, 0.0016, 32))


PICTURE = Picture(compose, Film(1.2, 0.14, 0.4, 0.95, warmth=0.04), (10.0, 4.0), misty, fine=0.52)
