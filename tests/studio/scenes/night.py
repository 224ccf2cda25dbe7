"""City lights across the river, a long exposure."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32, ramp
from ..camera import Camera, Point
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh
from ..outdoors import clouds
from ..picture import Picture
from ..props import cluster
from ..scene import Scene
from ..solids import ball, box, floor, lathe, rod

WATER = Material((0.004, 0.006, 0.01), rough=0.5, mirror=1.6)
QUAY = Material((0.05, 0.05, 0.055))
WALL = (0.03, 0.032, 0.038)
RAIL = Material((0.012, 0.012, 0.014), rough=0.4)


def sky(ways: Floats) -> Floats:
    """Return the night, glowing above the city, with lit clouds."""
    up = np.maximum(ways[..., 1], 0)[..., None]
    glow = np.array([0.17, 0.11, 0.085]) * np.exp(-up * 7) + np.array([0.012, 0.017, 0.034])
    cover = ramp(0.42, 0.75, clouds(ways, 0.6, 14))[..., None]
    return f32(glow + cover * np.array([0.07, 0.052, 0.05]) * np.exp(-up * 3))


def windows(seed: int, share: float, tint: Point, pitch: float) -> Material:
    """Return a facade with scattered lit windows."""

    def shine(points: Floats) -> Floats:
        across, up = (points[:, 0] + points[:, 2]) / pitch, points[:, 1] / 2.5
        cell = np.sin(np.floor(across) * 127.1 + np.floor(up) * 311.7 + seed * 74.7) * 43758.5
        lot, more = cell - np.floor(cell), cell * 7.3 - np.floor(cell * 7.3)
        floorlit = np.sin(np.floor(up) * 91.7 + seed * 3.3) > 0.93
        pane = (np.abs(across % 1 - 0.5) < 0.32) & (np.abs(up % 1 - 0.5) < 0.3)
        on = pane & ((lot < share) | floorlit)
        wash = 0.35 * np.exp(-points[:, 1] / 14)[:, None] * f32(tint)
        return f32(on[:, None] * f32(tint) * (0.25 + 3.2 * more[:, None] ** 4) + wash * 0.5)

    return Material(WALL, shine=shine)


TINTS: tuple[Point, ...] = ((1.6, 1.1, 0.55), (1.3, 1.15, 0.9), (0.8, 1.0, 1.25), (1.7, 0.95, 0.4))


def city() -> list[Mesh]:
    """Return two depths of towers and blocks with lit crowns."""
    rng, meshes = np.random.default_rng(17), []
    for k in range(88):
        back = k % 2
        x, z = -390 + 9.0 * k + float(rng.normal(0, 3)), -330 - 90 * back + float(rng.normal(0, 12))
        wide = float(rng.uniform(9, 20))
        high = float(
            rng.uniform(10, 38) + 55 * back * rng.random() ** 1.7 + 26 * np.exp(-(((x - 40) / 90) ** 2))
        )
        kind = windows(
            k, float(rng.uniform(0.12, 0.42)), TINTS[int(rng.integers(4))], float(rng.uniform(1.3, 2.4))
        )
        meshes.append(box((x, high / 2, z), (wide, high, wide), kind))
        if rng.random() < 0.4:
            crown = TINTS[int(rng.integers(4))]
            meshes.append(
                box(
                    (x, high + 0.5, z),
                    (wide * 1.02, 0.9, wide * 1.02),
                    Material(glow=(crown[0] * 1.6, crown[1] * 1.6, crown[2] * 1.6)),
                )
            )
        if high > 62:
            meshes += [
                rod((x, high, z), (x, high + 14, z), 0.5, 0.2, QUAY, 6),
                ball((x, high + 14, z), 0.9, Material(glow=(9, 0.6, 0.4)), 8),
            ]
    return meshes


def lit(points: Floats) -> Floats:
    """Return the tower's floodlight: strong from below, banded."""
    y = points[:, 1]
    band = 0.9 + 0.1 * np.sin(y * 1.9)
    return f32((np.array([1.7, 0.95, 0.36]) * (0.35 + 0.65 * np.exp(-y / 60))[:, None]) * band[:, None])


def tower() -> list[Mesh]:
    """Return the landmark: a tapering shaft with two round galleries and a mast."""
    skin = Material((0.2, 0.2, 0.2), shine=lit)
    bulb = Material(glow=(1.5, 0.4, 0.7))
    glass = Material(glow=(1.2, 2.3, 3.0))
    at = (-62.0, 0.0, -300.0)
    parts = [
        lathe([(11, 0), (6.2, 18), (4.2, 40), (3.4, 70), (2.8, 92)], skin, 30),
        ball((0, 76, 0), 9.2, bulb, 48),
        lathe([(9.3, 75), (9.5, 76), (9.3, 77)], glass, 36),
    ]
    parts += [
        ball((0, 98, 0), 6.2, bulb, 40),
        lathe([(6.1, 97), (6.2, 98), (6.1, 99)], glass, 30),
        lathe([(1.4, 105), (1.0, 120), (0.5, 135), (0.1, 152)], skin, 14),
    ]
    parts.append(ball((0, 152, 0), 1.0, Material(glow=(12, 1, 0.7)), 8))
    return [p.moved(*at) for p in parts]


def waterfront() -> list[Mesh]:
    """Return quay, lamps, trees lit from below and a boat."""
    rng, meshes = np.random.default_rng(3), [box((0, 1, -292), (900, 3.0, 12), QUAY)]
    for k in range(110):
        x = -330 + 6.1 * k
        warm = (7.5, 4.4, 1.7) if k % 7 else (5, 6, 7.5)
        meshes.append(ball((x, 6.0, -286), 0.55, Material(glow=warm), 6))
    for k in range(60):
        tint = ((0.07, 0.16, 0.03), (0.2, 0.12, 0.03))[k % 2]
        meshes.append(
            cluster(
                (-320 + 11 * k + float(rng.normal(0, 3)), 4.6, -288),
                (5, 3.4, 3),
                260,
                0.5,
                40 + k,
                Material((0.05, 0.06, 0.03), glow=tint),
            )
        )
    boat = Material((0.1, 0.1, 0.1), glow=(1.6, 0.9, 0.35))
    meshes += [
        box((62, 1.3, -150), (13, 0.8, 3), QUAY),
        box((61.5, 2.1, -150), (9.5, 0.6, 2), boat),
        box((61, 2.9, -150), (6, 0.4, 1.8), boat),
    ]
    return meshes


def shore() -> list[Mesh]:
    """Return the dark railing on our side."""
    parts = [rod((-14, y, -6.5), (14, y, -6.5), 0.035, 0.035, RAIL, 8) for y in (1.05, 0.65, 0.3)]
    return parts + [
        rod((x, -0.5, -6.5), (x, 1.12, -6.5), 0.05, 0.05, RAIL, 8) for x in np.arange(-13, 13.1, 2).tolist()
    ]


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((0, 4.6, 0), (-6, 32, -300), 36, width, height), sky=sky, level=0.0, ripple=0.0015)
    scene.polish, scene.pitch, scene.haze = (1.2, 52.0), (0.25, 0.5), 0.0008
    scene.haze_colour = lambda w: f32(np.full(w.shape, 0.1) * [1.2, 0.85, 0.7])
    scene.add(floor(1400, -290, -2, 0, WATER), city(), tower(), waterfront())
    scene.lights = [
        Light((0, 60, -280), (0, 0, 0), (260, 190, 110), bare=True, matte=True),
        *dome(lambda w: sky(w) * 1.2, (0, 0, -300), 300, 5),
    ]
    return scene


PICTURE = Picture(compose, Film(1.15, 0.2, 0.35, 0.9), None, None, 3600, 2025)
