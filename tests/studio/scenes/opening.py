"""Thousands on the sports ground, facing a distant stage in the morning haze."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32, ramp
from ..camera import Camera, Point
from ..crowd import row, standers
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh
from ..noise import fbm2
from ..picture import Picture
from ..props import boxes, cluster
from ..scene import Scene
from ..solids import box, floor, rod

TURF = Material((0.055, 0.085, 0.035), bump=0.3, grain=30)
TRACK = Material((0.3, 0.09, 0.06), bump=0.3, grain=30)
STEEL = Material((0.25, 0.25, 0.27), rough=0.5)
RED = Material((0.5, 0.04, 0.04), rough=0.7, thin=0.3)
TREES = Material((0.04, 0.075, 0.03), thin=0.2)
SUNWARD = f32([0.42, 0.3, -0.86])


def morning(ways: Floats) -> Floats:
    """Return a pale sky, brightest about the low sun."""
    up = np.maximum(ways[..., 1], 0)
    sun = np.maximum(ways @ (SUNWARD / np.linalg.norm(SUNWARD)), 0)
    streak = fbm2(f32(ways[..., 0] * 3), f32(up * 14), 4, 4)
    base = (
        np.array([1.05, 0.95, 0.83]) * (1 - ramp(0, 0.5, up))[..., None]
        + np.array([0.42, 0.56, 0.78]) * ramp(0, 0.5, up)[..., None]
    )
    warm = np.array([1.3, 1.0, 0.65]) * (0.5 * sun**6 + 1.6 * sun**60)[..., None]
    return f32(base * (0.85 + 0.3 * streak[..., None]) + warm)


def block(people_step: float, first: int, last: int, reach: float, style: str) -> list[Mesh]:
    """Return some rows of people; a gap is left between squads."""
    rng, meshes = np.random.default_rng(first), []
    for i in range(first, last):
        z = -3.0 - 0.95 * i - 1.6 * (i // 9)
        half = min(reach, 2.0 - z * 0.62)
        spots: list[Point] = [
            (float(x + rng.normal(0, 0.07)), 0.0, float(z + rng.normal(0, 0.08)))
            for x in np.arange(-half, half, 0.68)
            if abs((x + 40) % 9.5 - 0.8) > 0.8
        ]
        meshes += row(standers(people_step, style), spots, 180, 200 + i)
    return meshes


def stage() -> list[Mesh]:
    """Return the distant stage with backdrop, flags and lamps."""
    meshes = [box((0, 1.0, -62), (30, 2.0, 6), RED), box((0, 5.4, -64.5), (26, 6.5, 0.4), RED)]
    glow = Material((0.55, 0.45, 0.3), glow=(0.25, 0.2, 0.12))
    meshes.append(box((0, 5.4, -64.2), (20, 3.0, 0.2), glow))
    for s in (-1, 1):
        meshes += [
            rod((s * 14, 0, -63), (s * 14, 10.5, -63), 0.25, 0.25, STEEL),
            box((s * 16.5, 3.5, -62), (2, 5, 2), STEEL),
        ]
        meshes += [flag(s * (20 + 4 * k), 7.5 + 0.4 * k) for k in range(4)]
    return [*meshes, rod((-14, 10.4, -63), (14, 10.4, -63), 0.25, 0.25, STEEL)]


def flag(x: float, height: float) -> Mesh:
    """Return one flag, blown out a little."""
    return box((x, height, -60), (1.6, 3.4, 0.04), RED).turned(0)


def surroundings() -> list[Mesh]:
    """Return ground, trees, stands and far buildings."""
    meshes = [floor(160, -90, 4, 0, TURF), floor(160, -58, -52, 0.01, TRACK)]
    rng = np.random.default_rng(8)
    for i in range(34):
        x, high = -80 + 4.9 * i, float(rng.uniform(4, 9))
        meshes.append(cluster((x, high * 0.62, -84), (5.2, high * 0.75, 3), 900, 0.5, 300 + i, TREES))
    far = f32([[-52, 12, -130], [-30, 8, -125], [38, 14, -135], [60, 9, -120]])
    meshes.append(boxes(far, f32([[22, 24, 12], [16, 16, 10], [20, 28, 12], [24, 18, 12]]), STEEL))
    return meshes


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((0.8, 3.3, 1.0), (-0.3, 1.7, -20), 38, width, height), sky=morning)
    scene.add(
        surroundings(),
        stage(),
        block(0.034, 0, 5, 9, ""),
        block(0.05, 5, 18, 24, "cap"),
        block(0.075, 18, 46, 26, "cap"),
    )
    scene.lights = [
        Light((25, 24, -70), (0, 0, -18), (3.6, 2.9, 2.0), 34, True, size=2600, bias=0.06, soft=1)
    ]
    scene.lights += dome(lambda w: morning(w) * 0.75, (0, 0, -16), 28, 8)
    scene.haze = 0.0065
    return scene


PICTURE = Picture(compose, Film(0.8, 0.16, 0.35, 0.85), (9.0, 3.5), fine=0.55)
