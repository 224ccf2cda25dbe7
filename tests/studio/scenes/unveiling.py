"""A covered plaque between two figures on a lit stage."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32
from ..camera import Camera
from ..crowd import row, sitters
from ..figure import Look, Pose, person
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh, placed
from ..noise import fbm2
from ..picture import Picture
from ..props import bouquet
from ..scene import Scene
from ..solids import box, floor, panel, rod, sheet

BOARDS = Material((0.2, 0.12, 0.07), rough=0.35, mirror=0.5, bump=0.02, grain=8)
VELVET = Material((0.3, 0.012, 0.016), rough=0.7, bump=0.08, grain=30)
GOLD = Material((0.75, 0.5, 0.2), rough=0.35, metal=1.0)
SILK = Material((0.3, 0.008, 0.01), rough=0.42)
WALL = Material((0.05, 0.045, 0.04))


def curtain(width: float, height: float, z: float, material: Material, base: float) -> Mesh:
    """Return a hanging curtain with deep irregular folds."""
    x, y = np.meshgrid(np.linspace(-width / 2, width / 2, 900), np.linspace(0, height, 24))
    sway = 1.2 * fbm2(f32(x * 0.8), f32(y * 0.15), 2, 5)
    depth = 0.16 * np.sin(x * 9 + 5 * sway) + 0.35 * fbm2(f32(x * 1.7), f32(y * 0.12), 3, 6)
    slope = np.gradient(depth, x[0], axis=1)
    normals = np.stack([-slope, 0 * slope, np.ones_like(slope)], -1)
    return sheet(f32(np.stack([x, y + base, z + depth], -1)), f32(normals), material)


def cloth(width: float, height: float, z: float, base: float) -> Mesh:
    """Return the silk that hides the plaque, falling in soft folds."""
    u, v = np.meshgrid(np.linspace(-1, 1, 200), np.linspace(0, 1, 120))
    fall = 1 - v
    depth = 0.05 * np.sin(u * 13 + 2 * fall) * fall + 0.12 * fbm2(f32(u * 3), f32(v * 2), 3, 8) * fall
    x = u * width / 2 * (1 + 0.06 * fall * np.sin(v * 9))
    slope = np.gradient(depth, u[0] * width / 2, axis=1)
    rise = -np.gradient(depth, v[:, 0] * height, axis=0)
    sag = 0.03 * np.sin(u * 5 + 1) * fall
    normals = np.stack([-slope, rise, np.ones_like(slope)], -1)
    return sheet(f32(np.stack([x, base + v * height + sag, z + depth], -1)), f32(normals), SILK)


def hosts() -> list[Mesh]:
    """Return the two who hold the cords."""
    reach = Pose(left_arm=((0.55, -0.1, 0.35), (0.8, 0.45, 0.1)), trunk=(0.04, 1, 0), nod=(0.1, 1, 0.1))
    other = Pose(right_arm=((-0.55, 0.0, 0.35), (-0.85, 0.35, 0.1)), trunk=(-0.04, 1, 0), nod=(-0.1, 1, 0.1))
    dark = Look(top=Material((0.03, 0.035, 0.05), rough=0.6), girth=1.06, suit=True, step=0.014)
    pale = Look(
        top=Material((0.1, 0.03, 0.05)),
        legs=Material((0.03, 0.03, 0.035)),
        style="bun",
        suit=True,
        step=0.014,
    )
    left = placed(person(reach, dark), (-1.45, 1.0, -12.0), 38, 1.04)
    return left + placed(person(other, pale), (1.5, 1.0, -12.0), -40, 0.98)


def audience() -> list[Mesh]:
    """Return the rows of people in front, backs to us."""
    rng, meshes = np.random.default_rng(3), []
    for i in range(7):
        z, shift = -1.9 - 1.05 * i, 0.31 * (i % 2)
        spots = [
            (x + shift + float(rng.normal(0, 0.06)), -0.42 - 0.02 * i, z) for x in np.arange(-5.2, 5.3, 0.63)
        ]
        meshes += row(sitters(0.034), [s for s in spots if rng.random() > 0.06], 180, 10 + i)
    return meshes


def stage() -> list[Mesh]:
    """Return platform, curtain, plaque and side walls."""
    meshes = [floor(14, -16, -10.2, 1.0, BOARDS), panel((-7, -1, -10.2), (14, 0, 0), (0, 2, 0), WALL)]
    meshes += [curtain(13, 6.2, -14.6, VELVET, 1.0), curtain(15, 1.5, -11.2, VELVET, 5.3)]
    meshes += [box((0, 2.12, -12.3), (1.9, 1.25, 0.07), GOLD), cloth(1.98, 1.36, -12.2, 1.47)]
    meshes += [rod((s * 0.75, 1.0, -12.3), (s * 0.75, 1.6, -12.3), 0.05, 0.05, GOLD) for s in (-1, 1)]
    reds = ((0.45, 0.03, 0.05), (0.6, 0.35, 0.05), (0.6, 0.4, 0.4))
    for k in range(15):
        meshes += bouquet((-5.6 + 0.8 * k, 1.05, -10.6), (0.45, 0.3, 0.25), 60 + 5 * k, reds)
    for s in (-1, 1):
        meshes.append(panel((s * 6.6, -1, -16), (0, 0, 18), (0, 9, 0), WALL).silent())
        meshes.append(curtain(2.6, 6.2, -11.6, VELVET, 1.0).moved(s * 5.6, 0, 0))
    return meshes


def dim(ways: Floats) -> Floats:
    """Return the unlit hall, warm above."""
    return f32(0.02 + 0.05 * np.maximum(ways[..., 1:2], 0) * np.array([1.0, 0.8, 0.6]))


def lamps() -> list[Light]:
    """Return the stage lighting."""
    warm, white = (48.0, 38.0, 27.0), (34.0, 32.0, 29.0)
    spots = [Light((x, 6.4, -7.5), (x * 0.25, 2.0, -12.6), warm, 34, soft=3) for x in (-4.0, 4.0)]
    spots.append(Light((0.3, 6.6, -8.5), (0, 2.0, -12.3), white, 26, soft=2))
    spots += [Light((x, 6.0, -12.2), (x, 2.5, -14.6), (22, 15, 10), 75, soft=3) for x in (-4.2, 0, 4.2)]
    return spots + [
        Light((x, 6.2, -14.0), (x * 0.6, 1.2, -8.0), (90, 80, 66), 80, soft=3) for x in (-3.5, 3.5)
    ]


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((0.5, 1.5, 0.4), (0.1, 1.95, -12), 29, width, height), sky=dim, level=1.0)
    scene.polish = (3.0, 9.0)
    scene.add(stage(), hosts(), audience())
    scene.lights = lamps() + dome(lambda w: f32(dim(w) * 3), (0, 1, -8), 9, 4)
    scene.haze, scene.haze_colour = 0.006, lambda w: f32(np.full(w.shape, 0.2) * [1.0, 0.7, 0.5])
    return scene


PICTURE = Picture(compose, Film(1.1, 0.14, 0.4), (12.4, 6.0))
