"""A long machine hall with light falling through the roof."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32, ramp
from ..camera import Camera
from ..crowd import dignitaries, row
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh
from ..noise import fbm2
from ..picture import Picture
from ..scene import Scene, Shot
from ..shafts import shafts
from ..solids import box, floor, panel, rod

STEEL = Material((0.3, 0.32, 0.34), rough=0.5)
WALL = Material((0.36, 0.37, 0.36))
SHELL = Material((0.55, 0.56, 0.55), rough=0.35)
DARK = Material((0.06, 0.07, 0.08), rough=0.25)
BLUE = Material((0.06, 0.14, 0.28), rough=0.35)
SUN = Light((13, 30, -17), (-1, 0, -22), (3.0, 2.7, 2.2), 26, True, soft=1.5, size=2600, bias=0.08)


def ground(points: Floats) -> Floats:
    """Return painted concrete: worn green, with yellow lane edges."""
    x, z = points[:, 0], points[:, 2]
    wear = fbm2(f32(x * 0.9), f32(z * 0.9), 5, 3)
    base = np.array([0.1, 0.16, 0.13]) * (0.6 + 0.8 * wear)[:, None]
    line = (ramp(0.075, 0.06, np.abs(np.abs(x) - 1.75)) * ramp(0.25, 0.4, wear))[:, None]
    return f32(base * (1 - line) + line * np.array([0.55, 0.4, 0.06]))


def machine(side: float, z: float, seed: int) -> list[Mesh]:
    """Return one machining centre facing the aisle."""
    rng = np.random.default_rng(seed)
    tall, body = float(rng.uniform(2.1, 2.5)), SHELL if seed % 3 else BLUE
    x = side * 3.5
    front = side * 2.44
    meshes = [
        box((x, tall / 2, z), (2.1, tall, 2.5), body),
        box((x, tall + 0.2, z + 0.3), (1.2, 0.4, 1.1), STEEL),
    ]
    meshes += [
        box((front, 1.35, z + 0.25), (0.06, 1.0, 1.25), DARK),
        box((front, 0.25, z), (0.1, 0.5, 2.45), DARK),
    ]
    meshes += [
        box((front - side * 0.12, 1.45, z - 0.92), (0.16, 0.75, 0.5), STEEL),
        box((front - side * 0.21, 1.6, z - 0.92), (0.03, 0.3, 0.38), screen()),
    ]
    meshes += [
        box((front, 1.35, z + 0.25), (0.09, 1.05, 0.04), STEEL),
        rod((x, tall, z - 0.9), (x, tall + 0.5, z - 0.9), 0.03, 0.03, STEEL, 8),
    ]
    return [*meshes, rod((x, tall + 0.5, z - 0.9), (x, tall + 0.65, z - 0.9), 0.05, 0.05, signal(seed), 10)]


def screen() -> Material:
    """Return a lit control screen."""
    return Material((0.05, 0.05, 0.06), glow=(0.35, 0.55, 0.8))


def signal(seed: int) -> Material:
    """Return a lit signal lamp, mostly green."""
    return Material((0.1, 0.1, 0.1), glow=(0.3, 3.0, 0.8) if seed % 4 else (3.2, 1.6, 0.2))


def truss(z: float) -> list[Mesh]:
    """Return one roof truss across the hall."""
    low, high = 6.2, 7.2
    bars = [rod((-8, low, z), (8, low, z), 0.07, 0.07, STEEL, 8)]
    for s in (-1, 1):
        bars.append(rod((s * 8, high - 0.6, z), (0, high + 1.3, z), 0.08, 0.08, STEEL, 8))
        for k in range(6):
            a, b = s * 8 * k / 6, s * 8 * (k + 1) / 6
            top = high + 1.3 - 1.9 * abs(b) / 8
            bars += [
                rod((a, low, z), (b, top, z), 0.04, 0.04, STEEL, 6),
                rod((b, low, z), (b, top, z), 0.04, 0.04, STEEL, 6),
            ]
    return [
        *bars,
        box((-6.6, 3.1, z), (0.35, 6.4, 0.35), STEEL),
        box((6.6, 3.1, z), (0.35, 6.4, 0.35), STEEL),
    ]


def roof() -> list[Mesh]:
    """Return roof strips with gaps of sky between."""
    meshes = []
    sky = Material((0, 0, 0), glow=(2.2, 2.4, 2.6))
    for s in (-1, 1):
        edges = [(0.6, 2.0), (3.4, 5.4), (6.6, 9.0)]
        for a, b in edges:
            meshes.append(
                panel((s * a, 8.6 - a * 0.23, -62), (s * (b - a), -(b - a) * 0.23, 0), (0, 0, 70), WALL)
            )
        meshes += [
            panel((s * a, 8.75 - a * 0.23, -62), (s * (b - a), -(b - a) * 0.23, 0), (0, 0, 70), sky).silent()
            for a, b in ((0, 0.6), (2, 3.4), (5.4, 6.6))
        ]
        meshes.append(panel((s * 8.2, 0, -62), (0, 0, 70), (0, 7, 0), WALL).silent())
    return [*meshes, panel((-9, 0, -62), (18, 0, 0), (0, 9, 0), WALL)]


def grey(ways: Floats) -> Floats:
    """Return the soft light of the hall."""
    return f32(0.18 + 0.5 * np.maximum(ways[..., 1:2], 0) * np.array([0.95, 1.0, 1.05]))


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((-0.5, 1.9, 0.8), (0.25, 2.35, -14), 47, width, height), sky=grey, level=0.0)
    scene.polish, scene.haze = (5.0, 22.0), 0.006
    scene.haze_colour = lambda w: f32(np.full(w.shape, 0.5) * [1.0, 1.0, 0.98])
    scene.add(floor(18, -62, 4, 0, Material(paint=ground, rough=0.35, mirror=0.7)), roof())
    for i in range(16):
        z = -3.4 - 3.6 * i
        scene.add(machine(-1, z, i), machine(1, z - 0.5, 50 + i))
        if i % 2 == 0:
            scene.add(truss(z))
    scene.add(
        row(dignitaries(0.024), [(-1.2, 0, -8.5), (-0.7, 0, -8.9), (1.35, 0, -14), (0.3, 0, -26)], 60, 5)
    )
    scene.add(
        rod((0, 5.4, -19), (0, 5.4, -19.5), 0.3, 0.3, BLUE),
        box((0, 5.7, -19), (13.5, 0.5, 0.5), Material((0.6, 0.42, 0.05), rough=0.5)),
    )
    scene.lights = [SUN, *dome(lambda w: f32(np.full(w.shape, 0.42)), (0, 0, -20), 24, 12)]
    return scene


def dusty(scene: Scene, shot: Shot) -> Floats:
    """Add shafts below the skylights."""
    return f32(shot.light + shafts(scene, shot, SUN, 0.006, 40))


PICTURE = Picture(compose, Film(1.15, 0.12, 0.4), (12.0, 2.0), dusty)
